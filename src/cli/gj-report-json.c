/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-text.h"

#include "gj-json-writer.h"
#include "gj-report-file.h"

/* A title that was broken into lines, in one line. Chinese needs nothing where the break
 * was; words in letters need a blank. */

static char *
join_lines (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at != '\n')
        {
          g_string_append_c (joined, *at);
          continue;
        }
      if (joined->len > 0 && g_ascii_isalpha (joined->str[joined->len - 1]) && g_ascii_isalpha (at[1]))
        g_string_append_c (joined, ' ');
    }

  return g_string_free (joined, FALSE);
}

/* A native file is "gouji" even when it keeps what an import of another format found. */

static const char *
get_format (GjReport   *report,
            const char *path)
{
  GjSource *source = gj_report_get_source (report);

  if (source == NULL || g_ascii_strcasecmp (gj_report_file_get_suffix (path), "gouji") == 0)
    return "gouji";

  return gj_source_get_format (source);
}

static void
write_string_or_null (GjJsonWriter *writer,
                      const char   *name,
                      const char   *value)
{
  gj_json_writer_string (writer, name, *value != '\0' ? value : NULL);
}

static void
write_metadata (GjJsonWriter *writer,
                const char   *path,
                GjReport     *report)
{
  const char *title = gj_report_get_field (report, GJ_FIELD_TITLE);
  GjNarrative *preface = gj_report_get_narrative (report, gj_report_get_preface (report));
  int year = gj_report_get_year (report);

  gj_json_writer_filename (writer, path);
  gj_json_writer_string (writer, "format", get_format (report, path));
  gj_json_writer_string (writer, "body", gj_report_get_field (report, GJ_FIELD_BODY));
  if (year > 0)
    gj_json_writer_int (writer, "year", year);
  else
    gj_json_writer_null (writer, "year");
  gj_json_writer_string (writer, "form", gj_form_get_id (gj_report_get_form (report)));
  if (gj_report_get_variant (report) != NULL)
    gj_json_writer_string (writer, "variant", gj_report_get_variant (report));
  gj_json_writer_take_string (writer, "title", join_lines (title));
  gj_json_writer_string (writer, "title_text", title);
  gj_json_writer_take_string (writer, "preface", gj_narrative_dup_text (preface));
  gj_json_writer_string (writer, "signature", gj_report_get_field (report, GJ_FIELD_SIGNATURE));
  write_string_or_null (writer, "date", gj_report_get_field (report, GJ_FIELD_DATE));
}

static void
write_sections (GjJsonWriter *writer,
                GjReport     *report)
{
  GjForm *form = gj_report_get_form (report);

  gj_json_writer_begin_array (writer, "sections");
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      gj_json_writer_begin_object (writer, NULL);
      gj_json_writer_string (writer, "id", gj_form_get_section (form, i)->id);
      gj_json_writer_string (writer, "heading", gj_report_get_heading (report, i));
      gj_json_writer_take_string (writer, "text",
                                  gj_narrative_dup_text (gj_report_get_narrative (report, i)));
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

static void
write_cells (GjJsonWriter *writer,
             GjReport     *report)
{
  GjForm *form = gj_report_get_form (report);

  gj_json_writer_begin_object (writer, "cells");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *text = gj_report_get_cell_text (report, i);
      const GjNumberText *number = gj_report_get_cell_number (report, i);

      if (text == NULL)
        continue;

      gj_json_writer_begin_line (writer, gj_form_get_cell (form, i)->id, '{');
      gj_json_writer_string (writer, "text", text);
      gj_json_writer_take_string (writer, "value",
                                  number->state == GJ_NUMBER_READ ? gj_decimal_to_string (&number->value)
                                                                  : NULL);
      if (number->state == GJ_NUMBER_READ && number->unit != NULL)
        gj_json_writer_string (writer, "unit", number->unit);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_object (writer);
}

static void
write_note (GjJsonWriter *writer,
            const GjNote *note,
            GjSourceUnit  unit,
            GjLanguage    language)
{
  gj_json_writer_begin_object (writer, NULL);
  gj_json_writer_string (writer, "id", note->id);
  gj_json_writer_string (writer, "severity", gj_severity_get_id (note->severity));
  gj_json_writer_string (writer, "code", note->code);
  gj_json_writer_string (writer, "place", note->place);
  gj_json_writer_string (writer, "message",
                         language == GJ_LANGUAGE_ZH ? note->message_zh : note->message_en);
  gj_json_writer_string (writer, "fragment", note->fragment);
  if (note->line > 0)
    gj_json_writer_int (writer, "line", note->line);
  else
    gj_json_writer_null (writer, "line");
  gj_json_writer_string (writer, "unit", gj_source_unit_get_id (unit));
  gj_json_writer_end_object (writer);
}

static void
write_notes (GjJsonWriter *writer,
             GjReport     *report)
{
  GjSource *source = gj_report_get_source (report);
  GjLanguage language = gj_language_get_current ();

  gj_json_writer_begin_array (writer, "notes");
  for (guint i = 0; source != NULL && i < gj_source_get_n_notes (source); i++)
    write_note (writer, gj_source_get_note (source, i), gj_source_get_unit (source), language);
  gj_json_writer_end_array (writer);
}

/**
 * gj_report_write_json:
 * @out: where to
 * @path: the report's file
 * @report: a report
 *
 * Writes everything that the report holds, for programs.
 */
void
gj_report_write_json (GString    *out,
                      const char *path,
                      GjReport   *report)
{
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  write_metadata (&writer, path, report);
  write_sections (&writer, report);
  write_cells (&writer, report);
  write_notes (&writer, report);
  gj_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}
