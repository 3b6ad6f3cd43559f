# SPDX-License-Identifier: GPL-3.0-or-later
# What every style test begins with: TAP lines out of a shell.

cd "${GJ_SOURCE_ROOT:?}"
number=0
failed=0

# The files of a kind: what git tracks and what is new; without git, all of them.
files () {
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do
      [ -e "$file" ] && printf '%s\n' "$file"
    done
  else
    for pattern in "$@"; do
      find . -path './build*' -prune -o -type f -name "${pattern##*/}" -print | sed 's|^\./||'
    done
  fi
}

# result NAME COMPLAINTS: passes when there are no complaints.
result () {
  number=$((number + 1))
  if [ -z "$2" ]; then
    echo "ok $number $1"
  else
    failed=1
    echo "not ok $number $1"
    printf '%s\n' "$2" | sed 's/^/# /'
  fi
}

skip () {
  number=$((number + 1))
  echo "ok $number $1 # SKIP $2"
}

finish () {
  echo "1..$number"
  exit $failed
}
