/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-render.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gj-sample-report.h"

/* One line of a dump, read back. */
typedef struct
{
  double x;
  double y;
  double width;
  double size;
  char   role[16];
  char  *string;
} Run;

static GjFonts *
get_fonts (void)
{
  static GjFonts *fonts;

  if (fonts == NULL)
    {
      g_autoptr (GError) error = NULL;

      fonts = gj_fonts_new (&error);
      g_assert_no_error (error);
    }
  return fonts;
}

static GjPages *
lay_out (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  GjPages *pages = gj_pages_new (report, get_fonts (), NULL, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static char *
dump (GjReport *report)
{
  g_autoptr (GjPages) pages = lay_out (report);

  return gj_pages_dump (pages);
}

static gboolean
read_run (const char *line,
          Run        *run)
{
  const char *quote = strchr (line, '"');

  if (quote == NULL ||
      sscanf (line, "text %lf %lf %lf %lf %15s", &run->x, &run->y, &run->width, &run->size, run->role) != 5)
    return FALSE;
  run->string = g_strndup (quote + 1, strlen (quote) - 2);
  return TRUE;
}

/* The runs of a dump, in order; those of the tables and page numbers only if @all. */
static GArray *
read_runs (const char *text,
           gboolean    all)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (Run));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Run run;

      if (!read_run (lines[i], &run))
        continue;
      if (all || (strcmp (run.role, "table") != 0 && strcmp (run.role, "number") != 0))
        g_array_append_val (runs, run);
      else
        g_free (run.string);
    }
  return runs;
}

static void
free_runs (GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    g_free (g_array_index (runs, Run, i).string);
  g_array_unref (runs);
}

static void
test_sample (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjPages) pages = lay_out (report);
  g_autofree char *text = gj_pages_dump (pages);
  guint n_entries;
  const GjOutlineEntry *entries = gj_pages_get_outline (pages, &n_entries);

  g_assert_cmpuint (gj_pages_get_n_pages (pages), >=, 4);
  g_assert_cmpuint (gj_pages_get_n_pages (pages), <=, 7);
  g_assert_nonnull (strstr (text, "云溪市文化和旅游局"));
  g_assert_nonnull (strstr (text, "\"2026年1月8日\""));
  g_assert_nonnull (strstr (text, "\"— 1 —\""));
  g_assert_cmpuint (n_entries, ==, 6 + 5);
  g_assert_cmpstr (entries[0].title, ==, "一、总体情况");
  g_assert_cmpstr (entries[1].title, ==, "（一）主动公开情况");
  g_assert_cmpuint (entries[1].level, ==, 1);
}

/* Every line of text stands on one of the 22 lines, inside the type area. */
static void
test_grid (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = dump (report);
  GArray *runs = read_runs (text, FALSE);

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      double line = (run->y - GJ_PAPER_TOP - (GJ_PAPER_PITCH - run->size) / 2 - 0.88 * run->size) / GJ_PAPER_PITCH;

      g_assert_cmpfloat (fabs (line - round (line)), <, 0.01);
      g_assert_cmpfloat (line, >=, -0.01);
      g_assert_cmpfloat (line, <=, GJ_PAPER_LINES - 1 + 0.01);
      g_assert_cmpfloat (run->x, >=, GJ_PAPER_BINDING - 0.01);
      g_assert_cmpfloat (run->x + run->width, <=, GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH + 8.1);
    }
  free_runs (runs);
}

/* 28 characters of 3号 fill a line; a paragraph begins two characters in. */
static void
test_characters (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  const char *paragraphs[] = {
    "政府信息公开工作年度报告政府信息公开工作年度报告政府信息公开工作年度报告政府信息公开工作年度报告政府信息公开工作年度报告",
    NULL,
  };
  g_autofree char *text = NULL;
  GArray *runs;
  const Run *first = NULL;

  gj_sample_report_set_text (report, "preface", paragraphs);
  text = dump (report);
  runs = read_runs (text, FALSE);
  for (guint i = 0; i + 1 < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      if (first != NULL || strcmp (run->role, "body") != 0)
        continue;
      first = run;
      g_assert_cmpint (g_utf8_strlen (run[0].string, -1), ==, 26);
      g_assert_cmpfloat (fabs (run[0].x - GJ_PAPER_BINDING - 2 * GJ_PAPER_CELL), <, 0.01);
      g_assert_cmpint (g_utf8_strlen (run[1].string, -1), ==, 28);
      g_assert_cmpfloat (fabs (run[1].x - GJ_PAPER_BINDING), <, 0.01);
      g_assert_cmpfloat (fabs (run[1].width - GJ_PAPER_TYPE_WIDTH), <, 0.01);
      g_assert_cmpfloat (fabs (run[1].y - run[0].y - GJ_PAPER_PITCH), <, 0.02);
    }
  g_assert_nonnull (first);
  free_runs (runs);
}

