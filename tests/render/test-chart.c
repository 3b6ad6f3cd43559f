/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-render.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Chinese squares, and figures of half their width. */
static double
measure (const char *text,
         double      size,
         gpointer    data)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? size : size / 2;
  return width;
}

static GjChart *
make_chart (guint               n_series,
            guint               n_groups,
            const char *const  *values)
{
  GjChart *chart = gj_chart_new ("主要数据（件）");

  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u年", 2020 + i);

      gj_chart_add_series (chart, name);
    }
  for (guint i = 0; i < n_groups; i++)
    {
      gj_chart_add_group (chart, i % 2 == 0 ? "本年新收申请" : "Denied");
      for (guint j = 0; j < n_series; j++)
        {
          const char *text = values[(i * n_series + j) % g_strv_length ((char **) values)];
          GjDecimal value;

          gj_chart_set_value (chart, i, j, gj_decimal_parse (text, -1, &value) ? &value : NULL);
        }
    }
  return chart;
}

static const GjChartMark *
find_mark (GArray          *marks,
           GjChartMarkKind  kind,
           guint            group,
           guint            series)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const GjChartMark *mark = &g_array_index (marks, GjChartMark, i);

      if (mark->kind == kind && mark->group == group && mark->series == series)
        return mark;
    }
  return NULL;
}

/* A bar is as high as its number, a zero has none, a gap a sign of its own. */
static void
test_scale (void)
{
  static const char *const values[] = { "10", "40", "0", "x", NULL };
  g_autoptr (GjChart) chart = make_chart (2, 2, values);
  g_autoptr (GArray) marks = gj_chart_lay_out (chart, 400, 200, 10, measure, NULL);
  const GjChartMark *small = find_mark (marks, GJ_CHART_BAR, 0, 0);
  const GjChartMark *large = find_mark (marks, GJ_CHART_BAR, 0, 1);

  g_assert_cmpfloat_with_epsilon (large->height, 4 * small->height, 0.01);
  g_assert_cmpfloat_with_epsilon (large->y + large->height, small->y + small->height, 0.01);
  g_assert_cmpstr (find_mark (marks, GJ_CHART_VALUE, 0, 1)->text, ==, "40");
  g_assert_null (find_mark (marks, GJ_CHART_BAR, 1, 0));
  g_assert_cmpstr (find_mark (marks, GJ_CHART_VALUE, 1, 0)->text, ==, "0");
  g_assert_null (find_mark (marks, GJ_CHART_BAR, 1, 1));
  g_assert_null (find_mark (marks, GJ_CHART_VALUE, 1, 1));
  g_assert_nonnull (find_mark (marks, GJ_CHART_GAP, 1, 1));
  g_assert_cmpfloat (gj_chart_get_shade (chart, 0), <, gj_chart_get_shade (chart, 1));
}

typedef struct
{
  const char *name;
  guint       n_series;
  guint       n_groups;
  double      width;
  const char *values[5];
} Crowd;

static const Crowd crowds[] = {
  { "two-years", 2, 10, 480, { "41", "53", "6", "4" } },
  { "narrow", 2, 10, 260, { "41", "53", "1206", "4" } },
  { "long-numbers", 2, 10, 480, { "123456789012", "999999999999", "6", "0" } },
  { "seven-years", 7, 10, 640, { "41", "x", "612", "4" } },
  { "all-zero", 2, 10, 480, { "0", "0" } },
  { "one", 1, 1, 100, { "7" } },
};

static gboolean
overlap (const GjChartMark *a,
         const GjChartMark *b)
{
  return a->x < b->x + b->width - 0.1 && b->x < a->x + a->width - 0.1 && a->y < b->y + b->height - 0.1 &&
         b->y < a->y + a->height - 0.1;
}

/* No number runs into another one, into a bar, a name or the legend; everything that has
   a height stays in the picture. */
static void
test_crowd (gconstpointer data)
{
  const Crowd *crowd = data;
  g_autoptr (GjChart) chart = make_chart (crowd->n_series, crowd->n_groups, crowd->values);
  g_autoptr (GArray) marks = gj_chart_lay_out (chart, crowd->width, 260, 10, measure, NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const GjChartMark *mark = &g_array_index (marks, GjChartMark, i);

      g_assert_cmpfloat (mark->y, >=, -0.1);
      g_assert_cmpfloat (mark->y + mark->height, <=, 260.1);
      g_assert_true (isfinite (mark->x) && isfinite (mark->width));
      for (guint j = 0; j < i; j++)
        if (overlap (mark, &g_array_index (marks, GjChartMark, j)))
          g_test_message ("%s: %u and %u, “%s”, “%s”", crowd->name, i, j, mark->text,
                          g_array_index (marks, GjChartMark, j).text);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (mark, &g_array_index (marks, GjChartMark, j)));
    }
}

static void
test_empty (void)
{
  g_autoptr (GjChart) chart = gj_chart_new ("");
  g_autoptr (GArray) marks = gj_chart_lay_out (chart, 100, 100, 10, measure, NULL);
  g_autofree char *description = gj_chart_dup_description (chart);

  g_assert_cmpuint (marks->len, ==, 0);
  g_assert_nonnull (description);
}

static void
test_description (void)
{
  static const char *const values[] = { "41", "53", "0", "x", NULL };
  g_autoptr (GjChart) chart = make_chart (2, 2, values);
  g_autofree char *zh = NULL;
  g_autofree char *en = NULL;

  gj_language_begin (GJ_LANGUAGE_ZH);
  zh = gj_chart_dup_description (chart);
  gj_language_end ();
  gj_language_begin (GJ_LANGUAGE_EN);
  en = gj_chart_dup_description (chart);
  gj_language_end ();
  g_assert_cmpstr (zh, ==, "主要数据（件）。本年新收申请：2020年 41，2021年 53。Denied：2020年 0，2021年 无数据。");
  g_assert_nonnull (strstr (en, "2021年 no number."));
}

/* Light and dark: the last series is told from the first and from the ground. */
static void
test_draw (void)
{
  static const char *const values[] = { "41", "53", "0", "x", NULL };
  g_autoptr (GjChart) chart = make_chart (2, 2, values);
  PangoFontMap *fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");
  const GjChartPalette *palettes[] = { &gj_chart_palette_light, &gj_chart_palette_dark };

  pango_context_set_font_description (context, font);
  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 200);
      cairo_t *cr = cairo_create (surface);
      GjChartInk first = gj_chart_palette_mix (palettes[i], 0);
      GjChartInk last = gj_chart_palette_mix (palettes[i], 1);

      gj_chart_draw (chart, cr, 400, 200, palettes[i], context);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpfloat (fabs (first.red * 0.3 + first.green * 0.59 + first.blue * 0.11 -
                               last.red * 0.3 - last.green * 0.59 - last.blue * 0.11), >, 0.25);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  pango_font_description_free (font);
  g_object_unref (context);
  g_object_unref (fonts);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/chart/scale", test_scale);
  for (guint i = 0; i < G_N_ELEMENTS (crowds); i++)
    {
      g_autofree char *path = g_strconcat ("/render/chart/crowd/", crowds[i].name, NULL);

      g_test_add_data_func (path, &crowds[i], test_crowd);
    }
  g_test_add_func ("/render/chart/empty", test_empty);
  g_test_add_func ("/render/chart/description", test_description);
  g_test_add_func ("/render/chart/draw", test_draw);
  return g_test_run ();
}
