/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-compare-row.h"
#include "gj-compare-table.h"

G_BEGIN_DECLS

/**
 * GjCompareOrder:
 *
 * In which order the lines are.
 */
typedef enum
{
  GJ_ORDER_FORM,
  GJ_ORDER_DIFFERENCE,
  GJ_ORDER_RATIO,
} GjCompareOrder;

struct _GjCompareTable
{
  GtkWidget           parent_instance;

  GjCompare          *compare;
  guint               table;

  GtkWidget          *tools;
  GtkWidget          *column_choice;
  GtkWidget          *order_choice;
  GtkWidget          *head;
  GtkWidget          *overlay;
  GtkListView        *list;
  GtkWidget          *editor;
  GtkWidget          *nothing;
  GjCompareLook       look;
  GListStore         *items;
  GtkSingleSelection *selection;
  GHashTable         *lines;
  GPtrArray          *column_ids;
  guint               edited;
  guint               update_id;
  gboolean            composing;
  gboolean            following;
};

/* gj-compare-table.c */
void            _gj_compare_table_queue_update
  (GjCompareTable  *self);
GjCompareItem * _gj_compare_table_get_item   (GjCompareTable  *self);
GjCompareRow *  _gj_compare_table_get_line   (GjCompareTable  *self,
                                              GjCompareItem   *item);

/* gj-compare-table-list.c: the lines as far as they are seen */
void            _gj_compare_table_init_list  (GjCompareTable  *self);

/* gj-compare-table-follow.c: the session's cell and findings */
void            _gj_compare_table_follow     (GjCompareTable  *self);
void            _gj_compare_table_select     (GjCompareTable  *self,
                                              guint            position);

/* gj-compare-table-items.c: which lines there are */
void            _gj_compare_table_list_columns
  (GjCompareTable  *self);
void            _gj_compare_table_fill       (GjCompareTable  *self,
                                              GjCompareOrder   order,
                                              const char      *column);
const char *    _gj_compare_table_get_column_of
  (const char      *id);

/* gj-compare-table-editor.c */
void            _gj_compare_table_init_editor
  (GjCompareTable  *self);
void            _gj_compare_table_restore    (GjCompareTable  *self);

G_END_DECLS
