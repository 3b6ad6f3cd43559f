/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-store-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What a file is that is no .gouji file, told by its first bytes. */

typedef struct
{
  const char *start;
  const char *message;
} Kind;

static const Kind kinds[] = {
  { "%PDF",
    N_("The file is a PDF document, not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "PK\003\004",
    N_("The file is a Word or WPS document (docx) or another zip archive, not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "\320\317\021\340",
    N_("The file is an old Word or WPS document (doc, wps, xls), not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "{\\rtf",
    N_("The file is a rich text document (RTF), not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "<!DOCTYPE html",
    N_("The file is a web page, not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "<html",
    N_("The file is a web page, not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "\211PNG",
    N_("The file is a picture, not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "\377\330\377",
    N_("The file is a picture, not a Gouji report. Choose the report's .gouji file, or its text.") },
  { "\037\213",
    N_("The file is a compressed archive, not a Gouji report. Unpack it first and choose the report's .gouji file.") },
};

static const char *
find_kind (const char *data,
           gsize       size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= strlen (kinds[i].start)
        && g_ascii_strncasecmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return _(kinds[i].message);
  return NULL;
}

static const char *
describe (const char *data,
          gsize       size)
{
  const char *kind = find_kind (data, size);

  if (kind != NULL)
    return kind;
  if (size == 0)
    return _("The file is empty. Open an earlier copy of the report, or ask for it again.");
  if (memchr (data, '\0', size) != NULL)
    return _("The file is no Gouji report: it holds bytes that no text has. Choose the report's .gouji file.");
  return _("The file is no Gouji report: it is not XML. Choose the report's .gouji file.");
}

gboolean
_gj_store_is_known_kind (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return find_kind (data, size) != NULL;
}

void
_gj_store_set_not_a_report_error (GError **error,
                                  GBytes  *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_set_error_literal (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_REPORT, describe (data, size));
}
