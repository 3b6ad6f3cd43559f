#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD [NAME…]: the named benchmarks, or all of them. What is measured and what
# it is measured against run in turn, in one go; figures are medians.
set -eu

build=$1
shift
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

names=$*
[ -n "$names" ] || names=$(ls "$here"/bench-*.c "$here"/bench-*.sh 2>/dev/null |
  sed 's|.*/bench-||; s|\.[a-z]*$||' | sort -u)

for name in $names; do
  echo "== $name"
  if [ -e "$here/bench-$name.sh" ]; then
    sh "$here/bench-$name.sh" "$build"
  elif [ -x "$build/tests/bench/bench-$name" ]; then
    "$build/tests/bench/bench-$name"
  else
    echo "There is no benchmark of this name: $name" >&2
    exit 2
  fi
done
