#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# count-tests.sh TESTLOG.junit.xml: one line that counts the tests of a run.
# The runner copies control characters out of a test's output; XML has no room for them.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
tr -d '\001-\010\013\014\016-\037' < "$1" > "$log"

sum () {
  xmllint --xpath "$1" "$log"
}
all=$(sum 'count(//testcase)')
failed=$(sum 'count(//testcase[failure or error])')
skipped=$(sum 'count(//testcase[skipped and not(failure or error)])')
echo "$((all - failed - skipped)) passed, $failed failed, $skipped skipped"
