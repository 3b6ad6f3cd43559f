#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Two reports beside each other, under a server of its own where there is no display.
set -eu

program=$1/tests/bench/bench-compare-view
export GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=none GSETTINGS_BACKEND=memory
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$program"
fi
exec xvfb-run -a "$program"
