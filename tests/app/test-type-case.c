/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <pango/pangocairo.h>

#include "gj-type-case.h"

/* The fonts fetched in a thread: they become the main thread's own, once. */

static void
test_hand_over (void)
{
  PangoFontMap *before = g_object_ref (pango_cairo_font_map_get_default ());
  g_autoptr (GjTypeCase) type_case = gj_type_case_new (gtk_settings_get_default ());
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontMap *after;
  PangoContext *context;
  int width;

  gj_type_case_use (type_case);
  after = pango_cairo_font_map_get_default ();
  g_assert_true (after != before);

  context = pango_font_map_create_context (after);
  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_text (layout, "政府信息公开 3 F8 ✓", -1);
  pango_layout_get_size (layout, &width, NULL);
  g_assert_cmpint (width, >, 0);

  gj_type_case_use (type_case);
  g_assert_true (pango_cairo_font_map_get_default () == after);

  g_object_unref (before);
}

static void
test_never_used (void)
{
  PangoFontMap *before = pango_cairo_font_map_get_default ();
  GjTypeCase *type_case = gj_type_case_new (gtk_settings_get_default ());

  gj_type_case_free (type_case);
  g_assert_true (pango_cairo_font_map_get_default () == before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();

  g_test_add_func ("/app/type-case/hand-over", test_hand_over);
  g_test_add_func ("/app/type-case/never-used", test_never_used);

  return g_test_run ();
}
