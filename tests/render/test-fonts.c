/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-fonts-private.h"
#include "gj-render.h"

#include <glib/gstdio.h>
#include <string.h>

static GBytes *
make_chain (const char *body_choices)
{
  static const char *const roles[] = { "title", "body", "heading", "subheading", "table", "number" };
  GString *chain = g_string_new ("<fonts><directory path='/nowhere'/>");

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_string_append_printf (chain, "<role id='%s' official='仿宋_GB2312'>%s</role>", roles[i],
                            i == 1 ? body_choices : "<stand-in family='Noto Serif CJK SC'/>");
  g_string_append (chain, "</fonts>");
  return g_string_free_to_bytes (chain);
}

static void
test_default (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new (&error);

  g_assert_no_error (error);
  g_assert_cmpstr (gj_fonts_get_official (fonts, GJ_FONT_BODY), ==, "仿宋_GB2312");
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      g_assert_nonnull (gj_fonts_get_used (fonts, i));
      /* What fontconfig would make of the official names. */
      g_assert_null (strstr (gj_fonts_get_used (fonts, i), "DejaVu"));
    }
}

static void
test_stand_in (void)
{
  g_autoptr (GBytes) chain = make_chain ("<face family='No Such Face'/>"
                                         "<stand-in family='No Such File' file='none.otf'/>"
                                         "<stand-in family='noto serif cjk sc' weight='bold'/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new_for_chain (chain, &error);

  g_assert_no_error (error);
  g_assert_true (gj_fonts_is_substituted (fonts, GJ_FONT_BODY));
  g_assert_cmpstr (gj_fonts_get_used (fonts, GJ_FONT_BODY), ==, "noto serif cjk sc Bold");
}

static void
test_official (void)
{
  g_autoptr (GBytes) chain = make_chain ("<face family='Noto Serif CJK SC'/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new_for_chain (chain, &error);

  g_assert_no_error (error);
  g_assert_false (gj_fonts_is_substituted (fonts, GJ_FONT_BODY));
}

static void
test_none (void)
{
  g_autoptr (GBytes) chain = make_chain ("<face family='No Such Face'/>");
  g_autoptr (GError) error = NULL;

  g_assert_null (gj_fonts_new_for_chain (chain, &error));
  g_assert_error (error, GJ_RENDER_ERROR, GJ_RENDER_ERROR_FONTS);
}

static void
test_unreadable (gconstpointer data)
{
  g_autoptr (GBytes) chain = g_bytes_new_static (data, strlen (data));
  g_autoptr (GError) error = NULL;

  g_assert_null (gj_fonts_new_for_chain (chain, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_MARKUP_ERROR);
}

/* The simplified face of the collection, not the one that is first in the file: 骨 has
   its hook on the left only there. */
static void
test_region (void)
{
  g_autoptr (GBytes) chain = make_chain ("<face family='Noto Serif CJK SC'/>");
  g_autoptr (GBytes) japanese = make_chain ("<face family='Noto Serif CJK JP'/>");
  g_autoptr (GjFonts) fonts = gj_fonts_new_for_chain (chain, NULL);
  g_autoptr (GjFonts) others = gj_fonts_new_for_chain (japanese, NULL);
  hb_codepoint_t glyph, other;
  GjGlyphOrigin origin;

  if (others == NULL)
    {
      g_test_skip ("There is no Japanese face");
      return;
    }
  _gj_fonts_find_glyph (fonts, GJ_FONT_BODY, 0x9aa8, &glyph, &origin);
  _gj_fonts_find_glyph (others, GJ_FONT_BODY, 0x9aa8, &other, &origin);
  g_assert_cmpuint (glyph, !=, other);
}

static void
test_glyphs (void)
{
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  hb_codepoint_t glyph;
  GjGlyphOrigin origin;

  g_assert_nonnull (_gj_fonts_find_glyph (fonts, GJ_FONT_BODY, 0x653f, &glyph, &origin));
  g_assert_cmpint (origin, ==, GJ_GLYPH_OWN);
  g_assert_cmpuint (glyph, !=, 0);

  /* A private character that no font has. */
  g_assert_nonnull (_gj_fonts_find_glyph (fonts, GJ_FONT_BODY, 0x10fffd, &glyph, &origin));
  g_assert_cmpint (origin, ==, GJ_GLYPH_MISSING);
}

/* The user's own list comes first, and need not say everything. */

static void
write_user_list (const char *contents)
{
  g_autofree char *path = gj_fonts_dup_user_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
remove_user_list (void)
{
  g_autofree char *path = gj_fonts_dup_user_path ();

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_user_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFonts) fonts = NULL;

  write_user_list ("<fonts><role id='body' official='黑体'><face family='No Such Face'/>"
                   "<face family='Noto Sans CJK SC' weight='bold'/></role></fonts>");
  fonts = gj_fonts_new (&error);
  remove_user_list ();
  g_assert_no_error (error);
  g_assert_cmpstr (gj_fonts_get_used (fonts, GJ_FONT_BODY), ==, "Noto Sans CJK SC Bold");
  g_assert_cmpstr (gj_fonts_get_official (fonts, GJ_FONT_BODY), ==, "黑体");
  g_assert_false (gj_fonts_is_substituted (fonts, GJ_FONT_BODY));
  g_assert_cmpstr (gj_fonts_get_official (fonts, GJ_FONT_TITLE), ==, "方正小标宋");
}

/* A list that cannot be read is named with the line. */
static void
test_bad_user_list (gconstpointer data)
{
  g_autofree char *contents = g_strconcat ("<fonts>\n\n", (const char *) data, NULL);
  g_autoptr (GError) error = NULL;

  write_user_list (contents);
  g_assert_null (gj_fonts_new (&error));
  remove_user_list ();
  g_assert_error (error, GJ_RENDER_ERROR, GJ_RENDER_ERROR_FONTS);
  g_assert_nonnull (strstr (error->message, "fonts.xml"));
  g_assert_nonnull (strstr (error->message, "line 3"));
}

static void
test_sources (void)
{
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);

  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      g_assert_nonnull (gj_fonts_get_source (fonts, i));
      g_assert_nonnull (gj_font_role_get_label (i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/render/fonts/default", test_default);
  g_test_add_func ("/render/fonts/stand-in", test_stand_in);
  g_test_add_func ("/render/fonts/official", test_official);
  g_test_add_func ("/render/fonts/none", test_none);
  g_test_add_data_func ("/render/fonts/unreadable/empty", "", test_unreadable);
  g_test_add_data_func ("/render/fonts/unreadable/truncated", "<fonts><role id='body'", test_unreadable);
  g_test_add_data_func ("/render/fonts/unreadable/no-roles", "<fonts/>", test_unreadable);
  g_test_add_data_func ("/render/fonts/unreadable/role", "<fonts><role id='x' official='y'/></fonts>", test_unreadable);
  g_test_add_data_func ("/render/fonts/unreadable/face", "<fonts><face family='x'/></fonts>", test_unreadable);
  g_test_add_data_func ("/render/fonts/unreadable/weight",
                        "<fonts><role id='body' official='x'><face family='x' weight='fat'/></role></fonts>",
                        test_unreadable);
  g_test_add_func ("/render/fonts/region", test_region);
  g_test_add_func ("/render/fonts/glyphs", test_glyphs);
  g_test_add_func ("/render/fonts/user-list", test_user_list);
  g_test_add_data_func ("/render/fonts/bad-user-list/element", "<typeface/></fonts>", test_bad_user_list);
  g_test_add_data_func ("/render/fonts/bad-user-list/role", "<role id='boddy'/></fonts>", test_bad_user_list);
  g_test_add_data_func ("/render/fonts/bad-user-list/broken", "<role id='body'</fonts>", test_bad_user_list);
  g_test_add_data_func ("/render/fonts/bad-user-list/bytes", "\xff\xfe</fonts>", test_bad_user_list);
  g_test_add_func ("/render/fonts/sources", test_sources);
  return g_test_run ();
}
