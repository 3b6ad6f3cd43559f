#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-import.sh BUILD: the same report read in every format, then a folder of Word
# documents checked, against what LibreOffice takes merely to convert them in one call.
#
# Real reports are taken along where ../shared/reports is, and LibreOffice's own files where
# it is installed. GJ_BENCH_FILES is the number of documents in the folder (500),
# GJ_BENCH_ROUNDS that of rounds (3), GJ_BENCH_TO what LibreOffice converts to (txt).
set -eu

build=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cli="$build/src/cli/gouji-cli"
real="$root/../shared/reports"
n=${GJ_BENCH_FILES:-500}
rounds=${GJ_BENCH_ROUNDS:-3}
to=${GJ_BENCH_TO:-txt}

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

round=0
while [ "$round" -lt "$rounds" ]; do
  a=$(now)
  "$cli" check --json --quiet "$work/folder" > "$work/found.json" || [ $? -eq 1 ]
  b=$(now)
  seconds "$a" "$b" >> "$work/ours"; echo >> "$work/ours"
  if command -v soffice >/dev/null 2>&1; then
    a=$(now)
    office "$to" --outdir "$work/out" "$work"/folder/*.docx
    b=$(now)
    seconds "$a" "$b" >> "$work/theirs"; echo >> "$work/theirs"
  fi
  round=$((round + 1))
done

ours=$(median < "$work/ours")
echo "a folder of $n docx, checked      $ours s"
if [ -e "$work/theirs" ]; then
  theirs=$(median < "$work/theirs")
  echo "LibreOffice, converted to $to    $theirs s ($(ls "$work/out" | wc -l) files)"
  awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "ratio                            1/%.0f\n", b / a }'
fi
