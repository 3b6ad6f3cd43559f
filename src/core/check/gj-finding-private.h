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

  GjDecision *decision;
};

G_END_DECLS
