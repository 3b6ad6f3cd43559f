/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-export-private.h"

/* A chart as a picture in the page: drawn in the reader's type, light or dark as the page
 * is, with all that it shows in words for who does not see it. */

#define SIZE 13.0

/* A browser's type is not known: what sans-serif faces mostly take. */
static double
measure (const char *text,
         double      size,
         gpointer    data)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? size : 0.58 * size;
  return width;
}

static void
append_number (GString    *out,
               const char *name,
               double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%s\"", name, g_ascii_formatd (buffer, sizeof buffer, "%.1f", number));
}

static void
append_text (GString           *out,
             const GjChartMark *mark)
{
  gboolean is_centred = mark->group != GJ_NONE && mark->kind != GJ_CHART_TITLE;

  g_string_append (out, "<text");
  append_number (out, "x", mark->x + (is_centred ? mark->width / 2 : 0));
  append_number (out, "y", mark->y + 0.98 * mark->size);
  append_number (out, "font-size", mark->size);
  if (is_centred)
    g_string_append (out, " text-anchor=\"middle\"");
  if (mark->kind == GJ_CHART_TITLE)
    g_string_append (out, " font-weight=\"600\"");
  g_string_append_c (out, '>');
  _gj_html_export_plain (out, mark->text);
  g_string_append (out, "</text>\n");
}

static void
append_bar (GString           *out,
            const GjChart     *chart,
            const GjChartMark *mark)
{
  g_string_append (out, "<rect class=\"bar\"");
  append_number (out, "x", mark->x);
  append_number (out, "y", mark->y);
  append_number (out, "width", mark->width);
  append_number (out, "height", mark->height);
  append_number (out, "fill-opacity", 0.3 + 0.7 * gj_chart_get_shade (chart, mark->series));
  g_string_append (out, "/>\n");
}

static void
append_axis (GString           *out,
             const GjChartMark *mark)
{
  g_string_append (out, "<line class=\"axis\"");
  append_number (out, "x1", mark->x);
  append_number (out, "y1", mark->y);
  append_number (out, "x2", mark->x + mark->width);
  append_number (out, "y2", mark->y);
  g_string_append (out, "/>\n");
}

void
_gj_html_export_chart (GString       *out,
                       const GjChart *chart,
                       double         width,
                       double         height)
{
  g_autoptr (GArray) marks = gj_chart_lay_out (chart, width, height, SIZE, measure, NULL);
  g_autofree char *description = NULL;

  gj_language_begin (GJ_LANGUAGE_ZH);
  description = gj_chart_dup_description (chart);
  gj_language_end ();
  g_string_append_printf (out, "<svg role=\"img\" viewBox=\"-1 0 %d %d\"", (int) width + 2, (int) height);
  _gj_html_export_attribute (out, "aria-label", description);
  g_string_append (out, ">\n");
  for (guint i = 0; i < marks->len; i++)
    {
      const GjChartMark *mark = &g_array_index (marks, GjChartMark, i);

      if (mark->kind == GJ_CHART_BAR)
        append_bar (out, chart, mark);
      else if (mark->kind == GJ_CHART_AXIS)
        append_axis (out, mark);
      else
        append_text (out, mark);
    }
  g_string_append (out, "</svg>\n");
}
