/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-plan-private.h"
#include "gj-render.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "gj-sample-report.h"

/* Where pages end. */

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

static GjBox *
make_text (guint    n_lines,
           gboolean whole,
           gboolean keep)
{
  GjBox *box = _gj_box_new (GJ_BOX_TEXT);

  box->n_lines = n_lines;
  box->whole = whole;
  box->keep = keep;
  return box;
}

static GjBox *
make_signature (void)
{
  GjBox *box = make_text (2, TRUE, FALSE);

  box->follows = TRUE;
  return box;
}

static GjBox *
make_gap (void)
{
  GjBox *box = _gj_box_new_gap (2);

  box->follows = TRUE;
  return box;
}

/* Plans the boxes, up to a %NULL, and writes down what begins a page and what holds
   lines back. */
static char *
plan (GjBox *first,
      ...)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_box_free);
  g_autoptr (GArray) placings = NULL;
  GString *out = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (GjBox *box = first; box != NULL; box = va_arg (args, GjBox *))
    g_ptr_array_add (boxes, box);
  va_end (args);

  placings = _gj_plan_new (boxes, NULL, NULL);
  g_assert_cmpuint (placings->len, ==, boxes->len);
  for (guint i = 0; i < placings->len; i++)
    {
      const GjPlacing *placing = &g_array_index (placings, GjPlacing, i);

      g_string_append (out, placing->new_page ? "N" : placing->held > 0 ? "h" : ".");
    }
  return g_string_free (out, FALSE);
}

static void
assert_plan (char       *found,
             const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
}

static void
test_text (void)
{
  /* A paragraph fills the page. */
  assert_plan (plan (make_text (20, FALSE, FALSE), make_text (10, FALSE, FALSE), NULL), "..");
  assert_plan (plan (make_text (21, FALSE, FALSE), make_text (10, FALSE, FALSE), NULL), "..");
  assert_plan (plan (make_text (22, FALSE, FALSE), make_text (10, FALSE, FALSE), NULL), ".N");
  /* One of two lines would go over alone. */
  assert_plan (plan (make_text (21, FALSE, FALSE), make_text (2, FALSE, FALSE), NULL), ".N");
}

static void
test_headings (void)
{
  /* A heading goes with the first line, two headings with it and each other. */
  assert_plan (plan (make_text (20, FALSE, FALSE), make_text (1, TRUE, TRUE), make_text (9, FALSE, FALSE), NULL),
               "...");
  assert_plan (plan (make_text (21, FALSE, FALSE), make_text (1, TRUE, TRUE), make_text (9, FALSE, FALSE), NULL),
               ".N.");
  assert_plan (plan (make_text (20, FALSE, FALSE), make_text (1, TRUE, TRUE), make_text (1, TRUE, TRUE),
                     make_text (9, FALSE, FALSE), NULL),
               ".N..");
}

static void
test_signature (void)
{
  /* It fits; it takes two lines with it; or, of a short paragraph, all. */
  assert_plan (plan (make_text (18, FALSE, FALSE), make_gap (), make_signature (), NULL), "...");
  assert_plan (plan (make_text (19, FALSE, FALSE), make_gap (), make_signature (), NULL), "h..");
  assert_plan (plan (make_text (22, FALSE, FALSE), make_gap (), make_signature (), NULL), "h..");
  assert_plan (plan (make_text (20, FALSE, FALSE), make_text (1, FALSE, FALSE), make_gap (), make_signature (), NULL),
               ".N..");
  assert_plan (plan (make_text (19, FALSE, FALSE), make_text (1, TRUE, TRUE), make_text (2, FALSE, FALSE), make_gap (),
                     make_signature (), NULL),
               ".N...");
}

static GjBox *
make_picture (guint n_lines)
{
  GjBox *box = _gj_box_new (GJ_BOX_PICTURE);

  box->n_lines = n_lines;
  return box;
}

static void
test_pictures (void)
{
  /* It fits, it fits when it is made smaller, it does not fit. */
  assert_plan (plan (make_text (12, FALSE, FALSE), make_picture (10), NULL), ".h");
  assert_plan (plan (make_text (15, FALSE, FALSE), make_picture (10), NULL), ".h");
  assert_plan (plan (make_text (17, FALSE, FALSE), make_picture (10), NULL), ".N");
}

/* What can stand nowhere as it should stands somewhere all the same. */
static void
test_impossible (void)
{
  assert_plan (plan (make_signature (), NULL), ".");
  assert_plan (plan (make_text (30, TRUE, TRUE), make_text (30, TRUE, TRUE), make_gap (), make_signature (), NULL),
               "....");
}

/* Whole reports: whatever stands before them, table three is whole and no page before the
 * last is empty by more than a third. */

static void
check_pages (const char *dump)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  double lowest = 0;
  guint n_heads = 0;
  gboolean ended = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x, y, length;

      if (g_str_has_prefix (lines[i], "page "))
        {
          if (ended)
            g_assert_cmpfloat (lowest, >=, GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT * 2 / 3 - GJ_PAPER_PITCH);
          lowest = 0;
        }
      n_heads += strstr (lines[i], "\"自然\"") != NULL || strstr (lines[i], "\"自然人\"") != NULL;
      if (strstr (lines[i], " number \"") != NULL)
        ended = TRUE;
      else if (sscanf (lines[i], "text %lf %lf", &x, &y) == 2)
        lowest = MAX (lowest, y);
      else if (sscanf (lines[i], "vline %lf %lf %lf", &x, &y, &length) == 3)
        lowest = MAX (lowest, y + length);
    }
  g_assert_cmpuint (n_heads, ==, 1);
}

static void
test_reports (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (GjPages) pages = NULL;
      g_autofree char *dump = NULL;
      gint64 start;

      g_ptr_array_add (paragraphs, (char *) "补充说明。");
      g_ptr_array_add (paragraphs, NULL);
      gj_sample_report_set_text (report, "preface", (const char *const *) paragraphs->pdata);
      g_ptr_array_set_size (paragraphs, i + 1);
      start = g_get_monotonic_time ();
      pages = gj_pages_new (report, get_fonts (), NULL, NULL, NULL);
      g_test_message ("%.1f ms", (g_get_monotonic_time () - start) / 1000.0);
      dump = gj_pages_dump (pages);
      check_pages (dump);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/plan/text", test_text);
  g_test_add_func ("/render/plan/headings", test_headings);
  g_test_add_func ("/render/plan/signature", test_signature);
  g_test_add_func ("/render/plan/pictures", test_pictures);
  g_test_add_func ("/render/plan/impossible", test_impossible);
  g_test_add_func ("/render/plan/reports", test_reports);
  return g_test_run ();
}
