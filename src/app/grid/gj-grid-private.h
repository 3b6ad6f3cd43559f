/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-cell.h"
#include "gj-grid-model.h"
#include "gj-grid.h"

G_BEGIN_DECLS

/* How the editor was opened: by typing, then the arrow keys leave it; or by F2 or a
 * double click, then they move the caret. */

typedef enum
{
  GJ_EDITING_NOT,
  GJ_EDITING_TYPED,
  GJ_EDITING_OPENED,
} GjEditing;

/* Items are children in reading order. Columns and lines are offsets in pixels of the
 * unscrolled table, with the total at the end. Active is the cell of the keyboard, extent
 * the far corner of the selected range; both are GJ_NONE or cells of the model. */

struct _GjGrid
{
  GtkWidget            parent_instance;

  GjSession           *session;
  GSignalGroup        *session_signals;
  GSignalGroup        *history_signals;
  GSignalGroup        *selection_signals;
  GSignalGroup        *findings_signals;
  guint                table;

  GjGridModel         *model;
  GPtrArray           *items;
  GjGridCell         **cells;
  guint                n_cells;
  GtkWidget           *inks[GJ_N_INKS];
  GjGridPalette        palette;
  gboolean             has_palette;
  GtkWidget           *describer;
  GtkWidget           *menu;

  GtkAdjustment       *hadjustment;
  GtkAdjustment       *vadjustment;
  GtkScrollablePolicy  hscroll_policy;
  GtkScrollablePolicy  vscroll_policy;
  PangoFontDescription *font;
  int                 *least;
  int                 *natural;
  int                 *columns;
  int                 *lines;
  gboolean             has_needs;
  int                  laid_out_width;

  guint                active;
  guint                extent;
  guint                goal;
  guint                pressed;
  guint                marks_source;

  GtkWidget           *editor;
  GjEditing            editing;
  guint                edited;
  gboolean             composing;
  gboolean             closing;
  gboolean             enter_right;
};

/* gj-grid.c */
GjReport *    _gj_grid_get_report         (GjGrid              *self);
GjForm *      _gj_grid_get_form           (GjGrid              *self);
GjGridCell *  _gj_grid_get_cell           (GjGrid              *self,
                                           guint                cell);
void          _gj_grid_notice             (GjGrid              *self,
                                           const char          *message);
gboolean      _gj_grid_require_editable   (GjGrid              *self);
char *        _gj_grid_dup_cell_name      (GjGrid              *self,
                                           guint                cell);
void          _gj_grid_request_totals     (GjGrid              *self);

/* gj-grid-session.c: what happens in the session */
void          _gj_grid_init_session       (GjGrid              *self);

/* gj-grid-build.c: items from the model, texts from the report */
void          _gj_grid_build              (GjGrid              *self);
void          _gj_grid_clear              (GjGrid              *self);
void          _gj_grid_update_cell        (GjGrid              *self,
                                           guint                cell);
void          _gj_grid_update_words       (GjGrid              *self,
                                           guint                cell);

/* gj-grid-sizes.c: widths of columns and heights of lines */
void          _gj_grid_forget_sizes       (GjGrid              *self);
void          _gj_grid_forget_font        (GjGrid              *self);
void          _gj_grid_check_font         (GjGrid              *self);
void          _gj_grid_lay_out            (GjGrid              *self,
                                           int                  width);
int           _gj_grid_get_least_width    (GjGrid              *self);
int           _gj_grid_get_natural_width  (GjGrid              *self);

/* gj-grid-scroll.c: what is where in the window */
void          _gj_grid_init_scrolling     (GtkWidgetClass      *klass);
void          _gj_grid_set_adjustment     (GjGrid              *self,
                                           GtkAdjustment      **place,
                                           GtkAdjustment       *adjustment);
void          _gj_grid_allocate           (GjGrid              *self,
                                           int                  width,
                                           int                  height);
int           _gj_grid_get_fixed_width    (GjGrid              *self);
int           _gj_grid_get_fixed_height   (GjGrid              *self);
gboolean      _gj_grid_get_rectangle      (GjGrid              *self,
                                           const GjSlot        *slot,
                                           GdkRectangle        *rectangle);
const GjSlot *_gj_grid_find_slot          (GjGrid              *self,
                                           double               x,
                                           double               y);
void          _gj_grid_scroll_to          (GjGrid              *self,
                                           guint                cell);

/* gj-grid-paint.c */
void          _gj_grid_paint              (GjGrid              *self,
                                           GtkSnapshot         *snapshot);
void          _gj_grid_forget_palette     (GjGrid              *self);

/* gj-grid-select.c: active cell, range, keyboard focus */
GjGridRange   _gj_grid_get_range          (GjGrid              *self);
gboolean      _gj_grid_has_keyboard       (GjGrid              *self);
gboolean      _gj_grid_has_range          (GjGrid              *self);
void          _gj_grid_go                 (GjGrid              *self,
                                           guint                cell);
void          _gj_grid_extend             (GjGrid              *self,
                                           guint                cell);
gboolean      _gj_grid_move               (GjGrid              *self,
                                           GjGridMove           move,
                                           gboolean             extend);
void          _gj_grid_select_all         (GjGrid              *self);
void          _gj_grid_select_slot        (GjGrid              *self,
                                           const GjSlot        *slot);
void          _gj_grid_follow_selection   (GjGrid              *self);

/* gj-grid-marks.c: findings on cells */
void          _gj_grid_queue_marks        (GjGrid              *self);
void          _gj_grid_update_marks       (GjGrid              *self);

/* gj-grid-comments.c: comments on cells */
void          _gj_grid_update_comments    (GjGrid              *self);

/* gj-grid-proposals.c: what follows from last year's report */
void          _gj_grid_update_proposals   (GjGrid              *self);
gboolean      _gj_grid_is_proposed        (GjGrid              *self,
                                           guint                cell);
void          _gj_grid_take_proposed      (GjGrid              *self);

/* gj-grid-tooltip.c */
gboolean      _gj_grid_fill_tooltip       (GjGrid              *self,
                                           int                  x,
                                           int                  y,
                                           gboolean             keyboard,
                                           GtkTooltip          *tooltip);

/* gj-grid-editor.c */
void          _gj_grid_init_editor        (GjGrid              *self);
gboolean      _gj_grid_edit               (GjGrid              *self,
                                           GjEditing            editing);
gboolean      _gj_grid_commit             (GjGrid              *self);
void          _gj_grid_restore            (GjGrid              *self);
void          _gj_grid_place_editor       (GjGrid              *self);

/* gj-grid-keys.c, gj-grid-pointer.c, gj-grid-commands.c, gj-grid-clipboard.c */
void          _gj_grid_init_keys          (GjGrid              *self);
void          _gj_grid_init_pointer       (GjGrid              *self);
void          _gj_grid_install_commands   (GtkWidgetClass      *klass);
void          _gj_grid_activate           (GjGrid              *self,
                                           const char          *name);
GMenuModel *  _gj_grid_create_menu        (void);
gboolean      _gj_grid_show_menu          (GjGrid              *self);
void          _gj_grid_update_commands    (GjGrid              *self);
void          _gj_grid_clear_cells        (GjGrid              *self,
                                           const char          *label);
gboolean      _gj_grid_copy               (GjGrid              *self);
void          _gj_grid_paste              (GjGrid              *self);

G_END_DECLS
