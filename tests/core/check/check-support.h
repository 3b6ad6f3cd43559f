/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

#define FORM_2021 "guoban-2021"
#define FORM_2019 "guoban-2019"

/* A small form of its own: every kind of relation, every type of cell. */

GjForm *    test_form_get        (void);

/* Reports in which every relation holds: all zero, or filled at random. */

GjReport *  zero_report_new      (GjForm     *form);
GjReport *  filled_report_new    (GjForm     *form,
                                  guint32     seed);

guint       cell_find            (GjReport   *report,
                                  const char *id);
void        cell_set             (GjReport   *report,
                                  const char *id,
                                  const char *text);
void        cell_set_index       (GjReport   *report,
                                  guint       cell,
                                  const char *text);
void        narrative_set        (GjReport   *report,
                                  const char *section,
                                  const char *text);

/* The findings in one string, "A03 violated error | …", for tables of cases. */

char *      findings_to_string   (GPtrArray  *findings);
GjFinding * findings_find        (GPtrArray  *findings,
                                  const char *check);
guint       findings_count       (GPtrArray  *findings,
                                  const char *check);

G_END_DECLS