/* 4号, 7 mm below the type area, odd pages right, even pages left. */
static void
test_page_numbers (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = dump (report);
  GArray *runs = read_runs (text, TRUE);
  guint n_numbers = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      g_autofree char *expected = g_strdup_printf ("— %u —", n_numbers + 1);

      if (strcmp (run->role, "number") != 0)
        continue;
      n_numbers++;
      g_assert_cmpstr (run->string, ==, expected);
      g_assert_cmpfloat (run->size, ==, GJ_PAPER_SIZE_4);
      g_assert_cmpfloat (run->y, >, GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT + 7 * GJ_PAPER_MM);
      if (n_numbers % 2 == 1)
        g_assert_cmpfloat (fabs (run->x + run->width - GJ_PAPER_BINDING - GJ_PAPER_TYPE_WIDTH + 14), <, 0.02);
      else
        g_assert_cmpfloat (fabs (run->x - GJ_PAPER_BINDING - 14), <, 0.02);
    }
  g_assert_cmpuint (n_numbers, >=, 4);
  free_runs (runs);
}

static void
test_options (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  GjPaperOptions options = { .first_number = 2 };
  GjPaperOptions bare = { .no_numbers = TRUE };
  g_autoptr (GjPages) pages = gj_pages_new (report, get_fonts (), &options, NULL, NULL);
  g_autoptr (GjPages) others = gj_pages_new (report, get_fonts (), &bare, NULL, NULL);
  g_autofree char *text = gj_pages_dump (pages);
  g_autofree char *other = gj_pages_dump (others);

  g_assert_cmpuint (gj_page_get_number (gj_pages_get_page (pages, 0)), ==, 2);
  g_assert_nonnull (strstr (text, "\"— 2 —\""));
  g_assert_null (strstr (text, "\"— 1 —\""));
  g_assert_null (strstr (other, " number \""));
}

/* No section's heading at the foot of a page: something of the section follows it. */
static void
test_headings_kept (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  /* Whatever stands before them, line by line. */
  for (guint n = 0; n < 24; n++)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_ptr_array_add (paragraphs, (char *) "补充说明。");
      g_ptr_array_add (paragraphs, NULL);
      gj_sample_report_set_text (report, "preface", (const char *const *) paragraphs->pdata);
      g_ptr_array_set_size (paragraphs, n + 1);

      text = dump (report);
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i + 1] != NULL; i++)
        if (strcmp (lines[i], "end H2") == 0)
          g_assert_false (strstr (lines[i + 1], " number \"") != NULL);
    }
}

/* The last line of a paragraph never stands alone at the top of a page,
 * and the signature never alone on a page. */
static void
test_widows (void)
{
  static const char *const long_one =
    "坚持以公开为常态、不公开为例外，围绕文旅融合、公共服务和市场监管，推动政务公开与业务工作同步部署、同步落实，"
    "全年通过门户网站主动公开政府信息，公众满意度持续提升，工作成效明显，各项指标均有增长并保持良好势头不变。";
  const char *others[] = { long_one, NULL };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  gj_sample_report_set_text (report, "others", others);
  for (guint n = 0; n < 24; n++)
    {
      g_autoptr (GjPages) pages = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      guint n_lines = 0;
      guint previous = G_MAXUINT;

      g_ptr_array_add (paragraphs, (char *) "补充说明。");
      g_ptr_array_add (paragraphs, NULL);
      gj_sample_report_set_text (report, "preface", (const char *const *) paragraphs->pdata);
      g_ptr_array_set_size (paragraphs, n + 1);

      pages = lay_out (report);
      text = gj_pages_dump (pages);
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          if (g_str_has_prefix (lines[i], "page "))
            previous = G_MAXUINT;
          if (strcmp (lines[i], "begin P") == 0)
            n_lines = 0;
          else if (g_str_has_prefix (lines[i], "text ") && strstr (lines[i], " body ") != NULL)
            n_lines++;
          /* The first paragraph of a page is the rest of one that began before. */
          if (strcmp (lines[i], "end P") == 0 && strstr (lines[i - 1], "2026年1月8日") != NULL)
            g_assert_cmpuint (previous, !=, G_MAXUINT);
          if (strcmp (lines[i], "end P") == 0)
            previous = n_lines;
        }
    }
}

/* The date ends four characters from the edge, the body's name stands over its middle,
 * and above both two lines are left for the seal. */
static void
test_signature (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = dump (report);
  GArray *runs = read_runs (text, FALSE);
  const Run *date = &g_array_index (runs, Run, runs->len - 1);
  const Run *name = date - 1;
  double right = GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH;

  g_assert_cmpstr (name->string, ==, "云溪市文化和旅游局");
  g_assert_cmpstr (date->string, ==, "2026年1月8日");
  g_assert_cmpfloat (fabs (date->x + date->width - right + 4 * GJ_PAPER_CELL), <, 0.02);
  g_assert_cmpfloat (fabs (date->x + date->width / 2 - name->x - name->width / 2), <, 0.02);
  g_assert_cmpfloat (fabs (date->y - name->y - GJ_PAPER_PITCH), <, 0.02);
  g_assert_cmpfloat (fabs (name->y - name[-1].y - 3 * GJ_PAPER_PITCH), <, 0.02);
  free_runs (runs);
}

