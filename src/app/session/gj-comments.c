/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comments.h"

#include <glib/gi18n-lib.h>

/* Threads stand in the order of the report: the report as a whole, the preface, then
 * section by section the section itself, its text and its cells, the signature last. */

typedef struct
{
  guint section;
  guint part;
  guint at;
  guint number;
} Order;

static Order
get_order (GjReport        *report,
           const GjComment *comment,
           guint            number)
{
  GjForm *form = gj_report_get_form (report);
  guint cell = gj_form_find_cell (form, comment->place);
  guint section = gj_form_find_section (form, comment->place);

  if (cell != GJ_NONE)
    {
      guint table = gj_form_get_cell (form, cell)->table;

      return (Order) { gj_form_get_table (form, table)->section + 2, 2, cell, number };
    }
  if (section != GJ_NONE)
    return (Order) { section + 2, gj_comment_has_words (comment), comment->start, number };
  if (g_str_equal (comment->place, "preface"))
    return (Order) { 1, gj_comment_has_words (comment), comment->start, number };
  if (g_str_equal (comment->place, "signature"))
    return (Order) { G_MAXUINT, 0, 0, number };

  return (Order) { 0, 0, 0, number };
}

static int
compare_comments (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  GPtrArray *all = gj_report_get_comments (user_data);
  const GjComment *first = *(GjComment *const *) a;
  const GjComment *second = *(GjComment *const *) b;
  guint numbers[2] = { 0, 0 };
  Order x, y;

  g_ptr_array_find (all, first, &numbers[0]);
  g_ptr_array_find (all, second, &numbers[1]);
  x = get_order (user_data, first, numbers[0]);
  y = get_order (user_data, second, numbers[1]);

  if (x.section != y.section)
    return x.section < y.section ? -1 : 1;
  if (x.part != y.part)
    return x.part < y.part ? -1 : 1;
  if (x.at != y.at)
    return x.at < y.at ? -1 : 1;

  return x.number < y.number ? -1 : x.number > y.number;
}

/* (transfer none) (nullable) */
GjComment *
gj_comments_find (GjReport   *report,
                  const char *id)
{
  GPtrArray *comments;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  comments = gj_report_get_comments (report);
  for (guint i = 0; id != NULL && i < comments->len; i++)
    {
      GjComment *comment = g_ptr_array_index (comments, i);

      if (g_str_equal (comment->id, id))
        return comment;
    }

  return NULL;
}

/* An answer belongs to the comment that began the thread, also when it answers an answer.
 * A ring of answers, which only a damaged file has, is as many threads. */
static const GjComment *
find_root (GjReport        *report,
           const GjComment *comment)
{
  guint n = gj_report_get_comments (report)->len;
  const GjComment *root = comment;

  for (guint i = 0; i <= n; i++)
    {
      const GjComment *above = gj_comments_find (report, root->answers);

      if (above == NULL)
        return root;
      root = above;
    }

  return comment;
}

/* (element-type GjComment) (transfer full) */
GPtrArray *
gj_comments_list_threads (GjReport *report)
{
  GPtrArray *threads = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_comment_unref);
  GPtrArray *comments;

  g_return_val_if_fail (GJ_IS_REPORT (report), threads);

  comments = gj_report_get_comments (report);
  for (guint i = 0; i < comments->len; i++)
    {
      GjComment *comment = g_ptr_array_index (comments, i);

      if (find_root (report, comment) == comment)
        g_ptr_array_add (threads, gj_comment_ref (comment));
    }
  g_ptr_array_sort_with_data (threads, compare_comments, report);

  return threads;
}

/* (element-type GjComment) (transfer full): all answers of the thread, in their order */
GPtrArray *
gj_comments_list_answers (GjReport        *report,
                          const GjComment *comment)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_comment_unref);
  GPtrArray *comments;

  g_return_val_if_fail (GJ_IS_REPORT (report), answers);
  g_return_val_if_fail (comment != NULL, answers);

  comments = gj_report_get_comments (report);
  for (guint i = 0; i < comments->len; i++)
    {
      GjComment *answer = g_ptr_array_index (comments, i);

      if (answer != comment && find_root (report, answer) == comment)
        g_ptr_array_add (answers, gj_comment_ref (answer));
    }

  return answers;
}

guint
gj_comments_count_open (GjReport *report)
{
  g_autoptr (GPtrArray) threads = NULL;
  guint n_open = 0;

  g_return_val_if_fail (GJ_IS_REPORT (report), 0);

  threads = gj_comments_list_threads (report);
  for (guint i = 0; i < threads->len; i++)
    if (!((GjComment *) g_ptr_array_index (threads, i))->done)
      n_open++;

  return n_open;
}

/* The section that a comment stands in, GJ_COVER for all else. */
guint
gj_comments_find_section (GjReport        *report,
                          const GjComment *comment)
{
  GjForm *form;
  guint cell;
  guint section;

  g_return_val_if_fail (GJ_IS_REPORT (report), GJ_COVER);
  g_return_val_if_fail (comment != NULL, GJ_COVER);

  form = gj_report_get_form (report);
  cell = gj_form_find_cell (form, comment->place);
  if (cell != GJ_NONE)
    return gj_form_get_table (form, gj_form_get_cell (form, cell)->table)->section;
  section = gj_form_find_section (form, comment->place);

  return section != GJ_NONE ? section : GJ_COVER;
}

