/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-export.h"
#include "gj-import.h"

/* Going on in Word's format: a document of Word holds what is published and the comments.
 * Decisions and what was written for the signing sheet are not in it, and that is said. */

/* How many places are named before it is enough. */
#define N_NAMED 3

/* No other program keeps our name in the document when it saves it. */
gboolean
_gj_session_is_own_word (const char *path,
                         GBytes     *bytes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GjZip) zip = NULL;
  g_autoptr (GBytes) properties = NULL;
  const char *text;
  gsize size;

  if (gj_document_format_of (file) != GJ_DOCUMENT_WORD ||
      gj_import_sniff (bytes) != GJ_IMPORT_KIND_DOCX)
    return FALSE;

  zip = gj_zip_open (bytes, NULL);
  if (zip != NULL)
    properties = gj_zip_read (zip, "docProps/app.xml", NULL);
  if (properties == NULL)
    return FALSE;

  text = g_bytes_get_data (properties, &size);

  return g_strstr_len (text, (gssize) size, "<Application>Gouji</Application>") != NULL;
}

static char *
name_places (GPtrArray *differences)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (differences->len, N_NAMED); i++)
    {
      const GjDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (names, "%s%s", i > 0 ? C_("list", ", ") : "", difference->name);
    }
  if (differences->len > N_NAMED)
    g_string_append (names, "…");

  return g_string_free (names, FALSE);
}

/* The document is read again as a person would open it: what cannot be opened never
 * replaces a file, and what would be another is named. */
GBytes *
_gj_session_write_word (GjReport      *snapshot,
                        char         **changed_places,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const GjDocxOptions options = { .comments = TRUE };
  g_autoptr (GBytes) bytes = gj_docx_export_with_options (snapshot, &options, cancellable, error);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GjReport) reread = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (bytes == NULL)
    return NULL;

  reread = gj_import_document (bytes, cancellable, &problem);
  if (reread == NULL && !g_error_matches (problem, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_WORKER))
    {
      g_set_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_NOT_VERIFIED,
                   _("The Word document could not be written faithfully, so nothing was changed. "
                     "Save as .gouji, and report this problem: %s"), problem->message);
      return NULL;
    }

  if (reread != NULL)
    differences = gj_report_list_differences (snapshot, reread, GJ_DIFFERENCE_VISIBLE,
                                              gj_language_get_current ());
  if (differences != NULL && differences->len > 0)
    *changed_places = name_places (differences);

  return g_steal_pointer (&bytes);
}

/* What a report holds beside what Word holds. */

static guint
count_texts (GjReport *report)
{
  guint n_names;
  const char *const *names = gj_report_list_setting_names (report, &n_names);
  guint n_texts = 0;

  for (guint i = 0; i < n_names; i++)
    n_texts += g_str_has_prefix (names[i], "sheet-");

  return n_texts;
}

static char *
dup_unheld_sum (GjReport *report)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  GPtrArray *decisions = gj_report_get_decisions (report);
  guint n_names;
  const char *const *names = gj_report_list_setting_names (report, &n_names);

  if (decisions->len == 0 && count_texts (report) == 0)
    return NULL;

  for (guint i = 0; i < decisions->len; i++)
    {
      const GjDecision *decision = g_ptr_array_index (decisions, i);
      g_autofree char *line = g_strdup_printf ("%s\n%d\n%s\n", decision->key, decision->state,
                                               decision->reason != NULL ? decision->reason : "");

      g_checksum_update (sum, (const guchar *) line, (gssize) strlen (line));
    }
  for (guint i = 0; i < n_names; i++)
    if (g_str_has_prefix (names[i], "sheet-"))
      {
        g_autofree char *line = g_strdup_printf ("%s\n%s\n", names[i],
                                                 gj_report_get_setting (report, names[i]));

        g_checksum_update (sum, (const guchar *) line, (gssize) strlen (line));
      }

  return g_strdup (g_checksum_get_string (sum));
}

/* A file holds it all. */
void
_gj_session_note_kept (GjSession *self,
                       GjReport  *snapshot)
{
  g_free (self->kept_sum);
  self->kept_sum = dup_unheld_sum (snapshot);
}

gboolean
gj_session_is_unheld (GjSession *self)
{
  g_autofree char *sum = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  if (gj_document_get_format (self->document) != GJ_DOCUMENT_WORD)
    return FALSE;

  sum = dup_unheld_sum (self->report);

  return sum != NULL && g_strcmp0 (sum, self->kept_sum) != 0;
}

char *
gj_session_dup_unheld_words (GjSession *self)
{
  guint n_decisions;
  guint n_texts;
  g_autofree char *decisions = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  n_decisions = gj_report_get_decisions (self->report)->len;
  n_texts = count_texts (self->report);
  if (n_decisions > 0)
    decisions = g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decisions), n_decisions);

  if (n_decisions > 0 && n_texts > 0)
    return g_strdup_printf (_("%s and what is written on the signing sheet"), decisions);
  if (n_texts > 0)
    return g_strdup (_("what is written on the signing sheet"));

  return g_steal_pointer (&decisions);
}
