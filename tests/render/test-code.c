/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <qrencode.h>
#include <string.h>

#include "gj-render.h"

#include "gj-code-private.h"

#define WORDS "某某省某某市某某县人民政府办公室信息公开2023年度报告校验码\n" \
  "gouji:sha256:b7d0e31c98d36c0c3b1a16cd3f80d2f530a9805960567b72ef5aa13db003ac41"

/* 28 mm, as it stands on a signing sheet. */
#define SIZE (28 * GJ_PAPER_MM)

/* 300 dots an inch. */
#define SCALE (300 / 72.0)

static GjPage *
make_page (const char *text)
{
  GjPage *page = _gj_page_new (1);

  g_assert_true (_gj_page_add_code (page, text, 100, 200, SIZE));
  return page;
}

static cairo_surface_t *
draw (const GjPage *page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (210 * GJ_PAPER_MM * SCALE),
                                                         (int) (150 * GJ_PAPER_MM * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  gj_page_draw (page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

static gboolean
is_dark (cairo_surface_t *surface,
         double           x,
         double           y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const guint8 *row = data + (gsize) (y * SCALE) * (gsize) cairo_image_surface_get_stride (surface);

  return row[(gsize) (x * SCALE) * 4] < 128;
}

/* What is drawn is what the library says, with four white modules on every side. */
static void
test_modules (void)
{
  GjPage *page = make_page (WORDS);
  cairo_surface_t *surface = draw (page);
  QRcode *code = QRcode_encodeString (WORDS, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  int n = code->width;
  double module = SIZE / (n + 8);

  for (int row = -4; row < n + 4; row++)
    for (int column = -4; column < n + 4; column++)
      {
        gboolean inside = row >= 0 && row < n && column >= 0 && column < n;
        gboolean expected = inside && (code->data[row * n + column] & 1) != 0;

        g_assert_cmpint (is_dark (surface, 100 + (column + 4.5) * module, 200 + (row + 4.5) * module), ==, expected);
      }
  g_assert_cmpfloat (_gj_code_get_room (WORDS), <=, SIZE);

  QRcode_free (code);
  cairo_surface_destroy (surface);
  _gj_page_free (page);
}

/* Two dark modules side by side, or one above the other, leave no light between them. */
static void
test_seams (void)
{
  GjPage *page = make_page (WORDS);
  cairo_surface_t *surface = draw (page);
  const GjCode *code = &g_array_index (page->ops, GjOp, 0).code;
  double module = SIZE / (code->n + 8);

  for (double along = 0.3; along < 7 * module - 0.3; along += 0.1)
    {
      g_assert_true (is_dark (surface, 100 + 4.5 * module, 200 + 4 * module + along));
      g_assert_true (is_dark (surface, 100 + 4 * module + along, 200 + 4.5 * module));
    }
  cairo_surface_destroy (surface);
  _gj_page_free (page);
}

static void
test_copy (void)
{
  GjPage *page = make_page (WORDS);
  GjPage *copy = _gj_page_dup (page);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) dump = g_string_new (NULL);

  _gj_page_dump (page, expected);
  _gj_page_free (page);
  _gj_page_dump (copy, dump);
  g_assert_cmpstr (dump->str, ==, expected->str);
  g_assert_nonnull (strstr (dump->str, "code 100.00 200.00 79.37 "));
  g_assert_nonnull (strstr (dump->str, "校验码|gouji:sha256:b7d0"));
  cairo_surface_destroy (draw (copy));
  _gj_page_free (copy);
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (4000, 'x');
  GjPage *page = _gj_page_new (1);

  g_assert_false (_gj_page_add_code (page, text, 0, 0, 100));
  g_assert_cmpuint (page->ops->len, ==, 0);
  g_assert_cmpfloat (_gj_code_get_room (text), ==, 0);
  _gj_page_free (page);
}

/* Another program reads it back. */
static void
test_scan (void)
{
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *read = NULL;
  const char *arguments[] = { program, "--quiet", "--raw", NULL, NULL };
  GjPage *page;
  cairo_surface_t *surface;
  int status;

  if (program == NULL)
    {
      g_test_skip ("zbarimg is not installed");
      return;
    }

  page = make_page (WORDS);
  surface = draw (page);
  folder = g_dir_make_tmp ("gouji-code-XXXXXX", NULL);
  path = g_build_filename (folder, "code.png", NULL);
  arguments[3] = path;
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (g_strchomp (output), ==, WORDS);
  read = gj_digest_parse (output, NULL);
  g_assert_cmpstr (read, ==, strstr (WORDS, "b7d0"));

  g_unlink (path);
  g_rmdir (folder);
  cairo_surface_destroy (surface);
  _gj_page_free (page);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/render/code/modules", test_modules);
  g_test_add_func ("/render/code/seams", test_seams);
  g_test_add_func ("/render/code/copy", test_copy);
  g_test_add_func ("/render/code/too-long", test_too_long);
  g_test_add_func ("/render/code/scan", test_scan);

  return g_test_run ();
}
