/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-private.h"

#include <string.h>

/* Chinese needs no shaping: one character is one glyph in one square. So characters are
* looked up one by one in the chain of their role, and only what has marks or another
* script goes through HarfBuzz. A cluster knows its style; a style its face and size. */

/* Above the baseline of a Chinese square, in em. */
#define ASCENT 0.88

typedef struct
{
  GjFace    *face;
  GjFontRole role;
  double     size;
  gboolean   backward;
} Style;

/* Relative to the start of its cluster, in pt. */
typedef struct
{
  hb_codepoint_t id;
  double         dx;
  double         dy;
} Glyph;

struct _GjText
{
  GjJob   *job;
  GString *string;
  GArray  *clusters;
  GArray  *glyphs;
  GArray  *styles;
};

GjText *
_gj_text_new (GjJob *job)
{
  GjText *self = g_new0 (GjText, 1);

  self->job = job;
  self->string = g_string_new (NULL);
  self->clusters = g_array_new (FALSE, TRUE, sizeof (GjCluster));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  self->styles = g_array_new (FALSE, FALSE, sizeof (Style));
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

static guint
use_style (GjText     *self,
           GjFace     *face,
           GjFontRole  role,
           double      size,
           gboolean    backward)
{
  Style style = { face, role, size, backward };

  if (self->styles->len > 0 && !backward)
    {
      Style *last = &g_array_index (self->styles, Style, self->styles->len - 1);

      if (last->face == face && last->role == role && last->size == size && !last->backward)
        return self->styles->len - 1;
    }
  g_array_append_val (self->styles, style);
  return self->styles->len - 1;
}

static GjFace *
find_face (GjText         *self,
           GjFontRole      role,
           gunichar        character,
           hb_codepoint_t *glyph)
{
  GjGlyphOrigin origin;
  GjFace *face = _gj_fonts_find_glyph (self->job->fonts, role, character, glyph, &origin);

  if (origin != GJ_GLYPH_OWN)
    g_hash_table_insert (self->job->borrowed[role], GUINT_TO_POINTER (character),
                         origin == GJ_GLYPH_MISSING ? NULL : face);
  return face;
}

/* A narrow “ in a face that draws it narrow still gets its square. */
static double
square_mark (GjCharClass  class,
             double       advance,
             double       size,
             double      *dx)
{
  if (advance >= 0.9 * size)
    return advance;

  if (class == GJ_CHAR_OPENING)
    *dx = size - advance;
  else if (class != GJ_CHAR_CLOSING)
    *dx = (size - advance) / 2;
  return size;
}

static void
add_simple (GjText     *self,
            GjFontRole  role,
            double      size,
            double      tracking,
            gunichar    character)
{
  GjCluster cluster = { .character = character, .class = _gj_char_get_class (character), .size = size };
  Glyph glyph = { 0 };

  cluster.start = self->string->len;
  cluster.glyph = self->glyphs->len;
  if (character == '\n')
    {
      cluster.style = use_style (self, _gj_fonts_get_face (self->job->fonts, role), role, size, FALSE);
    }
  else
    {
      GjFace *face = find_face (self, role, character, &glyph.id);

      cluster.style = use_style (self, face, role, size, FALSE);
      cluster.advance = _gj_face_get_advance (face, glyph.id) * size;
      if (_gj_char_is_full_width (character))
        cluster.advance = square_mark (cluster.class, cluster.advance, size, &glyph.dx);
      if (cluster.advance > 0.9 * size)
        cluster.advance += tracking;
      g_array_append_val (self->glyphs, glyph);
      cluster.n_glyphs = 1;
    }
  g_string_append_unichar (self->string, character);
  cluster.end = self->string->len;
  g_array_append_val (self->clusters, cluster);
}

static void
add_shaped_glyphs (GjText                    *self,
                   GjCluster                 *cluster,
                   GjFace                    *face,
                   const hb_glyph_info_t     *infos,
                   const hb_glyph_position_t *positions,
                   guint                      n_glyphs)
{
  double scale = cluster->size / face->em;

  cluster->glyph = self->glyphs->len;
  cluster->n_glyphs = n_glyphs;
  for (guint i = 0; i < n_glyphs; i++)
    {
      Glyph glyph = {
        infos[i].codepoint,
        cluster->advance + positions[i].x_offset * scale,
        -positions[i].y_offset * scale,
      };

      g_array_append_val (self->glyphs, glyph);
      cluster->advance += positions[i].x_advance * scale;
    }
}

/* A word of another script, or a character with its marks: one cluster. */
static void
add_complex (GjText     *self,
             GjFontRole  role,
             double      size,
             const char *start,
             const char *end)
{
  g_autoptr (hb_buffer_t) buffer = hb_buffer_create ();
  GjCluster cluster = { .character = g_utf8_get_char (start), .class = GJ_CHAR_LATIN, .size = size };
  hb_codepoint_t glyph;
  GjFace *face = find_face (self, role, cluster.character, &glyph);
  guint n_glyphs;
  const hb_glyph_info_t *infos;
  gboolean backward;

  hb_buffer_add_utf8 (buffer, start, end - start, 0, end - start);
  hb_buffer_guess_segment_properties (buffer);
  backward = HB_DIRECTION_IS_BACKWARD (hb_buffer_get_direction (buffer));
  hb_shape (face->hb, buffer, NULL, 0);
  infos = hb_buffer_get_glyph_infos (buffer, &n_glyphs);
  for (guint i = 0; i < n_glyphs; i++)
    if (infos[i].codepoint == 0)
      g_hash_table_insert (self->job->borrowed[role],
                           GUINT_TO_POINTER (g_utf8_get_char (start + infos[i].cluster)), NULL);

  if (_gj_char_get_class (cluster.character) == GJ_CHAR_HAN)
    cluster.class = GJ_CHAR_HAN;
  cluster.style = use_style (self, face, role, size, backward);
  cluster.start = self->string->len;
  add_shaped_glyphs (self, &cluster, face, infos, hb_buffer_get_glyph_positions (buffer, NULL), n_glyphs);
  g_string_append_len (self->string, start, end - start);
  cluster.end = self->string->len;
  g_array_append_val (self->clusters, cluster);
}

static gboolean
is_right_to_left (gunichar character)
{
  hb_script_t script = hb_unicode_script (hb_unicode_funcs_get_default (), character);

  return hb_script_get_horizontal_direction (script) == HB_DIRECTION_RTL;
}

/* The end of the complex run that begins at @start. Words from right to left stay
   together up to a length that fits on a line, so that they keep their order. */
static const char *
find_complex_end (const char *start,
                  const char *end)
{
  gboolean backward = is_right_to_left (g_utf8_get_char (start));
  const char *p = g_utf8_next_char (start);
  const char *word = p;

  for (guint n = 1; p < end && n < 40; p = g_utf8_next_char (p), n++)
    {
      gunichar character = g_utf8_get_char (p);

      if (backward && character == ' ')
        continue;
      if (_gj_char_is_simple (character) || _gj_char_is_dropped (character))
        break;
      if (!backward && !g_unichar_ismark (character) && _gj_char_is_simple (g_utf8_get_char (start)))
        break;
      word = g_utf8_next_char (p);
    }
  return word;
}

/* Adds a string. @tracking is added to the advance of every full-width character. */
void
_gj_text_append (GjText     *self,
                 GjFontRole  role,
                 double      size,
                 double      tracking,
                 const char *string,
                 gssize      length)
{
  const char *end = string + (length < 0 ? (gssize) strlen (string) : length);
  const char *next;

  for (const char *p = string; p < end; p = next)
    {
      gunichar character = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (_gj_char_is_dropped (character))
        continue;
      if (character == '\t' || character == 0xa0 || character == 0x2028 || character == 0x202f)
        character = ' ';
      if (!_gj_char_is_simple (character) || (next < end && g_unichar_ismark (g_utf8_get_char (next))))
        {
          next = find_complex_end (p, end);
          add_complex (self, role, size, p, next);
        }
      else
        {
          add_simple (self, role, size, tracking, character);
        }
    }
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

GArray *
_gj_text_break (const GjText *self,
                double        indent,
                double        width,
                gboolean      justify)
{
  return _gj_break_lines ((const GjCluster *) self->clusters->data, self->clusters->len,
                          indent, width, justify);
}

/* As few lines as fit into @width, of about the same length. */
GArray *
_gj_text_break_evenly (const GjText *self,
                       double        width)
{
  GArray *lines = _gj_text_break (self, 0, width, FALSE);
  double low = width / MAX (1, lines->len);
  double high = width;

  if (lines->len < 2)
    return lines;

  for (guint i = 0; i < 6; i++)
    {
      double middle = (low + high) / 2;
      GArray *tried = _gj_text_break (self, 0, middle, FALSE);
      gboolean fits = tried->len <= lines->len;

      for (guint j = 0; fits && j < tried->len; j++)
        fits = g_array_index (tried, GjLine, j).width <= middle + 0.5;
      if (fits)
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
  const Style *style = &g_array_index (self->styles, Style, clusters[first].style);
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
      const Glyph *glyph = &g_array_index (self->glyphs, Glyph, cluster->glyph + i);

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

/* Draws a line with its baseline at @y. */
void
_gj_text_draw_line (const GjText *self,
                    const GjLine *line,
                    double        x,
                    double        y,
                    GjPage       *page)
{
  const GjCluster *clusters = (const GjCluster *) self->clusters->data;

  for (guint first = line->start, last; first < line->end; first = last + 1)
    {
      GjTextRun run;

      last = find_run_end (clusters, first, line->end);
      begin_run (self, &run, first, last, x, y);
      for (guint i = first; i <= last; i++)
        {
          double left;
          double squeeze = get_squeeze (clusters + i, line, i > line->start && i + 1 < line->end, &left);

          if (i > line->start && _gj_cluster_has_gap (clusters, i))
            x += line->gap;
          if (i == first)
            run.x = x;
          add_to_run (self, &run, clusters + i, x - left, y);
          x += clusters[i].advance - squeeze;
        }
      run.width = x - run.x;
      _gj_page_add_text (page, &run);
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
          y += get_upright_steps (clusters + i) * step;
        }
      _gj_page_add_text (page, &run);
    }
}
