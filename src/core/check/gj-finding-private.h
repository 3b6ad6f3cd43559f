/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding.h"

G_BEGIN_DECLS

struct _GjFinding
{
  GObject parent_instance;

  char       *check;
  GjSeverity  severity;
  GjOutcome   outcome;
  gboolean    mandatory;
  char       *key;
  char       *basis;

  char  *section;
  guint  order;
  guint *cells;
  guint  n_cells;
  guint  main_cell;
  char  *text;
  guint  start;
  guint  end;

  char  *last_file;
  guint *last_cells;
  guint  n_last_cells;
  char  *last_section;
  char  *last_text;
  guint  last_start;
  guint  last_end;

  char *left;
  char *right;
  char *difference;

  char *title;
  char *message;
  char *rule;
  char *source;

  char  *suggestion;
  guint  remedy_cell;
  char  *remedy_text;

  char       **reasons;
  GjDecision  *decision;
};

G_END_DECLS
