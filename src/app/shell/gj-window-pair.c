/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-file-filters.h"

/* Two files in one window, side by side. Both are read before either is shown, for only the
 * reports themselves say which is the newer one, which can be edited. */

typedef struct _Pair Pair;

typedef struct
{
  Pair      *pair;
  GFile     *file;
  GjSession *session;
  GError    *error;
} Half;

struct _Pair
{
  GjWindow     *window;
  GCancellable *cancellable;
  Half          halves[2];
  guint         n_reading;
  gboolean      is_order_known;
};

static void
pair_free (Pair *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    {
      g_clear_object (&self->halves[i].file);
      g_clear_object (&self->halves[i].session);
      g_clear_error (&self->halves[i].error);
    }
  g_clear_object (&self->cancellable);
  g_clear_object (&self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pair, pair_free)

static Pair *
pair_new (GjWindow *window,
          GFile    *older,
          GFile    *newer)
{
  Pair *self = g_new0 (Pair, 1);

  self->window = g_object_ref (window);
  self->halves[0].file = g_object_ref (older);
  self->halves[1].file = g_object_ref (newer);
  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    self->halves[i].pair = self;

  return self;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/* What came of it */

static gint64
get_modified (const Half *half)
{
  GjDocument *document = gj_session_get_document (half->session);
  const GjFileStamp *stamp = gj_document_get_stamp (document);

  return gj_file_stamp_get_modified (stamp != NULL ? stamp : gj_document_get_origin_stamp (document));
}

/* The year tells; of two of one year, and where one does not state it, the one that was
 * changed later, unless somebody has said which. */
static guint
find_newer (const Pair *pair)
{
  int first = gj_report_get_year (gj_session_get_report (pair->halves[0].session));
  int second = gj_report_get_year (gj_session_get_report (pair->halves[1].session));

  if (first > 0 && second > 0 && first != second)
    return second > first ? 1 : 0;
  if (pair->is_order_known)
    return 1;

  return get_modified (&pair->halves[1]) >= get_modified (&pair->halves[0]) ? 1 : 0;
}

/* One that is open already, with what may have been changed in it, stays the one. */
static GjWindow *
find_open (GjWindow *self,
           GFile    *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application != NULL ? gj_window_find (application, file) : NULL;
}

static void
leave (GjWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    _gj_window_show_start (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Where the report of a half is now. */
static GjWindow *
use_window (GjWindow   *self,
            const Half *half)
{
  GjWindow *window = find_open (self, half->file);

  if (window != NULL)
    {
      leave (self);
      return window;
    }

  _gj_window_take_session (self, half->session);

  return self;
}

static void
show_pair (const Pair *pair)
{
  const Half *newer = &pair->halves[find_newer (pair)];
  const Half *older = &pair->halves[newer == &pair->halves[0] ? 1 : 0];
  GjWindow *window = use_window (pair->window, newer);
  g_autofree char *name = dup_name (older->file);

  gj_window_compare (window, gj_session_get_report (older->session), name);
  _gj_window_present_now (window);
}

/* Of two files it must be said which one. */
static char *
dup_problem (const Half *half)
{
  g_autofree char *name = dup_name (half->file);

  if (strstr (half->error->message, name) != NULL)
    return g_strdup (half->error->message);

  /* Translators: the name of a file, and why it cannot be read. */
  return g_strdup_printf (_("“%1$s”: %2$s"), name, half->error->message);
}

static GError *
create_error (const Pair *pair,
              const Half *readable)
{
  const Half *broken = &pair->halves[readable == &pair->halves[0] ? 1 : 0];
  g_autofree char *problem = dup_problem (broken);
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;

  if (readable != NULL)
    {
      name = dup_name (readable->file);
      rest = g_strdup_printf (_("There is nothing to compare “%s” with; it is open alone."), name);
    }
  else
    {
      rest = dup_problem (&pair->halves[1]);
    }

  return g_error_new (broken->error->domain, broken->error->code, "%s\n\n%s", problem, rest);
}

/* What can be read is there to be read, also alone. */
static void
show_rest (const Pair *pair)
{
  const Half *readable = NULL;
  GjWindow *window = pair->window;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pair->halves); i++)
    if (pair->halves[i].session != NULL)
      readable = &pair->halves[i];

  error = create_error (pair, readable);
  if (readable != NULL)
    window = use_window (pair->window, readable);
  else
    _gj_window_show_start (pair->window);
  _gj_window_present_now (window);
  _gj_window_say_not_opened (window, error);
}

static void
finish (const Pair *pair)
{
  GjWindow *self = pair->window;

  /* The window has gone. */
  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (pair->cancellable))
    {
      _gj_window_show_start (self);
      _gj_window_present_now (self);
    }
  else if (pair->halves[0].session != NULL && pair->halves[1].session != NULL)
    {
      show_pair (pair);
    }
  else
    {
      show_rest (pair);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Half *half = user_data;

  half->session = gj_session_open_finish (result, &half->error);
  if (--half->pair->n_reading > 0)
    return;

  finish (half->pair);
  pair_free (half->pair);
}

/* @is_order_known: whether somebody has said which is the older one */
void
gj_window_open_pair (GjWindow *self,
                     GFile    *older,
                     GFile    *newer,
                     gboolean  is_order_known)
{
  GjWindow *window = self;
  Pair *pair;

  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (older));
  g_return_if_fail (G_IS_FILE (newer));

  if (self->session != NULL || self->busy)
    window = gj_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  pair = pair_new (window, older, newer);
  pair->is_order_known = is_order_known;
  _gj_window_begin_reading (window, NULL);
  gtk_label_set_text (window->loading_label, _("Reading both reports…"));
  _gj_window_present_soon (window);
  pair->cancellable = g_object_ref (window->reading);
  pair->n_reading = G_N_ELEMENTS (pair->halves);
  for (guint i = 0; i < G_N_ELEMENTS (pair->halves); i++)
    gj_session_open_async (pair->halves[i].file, pair->cancellable, read_cb, &pair->halves[i]);
}

/* Asking */

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Pair) pair = user_data;
  g_autofree char *answer = gj_alert_ask_finish (result);
  GFile *files[] = { pair->halves[0].file, pair->halves[1].file };

  if (g_str_equal (answer, "compare"))
    gj_window_open_pair (pair->window, files[0], files[1], FALSE);
  else if (g_str_equal (answer, "each"))
    _gj_window_open_each (pair->window, files, G_N_ELEMENTS (files));
}

