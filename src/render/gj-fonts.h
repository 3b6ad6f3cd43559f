/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GJ_RENDER_ERROR:
 *
 * Errors of laying out pages.
 */
#define GJ_RENDER_ERROR (gj_render_error_quark ())

typedef enum
{
  GJ_RENDER_ERROR_FONTS,
} GjRenderError;

GQuark gj_render_error_quark (void);

/**
 * GjFontRole:
 * @GJ_FONT_TITLE: the title, 小标宋
 * @GJ_FONT_BODY: the text, 仿宋
 * @GJ_FONT_HEADING: 一、 黑体
 * @GJ_FONT_SUBHEADING: （一） 楷体
 * @GJ_FONT_TABLE: the tables, 宋体
 * @GJ_FONT_NUMBER: the page numbers, 宋体
 */
typedef enum
{
  GJ_FONT_TITLE,
  GJ_FONT_BODY,
  GJ_FONT_HEADING,
  GJ_FONT_SUBHEADING,
  GJ_FONT_TABLE,
  GJ_FONT_NUMBER,
  GJ_N_FONT_ROLES,
} GjFontRole;

/**
 * GjFonts:
 *
 * The faces that a thread sets its pages in. One per thread, never shared; the pages
 * that were made with it live on without it.
 */
typedef struct _GjFonts GjFonts;

GjFonts *   gj_fonts_new            (GError     **error);
GjFonts *   gj_fonts_new_for_chain  (GBytes      *chain,
                                     GError     **error);
char *      gj_fonts_dup_user_path  (void);
void        gj_fonts_free           (GjFonts     *self);
const char *gj_fonts_get_official   (GjFonts     *self,
                                     GjFontRole   role);
const char *gj_fonts_get_used       (GjFonts     *self,
                                     GjFontRole   role);
gboolean    gj_fonts_is_substituted (GjFonts     *self,
                                     GjFontRole   role);
const char *gj_fonts_get_source     (GjFonts     *self,
                                     GjFontRole   role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjFonts, gj_fonts_free)

G_END_DECLS
