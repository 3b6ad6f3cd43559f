/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-chart.h"

G_BEGIN_DECLS

/**
 * GjEntryKind:
 * @GJ_ENTRY_TITLE: the title; there is one, and it comes first
 * @GJ_ENTRY_SUBTITLE: a line below the title
 * @GJ_ENTRY_REMARK: what to know before reading on
 * @GJ_ENTRY_HEADING: a heading
 * @GJ_ENTRY_SUBHEADING: a heading below that
 * @GJ_ENTRY_PARAGRAPH: words
 * @GJ_ENTRY_ITEM: one of a list, after its mark
 * @GJ_ENTRY_TABLE: a table, with a chart beside it when there is one
 * @GJ_ENTRY_CHARTS: charts, each of its own scale
 * @GJ_ENTRY_PASSAGES: two texts side by side
 * @GJ_ENTRY_PAGE: what follows begins on a new page
 */
typedef enum
{
  GJ_ENTRY_TITLE,
  GJ_ENTRY_SUBTITLE,
  GJ_ENTRY_REMARK,
  GJ_ENTRY_HEADING,
  GJ_ENTRY_SUBHEADING,
  GJ_ENTRY_PARAGRAPH,
  GJ_ENTRY_ITEM,
  GJ_ENTRY_TABLE,
  GJ_ENTRY_CHARTS,
  GJ_ENTRY_PASSAGES,
  GJ_ENTRY_PAGE,
} GjEntryKind;

/**
 * GjDossierColumn:
 * @width: how wide it is on paper, in mm
 * @is_number: whether numbers stand in it, at its right
 *
 * A column of a table.
 */
typedef struct
{
  char     *head;
  double    width;
  gboolean  is_number;
} GjDossierColumn;

/**
 * GjDossierRow:
 * @texts: (array zero-terminated=1): one for each column
 * @is_strong: whether it stands out: a number that changed much
 * @is_changed: whether its numbers are not the same
 *
 * A row of a table.
 */
typedef struct
{
  char     **texts;
  gboolean   is_strong;
  gboolean   is_changed;
} GjDossierRow;

/**
 * GjDossierRun:
 * @is_number: whether it is a number that was changed
 * @is_note: whether it is no part of the text: where something went, or came from
 *
 * Words of one side of a passage.
 */
typedef struct
{
  GjTextChangeKind kind;
  gboolean         is_number;
  gboolean         is_note;
  char            *text;
} GjDossierRun;

/**
 * GjDossierSide:
 * @label: which paragraphs these are, and what became of them
 * @runs: (nullable) (element-type GjDossierRun): the words; %NULL when this side has none
 *
 * One side of a passage.
 */
typedef struct
{
  char   *label;
  GArray *runs;
} GjDossierSide;

/**
 * GjDossierPassage:
 *
 * Paragraphs side by side.
 */
typedef struct
{
  GjDossierSide old_side;
  GjDossierSide new_side;
} GjDossierPassage;

/**
 * GjDossierEntry:
 * @text: (nullable): the words; of a table its name
 * @mark: (nullable): the mark before an item
 * @heads: (nullable): over the two sides of passages
 * @columns: (nullable) (element-type GjDossierColumn)
 * @rows: (nullable) (element-type GjDossierRow)
 * @charts: (nullable) (element-type GjChart)
 * @passages: (nullable) (element-type GjDossierPassage)
 *
 * One thing in a dossier.
 */
typedef struct
{
  GjEntryKind  kind;
  char        *text;
  char        *mark;
  char        *heads[2];
  GPtrArray   *columns;
  GPtrArray   *rows;
  GPtrArray   *charts;
  GPtrArray   *passages;
} GjDossierEntry;

/**
 * GjDossier:
 *
 * A comparison as it is put on file: what paper and page say, in Chinese, in the same
 * words and the same order.
 */
typedef struct _GjDossier GjDossier;

GjDossier *           gj_dossier_new           (GjReport            *old_report,
                                                const char          *old_name,
                                                GjReport            *new_report,
                                                const char          *new_name);
GjDossier *           gj_dossier_new_for_trend (GjReport *const     *reports,
                                                const char *const   *names,
                                                guint                n_reports,
                                                GjTrendFlags         flags);
void                  gj_dossier_free          (GjDossier           *self);
guint                 gj_dossier_get_n_entries (const GjDossier     *self);
const GjDossierEntry *gj_dossier_get_entry     (const GjDossier     *self,
                                                guint                index);
const char *          gj_dossier_get_title     (const GjDossier     *self);
const char *          gj_dossier_get_body      (const GjDossier     *self);
const char *          gj_dossier_get_line      (const GjDossier     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDossier, gj_dossier_free)

G_END_DECLS
