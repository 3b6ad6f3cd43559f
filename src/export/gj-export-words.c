/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-words.h"

#include <stdlib.h>
#include <string.h>

#include "gj-render.h"

/**
 * gj_export_dup_title:
 * @report: a report
 *
 * Returns: (transfer full): the title, its lines parted by LF; the form's when the report
 *          has none
 */
char *
gj_export_dup_title (GjReport *report)
{
  const char *title = gj_report_get_field (report, GJ_FIELD_TITLE);
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);

  if (title != NULL && *title != '\0')
    return g_strdup (title);

  return gj_form_format_title (gj_report_get_form (report), body != NULL ? body : "",
                               gj_report_get_year (report));
}

/**
 * gj_export_dup_title_line:
 * @report: a report
 *
 * Returns: (transfer full): the title on one line
 */
char *
gj_export_dup_title_line (GjReport *report)
{
  g_autofree char *title = gj_export_dup_title (report);
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);

  return g_strjoinv ("", lines);
}

/**
 * gj_export_has_date:
 * @report: a report
 *
 * Returns: whether its date is one of the calendar
 */
gboolean
gj_export_has_date (GjReport *report)
{
  const char *date = gj_report_get_field (report, GJ_FIELD_DATE);

  if (date == NULL || strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
      return FALSE;

  return atoi (date) > 0 && g_date_valid_dmy ((GDateDay) atoi (date + 8), atoi (date + 5), (GDateYear) atoi (date));
}

/**
 * gj_export_dup_made_on:
 * @report: a report
 *
 * Returns: (transfer full): the day that a file of the report bears, so that two of them
 *          are the same: the report's date, else 31 January of the next year, by which
 *          reports are due (政府信息公开条例, 第四十九条), ISO 8601
 */
char *
gj_export_dup_made_on (GjReport *report)
{
  int year = gj_report_get_year (report);

  if (gj_export_has_date (report))
    return g_strdup (gj_report_get_field (report, GJ_FIELD_DATE));

  return g_strdup_printf ("%04d-01-31", year > 0 ? year + 1 : 2000);
}

/**
 * gj_export_dup_date:
 * @report: a report
 *
 * Returns: (transfer full): the date as it is written below a report, 2026年1月30日; what
 *          is no date as it stands
 */
char *
gj_export_dup_date (GjReport *report)
{
  const char *date = gj_report_get_field (report, GJ_FIELD_DATE);

  return gj_paper_format_date (date != NULL ? date : "");
}

/**
 * gj_export_get_slot_text:
 * @report: a report
 * @slot: a rectangle of one of its form's tables
 *
 * Returns: (transfer none): what stands in it, in Chinese
 */
const char *
gj_export_get_slot_text (GjReport     *report,
                         const GjSlot *slot)
{
  const char *text = NULL;

  if (slot->kind != GJ_SLOT_CELL)
    text = slot->text.zh;
  else if (slot->cell != GJ_NONE)
    text = gj_report_get_cell_text (report, slot->cell);

  return text != NULL ? text : "";
}

/**
 * gj_export_has_table_mark:
 * @narrative: (nullable): the text of a section
 *
 * Returns: whether it says where the section's table stands; where it does not, the table
 *          comes first
 */
gboolean
gj_export_has_table_mark (GjNarrative *narrative)
{
  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    if (gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_TABLE)
      return TRUE;

  return FALSE;
}
