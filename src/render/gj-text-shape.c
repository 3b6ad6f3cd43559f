/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-struct-private.h"

#include <string.h>

/* Chinese needs no shaping: one character is one glyph in one square. So characters are
 * looked up one by one in the chain of their role, and only what has marks or another
 * script goes through HarfBuzz. */

static guint
use_style (GjText     *self,
           GjFace     *face,
           GjFontRole  role,
           double      size,
           gboolean    backward)
{
  GjTextStyle style = { .face = face, .role = role, .size = size, .backward = backward };

  if (self->styles->len > 0 && !backward)
    {
      GjTextStyle *last = &g_array_index (self->styles, GjTextStyle, self->styles->len - 1);

      if (last->face == face && last->role == role && last->size == size && !last->backward && !last->boxed)
        return self->styles->len - 1;
    }
  g_array_append_val (self->styles, style);
  return self->styles->len - 1;
}

/* (nullable): the face for a character; %NULL when none has it. */
static GjFace *
find_face (GjText         *self,
           GjFontRole      role,
           gunichar        character,
           hb_codepoint_t *glyph)
{
  GjGlyphOrigin origin;
  GjFace *face = _gj_fonts_find_glyph (self->job->fonts, role, character, glyph, &origin);

  if (origin == GJ_GLYPH_MISSING)
    face = NULL;
  if (origin != GJ_GLYPH_OWN)
    g_hash_table_insert (self->job->borrowed[role], GUINT_TO_POINTER (character), face);
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
add_glyph (GjText         *self,
           GjFace         *face,
           GjFontRole      role,
           double          size,
           double          tracking,
           gunichar        character,
           hb_codepoint_t  id)
{
  GjCluster cluster = { .character = character, .class = _gj_char_get_class (character), .size = size };
  GjTextGlyph glyph = { .id = id };

  cluster.start = self->string->len;
  cluster.glyph = self->glyphs->len;
  cluster.style = use_style (self, face, role, size, FALSE);
  if (character != '\n')
    {
      cluster.advance = _gj_face_get_advance (face, id) * size;
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
add_simple (GjText     *self,
            GjFontRole  role,
            double      size,
            double      tracking,
            gunichar    character)
{
  hb_codepoint_t glyph = 0;
  GjFace *face = character == '\n' ? _gj_fonts_get_face (self->job->fonts, role)
                                   : find_face (self, role, character, &glyph);

  if (face != NULL)
    add_glyph (self, face, role, size, tracking, character, glyph);
  else
    _gj_text_append_missing (self, role, size, character);
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
      GjTextGlyph glyph = {
        infos[i].codepoint,
        cluster->advance + positions[i].x_offset * scale,
        -positions[i].y_offset * scale,
      };

      g_array_append_val (self->glyphs, glyph);
      cluster->advance += positions[i].x_advance * scale;
    }
}

static gboolean
lacks_glyph (hb_buffer_t *buffer)
{
  guint n_glyphs;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n_glyphs);

  for (guint i = 0; i < n_glyphs; i++)
    if (infos[i].codepoint == 0)
      return TRUE;
  return FALSE;
}

/* One by one and unshaped: what the faces have not together, they may have alone. */
static void
add_apart (GjText     *self,
           GjFontRole  role,
           double      size,
           const char *start,
           const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (hb_unicode_general_category (hb_unicode_funcs_get_default (), g_utf8_get_char (p)) !=
        HB_UNICODE_GENERAL_CATEGORY_FORMAT)
      add_simple (self, role, size, 0, g_utf8_get_char (p));
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

  hb_buffer_add_utf8 (buffer, start, end - start, 0, end - start);
  hb_buffer_guess_segment_properties (buffer);
  if (face != NULL)
    hb_shape (face->hb, buffer, NULL, 0);
  if (face == NULL || lacks_glyph (buffer))
    {
      add_apart (self, role, size, start, end);
      return;
    }

  infos = hb_buffer_get_glyph_infos (buffer, &n_glyphs);
  if (_gj_char_get_class (cluster.character) == GJ_CHAR_HAN)
    cluster.class = GJ_CHAR_HAN;
  cluster.style = use_style (self, face, role, size, HB_DIRECTION_IS_BACKWARD (hb_buffer_get_direction (buffer)));
  cluster.start = self->string->len;
  add_shaped_glyphs (self, &cluster, face, infos, hb_buffer_get_glyph_positions (buffer, NULL), n_glyphs);
  g_string_append_len (self->string, start, end - start);
  cluster.end = self->string->len;
  g_array_append_val (self->clusters, cluster);
}

/* A word of another script is shaped together, as far as it can stand on a line. */
#define WORD_MAX 40

/* The end of the complex run that begins at @start: of the word, or of the marks over one
   simple character. */
static const char *
find_complex_end (const char *start,
                  const char *end)
{
  gboolean simple = _gj_char_is_simple (g_utf8_get_char (start));
  const char *p = g_utf8_next_char (start);

  for (guint n = 1; p < end && n < WORD_MAX; p = g_utf8_next_char (p), n++)
    {
      gunichar character = g_utf8_get_char (p);

      if (simple ? !g_unichar_ismark (character)
                 : _gj_char_is_simple (character) || _gj_char_is_dropped (character))
        break;
    }
  return p;
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
