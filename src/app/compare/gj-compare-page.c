/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-page.h"

#include <glib/gi18n-lib.h>

#include "gj-compare-beside.h"
#include "gj-compare-chart.h"
#include "gj-compare-fields.h"
#include "gj-compare-relations.h"
#include "gj-compare-summary.h"
#include "gj-compare-table.h"
#include "gj-compare-text.h"

/* Beside a table a text takes so much of the page. */
#define TEXT_LIMIT 230

/* A preface is seen whole, if it is none that goes on and on. */
#define PREFACE_LIMIT 560

/**
 * GjComparePage:
 *
 * One tab of a comparison. Its parts know where they differ; the page goes through them in
 * the order of the screen.
 */
struct _GjComparePage
{
  GtkWidget        parent_instance;

  GjCompare       *compare;
  guint            section;

  GtkBox          *content;
  GtkLabel        *heading;
  GtkLabel        *summary;
  GtkBox          *parts;
  GjCompareFields *fields;
  GjCompareText   *before;
  GjCompareTable  *table;
  GjCompareText   *after;

  guint            position;
  guint            update_id;
};

G_DEFINE_FINAL_TYPE (GjComparePage, gj_compare_page, GTK_TYPE_WIDGET)

enum { NOTICE, SAVE_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GjForm *
get_form (GjComparePage *self)
{
  return gj_report_get_form (gj_compare_get_report (self->compare, TRUE));
}

static guint
get_text_section (GjComparePage *self)
{
  return self->section == GJ_COVER
         ? gj_report_get_preface (gj_compare_get_report (self->compare, TRUE)) : self->section;
}

static void
show_heading (GjComparePage *self)
{
  GjReport *report = gj_compare_get_report (self->compare, TRUE);
  const char *heading;

  if (self->section == GJ_COVER)
    {
      gtk_label_set_label (self->heading, _("Cover and Preface"));
      return;
    }

  heading = gj_report_get_heading (report, self->section);
  if (heading == NULL || *heading == '\0')
    heading = gj_label_get_current (&gj_form_get_section (get_form (self),
                                                          self->section)->heading);
  gtk_label_set_label (self->heading, heading);
}

static gboolean
show_summary_cb (gpointer user_data)
{
  GjComparePage *self = user_data;
  guint n_changes = gj_compare_count_changes (self->compare, self->section);
  g_autofree char *same = gj_compare_dup_same_words (self->compare, get_text_section (self));
  g_autofree char *changes = NULL;
  g_autofree char *words = NULL;

  self->update_id = 0;
  changes = n_changes > 0
            ? g_strdup_printf (ngettext ("%u place has changed", "%u places have changed",
                                         n_changes), n_changes)
            : g_strdup (_("Nothing has changed"));
  words = same != NULL ? g_strdup_printf ("%s · %s", changes, same) : g_strdup (changes);
  gtk_label_set_label (self->summary, words);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GjComparePage *self,
            guint          section)
{
  if (section == self->section && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 13, show_summary_cb, self, NULL);
}

static void
notice_cb (GjComparePage *self,
           const char    *message)
{
  g_signal_emit (self, signals[NOTICE], 0, message);
}

static void
save_requested_cb (GjComparePage *self,
                   const char    *result)
{
  g_signal_emit (self, signals[SAVE_REQUESTED], 0, result);
}

static gboolean
has_text (GjComparePage   *self,
          gboolean         is_new,
          GjNarrativePart  part)
{
  guint section = is_new ? self->section
                         : gj_compare_find_old_section (self->compare, self->section);
  guint n_blocks;

  if (section == GJ_NONE)
    return FALSE;

  gj_narrative_part_find (gj_report_get_narrative (gj_compare_get_report (self->compare, is_new),
                                                   section), part, &n_blocks);

  return n_blocks > 0;
}

/* Beside a table there is only the text that somebody has written. */
static GjCompareText *
add_text (GjComparePage   *self,
          GjNarrativePart  part,
          gboolean         is_beside)
{
  GtkWidget *text;

  if (is_beside && !has_text (self, FALSE, part) && !has_text (self, TRUE, part))
    return NULL;

  text = gj_compare_text_new (self->compare, get_text_section (self), part);
  gtk_widget_add_css_class (text, is_beside ? "small-compare-text" : "large-compare-text");
  if (is_beside || self->section == GJ_COVER)
    gj_compare_text_set_limit (GJ_COMPARE_TEXT (text), is_beside ? TEXT_LIMIT : PREFACE_LIMIT);
  if (!is_beside)
    gtk_widget_set_vexpand (text, TRUE);
  gtk_box_append (self->parts, text);

  return GJ_COMPARE_TEXT (text);
}

/* The figures of the chart are those of the requests, all but two. */
static GtkWidget *
create_table_frame (GjComparePage *self)
{
  GjComparison *comparison = gj_compare_get_comparison (self->compare);
  GtkWidget *frame;

  if (!g_str_equal (gj_form_get_section (get_form (self), self->section)->id, "requests"))
    return GTK_WIDGET (self->table);

  frame = gj_compare_beside_new (GTK_WIDGET (self->table), gj_compare_chart_new (comparison));
  gtk_widget_set_vexpand (frame, TRUE);

  return frame;
}

static void
add_table (GjComparePage *self,
           guint          table)
{
  GtkWidget *relations;

  self->table = GJ_COMPARE_TABLE (gj_compare_table_new (self->compare, table));
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  g_signal_connect_object (self->table, "notice", G_CALLBACK (notice_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->parts, create_table_frame (self));

  relations = gj_compare_relations_new (self->compare, self->section);
  gtk_box_append (self->parts, relations);
}

/* Above the preface there may be more than the window has room for. */
static void
make_scrollable (GjComparePage *self)
{
  GtkWidget *parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), parts);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (self->parts, scroller);
  self->parts = GTK_BOX (parts);
}

