#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What every file looks like: licence line, length, blanks, layout.
. "$(dirname -- "$0")/tap.sh"

code=$(files '*.c' '*.h')

complaints=$(for file in $code; do
  [ "$(sed -n 1p "$file")" = '/* SPDX-License-Identifier: GPL-3.0-or-later */' ] || echo "$file"
done)
result 'every source file begins with its licence' "$complaints"

# Above 600 lines a file says at its top why it is that long.
complaints=$(for file in $code; do
  lines=$(wc -l < "$file")
  if [ "$lines" -gt 600 ] && ! sed -n 2,20p "$file" | grep -q 'Long because'; then
    echo "$file: $lines lines; look for the missing noun, or say \"Long because …\" at the top"
  fi
done)
result 'no file is too long' "$complaints"

complaints=$(for file in $code; do
  grep -nE '[[:space:]]+$|	' "$file" /dev/null
done)
result 'no tabs and no blanks at line ends' "$complaints"

complaints=$(for file in $code; do
  awk -v file="$file" '{ gsub (/[\xc0-\xff][\x80-\xbf]*/, "x"); gsub (/"([^"\\]|\\.)*"/, "") } length ($0) > 120 { print file ":" FNR ": " length ($0) " characters" }' "$file"
done)
result 'no line over 120 characters beside its words' "$complaints"

complaints=$(printf '%s\n' "$code" | xargs grep -nE '\b(gchar|gint|gshort)\b' 2>/dev/null)
result 'plain C types' "$complaints"

complaints=$(files '*.c' | xargs grep -nE '(\)|else|do) \{$' 2>/dev/null | grep -vE '^[^:]*:[0-9]+:.*= .*\{$')
result 'braces on their own line' "$complaints"

# Every version of the formatter has a taste of its own; these two agree.
case $(uncrustify --version 2>/dev/null) in
  Uncrustify-0.72.* | Uncrustify-0.78.*)
    complaints=$(files '*.c' | sh tests/style/layout.sh --check 2>&1 | grep '^FAIL')
    result 'laid out by the formatter (./dev format)' "$complaints"
    ;;
  *)
    skip 'laid out by the formatter' 'uncrustify is neither 0.72 nor 0.78'
    ;;
esac

finish
