#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From the start to the final picture, and the memory then held: Gouji with a report open
# against an empty libadwaita window and against GNOME Text Editor with the same text.
set -eu

build=$1
root=${GJ_SOURCE_ROOT:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
runs=${GJ_BENCH_RUNS:-9}
sample="$root/data/samples/yunxi-development-reform-2025.gouji"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
text="$work/report.txt"

# The same words, as a plain text.
"$build/src/cli/gouji-cli" show "$sample" > "$text"

cat > "$work/measure" <<'EOT'
#!/bin/sh
# measure OUT COMMAND…: appends one line to OUT.
out=$1
shift
"$GJ_BENCH_WATCH" "$@" >> "$out" 2>/dev/null
EOT
chmod +x "$work/measure"

export GJ_BENCH_WATCH="$build/tests/bench/last-damage"
export GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=none GSETTINGS_BACKEND=memory
export GDK_BACKEND=x11 HOME="$work" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data"
# A blinking cursor is no part of the picture.
export XDG_CONFIG_HOME="$work/config"
mkdir -p "$work/config/gtk-4.0"
printf '[Settings]\ngtk-cursor-blink=false\n' > "$work/config/gtk-4.0/settings.ini"

once () {
  name=$1
  shift
  # A bus of its own: a program that finds its name taken would only wake the other one.
  dbus-run-session -- xvfb-run -a -s '-screen 0 1366x768x24' "$work/measure" "$work/$name" "$@"
}

count=0
while [ $count -lt "$runs" ]; do
  once empty "$build/tests/bench/empty-window"
  once gouji "$build/src/app/gouji" "$sample"
  if command -v gnome-text-editor >/dev/null 2>&1; then
    once editor gnome-text-editor --standalone "$text"
  fi
  count=$((count + 1))
done

median () {
  sort -n "$1" | awk -v field="$2" '{ v[NR] = $field } END { print v[int ((NR + 1) / 2)] }'
}
column () {
  awk -v field="$2" '{ print $field }' "$1" > "$1.$2"
  median "$1.$2" 1
}

printf '%-28s %12s %12s\n' '' 'picture ms' 'memory KiB'
for name in empty gouji editor; do
  [ -e "$work/$name" ] || continue
  printf '%-28s %12s %12s\n' "$name" "$(column "$work/$name" 1)" "$(column "$work/$name" 2)"
done
awk -v g="$(column "$work/gouji" 1)" -v e="$(column "$work/empty" 1)" \
    -v gm="$(column "$work/gouji" 2)" -v em="$(column "$work/empty" 2)" 'BEGIN {
  printf "gouji / empty window: %.2f (goal at most 1.30)\n", g / e
  printf "memory above the empty window: %.1f MB (goal at most 20)\n", (gm - em) / 1024 }'
if [ -e "$work/editor" ]; then
  awk -v g="$(column "$work/gouji" 1)" -v t="$(column "$work/editor" 1)" 'BEGIN {
    printf "gouji / GNOME Text Editor: %.2f (goal at most 0.60)\n", g / t }'
else
  echo 'GNOME Text Editor is not installed: not compared'
fi