/* What a place is called: a cell by its row and column, a section by its heading. */
char *
gj_comments_dup_place_name (GjReport   *report,
                            const char *place)
{
  GjForm *form;
  guint cell;
  guint section;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  form = gj_report_get_form (report);
  cell = gj_form_find_cell (form, place);
  section = gj_form_find_section (form, place);
  if (cell != GJ_NONE)
    return gj_form_dup_cell_name (form, cell, gj_report_get_variant (report),
                                  gj_language_get_current ());
  if (section != GJ_NONE)
    return g_strdup (gj_label_get_current (&gj_form_get_section (form, section)->heading));
  if (g_str_equal (place, "preface"))
    return g_strdup (_("Preface"));
  if (g_str_equal (place, "signature"))
    return g_strdup (_("Signature"));

  return g_strdup (_("The whole report"));
}

/* (nullable): the words of a text as they stand now; "" when they have gone */
char *
gj_comments_dup_words (GjReport   *report,
                       const char *place,
                       guint       start,
                       guint       end)
{
  g_autofree char *text = NULL;
  guint section;
  guint length;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  section = g_str_equal (place, "preface") ? gj_report_get_preface (report)
            : gj_form_find_section (gj_report_get_form (report), place);
  if (section == GJ_NONE || start == GJ_NONE)
    return NULL;

  text = gj_narrative_dup_text (gj_report_get_narrative (report, section));
  length = g_utf8_strlen (text, -1);
  start = MIN (start, length);

  return g_utf8_substring (text, start, CLAMP (end, start, length));
}

/* Who and when, as far as it is known. */
char *
gj_comments_dup_signature (const GjComment *comment)
{
  gboolean has_who;
  gboolean has_when;

  g_return_val_if_fail (comment != NULL, NULL);

  has_who = comment->who != NULL && *comment->who != '\0';
  has_when = comment->when != NULL && *comment->when != '\0';

  return g_strconcat (has_who ? comment->who : "", has_who && has_when ? " · " : "",
                      has_when ? comment->when : "", NULL);
}

/* Identifiers are numbered on, so that the newest comment stands last. */
static char *
dup_free_id (GjReport *report)
{
  GPtrArray *comments = gj_report_get_comments (report);
  guint64 last = 0;

  for (guint i = 0; i < comments->len; i++)
    {
      const char *id = ((GjComment *) g_ptr_array_index (comments, i))->id;
      guint64 number;

      if (*id == 'c' && g_ascii_string_to_unsigned (id + 1, 10, 1, G_MAXUINT32, &number, NULL))
        last = MAX (last, number);
    }

  return g_strdup_printf ("c%" G_GUINT64_FORMAT, last + 1);
}

static GjComment *
create_comment (GjSession  *self,
                const char *place,
                const char *text,
                const char *who)
{
  g_autofree char *id = dup_free_id (gj_session_get_report (self));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d");

  return gj_comment_new (id, place, who != NULL && *who != '\0' ? who : NULL, when, text);
}

static gboolean
push_comment (GjSession  *self,
              const char *label,
              const char *id,
              GjComment  *comment)
{
  g_autoptr (GjEdit) edit = gj_edit_new (label);

  gj_edit_set_comment (edit, gj_session_get_report (self), id, comment);

  return gj_session_push (self, edit);
}

gboolean
gj_session_add_comment (GjSession  *self,
                        const char *place,
                        guint       start,
                        guint       end,
                        const char *text,
                        const char *who)
{
  g_autoptr (GjComment) comment = NULL;
  g_autoptr (GjComment) placed = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  comment = create_comment (self, place, text, who);
  placed = gj_comment_dup_with_words (comment, start, end);

  return push_comment (self, _("Comment"), placed->id, placed);
}

gboolean
gj_session_answer_comment (GjSession  *self,
                           const char *id,
                           const char *text,
                           const char *who)
{
  GjComment *answered;
  g_autoptr (GjComment) comment = NULL;
  g_autoptr (GjComment) answer = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  answered = gj_comments_find (gj_session_get_report (self), id);
  if (answered == NULL)
    return FALSE;

  comment = create_comment (self, answered->place, text, who);
  answer = gj_comment_dup_as_answer (comment, id);

  return push_comment (self, _("Answer comment"), answer->id, answer);
}

gboolean
gj_session_reword_comment (GjSession  *self,
                           const char *id,
                           const char *text)
{
  GjComment *comment;
  g_autoptr (GjComment) changed = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  comment = gj_comments_find (gj_session_get_report (self), id);
  if (comment == NULL)
    return FALSE;

  changed = gj_comment_dup_with_text (comment, text);

  return push_comment (self, _("Change comment"), id, changed);
}

gboolean
gj_session_set_comment_done (GjSession  *self,
                             const char *id,
                             gboolean    done)
{
  GjComment *comment;
  g_autoptr (GjComment) changed = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  comment = gj_comments_find (gj_session_get_report (self), id);
  if (comment == NULL)
    return FALSE;

  changed = gj_comment_dup_with_done (comment, done);

  return push_comment (self, done ? _("Mark comment as done") : _("Reopen comment"), id, changed);
}

/* A comment takes its answers along. */
gboolean
gj_session_remove_comment (GjSession  *self,
                           const char *id)
{
  GjReport *report;
  GjComment *comment;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  report = gj_session_get_report (self);
  comment = gj_comments_find (report, id);
  if (comment == NULL)
    return FALSE;

  answers = gj_comments_list_answers (report, comment);
  edit = gj_edit_new (_("Delete comment"));
  gj_edit_set_comment (edit, report, id, NULL);
  for (guint i = 0; i < answers->len; i++)
    gj_edit_set_comment (edit, report, ((GjComment *) g_ptr_array_index (answers, i))->id, NULL);

  return gj_session_push (self, edit);
}
