#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-paper.sh BUILD: one full report to PDF, each run a new process, beside what
# LibreOffice makes of it as docx and what Chromium and WeasyPrint make of it as a page;
# then many reports in one call beside LibreOffice on the same documents.
#
# Programs that are not installed are left out. GJ_BENCH_RUNS is how often one report is
# made (9), GJ_BENCH_FILES how many documents there are (100).
set -eu

build=$1
root=${GJ_SOURCE_ROOT:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
cli="$build/src/cli/gouji-cli"
runs=${GJ_BENCH_RUNS:-9}
n=${GJ_BENCH_FILES:-100}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ms COMMAND…: how long it ran, in milliseconds.
ms () {
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || echo "failed: $*" >&2
  end=$(date +%s%N)
  echo $(((end - start) / 1000)) | awk '{ printf "%.1f\n", $1 / 1000 }'
}

median () {
  sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int ((NR + 1) / 2)] }'
}

has () {
  command -v "$1" >/dev/null 2>&1
}

office () {
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$@"
}

browser () {
  chromium --headless --no-sandbox --disable-gpu "--user-data-dir=$work/browser" --no-pdf-header-footer \
    "--print-to-pdf=$2" "file://$1"
}

# peak FILES…: the most memory that one thread needs for them, in KiB.
peak () {
  "$cli" convert --jobs 1 --to pdf -o "$work/out" "$@" &
  top=0
  while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$!/status" 2>/dev/null) && [ -n "$now" ]; do
    top=$now
    sleep 0.02
  done
  wait $!
  echo "$top"
}

# compare NAME FILE OURS GOAL
compare () {
  printf '%-34s %10s ms' "$1" "$(median "$2")"
  awk -v o="$(median "$3")" -v t="$(median "$2")" -v g="$4" \
    'BEGIN { printf "   1/%.1f (goal 1/%s)\n", t / o, g }'
}

# One report.
report="$root/data/samples/lanjiang-district-2025.gouji"
"$cli" convert "$report" -o "$work/one.docx"
"$cli" convert "$report" -o "$work/one.html"
count=0
while [ $count -lt "$runs" ]; do
  ms "$cli" convert "$report" -o "$work/one.pdf" >> "$work/ours"
  ! has soffice || ms office "$work" "$work/one.docx" >> "$work/office"
  ! has chromium || ms browser "$work/one.html" "$work/browser.pdf" >> "$work/chromium"
  [ $count -gt 2 ] || ! has weasyprint || ms weasyprint "$work/one.html" "$work/weasy.pdf" >> "$work/weasyprint"
  count=$((count + 1))
done
"$cli" convert "$report" -o "$work/one.pdf"
printf '%-34s %10s ms   %s KiB\n' 'one report, gouji-cli convert, cold' "$(median "$work/ours")" \
  "$(($(wc -c < "$work/one.pdf") / 1024))"
[ ! -e "$work/office" ] || compare '  LibreOffice from docx' "$work/office" "$work/ours" 8
[ ! -e "$work/chromium" ] || compare '  Chromium from HTML' "$work/chromium" "$work/ours" 15
[ ! -e "$work/weasyprint" ] || compare '  WeasyPrint from HTML' "$work/weasyprint" "$work/ours" 80

# Many: the samples and, where they are, the real reports, in turn.
mkdir "$work/in" "$work/docx" "$work/out" "$work/theirs"
i=0
while [ $i -lt "$n" ]; do
  for file in "$root"/data/samples/*.gouji "$root"/../shared/reports/text/*.txt; do
    [ -e "$file" ] && [ $i -lt "$n" ] || continue
    cp "$file" "$work/in/$(printf 'r%04d' $i).${file##*.}"
    i=$((i + 1))
  done
done
"$cli" convert --to docx -o "$work/docx" "$work/in"
for round in 1 2 3; do
  ms "$cli" convert --to pdf -o "$work/out" "$work/docx" >> "$work/many"
  ms "$cli" convert --jobs 1 --to pdf -o "$work/out" "$work/docx" >> "$work/alone"
done
printf '%-34s %10s ms   with one thread %s ms\n' "$n docx to PDF, gouji-cli convert" "$(median "$work/many")" \
  "$(median "$work/alone")"
if has soffice; then
  ms office "$work/theirs" "$work"/docx/*.docx >> "$work/bulk"
  compare "  LibreOffice, $(ls "$work/theirs" | wc -l) files in one call" "$work/bulk" "$work/many" '6, better 10'
fi

# Memory, with the files read in this process.
half=$(ls "$work"/in/* | head -n 50)
printf '%-34s %10s KiB   after %s files %s KiB\n' 'memory after 50 files, one thread' "$(peak $half)" "$n" \
  "$(peak "$work/in")"
