#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The arrows between the rooms: who may include whom, and through which header.
. "$(dirname -- "$0")/tap.sh"

sources=$(files 'src/*.c' 'src/*.h')

doubles=$(printf '%s\n' "$sources" | sed 's|.*/||' | sort | uniq -d)
result 'file names are unique in the tree' "$doubles"

complaints=$(printf '%s\n' "$sources" | awk '
  # The top room and the sub-room of a path: src/core/form/x.c -> core, form.
  function top_of (path,   part) { split (path, part, "/"); return part[2] }
  function sub_of (path,   part, n) { n = split (path, part, "/"); return n > 3 ? part[3] : "" }

  BEGIN {
    rooms["base"] = ""
    rooms["core"] = "base"
    rooms["render"] = "core base"
    rooms["import"] = "core base"
    rooms["export"] = "render core base"
    rooms["cli"] = "import export render core base"
    rooms["app"] = "import export render core base"

    subs["core/form"] = ""
    subs["core/report"] = "form"
    subs["core/text"] = ""
    subs["core/check"] = "text report form"
    subs["core/store"] = "check report form"
    subs["core/compare"] = "check text report form"
    subs["import/word"] = ""
    subs["import/doc"] = "word"
    subs["import/docx"] = "word"
    subs["import/text"] = ""
    subs["import/html"] = "text"
    subs["import/match"] = ""
    subs["import/pdf"] = ""
    subs["import/worker"] = ""
    subs["export/docx"] = ""
    subs["export/html"] = ""
    subs["export/pdf"] = ""
    subs["export/xlsx"] = ""
    subs["app/compat"] = ""
    subs["app/session"] = "compat"
    subs["app/grid"] = "session compat"
    subs["app/view"] = "session"
    subs["app/findings"] = "view session compat"
    subs["app/comments"] = "session compat"
    subs["app/section"] = "findings grid session compat"
    subs["app/print"] = "session compat"
    subs["app/compare"] = "view section findings grid session compat"
    subs["app/shell"] = "view compare print section findings comments grid session compat"
  }

  function allowed (list, name,   part, n, i) {
    n = split (list, part, " ")
    for (i = 1; i <= n; i++)
      if (part[i] == name)
        return 1
    return 0
  }

  { path[$0] = 1; name = $0; sub (/.*\//, "", name); where[name] = $0 }

  END {
    for (file in path)
      {
        room = top_of (file)
        part = sub_of (file)
        if (!(room in rooms))
          print file ": no such room: " room
        if (part != "" && !((room "/" part) in subs))
          print file ": no such sub-room: " room "/" part
        line = 0
        while ((getline text < file) > 0)
          {
            line++
            if (text !~ /^#[ ]*include[ ]+"/)
              continue
            header = text
            sub (/^[^"]*"/, "", header)
            sub (/".*/, "", header)
            sub (/.*\//, "", header)
            if (header == "config.h" || header ~ /-resources?\.h$/)
              continue
            if (!(header in where))
              { print file ":" line ": includes " header ", which is in no room"; continue }
            target = where[header]
            other = top_of (target)
            other_part = sub_of (target)
            if (other != room)
              {
                if (!allowed (rooms[room], other))
                  print file ":" line ": " room " must not include " other " (" header ")"
                else if (header != "gj-" other ".h")
                  print file ":" line ": includes " header "; another room is included by gj-" other ".h"
              }
            else if (other_part != part && part != "" && other_part != "")
              {
                if (!allowed (subs[room "/" part], other_part))
                  print file ":" line ": " room "/" part " must not include " other_part " (" header ")"
                if (header ~ /-private\.h$/)
                  print file ":" line ": " header " is private to " other_part
              }
          }
        close (file)
      }
  }' | sort)
result 'every include follows an arrow' "$complaints"

gtk=$(printf '%s\n' "$sources" | grep -v '^src/app/' | xargs grep -nE '#[ ]*include[ ]+<(gtk|gdk|adwaita)' 2>/dev/null | grep -v 'gdk-pixbuf')
result 'only the desktop program knows GTK' "$gtk"

# A page is measured in fractions of points.
doubles=$(printf '%s\n' "$sources" | grep -E '^src/(base|core|import)/' | grep -v '^src/import/pdf/' |
  xargs grep -nE '\b(double|float|strtod|g_ascii_strtod|atof)\b' 2>/dev/null |
  grep -vE '^[^:]*:[0-9]+:[[:space:]]*(/?\*|//)' | grep -vE '/\* double: ')
result 'no floating point near a number' "$doubles"

finish