/* What is said once, above the preface. */
static void
add_cards (GjComparePage *self)
{
  GtkWidget *summary = gj_compare_summary_new (self->compare);

  g_signal_connect_object (summary, "save-requested", G_CALLBACK (save_requested_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->parts, summary);
  self->fields = GJ_COMPARE_FIELDS (gj_compare_fields_new (self->compare));
  gtk_box_append (self->parts, GTK_WIDGET (self->fields));
  gtk_box_append (self->parts, gj_compare_chart_new (gj_compare_get_comparison (self->compare)));
}

static void
add_parts (GjComparePage *self)
{
  guint table = self->section == GJ_COVER
                ? GJ_NONE : gj_form_get_section (get_form (self), self->section)->table;

  if (self->section == GJ_COVER)
    {
      make_scrollable (self);
      add_cards (self);
    }
  self->before = add_text (self, GJ_NARRATIVE_BEFORE, table != GJ_NONE);
  if (table == GJ_NONE)
    return;

  add_table (self, table);
  self->after = add_text (self, GJ_NARRATIVE_AFTER, TRUE);
}

static gboolean
gj_compare_page_grab_focus (GtkWidget *widget)
{
  GjComparePage *self = GJ_COMPARE_PAGE (widget);

  if (self->table != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->table));

  return self->before != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->before));
}

static void
gj_compare_page_dispose (GObject *object)
{
  GjComparePage *self = GJ_COMPARE_PAGE (object);
  GtkWidget *content = GTK_WIDGET (self->content);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->fields = NULL;
  self->before = NULL;
  self->table = NULL;
  self->after = NULL;
  g_clear_pointer (&content, gtk_widget_unparent);
  self->content = NULL;
  g_clear_object (&self->compare);

  G_OBJECT_CLASS (gj_compare_page_parent_class)->dispose (object);
}

static void
gj_compare_page_class_init (GjComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_page_dispose;
  widget_class->grab_focus = gj_compare_page_grab_focus;

  signals[SAVE_REQUESTED] =
    g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GjComparePage, content);
  gtk_widget_class_bind_template_child (widget_class, GjComparePage, heading);
  gtk_widget_class_bind_template_child (widget_class, GjComparePage, summary);
  gtk_widget_class_bind_template_child (widget_class, GjComparePage, parts);
}

static void
gj_compare_page_init (GjComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->position = GJ_NONE;
}

