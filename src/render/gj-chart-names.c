/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-chart-private.h"

#include <math.h>
#include <string.h>

/* Names below bars, in as many lines as the bars leave room for. */

static gboolean
may_part (const char *text,
          const char *at)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
  gunichar after = g_utf8_get_char (at);

  if (before == ' ')
    return TRUE;
  return at > text && g_unichar_iswide (before) && g_unichar_iswide (after) && !g_unichar_ispunct (after);
}

/* Where the line that begins at @text ends: the last place to part before @width is full,
   or, when there is none, the last character that fits. */
static const char *
find_end (const char     *text,
          double          size,
          double          width,
          GjChartMeasure  measure,
          gpointer        data)
{
  const char *parting = NULL;
  const char *at = g_utf8_next_char (text);

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *line = g_strndup (text, at - text);

      if (measure (g_strchomp (line), size, data) > width)
        break;
      if (may_part (text, at))
        parting = at;
    }
  if (*at == '\0' && measure (text, size, data) <= width)
    return at;
  if (parting != NULL)
    return parting;
  return at > g_utf8_next_char (text) ? g_utf8_prev_char (at) : at;
}

/* How wide the widest piece of a name is that should not be parted. */
double
_gj_chart_get_widest (const char     *name,
                      double          size,
                      GjChartMeasure  measure,
                      gpointer        data)
{
  double widest = 0;

  for (const char *at = name, *end; *at != '\0'; at = end)
    {
      g_autofree char *piece = NULL;

      for (end = g_utf8_next_char (at); *end != '\0' && !may_part (name, end); end = g_utf8_next_char (end))
        ;
      piece = g_strchomp (g_strndup (at, end - at));
      widest = MAX (widest, measure (piece, size, data));
    }
  return widest;
}

/* The lines of a name, as even as they come: no narrower than their number asks for. */
GPtrArray *
_gj_chart_part_name (const char     *name,
                     double          size,
                     double          width,
                     GjChartMeasure  measure,
                     gpointer        data)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  double whole = measure (name, size, data);
  double even = whole / MAX (1, ceil (whole / width - 0.001)) + 0.6 * size;

  even = MAX (even, _gj_chart_get_widest (name, size, measure, data) + 0.01);
  for (const char *at = name, *end; *at != '\0'; at = end)
    {
      end = find_end (at, size, MIN (width, even), measure, data);
      g_ptr_array_add (lines, g_strchomp (g_strndup (at, end - at)));
    }
  return lines;
}

/* What does not fit in @n_lines ends with …. */
void
_gj_chart_cut_name (GPtrArray *lines,
                    guint      n_lines)
{
  g_autofree char *last = NULL;

  if (lines->len <= n_lines)
    return;

  last = g_strdup (lines->pdata[n_lines - 1]);
  g_ptr_array_set_size (lines, n_lines - 1);
  *g_utf8_prev_char (last + strlen (last)) = '\0';
  g_ptr_array_add (lines, g_strconcat (last, "…", NULL));
}
