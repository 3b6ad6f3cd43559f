/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-base.h"
#include "gj-store-private.h"

G_DEFINE_QUARK (gj-store-error-quark, gj_store_error)

static const char *const severity_ids[] = {
  [GJ_SEVERITY_ERROR] = "error",
  [GJ_SEVERITY_WARNING] = "warning",
  [GJ_SEVERITY_HINT] = "hint",
};

const char *
_gj_severity_get_id (GjSeverity severity)
{
  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (severity_ids), severity_ids[0]);

  return severity_ids[severity];
}

gboolean
_gj_severity_find (const char *id,
                   GjSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severity_ids); i++)
    if (strcmp (severity_ids[i], id) == 0)
      {
        *severity = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_of_later_namespace (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strstr_len (data, (gssize) MIN (size, 2048), "\"" GJ_STORE_NAMESPACE_STEM) != NULL;
}

/* From half a sentence of the XML reader to a whole one for a person. */

static void
take_xml_error (GError **error,
                GError  *reason,
                GBytes  *bytes)
{
  g_autoptr (GError) owned = reason;

  if (reason->domain != GJ_XML_ERROR)
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (reason->code == GJ_XML_ERROR_NOT_XML || _gj_store_is_known_kind (bytes))
    _gj_store_set_not_a_report_error (error, bytes);
  else if (reason->code == GJ_XML_ERROR_DTD)
    g_set_error_literal (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_REPORT,
                         _("The file is no Gouji report: it holds a document type declaration (DTD), which may fetch other files and is refused. Ask for the report's own .gouji file."));
  else if (reason->code == GJ_XML_ERROR_FOREIGN && is_of_later_namespace (bytes))
    g_set_error_literal (error, GJ_STORE_ERROR, GJ_STORE_ERROR_TOO_NEW,
                         _("The report was written by a later version of Gouji. Update Gouji to open it."));
  else if (reason->code == GJ_XML_ERROR_FOREIGN)
    g_set_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_REPORT,
                 _("The file is XML, but no Gouji report (%s). Choose the report's .gouji file."),
                 reason->message);
  else
    g_set_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID,
                 _("The report's file is damaged (%s). Open an earlier copy of it, or ask for it again."),
                 reason->message);
}

static gboolean
check_bytes (GBytes  *bytes,
             GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > GJ_FILE_MAX_SIZE)
    {
      g_set_error_literal (error, GJ_STORE_ERROR, GJ_STORE_ERROR_TOO_LARGE,
                           _("The file is larger than 64 MiB, which no report is. Check whether it is the right file."));
      return FALSE;
    }
  if (size == 0 || memchr (data, '\0', size) != NULL)
    {
      _gj_store_set_not_a_report_error (error, bytes);
      return FALSE;
    }
  return TRUE;
}

/**
 * gj_store_read:
 * @bytes: a .gouji file
 * @error: a #GError of %GJ_STORE_ERROR; the message is one sentence that says what is
 *         wrong, on which line, and what to do
 *
 * Reads a report. Everything that the schema says is checked; a file of an earlier
 * version is upgraded first.
 *
 * Returns: (transfer full) (nullable): the report
 */
GjReport *
gj_store_read (GBytes  *bytes,
               GError **error)
{
  g_autoptr (GBytes) upgraded = NULL;
  GError *reason = NULL;
  guint old_version = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_bytes (bytes, error))
    return NULL;

  GjReport *report = _gj_store_read_document (bytes, &old_version, &reason);

  if (report == NULL && old_version > 0)
    {
      g_clear_error (&reason);
      upgraded = _gj_store_upgrade_known (bytes, old_version, error);
      if (upgraded == NULL)
        return NULL;
      report = _gj_store_read_document (upgraded, &old_version, &reason);
    }

  if (report == NULL)
    take_xml_error (error, reason, bytes);
  return report;
}
