/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pango/pangocairo.h>

#include "gj-line-fit.h"

static const char *const texts[] = {
  "自然人",
  "社会公益组织",
  "法律服务机构",
  "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
  "8.其他法律行政法规禁止公开",
  "Public welfare organisations",
  "3. Danger to national, public or economic security or social stability",
  "5. Requests to confirm or reissue information already obtained",
  "A  text   with    many     blanks",
  "x",
};

static PangoLayout *
set (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);

  return layout;
}

/* At every width: no more lines than without balancing, and not as few at a narrower one. */
static void
test_balance (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = set (texts[i]);
      int natural;

      pango_layout_get_size (layout, &natural, NULL);
      for (int width = natural / 4; width <= natural + 4 * PANGO_SCALE; width += 7 * PANGO_SCALE)
        {
          int balanced, n_lines, least, taken;

          pango_layout_set_width (layout, -1);
          balanced = gj_line_fit_balance (layout, width);
          pango_layout_set_width (layout, width);
          n_lines = pango_layout_get_line_count (layout);
          g_assert_cmpint (balanced, <=, width);

          pango_layout_set_width (layout, balanced);
          g_test_message ("%s: %d for %d of %d", texts[i], balanced, width, natural);
          g_assert_cmpint (pango_layout_get_line_count (layout), ==, n_lines);

          /* What does not fit there: one line more, or a word is too long. */
          least = balanced - 3 * PANGO_SCALE;
          if (balanced == width)
            continue;

          pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
          pango_layout_set_width (layout, MAX (least, 0));
          pango_layout_get_size (layout, &taken, NULL);
          g_assert_true (pango_layout_get_line_count (layout) > n_lines || taken > least);
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
        }
    }
}

/* Two lines of Chinese are as long as each other, to one character. */
static void
test_halves (void)
{
  g_autoptr (PangoLayout) layout = set ("社会公益组织");
  int natural;

  pango_layout_get_size (layout, &natural, NULL);
  pango_layout_set_width (layout, gj_line_fit_balance (layout, natural * 5 / 6 + PANGO_SCALE));

  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_cmpint (pango_layout_get_line_readonly (layout, 0)->length, ==, 9);
}

static void
test_own_lines (void)
{
  g_autoptr (PangoLayout) layout = set ("三、\n本年度办理结果");

  g_assert_cmpint (gj_line_fit_balance (layout, 30 * PANGO_SCALE), ==, 30 * PANGO_SCALE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/line-fit/balance", test_balance);
  g_test_add_func ("/app/line-fit/halves", test_halves);
  g_test_add_func ("/app/line-fit/own-lines", test_own_lines);

  return g_test_run ();
}
