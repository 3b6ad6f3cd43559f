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

static const GjLabel field_names[] = {
  [GJ_FIELD_TITLE] = { "标题", "Title" },
  [GJ_FIELD_DOCUMENT_NUMBER] = { "发文字号", "Document number" },
  [GJ_FIELD_BODY] = { "单位", "Body" },
  [GJ_FIELD_BODY_KIND] = { "单位性质", "Kind of body" },
  [GJ_FIELD_YEAR] = { "年度", "Year" },
  [GJ_FIELD_PERIOD_START] = { "统计期限起", "First day of the statistics" },
  [GJ_FIELD_PERIOD_END] = { "统计期限止", "Last day of the statistics" },
  [GJ_FIELD_BASIS] = { "编制依据", "Basis" },
  [GJ_FIELD_ADDRESS] = { "联系地址", "Address" },
  [GJ_FIELD_POSTCODE] = { "邮政编码", "Postcode" },
  [GJ_FIELD_TELEPHONE] = { "联系电话", "Telephone" },
  [GJ_FIELD_MAILBOX] = { "电子邮箱", "E-mail" },
  [GJ_FIELD_WEBSITE] = { "下载网址", "Website" },
  [GJ_FIELD_SIGNATURE] = { "署名", "Signature" },
  [GJ_FIELD_DATE] = { "成文日期", "Date" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (field_names) == GJ_N_FIELDS);

/**
 * gj_field_get_name:
 * @field: a field of the metadata
 *
 * Returns: (transfer none): what people call it
 */
const GjLabel *
gj_field_get_name (GjField field)
{
  g_return_val_if_fail ((guint) field < GJ_N_FIELDS, NULL);

  return &field_names[field];
}

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
