/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-struct-private.h"

/* Titles and labels are not filled line by line: their lines are about as long as each
 * other. */

/* Clusters @start … to the end. */
static GArray *
break_rest (const GjText *self,
            guint         start,
            double        width)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;
  GArray *lines = _gj_break_lines (clusters + start, self->clusters->len - start, 0, width, FALSE);

  for (guint i = 0; i < lines->len; i++)
    {
      GjLine *line = &g_array_index (lines, GjLine, i);

      line->start += start;
      line->end += start;
    }
  return lines;
}

static gboolean
fits (const GArray *lines,
      guint         n_lines,
      double        width)
{
  if (lines->len > n_lines)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, GjLine, i).width > width + 0.5)
      return FALSE;
  return TRUE;
}

/* The narrowest lines that are no more than those that fit into @width. */
static GArray *
break_narrowly (const GjText *self,
                guint         start,
                double        width)
{
  GArray *lines = break_rest (self, start, width);
  double low = width / MAX (1, lines->len);
  double high = width;

  for (guint i = 0; i < 6 && lines->len > 1; i++)
    {
      double middle = (low + high) / 2;
      GArray *tried = break_rest (self, start, middle);

      if (fits (tried, lines->len, middle))
        {
          g_array_unref (lines);
          lines = tried;
          high = middle;
        }
      else
        {
          g_array_unref (tried);
          low = middle;
        }
    }
  return lines;
}

/* As few lines as fit into @width, of about the same length: （三）|不予|公开, where the
   first line alone would make it （三）|不予公|开. */
GArray *
_gj_text_break_evenly (const GjText *self,
                       double        width)
{
  GArray *lines = break_narrowly (self, 0, width);

  for (guint i = 1; i + 1 < lines->len; i++)
    {
      g_autoptr (GArray) rest = break_narrowly (self, g_array_index (lines, GjLine, i).start, width);

      if (rest->len != lines->len - i)
        continue;
      g_array_set_size (lines, i);
      g_array_append_vals (lines, rest->data, rest->len);
    }
  return lines;
}

/* Whether a line is the last of its paragraph. */
static gboolean
is_end (const GjCluster *clusters,
        const GArray    *lines,
        guint            index)
{
  return index + 1 == lines->len ||
         clusters[g_array_index (lines, GjLine, index + 1).start - 1].class == GJ_CHAR_NEWLINE;
}

/* Whether a paragraph of several lines ends in one that holds a single character, a mark
   behind it not counted. */
static gboolean
has_lonely_end (const GjText *self,
                const GArray *lines)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;

  for (guint i = 1; i < lines->len; i++)
    {
      const GjLine *line = &g_array_index (lines, GjLine, i);
      guint n = 0;

      for (guint j = line->start; j < line->end; j++)
        n += clusters[j].class != GJ_CHAR_CLOSING && clusters[j].class != GJ_CHAR_SPACE;
      if (n < 2 && is_end (clusters, lines, i) && !is_end (clusters, lines, i - 1))
        return TRUE;
    }
  return FALSE;
}

/* Lines as full as they can be, unless a single character would be left for the last. */
GArray *
_gj_text_break_loosely (const GjText *self,
                        double        width)
{
  GArray *lines = _gj_text_break (self, 0, width, FALSE);

  if (!has_lonely_end (self, lines))
    return lines;

  g_array_unref (lines);
  return _gj_text_break_evenly (self, width);
}
