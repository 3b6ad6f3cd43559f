#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-import.sh BUILD: the same report read in every format, then a folder of Word
# documents checked, against what LibreOffice takes merely to convert them in one call.
#
# Real reports are taken along where ../shared/reports is, and LibreOffice's own files where
# it is installed. GJ_BENCH_FILES is the number of documents in the folder (500),
# GJ_BENCH_TO what LibreOffice converts to: its text is what it writes fastest.
set -eu

build=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cli="$build/src/cli/gouji-cli"
real="$root/../shared/reports"
n=${GJ_BENCH_FILES:-500}
formats=${GJ_BENCH_TO:-txt docx pdf}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8
export LC_ALL

office () {
  soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$@" >/dev/null 2>&1
}

now () {
  date +%s%N
}

# seconds FROM TO
seconds () {
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b - a) / 1e9 }'
}

median () {
  sort -n | awk '{ v[NR] = $1 } END { print v[int ((NR + 1) / 2)] }'
}

mkdir "$work/kinds" "$work/folder" "$work/out"
"$build/tests/bench/bench-import" --write "$work/kinds"
if command -v soffice >/dev/null 2>&1; then
  # What an office writes is four times as long as what a test writes.
  cp "$work/kinds/sample.docx" "$work/office.docx"
  for kind in docx doc pdf; do
    office "$kind" --outdir "$work/kinds" "$work/office.docx" || :
  done
fi
ls "$work"/kinds/* "$real"/docx/* "$real"/html/* "$real"/pdf/* 2>/dev/null > "$work/list" || :
xargs -d '\n' "$build/tests/bench/bench-import" < "$work/list"

if ! command -v soffice >/dev/null 2>&1; then
  echo 'LibreOffice is not installed: the folder is measured by itself.'
fi
grep '\.docx$' "$work/list" > "$work/docx"
i=0
while [ "$i" -lt "$n" ]; do
  while read -r file && [ "$i" -lt "$n" ]; do
    cp "$file" "$work/folder/$(printf 'r%05d.docx' "$i")"
    i=$((i + 1))
  done < "$work/docx"
done

for round in 1 2 3; do
  a=$(now)
  "$cli" check --json --quiet "$work/folder" > "$work/found.json" || [ $? -eq 1 ]
  b=$(now)
  seconds "$a" "$b"
  echo
done > "$work/ours"
ours=$(median < "$work/ours")
printf 'a folder of %s docx, checked %13.2f s\n' "$n" "$ours"

# Once each: a minute and more.
command -v soffice >/dev/null 2>&1 || exit 0
for format in $formats; do
  rm -f "$work/out"/*
  a=$(now)
  office "$format" --outdir "$work/out" "$work"/folder/*.docx || :
  b=$(now)
  theirs=$(seconds "$a" "$b")
  printf 'LibreOffice, converted to %-4s %11.2f s  %s files, ratio 1/%.0f\n' "$format" "$theirs" \
    "$(ls "$work/out" | wc -l)" "$(awk -v a="$ours" -v b="$theirs" 'BEGIN { print b / a }')"
done
