/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-text-private.h"

#include <glib/gi18n-lib.h>

#include "gj-narrative-lines.h"

#define LEAST_WIDTH 420
#define LEAST_HEIGHT 90

/**
 * GjCompareText:
 *
 * Two text views of which each paragraph begins at the height of the one that belongs to
 * it: the side that has less leaves room. The new side is the very view that a section is
 * written in (GjNarrativeView), with marks on it: caret, input methods, selections across
 * paragraphs, findings and the one history of steps work as they do there, which an entry
 * for each paragraph would have to imitate. Both scroll as text views do, so that only the
 * lines that are seen are laid out; a keystroke marks and measures its own line only.
 */
G_DEFINE_FINAL_TYPE (GjCompareText, gj_compare_text, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const tint_classes[GJ_N_TINTS] = {
  [GJ_TINT_MARK + GJ_MARK_QUIET] = "quiet",
  [GJ_TINT_MARK + GJ_MARK_MOVED] = "moved",
  [GJ_TINT_MARK + GJ_MARK_REMOVED] = "removed",
  [GJ_TINT_MARK + GJ_MARK_ADDED] = "added",
  [GJ_TINT_MARK + GJ_MARK_NUMBER] = "number",
  [GJ_TINT_PAPER + GJ_MARK_QUIET] = "quiet",
  [GJ_TINT_PAPER + GJ_MARK_MOVED] = "moved-paper",
  [GJ_TINT_PAPER + GJ_MARK_REMOVED] = "removed-paper",
  [GJ_TINT_PAPER + GJ_MARK_ADDED] = "added-paper",
  [GJ_TINT_PAPER + GJ_MARK_NUMBER] = "number-paper",
  [GJ_TINT_LINE] = "line",
  [GJ_TINT_CURRENT] = "current",
};

static gboolean
align_cb (gpointer user_data)
{
  GjCompareText *self = user_data;

  self->align_id = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    return G_SOURCE_REMOVE;

  if (_gj_compare_text_align (self) && self->limit > 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
queue_align (GjCompareText *self)
{
  if (self->align_id == 0)
    self->align_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 14, align_cb, self, NULL);
}

/* What was queued, now. */
void
_gj_compare_text_update (GjCompareText *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  _gj_compare_text_show (self);
  queue_align (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareText *self = user_data;

  self->update_id = 0;
  _gj_compare_text_update (self);

  return G_SOURCE_REMOVE;
}

/* After the buffer has taken over what has changed, before the next frame. */
static void
queue_update (GjCompareText *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 12, update_cb, self, NULL);
}

static void
changed_cb (GjCompareText *self,
            guint          section)
{
  guint preface = gj_report_get_preface (gj_compare_get_report (self->compare, TRUE));

  if (section == self->section || (section == GJ_COVER && self->section == preface))
    queue_update (self);
}

/* Whether the colours or the letters are others: all is looked at again. */
static void
tints_changed_cb (GjCompareText *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    for (guint j = 0; j < GJ_N_MARKS; j++)
      gj_compare_side_set_color (self->halves[i].side, j,
                                 gj_grid_ink_get_color (GJ_GRID_INK (self->tints[GJ_TINT_MARK + j])),
                                 j != GJ_MARK_QUIET
                                 ? gj_grid_ink_get_color (GJ_GRID_INK (self->tints[GJ_TINT_PAPER + j]))
                                 : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkAdjustment *
get_adjustment (GjCompareText *self,
                gboolean       is_new)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->halves[is_new].frame));
}

static void
scrolled_cb (GtkAdjustment *moved,
             GjCompareText *self)
{
  gboolean is_new = moved == get_adjustment (self, TRUE);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->following)
    return;

  self->following = TRUE;
  gtk_adjustment_set_value (get_adjustment (self, !is_new), gtk_adjustment_get_value (moved));
  self->following = FALSE;
}