void
_gj_window_offer_pair (GjWindow *self,
                       GFile    *first,
                       GFile    *second)
{
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "each", _("_Open Each Alone"), GJ_ALERT_PLAIN },
    { "compare", _("Co_mpare"), GJ_ALERT_SUGGESTED },
  };
  g_autofree char *first_name = dup_name (first);
  g_autofree char *second_name = dup_name (second);
  g_autofree char *body = g_strdup_printf (_("“%1$s” and “%2$s” can stand side by side in one window, "
                                             "the newer one at the right."), first_name, second_name);

  gj_alert_ask_async (GTK_WINDOW (self), _("Compare these two reports?"), body, answers,
                      G_N_ELEMENTS (answers), "compare", NULL, answered_cb, pair_new (self, first, second));
}

static void ask_for_files (GjWindow *self,
                           GFile    *first);

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GjWindow *self = GJ_WINDOW (source);
  g_autoptr (GFile) first = user_data;
  g_autoptr (GListModel) chosen = gj_file_choice_finish_several (result);
  guint n_chosen = chosen != NULL ? g_list_model_get_n_items (chosen) : 0;
  g_autoptr (GFile) file = n_chosen > 0 ? g_list_model_get_item (chosen, 0) : NULL;
  g_autoptr (GFile) other = n_chosen == 2 ? g_list_model_get_item (chosen, 1) : NULL;

  if (n_chosen == 0)
    return;

  if (first == NULL && n_chosen == 1)
    ask_for_files (self, file);
  else if (first != NULL && n_chosen == 1)
    gj_window_open_pair (self, first, file, FALSE);
  else if (first == NULL && n_chosen == 2)
    gj_window_open_pair (self, file, other, FALSE);
  else
    _gj_window_explain (self, _("Only two reports can stand side by side"),
                        _("For more years of one body, open its latest report and choose “Several Years…” "
                          "in the menu."));
}

/* They may be in two folders: who chooses one is asked for the other. */
static void
ask_for_files (GjWindow *self,
               GFile    *first)
{
  g_autoptr (GListModel) filters = gj_file_filters_new_readable ();
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (first != NULL)
    {
      folder = g_file_get_parent (first);
      name = dup_name (first);
      title = g_strdup_printf (_("Choose the Report to Compare with “%s”"), name);
    }
  else
    {
      if (self->session != NULL)
        folder = gj_document_dup_folder (gj_session_get_document (self->session));
      title = g_strdup (_("Choose Two Reports to Compare"));
    }

  gj_file_choice_open_async (GTK_WINDOW (self), title, filters, folder, chosen_cb,
                             first != NULL ? g_object_ref (first) : NULL);
}

void
_gj_window_choose_pair (GjWindow *self)
{
  ask_for_files (self, NULL);
}
