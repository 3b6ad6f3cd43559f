#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# layout.sh ARGUMENTS…: lays out the files named on standard input, one a line, with
# uncrustify; the ARGUMENTS say whether to check or to replace them.

here=$(dirname -- "$0")

# Newer ones would indent the body of a macro by eight; older ones refuse to be told.
if uncrustify --show-config | grep -q '^pp_multiline_define_body_indent '; then
  set -- --set pp_multiline_define_body_indent=2 "$@"
fi
xargs uncrustify -q -c "$here/uncrustify.cfg" -l C "$@"