/* Caret: what it stands in is said to those who do not see it. */
static void
caret_moved_cb (GjCompareText *self)
{
  GjTextHalf *half = &self->halves[TRUE];
  guint line = _gj_compare_text_get_caret_line (self);
  g_autofree char *words = NULL;

  if (line >= half->rows->len || g_array_index (half->rows, guint, line) >= self->rows->len)
    return;

  words = _gj_compare_text_dup_spoken (self, &g_array_index (self->rows, GjTextRow,
                                                             g_array_index (half->rows, guint, line)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  if (gj_compare_get_hide_same (self->compare))
    queue_update (self);
}

/* The style changes with every focus, the letters hardly ever. */
static gboolean
is_new_font (GjCompareText *self)
{
  const PangoFontDescription *font =
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (self->font != NULL && pango_font_description_equal (font, self->font))
    return FALSE;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);

  return TRUE;
}

static void
gj_compare_text_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GjCompareText *self = GJ_COMPARE_TEXT (widget);

  GTK_WIDGET_CLASS (gj_compare_text_parent_class)->css_changed (widget, change);

  if (self->compare == NULL || !is_new_font (self))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    gj_compare_side_forget_heights (self->halves[i].side);
  _gj_compare_text_forget_heads (self);
  queue_align (self);
}

static void
gj_compare_text_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GjCompareText *self = GJ_COMPARE_TEXT (widget);
  int height = MAX (self->content_height + 16, LEAST_HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    gtk_widget_measure (self->halves[i].frame, orientation, -1, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = LEAST_WIDTH;
  else
    *minimum = self->limit > 0 ? MIN (height, self->limit) : LEAST_HEIGHT;
  *natural = MAX (*natural, *minimum);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = *minimum;
}

static void
gj_compare_text_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GjCompareText *self = GJ_COMPARE_TEXT (widget);
  gboolean swapped = gj_compare_is_swapped (self->compare);

  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    {
      gboolean is_right = (i == TRUE) != swapped;
      int half = width / 2;

      gtk_widget_size_allocate (self->halves[i].frame,
                                &(GtkAllocation) { is_right ? half + 1 : 0, 0,
                                                   is_right ? width - half - 1 : half, height }, -1);
    }

  if (self->width != width)
    {
      self->width = width;
      for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
        gj_compare_side_forget_heights (self->halves[i].side);
      queue_align (self);
    }
}

static void
gj_compare_text_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (gj_compare_text_parent_class)->snapshot (widget, snapshot);
  _gj_compare_text_paint (GJ_COMPARE_TEXT (widget), snapshot);
}

static gboolean
gj_compare_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GJ_COMPARE_TEXT (widget)->view));
}

static void
gj_compare_text_dispose (GObject *object)
{
  GjCompareText *self = GJ_COMPARE_TEXT (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->align_id, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    {
      g_clear_pointer (&self->halves[i].side, gj_compare_side_free);
      g_clear_pointer (&self->halves[i].heads, g_ptr_array_unref);
      g_clear_pointer (&self->halves[i].paragraphs, g_array_unref);
      g_clear_pointer (&self->halves[i].rows, g_array_unref);
      g_clear_pointer (&self->halves[i].tails, g_array_unref);
    }
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_object (&self->compare);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gj_compare_text_parent_class)->dispose (object);
}

