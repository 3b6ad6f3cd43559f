#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# count-tests.sh TESTLOG.junit.xml: one line that counts the tests of a run.
log=$1
sum () {
  xmllint --xpath "$1" "$log" 2>/dev/null || echo 0
}
all=$(sum 'count(//testcase)')
failed=$(sum 'count(//testcase[failure or error])')
skipped=$(sum 'count(//testcase[skipped and not(failure or error)])')
echo "$((all - failed - skipped)) passed, $failed failed, $skipped skipped"