GtkWidget *
gj_compare_page_new (GjCompare *compare,
                     guint      section)
{
  GjComparePage *self;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_PAGE, NULL);
  self->compare = g_object_ref (compare);
  self->section = section;
  show_heading (self);
  add_parts (self);
  show_summary_cb (self);
  g_signal_connect_object (compare, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_compare_get_report (compare, TRUE), "heading-changed",
                           G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Steps */

static guint
count_fields (GjComparePage *self)
{
  return self->fields != NULL ? gj_compare_fields_get_n_changes (self->fields) : 0;
}

static guint
count_text (GjCompareText *text)
{
  return text != NULL ? gj_compare_text_get_n_changes (text) : 0;
}

static guint
count_table (GjComparePage *self)
{
  return self->table != NULL ? gj_compare_table_get_n_changes (self->table) : 0;
}

static void
go_to (GjComparePage *self,
       guint          position)
{
  guint n_fields = count_fields (self);
  guint n_before = count_text (self->before);
  guint n_table = count_table (self);

  self->position = position;
  if (position < n_fields)
    {
      gj_compare_fields_go_to_change (self->fields, position);
      return;
    }

  position -= n_fields;
  if (position < n_before)
    gj_compare_text_go_to_change (self->before, position);
  else if (position < n_before + n_table)
    gj_compare_table_go_to_change (self->table, position - n_before);
  else
    gj_compare_text_go_to_change (self->after, position - n_before - n_table);
}

gboolean
gj_compare_page_step (GjComparePage *self,
                      int            direction,
                      gboolean       from_edge)
{
  guint n_changes;
  guint position;

  g_return_val_if_fail (GJ_IS_COMPARE_PAGE (self), FALSE);

  gj_compare_page_commit (self);
  n_changes = count_fields (self) + count_text (self->before) + count_table (self)
              + count_text (self->after);
  if (from_edge || self->position == GJ_NONE)
    position = direction > 0 ? 0 : n_changes - 1;
  else
    position = self->position + direction;

  if (position >= n_changes)
    {
      self->position = GJ_NONE;
      return FALSE;
    }

  go_to (self, position);

  return TRUE;
}

void
gj_compare_page_commit (GjComparePage *self)
{
  g_return_if_fail (GJ_IS_COMPARE_PAGE (self));

  if (self->fields != NULL)
    gj_compare_fields_commit (self->fields);
  if (self->table != NULL)
    gj_compare_table_commit (self->table);
}

gboolean
gj_compare_page_reveal_text (GjComparePage *self,
                             guint          start,
                             guint          end,
                             gboolean       is_new)
{
  GjCompareText *texts[2];

  g_return_val_if_fail (GJ_IS_COMPARE_PAGE (self), FALSE);

  texts[0] = self->before;
  texts[1] = self->after;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] == NULL)
        continue;
      if (!is_new && gj_compare_text_reveal_old (texts[i], start, end))
        return TRUE;
      if (is_new && gj_narrative_view_reveal (gj_compare_text_get_view (texts[i]), start, end))
        {
          gtk_widget_grab_focus (GTK_WIDGET (texts[i]));
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
gj_compare_page_go_to_cell (GjComparePage *self,
                            guint          cell,
                            gboolean       is_new)
{
  g_return_val_if_fail (GJ_IS_COMPARE_PAGE (self), FALSE);

  return self->table != NULL && gj_compare_table_go_to_cell (self->table, cell, is_new);
}

char *
gj_compare_page_dup_comment_place (GjComparePage *self,
                                   guint         *text_start,
                                   guint         *text_end)
{
  GjSelection *selection;
  GjCompareText *texts[2];
  guint cell;

  g_return_val_if_fail (GJ_IS_COMPARE_PAGE (self), NULL);

  selection = gj_session_get_selection (gj_compare_get_session (self->compare));
  texts[0] = self->before;
  texts[1] = self->after;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL
        && gj_narrative_view_get_words (gj_compare_text_get_view (texts[i]), text_start, text_end))
      return g_strdup (self->section == GJ_COVER
                       ? "preface" : gj_form_get_section (get_form (self), self->section)->id);

  *text_start = GJ_NONE;
  *text_end = GJ_NONE;
  cell = gj_selection_get_cell (selection);
  if (self->table != NULL && cell != GJ_NONE)
    return g_strdup (gj_form_get_cell (get_form (self), cell)->id);

  return g_strdup (self->section == GJ_COVER
                   ? "title" : gj_form_get_section (get_form (self), self->section)->id);
}
