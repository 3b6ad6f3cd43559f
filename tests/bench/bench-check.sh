#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-check.sh BUILD: many reports checked, against what xmllint takes merely to parse
# them and to ask 29 sums of them by Schematron. Each in turn, medians of the rounds.
#
# GJ_BENCH_FILES is the number of files (5000), GJ_BENCH_ROUNDS that of rounds (5).
set -eu

build=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cli="$build/src/cli/gouji-cli"
sample="$root/data/samples/lanjiang-district-2025.gouji"
n=${GJ_BENCH_FILES:-5000}
rounds=${GJ_BENCH_ROUNDS:-5}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8
export LC_ALL

# Files of about 30 KB: the sample with paragraphs of its own added, each file with one
# figure of its own.
make_files () {
  awk -v n="$n" -v work="$work" '
    { line[NR] = $0; size += length ($0) + 1 }
    /<paragraph>/ && longest == "" && length ($0) > 300 { longest = $0 }
    END {
      if (longest == "")
        longest = "    <paragraph>" "</paragraph>"
      for (i = 1; i <= n; i++) {
        file = sprintf ("%s/many/r%05d.gouji", work, i)
        extra = 0
        for (j = 1; j <= NR; j++) {
          text = line[j]
          if (text ~ /disclosure\/licences\/decisions/)
            sub (/>[^<]*</, ">" i "<", text)
          print text > file
          if (!extra && line[j] == longest) {
            extra = 1
            for (bytes = size; bytes < 30000; bytes += length (longest) + 1)
              print longest > file
          }
        }
        close (file)
      }
    }' "$1"
}

# The sums of the rows of table three and of table four, and one balance, as Schematron
# asks them.
make_schematron () {
  {
    printf '<schema xmlns="http://www.ascc.net/xml/schematron">\n'
    printf '<ns prefix="r" uri="https://gouji.github.io/ns/report/1"/>\n<pattern name="sums">\n'
    printf '<rule context="/r:report/r:cells">\n'
    {
      sed -n 's|.*<cell id="\(requests/[^/"]*\)/total".*|\1 natural-person enterprise research public-welfare legal-service other-organisation|p' "$sample"
      sed -n 's|.*<cell id="\(cases/[^/"]*\)/total".*|\1 upheld corrected other pending|p' "$sample"
    } | awk '{
      printf "<assert test=\"0"
      for (i = 2; i <= NF; i++)
        printf " + number (r:cell[@id=&apos;%s/%s&apos;])", $1, $i
      printf " = number (r:cell[@id=&apos;%s/total&apos;])\">%s</assert>\n", $1, $1
    }'
    printf '<assert test="%s + %s = %s + %s">balance</assert>\n' \
      "r:cell[@id='requests/received/total']" "r:cell[@id='requests/carried-in/total']" \
      "r:cell[@id='requests/result-total/total']" "r:cell[@id='requests/carried-out/total']"
    printf '</rule>\n</pattern>\n</schema>\n'
  } | sed "s/&apos;/'/g" > "$1"
}

# measure NAME COMMAND…: adds the milliseconds of one run to NAME's list.
measure () {
  name=$1
  shift
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || :
  end=$(date +%s%N)
  echo $(((end - start) / 1000000)) >> "$work/$name"
}

median () {
  sort -n "$work/$1" | awk '{ value[NR] = $1 } END { print value[int ((NR + 1) / 2)] }'
}

report () {
  awk -v name="$1" -v time="$2" -v base="$3" -v n="$4" 'BEGIN {
    printf "  %-44s %7d ms  %8.0f files/s  %6.2f\n", name, time, n * 1000 / (time > 0 ? time : 1), time / (base > 0 ? base : 1)
  }'
}

mkdir "$work/many"
make_files "$sample"
make_schematron "$work/rules.sch"
size=$(wc -c < "$work/many/r00001.gouji")
few=$((n / 10))
[ "$few" -gt 0 ] || few=1

round=0
while [ $round -lt "$rounds" ]; do
  measure gouji "$cli" check --checks A,B "$work/many"
  measure xmllint xmllint --noout "$work"/many/*.gouji
  measure one "$cli" check --jobs 1 --checks A,B "$work/many"
  measure schematron xmllint --noout --schematron "$work/rules.sch" \
    $(ls "$work"/many/*.gouji | head -n "$few")
  round=$((round + 1))
done

base=$(median xmllint)
schematron=$(($(median schematron) * n / few))
echo "  $n files of $size bytes, $rounds rounds; the last column is the ratio to xmllint --noout"
report 'gouji-cli check --checks A,B' "$(median gouji)" "$base" "$n"
report 'gouji-cli check --checks A,B --jobs 1' "$(median one)" "$base" "$n"
report 'xmllint --noout' "$base" "$base" "$n"
report "xmllint --schematron, $(grep -c '<assert' "$work/rules.sch") sums (from $few files)" "$schematron" "$base" "$n"

# Memory must not grow with the number of files.
if command -v /usr/bin/time >/dev/null 2>&1; then
  for count in "$few" "$n"; do
    ls "$work"/many/*.gouji | head -n "$count" > "$work/list"
    peak=$(/usr/bin/time -f %M "$cli" check --quiet --checks A,B $(cat "$work/list") 2>&1 >/dev/null | tail -n 1)
    echo "  peak memory over $count files: $peak KB"
  done
fi