/* A name that would leave the type area ends at its edge, with the date in the middle. */
static void
test_long_signature (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  const Run *date;
  GArray *runs;
  g_autofree char *text = NULL;

  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市澜江区政府信息与政务公开工作领导小组办公室");
  text = dump (report);
  runs = read_runs (text, FALSE);
  date = &g_array_index (runs, Run, runs->len - 1);
  g_assert_cmpfloat (fabs (date[-1].x + date[-1].width - GJ_PAPER_BINDING - GJ_PAPER_TYPE_WIDTH), <, 0.02);
  g_assert_cmpfloat (fabs (date->x + date->width / 2 - date[-1].x - date[-1].width / 2), <, 0.02);
  free_runs (runs);
}

static void
test_empty (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (GjPages) pages = lay_out (report);
  g_autofree char *text = gj_pages_dump (pages);

  g_assert_cmpuint (gj_pages_get_n_pages (pages), >=, 1);
  g_assert_nonnull (strstr (text, "六、其他需要报告的事项"));
}

static void
test_same_twice (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *first = dump (report);
  g_autofree char *second = dump (report);

  g_assert_cmpstr (first, ==, second);
}

/* The table stands where its anchor is: after the first paragraph here. */
static void
test_anchor (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjBlock) before = gj_block_new_paragraph ("表前文字。");
  g_autoptr (GjBlock) table = gj_block_new_table ();
  g_autoptr (GjBlock) after = gj_block_new_paragraph ("表后文字。");
  GjBlock *blocks[] = { before, table, after };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));
  guint section = gj_form_find_section (gj_report_get_form (report), "cases");
  g_autofree char *text = NULL;
  const char *first;
  const char *last;

  gj_report_init_narrative (report, section, narrative);
  text = dump (report);
  first = strstr (text, "表前文字。");
  last = strstr (text, "表后文字。");
  g_assert_nonnull (first);
  g_assert_nonnull (last);
  g_assert_nonnull (strstr (first, "begin Table"));
  g_assert_true (strstr (first, "begin Table") < last);
}

static GBytes *
make_png (guint width,
          guint height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autofree char *path = NULL;
  char *data;
  gsize length;
  int fd = g_file_open_tmp (NULL, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
test_pictures (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) wide = make_png (2000, 500);
  g_autoptr (GBytes) broken = g_bytes_new_static ("no picture", 10);
  g_autoptr (GjBlock) good = gj_block_new_picture (wide, "image/png", 2000, 500, "专栏");
  g_autoptr (GjBlock) bad = gj_block_new_picture (broken, "image/jpeg", 10, 10, "坏图");
  GjBlock *blocks[] = { good, bad };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));
  g_autofree char *text = NULL;
  const char *picture;
  double x, y, width, height;

  gj_report_init_narrative (report, gj_form_find_section (gj_report_get_form (report), "others"), narrative);
  text = dump (report);
  picture = strstr (text, "picture ");
  g_assert_nonnull (picture);
  g_assert_cmpint (sscanf (picture, "picture %lf %lf %lf %lf", &x, &y, &width, &height), ==, 4);
  g_assert_cmpfloat (fabs (width - GJ_PAPER_TYPE_WIDTH), <, 0.02);
  g_assert_cmpfloat (fabs (height - GJ_PAPER_TYPE_WIDTH / 4), <, 0.02);
  g_assert_nonnull (strstr (text, "〔图片：坏图〕"));
}

static void
test_cancelled (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gj_pages_new (report, get_fonts (), NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Pages made by another thread, whose fonts are gone, are drawn by this one. */
static gpointer
make_pages (gpointer report)
{
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);

  return gj_pages_new (report, fonts, NULL, NULL, NULL);
}

static void
test_thread (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  GThread *thread = g_thread_new ("pages", make_pages, report);
  g_autoptr (GjPages) pages = g_thread_join (thread);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  guint64 ink = 0;

  gj_page_draw (gj_pages_get_page (pages, 0), cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * 842; i++)
    ink += pixels[i];
  g_assert_cmpuint (ink, >, 1000000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/pages/sample", test_sample);
  g_test_add_func ("/render/pages/grid", test_grid);
  g_test_add_func ("/render/pages/characters", test_characters);
  g_test_add_func ("/render/pages/page-numbers", test_page_numbers);
  g_test_add_func ("/render/pages/options", test_options);
  g_test_add_func ("/render/pages/headings-kept", test_headings_kept);
  g_test_add_func ("/render/pages/widows", test_widows);
  g_test_add_func ("/render/pages/signature", test_signature);
  g_test_add_func ("/render/pages/signature/long", test_long_signature);
  g_test_add_func ("/render/pages/empty", test_empty);
  g_test_add_func ("/render/pages/same-twice", test_same_twice);
  g_test_add_func ("/render/pages/anchor", test_anchor);
  g_test_add_func ("/render/pages/pictures", test_pictures);
  g_test_add_func ("/render/pages/cancelled", test_cancelled);
  g_test_add_func ("/render/pages/thread", test_thread);
  return g_test_run ();
}
