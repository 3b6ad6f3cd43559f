/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_blob_t, hb_blob_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_face_t, hb_face_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_buffer_t, hb_buffer_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FcPattern, FcPatternDestroy)

/* One face of one font file, counted by reference. HarfBuzz measures and shapes with it
   on the thread that made it; cairo draws with it on any. @hb is %NULL for a face that is
   only drawn with. */
typedef struct
{
  char              *family;
  char              *style;
  hb_font_t         *hb;
  cairo_font_face_t *cairo;
  double             em;
} GjFace;

GjFace *       _gj_face_new         (const char     *file,
                                     int             index,
                                     const char     *family,
                                     const char     *style);
GjFace *       _gj_face_new_for_cairo (cairo_font_face_t *cairo,
                                        const char        *family,
                                        const char        *style);
GjFace *       _gj_face_ref         (GjFace         *self);
void           _gj_face_unref       (GjFace         *self);
gboolean       _gj_face_has         (GjFace         *self,
                                     gunichar        character,
                                     hb_codepoint_t *glyph);
double         _gj_face_get_advance (GjFace         *self,
                                     hb_codepoint_t  glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjFace, _gj_face_unref)

G_END_DECLS
