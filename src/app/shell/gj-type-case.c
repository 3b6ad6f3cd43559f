/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-type-case.h"

#include <pango/pangocairo.h>

/**
 * GjTypeCase:
 *
 * The type a window is set in, fetched in a thread of its own while the toolkit reads its
 * style sheets: finding the faces for Chinese and opening them takes as long as that.
 *
 * The thread fills a font map that nobody else sees; gj_type_case_use() waits until it is
 * filled and makes it the main thread's own. What the thread still does then, drawing the
 * common characters, goes through cairo alone, whose glyph caches are made to be shared.
 * All of it is a head start and nothing more: with other sizes or faces than foreseen the
 * window looks the same, only later.
 */
struct _GjTypeCase
{
  PangoFontMap         *map;
  PangoFontDescription *font;
  PangoLanguage        *language;
  cairo_font_options_t *options;
  double                dots_per_inch;

  GThread              *thread;
  GMutex                mutex;
  GCond                 filled;
  gboolean              is_filled;
};

/* What makes every face of the others open: Chinese, Latin, digits and signs are looked
 * for one by one. */

static const char few[] = "问题3 F ✓✕";

/* What is drawn beforehand: letters in an alphabet's language, in Chinese the characters
 * that the window is full of at a size. Each of those costs some time of a core and keeps
 * some pages of the font's file in the memory. */

#define ALPHABET "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()-.+=,:;“”’·✓✕"

static const char letters[] = ALPHABET;

/* Of the tables, the guidance and the line at the bottom. */
static const char small[] =
  ALPHABET "（），、。：；“”〔〕⋯一二三四五六七八九十"
  "政府信息公开工作年度报告主动依申请情况本机关新收结转上数量自然人法"
  "或其他组织商业企科研构社会益律服务总计予以部分区处理只这形不属于国家"
  "秘密禁止行规章危及安全稳定保护第方合权内事类过程性执案卷查询项无提供"
  "掌握相没有现成需要另制作补正后容仍明确信访举投诉重复出版物当由大反"
  "认已获取逾期缴费用下续议果维持纠尚审直接起基体进填写决定的场书面所者知告途径件按"
  "最终答次据函办号附表选中个问题存格列加等为勾稽系再通纳具许可罚强政";

/* Of the findings. */
static const char text[] =
  ALPHABET "（），、。：“”—一二三四五六七总计之和相差为与有关勾稽系即全部符由改将列行各类申请人"
  "自然予以公开空白没数据的填要求提供出版物科研机构本年度办理结果横向行政复议诉讼维持纠正"
  "尚审必须修核实应如收转上下";

/* Of the tabs, titles and buttons. */
static const char strong[] =
  ALPHABET "·：、⋯一二三四五六编制审核打开预览与印保存必须修改请实办理结果总计不符横向未填数字"
  "行政复议改为定位说明写依申请公开主动概述问题批注政府信息工作年度报告市县区局委展发收到和处情况诉讼";

/* The sizes and weights of the style sheets, against the size of the user's font, and what
 * is drawn in them in Chinese. */

static const struct
{
  double      size;
  PangoWeight weight;
  const char *chinese;
} cuts[] = {
  { 0.9, PANGO_WEIGHT_NORMAL, small },
  { 1.0, PANGO_WEIGHT_NORMAL, text },
  { 1.0, PANGO_WEIGHT_BOLD, strong },
  { 1.3, PANGO_WEIGHT_BOLD, NULL },
};

typedef struct
{
  cairo_scaled_font_t *font;
  GArray              *glyphs;
} Drawer;

static void
drawer_clear (gpointer data)
{
  Drawer *drawer = data;

  cairo_scaled_font_destroy (drawer->font);
  g_array_unref (drawer->glyphs);
}

/* Notes which glyphs of which face a run is set in. */

static void
note_run (GArray               *drawers,
          const PangoGlyphItem *run)
{
  Drawer drawer = {
    cairo_scaled_font_reference (
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font))),
    g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
  };

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      cairo_glyph_t glyph = { run->glyphs->glyphs[i].glyph, 0, 0 };

      if ((glyph.index & PANGO_GLYPH_UNKNOWN_FLAG) == 0 && glyph.index != PANGO_GLYPH_EMPTY)
        g_array_append_val (drawer.glyphs, glyph);
    }

  g_array_append_val (drawers, drawer);
}

static void
fill (GjTypeCase *self,
      GArray     *drawers)
{
  gboolean is_chinese = pango_language_matches (self->language, "zh");
  double size = pango_font_description_get_size (self->font);

  if (!pango_font_description_get_size_is_absolute (self->font))
    size *= self->dots_per_inch / 72.0;

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      PangoContext *context = pango_font_map_create_context (self->map);
      g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->font);
      g_autoptr (PangoLayout) layout = NULL;
      PangoLayoutLine *line;

      pango_font_description_set_absolute_size (font, (int) (size * cuts[i].size + 0.5));
      pango_font_description_set_weight (font, cuts[i].weight);
      pango_context_set_font_description (context, font);
      pango_context_set_language (context, self->language);
      pango_cairo_context_set_font_options (context, self->options);
      pango_cairo_context_set_resolution (context, self->dots_per_inch);

      pango_font_metrics_unref (pango_context_get_metrics (context, NULL, NULL));
      layout = pango_layout_new (context);
      pango_layout_set_text (layout, few, -1);
      pango_layout_get_size (layout, NULL, NULL);
      if (cuts[i].chinese == NULL)
        {
          g_object_unref (context);
          continue;
        }

      pango_layout_set_text (layout, is_chinese ? cuts[i].chinese : letters, -1);
      line = pango_layout_get_line_readonly (layout, 0);
      for (GSList *l = line->runs; l != NULL; l = l->next)
        note_run (drawers, l->data);

      g_object_unref (context);
    }
}

