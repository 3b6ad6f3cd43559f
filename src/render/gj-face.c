/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-face-private.h"

#include <cairo-ft.h>
#include <hb-ot.h>

static void
face_clear (gpointer data)
{
  GjFace *self = data;

  g_free (self->family);
  g_free (self->style);
  g_clear_pointer (&self->hb, hb_font_destroy);
  g_clear_pointer (&self->cairo, cairo_font_face_destroy);
}

/* A named instance of a variable font stands in the upper half of the index. */
static hb_font_t *
open_font (const char *file,
           int         index)
{
  g_autoptr (hb_blob_t) blob = hb_blob_create_from_file_or_fail (file);
  g_autoptr (hb_face_t) face = NULL;
  hb_font_t *font;

  if (blob == NULL)
    return NULL;

  face = hb_face_create (blob, index & 0xffff);
  if (hb_face_get_glyph_count (face) == 0)
    return NULL;

  font = hb_font_create (face);
  hb_ot_font_set_funcs (font);
  if (index >> 16 > 0)
    hb_font_set_var_named_instance (font, (index >> 16) - 1);
  return font;
}

static cairo_font_face_t *
open_cairo (const char *file,
            int         index)
{
  g_autoptr (FcPattern) pattern = FcPatternCreate ();

  FcPatternAddString (pattern, FC_FILE, (const FcChar8 *) file);
  FcPatternAddInteger (pattern, FC_INDEX, index);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
  return cairo_ft_font_face_create_for_pattern (pattern);
}

/**
 * _gj_face_new: (skip)
 *
 * Opens a face of a font file without asking fontconfig for anything.
 *
 * Returns: (transfer full) (nullable): the face, or %NULL when the file is no font
 */
GjFace *
_gj_face_new (const char *file,
              int         index,
              const char *family,
              const char *style)
{
  hb_font_t *font = open_font (file, index);
  GjFace *self;

  if (font == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (GjFace);
  self->family = g_strdup (family);
  self->style = g_strdup (style != NULL ? style : "");
  self->hb = font;
  self->cairo = open_cairo (file, index);
  self->em = hb_face_get_upem (hb_font_get_face (font));
  return self;
}

/* Takes over @cairo: a face to draw with only. */
GjFace *
_gj_face_new_for_cairo (cairo_font_face_t *cairo,
                        const char        *family,
                        const char        *style)
{
  GjFace *self = g_atomic_rc_box_new0 (GjFace);

  self->family = g_strdup (family);
  self->style = g_strdup (style);
  self->cairo = cairo;
  return self;
}

GjFace *
_gj_face_ref (GjFace *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
_gj_face_unref (GjFace *self)
{
  g_atomic_rc_box_release_full (self, face_clear);
}

gboolean
_gj_face_has (GjFace         *self,
              gunichar        character,
              hb_codepoint_t *glyph)
{
  return hb_font_get_nominal_glyph (self->hb, character, glyph);
}

/* In em. */
double
_gj_face_get_advance (GjFace         *self,
                      hb_codepoint_t  glyph)
{
  return hb_font_get_glyph_h_advance (self->hb, glyph) / self->em;
}
