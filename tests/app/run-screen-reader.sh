#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run-screen-reader.sh TEST PROGRAM FILE: the program with a display and an accessibility
# bus of its own, and the test that listens to it.
set -eu

if [ "${GJ_INSIDE_BUS:-}" = '' ]; then
  for needed in dbus-run-session xvfb-run; do
    if ! command -v "$needed" >/dev/null 2>&1; then
      echo "1..0 # SKIP $needed is not installed"
      exit 0
    fi
  done
  # The bus's helpers talk on standard output, which belongs to the test's results.
  GJ_INSIDE_BUS=$(mktemp)
  export GJ_INSIDE_BUS
  status=0
  dbus-run-session -- xvfb-run -a -s '-screen 0 1366x768x24' sh "$0" "$@" >&2 || status=$?
  cat "$GJ_INSIDE_BUS"
  rm -f "$GJ_INSIDE_BUS"
  exit $status
fi

home=$(mktemp -d)
export HOME="$home" XDG_STATE_HOME="$home/state" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
export GSK_RENDERER=cairo GDK_DEBUG=gl-disable GSETTINGS_BACKEND=memory GTK_A11Y=atspi
export LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN
"$2" "$3" >/dev/null 2>&1 &
program=$!
status=0
"$1" > "$GJ_INSIDE_BUS" || status=$?
kill "$program" 2>/dev/null || true
wait "$program" 2>/dev/null || true
rm -rf "$home"
exit $status
