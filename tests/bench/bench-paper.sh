#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One full report to PDF from the command line, each run a new process, against
# LibreOffice headless on the same report as docx.
set -eu

build=$1
root=${GJ_SOURCE_ROOT:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
runs=${GJ_BENCH_RUNS:-9}
reports="$root/../shared/reports"
name=004_c779024abbc6666e
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

text="$reports/text/$name.txt"
docx="$reports/docx/$name.docx"
[ -e "$text" ] || text="$root/data/samples/yunxi-development-reform-2025.gouji"

# ms COMMAND…: how long it ran, in milliseconds.
ms () {
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1
  end=$(date +%s%N)
  echo $(((end - start) / 1000)) | awk '{ printf "%.1f\n", $1 / 1000 }'
}
median () {
  sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int ((NR + 1) / 2)] }'
}

peer=no
[ ! -e "$docx" ] || ! command -v soffice >/dev/null 2>&1 || peer=yes
count=0
while [ $count -lt "$runs" ]; do
  ms "$build/src/cli/gouji-cli" convert "$text" -o "$work/gouji$count.pdf" >> "$work/gouji"
  if [ $peer = yes ]; then
    ms soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" "$docx" \
      >> "$work/soffice"
  fi
  count=$((count + 1))
done

printf '%-28s %10s ms\n' 'gouji-cli convert, cold' "$(median "$work/gouji")"
if [ $peer = yes ]; then
  printf '%-28s %10s ms\n' 'soffice --convert-to pdf' "$(median "$work/soffice")"
  awk -v g="$(median "$work/gouji")" -v s="$(median "$work/soffice")" 'BEGIN {
    printf "gouji / soffice: 1/%.1f (goal at most 1/6)\n", s / g }'
else
  echo 'LibreOffice or the report as docx is not here: not compared'
fi
printf '%-28s %10s KiB\n' 'size of the PDF' "$(($(wc -c < "$work/gouji0.pdf") / 1024))"