static void
gj_compare_text_class_init (GjCompareTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_text_dispose;
  widget_class->css_changed = gj_compare_text_css_changed;
  widget_class->measure = gj_compare_text_measure;
  widget_class->size_allocate = gj_compare_text_size_allocate;
  widget_class->snapshot = gj_compare_text_snapshot;
  widget_class->grab_focus = gj_compare_text_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "comparetext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gj_compare_text_init (GjCompareText *self)
{
  self->current = GJ_NONE;
  self->rows = g_array_new (FALSE, FALSE, sizeof (GjTextRow));
  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    {
      self->halves[i].paragraphs = g_array_new (FALSE, FALSE, sizeof (guint));
      self->halves[i].rows = g_array_new (FALSE, FALSE, sizeof (guint));
      self->halves[i].tails = g_array_new (FALSE, TRUE, sizeof (int));
    }
}

/* What the other side is read from never changes. */
static void
fill_old (GjCompareText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->old_view);
  guint section = gj_compare_find_old_section (self->compare, self->section);
  GjReport *report = gj_compare_get_report (self->compare, FALSE);
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  GjNarrative *narrative;
  GtkTextIter iter;
  guint n_blocks;
  guint first;

  if (section == GJ_NONE)
    return;

  narrative = gj_report_get_narrative (report, section);
  first = gj_narrative_part_find (narrative, self->part, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (lines, gj_block_ref (gj_narrative_get_block (narrative, first + i)));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gj_lines_insert (buffer, &iter, lines, 0, lines->len);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
name_view (GjCompareText *self,
           gboolean       is_new,
           GtkTextView   *view)
{
  g_autofree char *side = gj_compare_dup_side_name (self->compare, is_new);
  /* Translators: the text of one of two reports beside each other. */
  g_autofree char *name = g_strdup_printf (is_new ? _("%s, text of the section")
                                                  : _("%s, text of the section, read-only"), side);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_half (GjCompareText *self,
          gboolean       is_new,
          GtkTextView   *view)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), GTK_WIDGET (view));
  gtk_widget_set_parent (frame, GTK_WIDGET (self));
  self->halves[is_new].frame = frame;
  self->halves[is_new].side = gj_compare_side_new (view);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (frame)),
                           "value-changed", G_CALLBACK (scrolled_cb), self, 0);
  name_view (self, is_new, view);
}

static void
add_tints (GjCompareText *self)
{
  for (guint i = 0; i < GJ_N_TINTS; i++)
    {
      self->tints[i] = g_object_new (GJ_TYPE_GRID_INK, NULL);
      gtk_widget_add_css_class (self->tints[i], tint_classes[i]);
      gtk_widget_set_parent (self->tints[i], GTK_WIDGET (self));
      g_signal_connect_object (self->tints[i], "changed", G_CALLBACK (tints_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

GtkWidget *
gj_compare_text_new (GjCompare       *compare,
                     guint            section,
                     GjNarrativePart  part)
{
  GjCompareText *self;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_TEXT, NULL);
  self->compare = g_object_ref (compare);
  self->section = section;
  self->part = part;
  self->old_view = GTK_TEXT_VIEW (gj_narrative_view_new ());
  gtk_text_view_set_editable (self->old_view, FALSE);
  gtk_text_view_set_extra_menu (self->old_view, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->old_view), "read-only");
  fill_old (self);
  self->view = GJ_NARRATIVE_VIEW (gj_narrative_view_new ());
  gj_narrative_view_bind (self->view, gj_compare_get_session (compare), section, part);
  add_half (self, FALSE, self->old_view);
  add_half (self, TRUE, GTK_TEXT_VIEW (self->view));
  add_tints (self);
  tints_changed_cb (self);
  _gj_compare_text_update (self);

  g_signal_connect_object (compare, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (compare, "notify::hide-same", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (compare, "notify::numbers-only", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (compare, "notify::swapped", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                           "notify::cursor-position", G_CALLBACK (caret_moved_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

gboolean
gj_compare_text_is_empty (GjCompareText *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_TEXT (self), TRUE);

  return self->halves[FALSE].paragraphs->len + self->halves[TRUE].paragraphs->len == 0;
}

GjNarrativeView *
gj_compare_text_get_view (GjCompareText *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_TEXT (self), NULL);

  return self->view;
}

GtkTextView *
gj_compare_text_get_old_view (GjCompareText *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_TEXT (self), NULL);

  return self->old_view;
}

void
gj_compare_text_set_limit (GjCompareText *self,
                           int            limit)
{
  g_return_if_fail (GJ_IS_COMPARE_TEXT (self));

  self->limit = limit;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const GArray *
gj_compare_text_get_rows (GjCompareText *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_TEXT (self), NULL);

  return self->rows;
}
