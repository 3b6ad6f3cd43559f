#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Desktop file, metainfo, schemas, templates, forms and samples, each by its own tool.
. "$(dirname -- "$0")/tap.sh"

id=io.github.gouji.Gouji
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# tool NAME WHAT COMMAND…: runs it when it is installed; its output is the complaint.
tool () {
  what=$1
  program=$2
  shift
  if ! command -v "$program" >/dev/null 2>&1; then
    skip "$what" "$program is not installed"
  elif output=$("$@" 2>&1); then
    result "$what" ''
  else
    result "$what" "${output:-failed}"
  fi
}

cp "data/$id.desktop.in" "$work/$id.desktop"
tool 'desktop file' desktop-file-validate "$work/$id.desktop"
cp "data/$id.metainfo.xml.in" "$work/$id.metainfo.xml"
tool 'metainfo' appstreamcli validate --no-net "$work/$id.metainfo.xml"
[ ! -e "data/$id.gschema.xml" ] ||
  tool 'settings schema' glib-compile-schemas --strict --dry-run data
for form in $(files 'data/forms/*.xml' | grep -v gresource); do
  tool "form ${form##*/}" xmllint --noout --nonet --relaxng data/schema/form.rng "$form"
done
for sample in $(files 'data/samples/*.gouji'); do
  tool "sample ${sample##*/}" xmllint --noout --nonet --relaxng data/schema/report.rng "$sample"
done
for icon in $(files 'data/icons/*.svg'); do
  tool "icon ${icon##*/}" xmllint --noout --nonet "$icon"
done

# A template class and its .ui share their name, and ids are the struct's fields.
complaints=$(for ui in $(files 'ui/*.ui'); do
  xmllint --noout --nonet "$ui" 2>&1
  class=$(sed -n 's/.*<template class="\([^"]*\)".*/\1/p' "$ui")
  [ -n "$class" ] || continue
  base=$(basename "$ui" .ui)
  source=$(files "src/app/*/$base.c")
  if [ -z "$source" ]; then
    echo "$ui: there is no $base.c"
    continue
  fi
  grep -q "/$base\.ui\"" "$source" || echo "$source: does not use $ui"
  for child in $(sed -n 's/.*gtk_widget_class_bind_template_child (widget_class, [A-Za-z]*, \([a-z_]*\)).*/\1/p' "$source"); do
    grep -q "id=\"$child\"" "$ui" || echo "$source: $child is not in $ui"
  done
  grep -nE 'id="[^"]*[-A-Z]' "$ui" | sed "s|^|$ui: id not in snake_case: |"
done)
result 'templates and classes agree' "$complaints"

manifest=$(grep -nE -- '--(share=network|filesystem|socket=session-bus|talk-name)' "flatpak/$id.yml")
result 'the sandbox has neither network nor files' "$manifest"

finish
