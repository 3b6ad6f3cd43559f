/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-summary.h"

#include <glib/gi18n-lib.h>

/* More than this of a kind is in the file only. */
#define MOST_LINES 4

/**
 * GjCompareSummary:
 *
 * A card of short lines, made anew when the findings or the reports have changed and
 * somebody looks at it.
 */
struct _GjCompareSummary
{
  GtkWidget  parent_instance;

  GtkBox    *content;
  GtkLabel  *changed;
  GtkLabel  *gone;
  GtkLabel  *fresh;
  GtkLabel  *besides;

  GjCompare *compare;
  GPtrArray *old_findings;
  guint      update_id;
};

G_DEFINE_FINAL_TYPE (GjCompareSummary, gj_compare_summary, GTK_TYPE_WIDGET)

enum { SAVE_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GPtrArray *
list_findings (GjCompareSummary *self)
{
  GjSession *session = gj_compare_get_session (self->compare);
  GListModel *model = gj_checker_get_findings (gj_session_get_checker (session));
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (findings, g_list_model_get_item (model, i));

  return findings;
}

/* The older version never changes: what it had is found once. */
static GjVersionResult *
create_result (GjCompareSummary *self)
{
  g_autoptr (GPtrArray) new_findings = list_findings (self);

  if (self->old_findings == NULL)
    self->old_findings = gj_check_report (gj_compare_get_report (self->compare, FALSE), NULL);

  return gj_version_result_new (gj_compare_get_comparison (self->compare), self->old_findings,
                                new_findings);
}

static void
append_line (GString    *words,
             guint       index,
             guint       n_all,
             const char *line)
{
  if (index < MOST_LINES)
    g_string_append_printf (words, "\n%s", line);
  else if (index == MOST_LINES)
    g_string_append_printf (words, "\n%s", n_all > MOST_LINES ? "…" : "");
}

static void
show_findings (GtkLabel   *label,
               const char *title,
               GPtrArray  *findings)
{
  GString *words = g_string_new (title);
  g_autofree char *text = NULL;

  for (guint i = 0; i < findings->len; i++)
    append_line (words, i, findings->len, gj_finding_get_message (findings->pdata[i]));
  text = g_string_free (words, FALSE);
  gtk_label_set_label (label, text);
}

static void
show_changed (GjCompareSummary      *self,
              const GjVersionResult *result)
{
  guint n_cells = gj_version_result_count (result, GJ_REVISION_CELL);
  guint n_words = gj_version_result_count (result, GJ_REVISION_WORDS);
  guint n_rest = result->revisions->len - n_cells - n_words;
  g_autofree char *words = NULL;

  if (result->revisions->len == 0)
    words = g_strdup_printf (_("✓ The same: %u cells and the words of %u sections were held against each other."),
                             result->n_cells, result->n_sections);
  else
    words = g_strdup_printf (_("%u places changed: %u in tables, %u in texts, %u in title, signature and headings. %u cells were held against each other."),
                             result->revisions->len, n_cells, n_words, n_rest, result->n_cells);
  gtk_label_set_label (self->changed, words);
}

static void
show_besides (GjCompareSummary      *self,
              const GjVersionResult *result)
{
  GString *words = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  g_string_append_printf (words, _("Changed although no finding asked for it: %u"),
                          result->n_besides);
  for (guint i = 0; i < result->revisions->len; i++)
    {
      const GjRevision *revision = g_ptr_array_index (result->revisions, i);
      g_autofree char *line = NULL;

      if (revision->is_asked)
        continue;

      line = g_strdup_printf ("%s: %s → %s", revision->name,
                              revision->old_text != NULL ? revision->old_text : "—",
                              revision->new_text != NULL ? revision->new_text : "—");
      append_line (words, n++, result->n_besides, line);
    }
  text = g_string_free (words, FALSE);
  gtk_label_set_label (self->besides, text);
  gtk_widget_set_visible (GTK_WIDGET (self->besides), result->n_besides > 0);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareSummary *self = user_data;
  gboolean is_versions = !gj_compare_is_years (self->compare);
  g_autoptr (GjVersionResult) result = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *fresh = NULL;

  self->update_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), is_versions);
  if (!is_versions)
    return G_SOURCE_REMOVE;

  result = create_result (self);
  show_changed (self, result);
  gone = g_strdup_printf (ngettext ("✓ %u finding is gone", "✓ %u findings are gone",
                                    result->gone->len), result->gone->len);
  fresh = g_strdup_printf (ngettext ("%u new finding", "%u new findings", result->fresh->len),
                           result->fresh->len);
  show_findings (self->gone, gone, result->gone);
  show_findings (self->fresh, fresh, result->fresh);
  show_besides (self, result);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjCompareSummary *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_cb, self, NULL);
}

static void
gj_compare_summary_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gj_compare_summary_parent_class)->map (widget);
  queue_update (GJ_COMPARE_SUMMARY (widget));
}

/* Above there is who knows how files are written. */
static void
save_cb (GjCompareSummary *self)
{
  g_autofree char *text = gj_compare_summary_dup_text (self);

  g_signal_emit (self, signals[SAVE_REQUESTED], 0, text);
}

static void
gj_compare_summary_dispose (GObject *object)
{
  GjCompareSummary *self = GJ_COMPARE_SUMMARY (object);
  GtkWidget *content = GTK_WIDGET (self->content);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->old_findings, g_ptr_array_unref);
  g_clear_object (&self->compare);
  g_clear_pointer (&content, gtk_widget_unparent);
  self->content = NULL;

  G_OBJECT_CLASS (gj_compare_summary_parent_class)->dispose (object);
}

static void
gj_compare_summary_class_init (GjCompareSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_summary_dispose;
  widget_class->map = gj_compare_summary_map;

  signals[SAVE_REQUESTED] =
    g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-compare-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCompareSummary, content);
  gtk_widget_class_bind_template_child (widget_class, GjCompareSummary, changed);
  gtk_widget_class_bind_template_child (widget_class, GjCompareSummary, gone);
  gtk_widget_class_bind_template_child (widget_class, GjCompareSummary, fresh);
  gtk_widget_class_bind_template_child (widget_class, GjCompareSummary, besides);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
gj_compare_summary_init (GjCompareSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_compare_summary_new (GjCompare *compare)
{
  GjCompareSummary *self;
  GjSession *session;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_SUMMARY, NULL);
  self->compare = g_object_ref (compare);
  session = gj_compare_get_session (compare);
  update_cb (self);
  g_signal_connect_object (compare, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_checker_get_findings (gj_session_get_checker (session)),
                           "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

char *
gj_compare_summary_dup_text (GjCompareSummary *self)
{
  g_autoptr (GjVersionResult) result = NULL;

  g_return_val_if_fail (GJ_IS_COMPARE_SUMMARY (self), NULL);

  result = create_result (self);

  return gj_version_result_dup_text (result, gj_compare_get_comparison (self->compare),
                                     gj_compare_get_file_name (self->compare, FALSE),
                                     gj_compare_get_file_name (self->compare, TRUE));
}
