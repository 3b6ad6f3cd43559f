/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-render.h"

#include <string.h>

#include "gj-sample-report.h"

/* What the characters of a report are set in. */

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

/* A character that no font has: a box with its number, that still is the character, and a
 * remark. */
static void
test_missing (void)
{
  const char *paragraphs[] = { "其中一字为\xf4\x8f\xbf\xbd。又一字为\xee\x84\xa3\xcc\x81。", NULL };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjPages) pages = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *text = NULL;
  const gunichar *missing;
  const char *box;
  guint n_missing;
  gboolean found = FALSE;

  gj_sample_report_set_text (report, "others", paragraphs);
  pages = lay_out (report);
  missing = gj_pages_get_missing (pages, &n_missing);
  g_assert_cmpuint (n_missing, >=, 2);
  g_assert_cmpuint (missing[n_missing - 1], ==, 0x10fffd);

  remarks = gj_pages_list_remarks (pages);
  for (guint i = 0; i < remarks->len; i++)
    found |= strstr (remarks->pdata[i], "U+10FFFD") != NULL;
  g_assert_true (found);

  text = gj_pages_dump (pages);
  box = strstr (text, "\"\xf4\x8f\xbf\xbd\"\nhline ");
  g_assert_nonnull (box);
}

/* What the pages are set in: the roles that are shown, each with its faces. */
static void
test_font_uses (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjPages) pages = lay_out (report);
  guint n_uses;
  const GjFontUse *uses = gj_pages_get_font_uses (pages, &n_uses);

  g_assert_cmpuint (n_uses, ==, GJ_N_FONT_ROLES);
  for (guint i = 0; i < n_uses; i++)
    {
      g_assert_cmpuint (uses[i].role, ==, i);
      g_assert_cmpstr (uses[i].official, ==, gj_fonts_get_official (get_fonts (), i));
      g_assert_cmpstr (uses[i].used, ==, gj_fonts_get_used (get_fonts (), i));
      g_assert_nonnull (uses[i].source);
    }
}

/* Words from right to left stand from right to left, between Chinese ones. */
static void
test_right_to_left (void)
{
  const char *paragraphs[] = { "名称שלום עולם一", NULL };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = NULL;
  const char *first, *second, *chinese, *after;
  double x[4];

  gj_sample_report_set_text (report, "others", paragraphs);
  text = dump (report);
  chinese = g_strrstr (text, "\"名称\"");
  first = strstr (text, "\"שלום\"");
  second = strstr (text, "\"עולם\"");
  after = g_strrstr (text, "\"一\"");
  if (first == NULL || second == NULL)
    {
      g_test_skip ("No font has Hebrew");
      return;
    }
  for (guint i = 0; i < 4; i++)
    {
      const char *line = ((const char *[]) { chinese, second, first, after })[i];

      g_assert_nonnull (line);
      while (line > text && line[-1] != '\n')
        line--;
      g_assert_cmpint (sscanf (line, "text %lf", x + i), ==, 1);
      if (i > 0)
        g_assert_cmpfloat (x[i], >, x[i - 1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/colophon/missing", test_missing);
  g_test_add_func ("/render/colophon/font-uses", test_font_uses);
  g_test_add_func ("/render/colophon/right-to-left", test_right_to_left);
  return g_test_run ();
}
