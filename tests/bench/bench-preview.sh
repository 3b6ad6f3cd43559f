#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-preview.sh BUILD: the preview of the longest sample, drawn without a graphics card.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=none xvfb-run -a -s '-screen 0 1920x1080x24' \
  "$1/tests/bench/bench-preview" "$here/../../data/samples/lanjiang-district-2025.gouji"
