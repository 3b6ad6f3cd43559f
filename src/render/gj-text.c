/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-struct-private.h"

/* A text is built by _gj_text_append(), then broken into lines, as often as wanted, and
 * its lines drawn. Breaking and drawing change nothing. */

/* Above the baseline of a Chinese square, in em. */
#define ASCENT 0.88

GjText *
_gj_text_new (GjJob *job)
{
  GjText *self = g_new0 (GjText, 1);

  self->job = job;
  self->string = g_string_new (NULL);
  self->clusters = g_array_new (FALSE, TRUE, sizeof (GjCluster));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (GjTextGlyph));
  self->styles = g_array_new (FALSE, FALSE, sizeof (GjTextStyle));
  return self;
}

/* The same text in another size. Letters are in proportion to it; what was broken into
   lines in the one is broken alike in the other. */
GjText *
_gj_text_new_scaled (const GjText *other,
                     double        scale)
{
  GjText *self = _gj_text_new (other->job);

  g_string_append_len (self->string, other->string->str, other->string->len);
  g_array_append_vals (self->clusters, other->clusters->data, other->clusters->len);
  g_array_append_vals (self->glyphs, other->glyphs->data, other->glyphs->len);
  g_array_append_vals (self->styles, other->styles->data, other->styles->len);
  for (guint i = 0; i < self->clusters->len; i++)
    {
      g_array_index (self->clusters, GjCluster, i).advance *= scale;
      g_array_index (self->clusters, GjCluster, i).size *= scale;
    }
  for (guint i = 0; i < self->glyphs->len; i++)
    {
      g_array_index (self->glyphs, GjTextGlyph, i).dx *= scale;
      g_array_index (self->glyphs, GjTextGlyph, i).dy *= scale;
    }
  for (guint i = 0; i < self->styles->len; i++)
    g_array_index (self->styles, GjTextStyle, i).size *= scale;
  return self;
}

void
_gj_text_free (GjText *self)
{
  g_string_free (self->string, TRUE);
  g_array_unref (self->clusters);
  g_array_unref (self->glyphs);
  g_array_unref (self->styles);
  g_free (self);
}

char *
_gj_text_dup_string (const GjText *self)
{
  return g_strdup (self->string->str);
}

double
_gj_text_get_width (const GjText *self)
{
  double width = 0;

  for (guint i = 0; i < self->clusters->len; i++)
    width += g_array_index (self->clusters, GjCluster, i).advance;
  return width;
}

/* The width of the widest piece that must not be broken. */
double
_gj_text_get_widest (const GjText *self)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;
  double widest = 0;
  double width = 0;

  for (guint i = 0; i < self->clusters->len; i++)
    {
      if (clusters[i].class != GJ_CHAR_SPACE && clusters[i].class != GJ_CHAR_NEWLINE)
        width += clusters[i].advance;
      widest = MAX (widest, width);
      if (_gj_break_get (clusters, self->clusters->len, i) >= GJ_BREAK_FREE)
        width = 0;
    }
  return widest;
}

const GjCluster *
_gj_text_get_clusters (const GjText *self,
                       guint        *n_clusters)
{
  *n_clusters = self->clusters->len;
  return (const GjCluster *) self->clusters->data;
}

static gsize
get_byte (const GjText *self,
          guint         cluster)
{
  return cluster < self->clusters->len ? g_array_index (self->clusters, GjCluster, cluster).start : self->string->len;
}

/* How many characters are in clusters @start … @end - 1. */
guint
_gj_text_count_characters (const GjText *self,
                           guint         start,
                           guint         end)
{
  gsize first = get_byte (self, start);

  return g_utf8_strlen (self->string->str + first, get_byte (self, end) - first);
}

GArray *
_gj_text_break (const GjText *self,
                double        indent,
                double        width,
                gboolean      justify)
{
  return _gj_break_lines ((const GjCluster *) self->clusters->data, self->clusters->len,
                          indent, width, justify);
}

/* The baseline of a line of type centred in @height, from the top of that. */
double
_gj_text_get_baseline (double size,
                       double height)
{
  return (height - size) / 2 + ASCENT * size;
}

/* How far the cluster is drawn to the left of its place and how much it is narrowed. */
static double
get_squeeze (const GjCluster *cluster,
             const GjLine    *line,
             gboolean         inner,
             double          *left)
{
  double squeeze = inner && _gj_cluster_is_mark (cluster) ? line->squeeze * cluster->size : 0;

  *left = cluster->class == GJ_CHAR_OPENING ? squeeze : 0;
  return squeeze;
}

/* A run under construction; its arrays have room for @capacity clusters and glyphs. */
static void
begin_run (const GjText *self,
           GjTextRun    *run,
           guint         first,
           guint         last,
           double        x,
           double        y)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;
  const GjTextStyle *style = &g_array_index (self->styles, GjTextStyle, clusters[first].style);
  guint n_glyphs = clusters[last].glyph + clusters[last].n_glyphs - clusters[first].glyph;

  *run = (GjTextRun) {
    .face = _gj_face_ref (style->face),
    .role = style->role,
    .size = style->size,
    .x = x,
    .y = y,
    .backward = style->backward,
    .string = g_strndup (self->string->str + clusters[first].start, clusters[last].end - clusters[first].start),
    .glyphs = g_new (cairo_glyph_t, n_glyphs),
    .clusters = g_new (cairo_text_cluster_t, last - first + 1),
  };
}

