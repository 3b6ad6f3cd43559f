/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare-window.h"
#include "gj-compare-row.h"
#include "gj-compare-table.h"
#include "gj-compare-text.h"
#include "gj-finding-card.h"
#include "gj-year-breaks.h"

/* Each break between two years is seen where it stands, and stands in the pane, as soon as
 * the two reports are beside each other; whoever chooses its card is led there. */

static GjFinding *
dup_finding (CompareWindow *self,
             const char    *check)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (gj_finding_get_check (finding), check))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static gboolean
is_card_seen (GtkWidget *widget,
              GjFinding *finding)
{
  if (GJ_IS_FINDING_CARD (widget) && gtk_widget_get_mapped (widget))
    {
      GjFindingGroup *group = gj_finding_card_get_group (GJ_FINDING_CARD (widget));

      return group != NULL && gj_finding_group_find (group, finding) != GJ_NONE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_card_seen (child, finding))
      return TRUE;

  return FALSE;
}

/* What a widget that is seen says, if anything. */
static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  return NULL;
}

static gboolean
are_words_seen (GtkWidget  *widget,
                const char *words)
{
  const char *said = gtk_widget_get_mapped (widget) ? get_words (widget) : NULL;

  if (said != NULL && strstr (said, words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (are_words_seen (child, words))
      return TRUE;

  return FALSE;
}

static GjCompareItem *
find_item (GtkWidget *widget,
           guint      cell)
{
  if (GJ_IS_COMPARE_ROW (widget) && gtk_widget_get_mapped (widget))
    {
      GjCompareItem *item = gj_compare_row_get_item (GJ_COMPARE_ROW (widget));

      return item != NULL && gj_compare_item_get_pair (item)->new_cell == cell ? item : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GjCompareItem *item = find_item (child, cell);

      if (item != NULL)
        return item;
    }

  return NULL;
}

/* Its line is there and says what the finding says. */
static void
assert_cell_seen (CompareWindow *self,
                  GjFinding     *finding)
{
  GtkWidget *table = compare_window_find (GTK_WIDGET (self->window), GJ_TYPE_COMPARE_TABLE);
  GjCompareItem *item;

  g_assert_nonnull (table);
  item = find_item (table, gj_finding_get_main_cell (finding));
  g_assert_nonnull (item);
  g_assert_cmpuint (gj_compare_item_get_severity (item), !=, GJ_NONE);
  g_assert_nonnull (strstr (gj_compare_item_get_problem (item), gj_finding_get_message (finding)));
}

static guint
count_tags (CompareWindow *self,
            const char    *words)
{
  GtkWidget *text = compare_window_find (GTK_WIDGET (self->window), GJ_TYPE_COMPARE_TEXT);
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  GtkTextIter start;
  g_autoptr (GSList) tags = NULL;

  g_assert_nonnull (text);
  buffer = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (gj_compare_text_get_view (GJ_COMPARE_TEXT (text))));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, words, 0, &start, NULL, NULL));
  tags = gtk_text_iter_get_tags (&start);

  return g_slist_length (tags);
}

/* The words lie on the tint of what is selected, and only as long as it is. */
static void
assert_words_marked (CompareWindow *self,
                     const char    *words)
{
  guint n_tags = count_tags (self, words);

  gj_selection_set_finding (gj_session_get_selection (self->session), NULL);
  compare_window_settle ();
  g_assert_cmpuint (count_tags (self, words), ==, n_tags - 1);
}

static void
test_break (gconstpointer data)
{
  const GjYearBreak *one = data;
  CompareWindow self = { 0 };
  g_autoptr (GjFinding) finding = NULL;
  const char *words;
  guint start;
  guint end;

  compare_window_open (&self, gj_year_break_create_report (one, FALSE),
                       gj_year_break_create_report (one, TRUE));
  finding = dup_finding (&self, one->check);
  g_assert_nonnull (finding);

  gj_session_go_to_finding (self.session, finding);
  compare_window_settle ();
  g_assert_true (is_card_seen (GTK_WIDGET (self.window), finding));

  if (gj_finding_get_main_cell (finding) != GJ_NONE)
    assert_cell_seen (&self, finding);
  else if (gj_finding_get_text (finding, &words, &start, &end) && start < end)
    assert_words_marked (&self, words);
  else if (g_str_equal (one->check, "C10"))
    g_assert_true (are_words_seen (GTK_WIDGET (self.window), "100"));
  else
    g_assert_true (are_words_seen (GTK_WIDGET (self.window), one->old_text)
                   && are_words_seen (GTK_WIDGET (self.window), one->new_text));

  compare_window_close (&self);
}

int
main (int    argc,
      char **argv)
{
  compare_window_init_test (&argc, &argv);
  for (guint i = 0; i < gj_n_year_breaks; i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/compare-breaks/%s", gj_year_breaks[i].check);

      g_test_add_data_func (path, &gj_year_breaks[i], test_break);
    }

  return g_test_run ();
}
