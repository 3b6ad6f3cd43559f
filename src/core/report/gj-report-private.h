/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/* A cell holds its text and the number read from it; both are set together, so that a
 * snapshot never computes anything. The text is a GRefString or lies in the table of
 * short numbers, which is never freed; NULL means that the cell is absent. */

typedef struct
{
  const char   *text;
  GjNumberText  number;
} GjReportCell;

struct _GjReport
{
  GObject        parent_instance;

  GjForm        *form;
  gboolean       frozen;

  guint          n_cells;
  guint          n_sections;

  /* NULL stands for "" in fields and for the form's own words in headings. */

  char          *fields[GJ_N_FIELDS];
  int            year;
  char          *variant;
  char         **headings;
  GjNarrative  **narratives;
  GjReportCell  *cells;

  GjSource      *source;
  GPtrArray     *decisions;
  GPtrArray     *comments;
  GPtrArray     *setting_names;
  GPtrArray     *setting_values;
};

typedef enum
{
  GJ_REPORT_SIGNAL_CELL_CHANGED,
  GJ_REPORT_SIGNAL_FIELD_CHANGED,
  GJ_REPORT_SIGNAL_HEADING_CHANGED,
  GJ_REPORT_SIGNAL_NARRATIVE_CHANGED,
  GJ_REPORT_SIGNAL_VARIANT_CHANGED,
  GJ_REPORT_SIGNAL_DECISION_CHANGED,
  GJ_REPORT_SIGNAL_COMMENT_CHANGED,
  GJ_REPORT_SIGNAL_SETTING_CHANGED,
  GJ_REPORT_N_SIGNALS,
} GjReportSignal;

extern guint _gj_report_signals[GJ_REPORT_N_SIGNALS];

void         _gj_report_cells_init    (void);
void         _gj_report_cell_set      (GjReportCell       *cell,
                                       const char         *text);
void         _gj_report_cell_copy     (GjReportCell       *cell,
                                       const GjReportCell *from);
void         _gj_report_cell_clear    (GjReportCell       *cell);

void         _gj_report_set_cell      (GjReport    *self,
                                       guint        cell,
                                       const char  *text);
void         _gj_report_set_field     (GjReport    *self,
                                       GjField      field,
                                       const char  *value);
void         _gj_report_set_heading   (GjReport    *self,
                                       guint        section,
                                       const char  *heading);
void         _gj_report_set_narrative (GjReport    *self,
                                       guint        section,
                                       GjNarrative *narrative);
void         _gj_report_set_variant   (GjReport    *self,
                                       const char  *variant);
void         _gj_report_set_decision  (GjReport    *self,
                                       const char  *key,
                                       GjDecision  *decision);
GjComment *  _gj_report_find_comment  (GjReport    *self,
                                       const char  *id);
void         _gj_report_set_comment   (GjReport    *self,
                                       const char  *id,
                                       GjComment   *comment);
const char * _gj_report_get_place     (GjReport    *self,
                                       guint        section);
void         _gj_report_move_comments (GjReport    *self,
                                       guint        section,
                                       GjTextShift  shift,
                                       gboolean     reverted);
void         _gj_report_set_setting   (GjReport    *self,
                                       const char  *name,
                                       const char  *value);

G_END_DECLS
