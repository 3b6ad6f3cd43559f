/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

static const char *const field_ids[GJ_N_FIELDS] = {
  [GJ_FIELD_TITLE] = "title",
  [GJ_FIELD_DOCUMENT_NUMBER] = "document-number",
  [GJ_FIELD_BODY] = "body",
  [GJ_FIELD_BODY_KIND] = "body-kind",
  [GJ_FIELD_YEAR] = "year",
  [GJ_FIELD_PERIOD_START] = "period-start",
  [GJ_FIELD_PERIOD_END] = "period-end",
  [GJ_FIELD_BASIS] = "basis",
  [GJ_FIELD_ADDRESS] = "address",
  [GJ_FIELD_POSTCODE] = "postcode",
  [GJ_FIELD_TELEPHONE] = "telephone",
  [GJ_FIELD_MAILBOX] = "mailbox",
  [GJ_FIELD_WEBSITE] = "website",
  [GJ_FIELD_SIGNATURE] = "signature",
  [GJ_FIELD_DATE] = "date",
};

/**
 * gj_field_get_id:
 * @field: a field of the metadata
 *
 * Returns: the word for @field in files and journals
 */
const char *
gj_field_get_id (GjField field)
{
  g_return_val_if_fail ((guint) field < GJ_N_FIELDS, NULL);

  return field_ids[field];
}

/**
 * gj_field_find:
 * @id: a word from a file
 * @field: (out): the field that it means
 *
 * Returns: whether @id is known
 */
gboolean
gj_field_find (const char *id,
               GjField    *field)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < GJ_N_FIELDS; i++)
    if (g_str_equal (field_ids[i], id))
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}