/* Gives cairo's cache the outlines and the images of the characters. */

static void
draw (GArray *drawers)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 24, 40);
  for (guint i = 0; i < drawers->len; i++)
    {
      const Drawer *drawer = &g_array_index (drawers, Drawer, i);

      cairo_set_scaled_font (cr, drawer->font);
      cairo_show_glyphs (cr, (const cairo_glyph_t *) (gpointer) drawer->glyphs->data,
                         (int) drawer->glyphs->len);
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
fetch_in_thread (gpointer user_data)
{
  GjTypeCase *self = user_data;
  g_autoptr (GArray) drawers = g_array_new (FALSE, FALSE, sizeof (Drawer));

  g_array_set_clear_func (drawers, drawer_clear);
  fill (self, drawers);

  g_mutex_lock (&self->mutex);
  self->is_filled = TRUE;
  g_cond_signal (&self->filled);
  g_mutex_unlock (&self->mutex);

  draw (drawers);

  return NULL;
}

static cairo_hint_style_t
read_hint_style (int         hinting,
                 const char *name)
{
  static const char *const names[] = { "hintnone", "hintslight", "hintmedium", "hintfull" };
  static const cairo_hint_style_t styles[] = {
    CAIRO_HINT_STYLE_NONE, CAIRO_HINT_STYLE_SLIGHT, CAIRO_HINT_STYLE_MEDIUM, CAIRO_HINT_STYLE_FULL,
  };

  if (hinting == 0)
    return CAIRO_HINT_STYLE_NONE;
  for (guint i = 0; hinting == 1 && i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return styles[i];

  return CAIRO_HINT_STYLE_DEFAULT;
}

static cairo_subpixel_order_t
read_subpixel_order (const char *name)
{
  static const char *const names[] = { "rgb", "bgr", "vrgb", "vbgr" };
  static const cairo_subpixel_order_t orders[] = {
    CAIRO_SUBPIXEL_ORDER_RGB, CAIRO_SUBPIXEL_ORDER_BGR,
    CAIRO_SUBPIXEL_ORDER_VRGB, CAIRO_SUBPIXEL_ORDER_VBGR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return orders[i];

  return CAIRO_SUBPIXEL_ORDER_DEFAULT;
}

/* The options the toolkit will ask for. */

static void
read_options (GjTypeCase  *self,
              GtkSettings *settings)
{
  g_autofree char *hint_style = NULL;
  g_autofree char *order_name = NULL;
  cairo_subpixel_order_t order;
  gboolean hint_metrics;
  int antialias, hinting, dots_per_inch;

  g_object_get (settings,
                "gtk-xft-antialias", &antialias,
                "gtk-xft-hinting", &hinting,
                "gtk-xft-hintstyle", &hint_style,
                "gtk-xft-rgba", &order_name,
                "gtk-xft-dpi", &dots_per_inch,
                "gtk-hint-font-metrics", &hint_metrics,
                NULL);

  order = read_subpixel_order (order_name);
  self->dots_per_inch = dots_per_inch > 0 ? dots_per_inch / 1024.0 : 96.0;
  self->options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (self->options, hint_metrics ? CAIRO_HINT_METRICS_ON
                                                                   : CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (self->options, read_hint_style (hinting, hint_style));
  cairo_font_options_set_subpixel_order (self->options, order);
  if (antialias == 0)
    cairo_font_options_set_antialias (self->options, CAIRO_ANTIALIAS_NONE);
  else if (antialias == 1)
    cairo_font_options_set_antialias (self->options, order != CAIRO_SUBPIXEL_ORDER_DEFAULT
                                                     ? CAIRO_ANTIALIAS_SUBPIXEL
                                                     : CAIRO_ANTIALIAS_GRAY);
}

/* What a style sheet says of a font beside its size and weight. */

static PangoFontDescription *
read_font (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Sans 10");
  if (pango_font_description_get_family (font) == NULL)
    pango_font_description_set_family (font, "Sans");
  if (pango_font_description_get_size (font) == 0)
    pango_font_description_set_size (font, 10 * PANGO_SCALE);
  pango_font_description_unset_fields (font, ~(PANGO_FONT_MASK_FAMILY | PANGO_FONT_MASK_SIZE));
  pango_font_description_set_style (font, PANGO_STYLE_NORMAL);
  pango_font_description_set_stretch (font, PANGO_STRETCH_NORMAL);

  return font;
}

GjTypeCase *
gj_type_case_new (GtkSettings *settings)
{
  GjTypeCase *self = g_new0 (GjTypeCase, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->filled);
  self->map = pango_cairo_font_map_new ();
  self->font = read_font (settings);
  self->language = gtk_get_default_language ();
  read_options (self, settings);
  self->thread = g_thread_new ("fonts", fetch_in_thread, self);

  return self;
}

/* Waits for the fonts and sets the calling thread's texts in them from now on. */

void
gj_type_case_use (GjTypeCase *self)
{
  if (self->map == NULL)
    return;

  g_mutex_lock (&self->mutex);
  while (!self->is_filled)
    g_cond_wait (&self->filled, &self->mutex);
  g_mutex_unlock (&self->mutex);

  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (self->map));
  g_clear_object (&self->map);
}

void
gj_type_case_free (GjTypeCase *self)
{
  g_thread_join (self->thread);
  g_clear_object (&self->map);
  pango_font_description_free (self->font);
  cairo_font_options_destroy (self->options);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->filled);
  g_free (self);
}