static void
add_to_run (const GjText    *self,
            GjTextRun       *run,
            const GjCluster *cluster,
            double           x,
            double           y)
{
  for (guint i = 0; i < cluster->n_glyphs; i++)
    {
      const GjTextGlyph *glyph = &g_array_index (self->glyphs, GjTextGlyph, cluster->glyph + i);

      run->glyphs[run->n_glyphs++] = (cairo_glyph_t) { glyph->id, x + glyph->dx, y + glyph->dy };
    }
  run->clusters[run->n_clusters++] = (cairo_text_cluster_t) { cluster->end - cluster->start, cluster->n_glyphs };
}

/* The last cluster of the run that begins at @first: the next has another style. */
static guint
find_run_end (const GjCluster *clusters,
              guint            first,
              guint            end)
{
  guint last = first;

  while (last + 1 < end && clusters[last + 1].style == clusters[first].style)
    last++;
  return last;
}

/* Where each cluster of a line begins, and in the last place where the line ends. */
static double *
list_places (const GjText *self,
             const GjLine *line,
             double        x)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;
  double *places = g_new (double, line->end - line->start + 1);

  for (guint i = line->start; i < line->end; i++)
    {
      double left;
      double squeeze = get_squeeze (clusters + i, line, i > line->start && i + 1 < line->end, &left);

      if (i > line->start && _gj_cluster_has_gap (clusters, i))
        x += line->gap;
      places[i - line->start] = x - left;
      x += clusters[i].advance - squeeze;
    }
  places[line->end - line->start] = x;
  return places;
}

static gboolean
is_backward (const GjText *self,
             guint         index)
{
  const GjCluster *cluster = &g_array_index (self->clusters, GjCluster, index);

  return g_array_index (self->styles, GjTextStyle, cluster->style).backward;
}

/* Words from right to left change places with one another, and the blanks between them. */
static void
turn_places (const GjText *self,
             const GjLine *line,
             double       *places)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;

  for (guint first = line->start, end; first < line->end; first = end)
    {
      double left = places[first - line->start];
      double right;

      end = first + 1;
      if (!is_backward (self, first))
        continue;
      for (guint i = end; i < line->end; i++)
        {
          if (is_backward (self, i))
            end = i + 1;
          else if (clusters[i].class != GJ_CHAR_SPACE)
            break;
        }
      right = places[end - 1 - line->start] + clusters[end - 1].advance;
      for (guint i = first; i < end; i++)
        places[i - line->start] = left + right - places[i - line->start] - clusters[i].advance;
    }
}

/* Where each cluster of a line that begins at @x is drawn, and in the last place where the
   line ends. */
double *
_gj_text_list_places (const GjText *self,
                      const GjLine *line,
                      double        x)
{
  double *places = list_places (self, line, x);

  turn_places (self, line, places);
  return places;
}

/* Draws a line with its baseline at @y. */
void
_gj_text_draw_line (const GjText *self,
                    const GjLine *line,
                    double        x,
                    double        y,
                    GjPage       *page)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;
  g_autofree double *places = _gj_text_list_places (self, line, x);

  for (guint first = line->start, last; first < line->end; first = last + 1)
    {
      const double *place = places + first - line->start;
      GjTextRun run;

      last = find_run_end (clusters, first, line->end);
      begin_run (self, &run, first, last, *place, y);
      for (guint i = first; i <= last; i++, place++)
        add_to_run (self, &run, clusters + i, *place, y);
      run.width = place[-1] + clusters[last].advance - run.x;
      _gj_page_add_text (page, &run);
      if (g_array_index (self->styles, GjTextStyle, clusters[first].style).boxed)
        _gj_text_draw_box (run.x, y, clusters[first].size, page);
    }
}

/* How many steps down a character takes: a comma hangs in the corner of the one above. */
static double
get_upright_steps (const GjCluster *cluster)
{
  return cluster->class == GJ_CHAR_CLOSING ? 0.5 : 1;
}

double
_gj_text_get_upright_steps (const GjText *self)
{
  double steps = 0;

  for (guint i = 0; i < self->clusters->len; i++)
    steps += get_upright_steps (&g_array_index (self->clusters, GjCluster, i));
  return steps;
}

/* Draws one character under the other, centred on @x, the first square's top at @y. */
void
_gj_text_draw_upright (const GjText *self,
                       double        x,
                       double        y,
                       double        step,
                       GjPage       *page)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;
  guint n_clusters = self->clusters->len;

  for (guint first = 0, last; first < n_clusters; first = last + 1)
    {
      GjTextRun run;

      last = find_run_end (clusters, first, n_clusters);
      begin_run (self, &run, first, last, x - clusters[first].advance / 2,
                 y + _gj_text_get_baseline (clusters[first].size, step));
      run.width = clusters[first].advance;
      for (guint i = first; i <= last; i++)
        {
          double size = clusters[i].size;
          double corner = clusters[i].class == GJ_CHAR_CLOSING ? 0.5 * size : 0;

          add_to_run (self, &run, clusters + i, x - clusters[i].advance / 2 + corner,
                      y + _gj_text_get_baseline (size, step) - corner);
          if (g_array_index (self->styles, GjTextStyle, clusters[i].style).boxed)
            _gj_text_draw_box (x - size / 2, y + _gj_text_get_baseline (size, step), size, page);
          y += get_upright_steps (clusters + i) * step;
        }
      _gj_page_add_text (page, &run);
    }
}
