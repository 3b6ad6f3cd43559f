#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The words: every translatable file is known, and every word has its Chinese.
. "$(dirname -- "$0")/tap.sh"

used=$( { files 'src/*.c' | xargs grep -lE '\b(_|N_|C_|NC_|ngettext|g_dngettext) ?\(' 2>/dev/null
          files 'ui/*.ui' | xargs grep -lE 'translatable=' 2>/dev/null
          files 'data/*.gschema.xml' | xargs grep -lE '<summary>' 2>/dev/null
          files 'data/*.desktop.in' 'data/*.metainfo.xml.in'; } | sort -u)
listed=$(grep -vE '^(#|$)' po/POTFILES.in | sort)
missing=$(printf '%s\n' "$used" | while read -r file; do
  printf '%s\n' "$listed" | grep -qxF "$file" || echo "$file has words and is not in po/POTFILES.in"
done)
result 'POTFILES.in names every file with words' "$missing"

gone=$(printf '%s\n' "$listed" | while read -r file; do
  printf '%s\n' "$used" | grep -qxF "$file" || echo "$file is in po/POTFILES.in and has no words"
done)
result 'POTFILES.in names no other file' "$gone"

if command -v xgettext >/dev/null 2>&1; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  log=$(xgettext --from-code=UTF-8 --add-comments --keyword=_ --keyword=N_ --keyword=C_:1c,2 \
    --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 \
    --files-from=po/POTFILES.in --directory=. -o "$work/gouji.pot" 2>&1 >/dev/null | grep -iE 'error|invalid')
  result 'the words can be collected' "$log"

  msgmerge -q --no-fuzzy-matching -o "$work/zh.po" po/zh_CN.po "$work/gouji.pot" 2>"$work/log" || true
  complaints=$(grep -i 'error' "$work/log")
  complaints="$complaints$(msgattrib --untranslated --no-obsolete --no-wrap "$work/zh.po" 2>/dev/null |
    sed -n 's/^msgid \(".\+"\)$/untranslated: \1/p')"
  complaints="$complaints$(msgattrib --only-fuzzy --no-obsolete --no-wrap "$work/zh.po" 2>/dev/null |
    sed -n 's/^msgid \(".\+"\)$/fuzzy: \1/p')"
  result 'zh_CN is complete' "$complaints"

  result 'zh_CN is well formed' "$(msgfmt --check -o /dev/null po/zh_CN.po 2>&1)"

  # Words that people in these offices do not use.
  strange=$(msgattrib --translated --no-obsolete --no-wrap po/zh_CN.po |
    grep -nE '违反|断言|实体|可信度|关系断裂|导出源' )
  result 'zh_CN speaks as these offices speak' "$strange"
else
  skip 'zh_CN' 'gettext is not installed'
fi

finish
