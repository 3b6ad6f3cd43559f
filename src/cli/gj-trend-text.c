/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-text.h"

#include <glib/gi18n-lib.h>

#include "gj-terminal.h"

/* Many years of one body, for programs and for people. */

static void
write_column_json (GjJsonWriter        *writer,
                   const GjTrendColumn *column,
                   const GArray        *files)
{
  gj_json_writer_begin_object (writer, NULL);
  if (column->year > 0)
    gj_json_writer_int (writer, "year", column->year);
  else
    gj_json_writer_null (writer, "year");
  if (column->report != NULL)
    gj_compared_file_write_json (writer, &g_array_index (files, GjComparedFile, column->index), "report");
  else
    gj_json_writer_null (writer, "report");
  gj_json_writer_boolean (writer, "double", column->is_double);
  gj_json_writer_boolean (writer, "other_body", column->is_other_body);
  gj_json_writer_end_object (writer);
}

static void
write_figure_json (GjJsonWriter  *writer,
                   const GjTrend *trend,
                   guint          figure)
{
  gj_json_writer_begin_line (writer, NULL, '{');
  gj_json_writer_string (writer, "id", gj_trend_get_figure (trend, figure)->id);
  gj_json_writer_begin_array (writer, "values");
  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    {
      GjDecimal value;
      gboolean is_known = gj_trend_get_value (trend, figure, i, &value);

      gj_json_writer_take_string (writer, NULL, is_known ? gj_decimal_to_string (&value) : NULL);
    }
  gj_json_writer_end_array (writer);
  gj_json_writer_end_object (writer);
}

static void
write_remarks_json (GjJsonWriter  *writer,
                    const GjTrend *trend)
{
  gj_json_writer_begin_array (writer, "remarks");
  for (guint i = 0; i < gj_trend_get_n_remarks (trend); i++)
    {
      const GjTrendRemark *remark = gj_trend_get_remark (trend, i);

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "check", remark->check);
      gj_json_writer_int (writer, "column", remark->column);
      gj_json_writer_string (writer, "message", remark->message);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

/**
 * gj_trend_write_json:
 * @out: where to
 * @trend: a trend
 * @files: (element-type GjComparedFile): the reports that it was made from, in their order
 *
 * Writes many years for programs.
 */
void
gj_trend_write_json (GString       *out,
                     const GjTrend *trend,
                     const GArray  *files)
{
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  gj_json_writer_string (&writer, "kind", "trend");
  gj_json_writer_begin_array (&writer, "columns");
  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    write_column_json (&writer, gj_trend_get_column (trend, i), files);
  gj_json_writer_end_array (&writer);
  gj_json_writer_begin_array (&writer, "figures");
  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    write_figure_json (&writer, trend, i);
  gj_json_writer_end_array (&writer);
  write_remarks_json (&writer, trend);
  gj_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

static char *
format_head (const GjTrendColumn *column)
{
  g_autofree char *year = column->year > 0 ? g_strdup_printf ("%d", column->year) : g_strdup ("—");

  return g_strconcat (year, column->is_other_body ? "*" : "", NULL);
}

static char *
format_value (const GjTrend *trend,
              guint          figure,
              guint          column)
{
  GjDecimal value;

  return gj_trend_get_value (trend, figure, column, &value) ? gj_decimal_to_string (&value) : g_strdup ("—");
}

/**
 * gj_trend_write_text:
 * @out: where to
 * @trend: a trend
 * @language: the language of the figures' names
 *
 * Writes many years as a table for people.
 */
void
gj_trend_write_text (GString       *out,
                     const GjTrend *trend,
                     GjLanguage     language)
{
  guint n_columns = gj_trend_get_n_columns (trend);
  guint n_figures = gj_trend_get_n_figures (trend);
  g_autofree guint *widths = g_new0 (guint, n_columns);
  guint name_width = 0;

  for (guint i = 0; i < n_figures; i++)
    name_width = MAX (name_width,
                      gj_text_get_width (gj_label_get (&gj_trend_get_figure (trend, i)->name, language)));
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *head = format_head (gj_trend_get_column (trend, i));

      widths[i] = gj_text_get_width (head);
      for (guint j = 0; j < n_figures; j++)
        {
          g_autofree char *value = format_value (trend, j, i);

          widths[i] = MAX (widths[i], gj_text_get_width (value));
        }
    }

  gj_text_pad (out, "", (int) name_width);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *head = format_head (gj_trend_get_column (trend, i));

      g_string_append (out, "  ");
      gj_text_pad (out, head, -(int) widths[i]);
    }
  g_string_append_c (out, '\n');

  for (guint i = 0; i < n_figures; i++)
    {
      gj_text_pad (out, gj_label_get (&gj_trend_get_figure (trend, i)->name, language), (int) name_width);
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *value = format_value (trend, i, j);

          g_string_append (out, "  ");
          gj_text_pad (out, value, -(int) widths[j]);
        }
      g_string_append_c (out, '\n');
    }

  for (guint i = 0; i < gj_trend_get_n_remarks (trend); i++)
    g_string_append_printf (out, "! %s\n", gj_trend_get_remark (trend, i)->message);
}
