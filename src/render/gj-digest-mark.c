/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-code-private.h"
#include "gj-ruled-form-private.h"
#include "gj-signing-private.h"

/* The digest on paper: in groups of four for a person who compares, as a code for a
 * telephone. It says which report the paper belongs to. */

#define LEAST_CODE (26 * GJ_PAPER_MM)
#define SIZE 10.5
#define TITLE_SIZE 10.5
#define GROUPS_PER_LINE 4
#define WORDS_HEIGHT (28 * GJ_PAPER_MM)
#define HINT "用“勾稽”或 gouji-cli verify 核对：纸质件、PDF、源文件是否为同一份报告"

static double
get_code_size (GjReport *report)
{
  g_autofree char *words = gj_report_dup_digest_words (report);

  return MAX (LEAST_CODE, _gj_code_get_room (words));
}

double
_gj_digest_get_height (GjReport *report)
{
  return MAX (get_code_size (report), WORDS_HEIGHT);
}

/* Sixteen groups in four lines. */
static char *
dup_lines (GjReport *report)
{
  g_autofree char *digest = gj_report_dup_digest (report);
  g_autofree char *words = gj_digest_format (digest);
  g_auto (GStrv) groups = g_strsplit (words, " ", -1);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    g_string_append_printf (lines, "%s%s", i == 0 ? "" : i % GROUPS_PER_LINE == 0 ? "\n" : "  ", groups[i]);
  return g_string_free (lines, FALSE);
}

static double
draw_words (GjJob      *job,
            GjFontRole  role,
            const char *words,
            double      size,
            double      x,
            double      y,
            double      width,
            GjPage     *page)
{
  g_auto (GjFitted) fitted = { NULL };

  _gj_fitted_init (&fitted, job, role, words, size, size, width, G_MAXDOUBLE);
  _gj_page_begin_tag (page, "P");
  _gj_fitted_draw (&fitted, x, y, width, 0, page);
  _gj_page_end_tag (page, "P");
  return fitted.height;
}

/* Returns how high it is. */
double
_gj_digest_draw (GjJob    *job,
                 GjReport *report,
                 double    x,
                 double    y,
                 double    width,
                 GjPage   *page)
{
  g_autofree char *words = gj_report_dup_digest_words (report);
  g_autofree char *lines = dup_lines (report);
  double size = get_code_size (report);
  double left = y;

  left += draw_words (job, GJ_FONT_HEADING, "校验码（SHA-256）", TITLE_SIZE, x, left, width - size, page);
  left += draw_words (job, GJ_FONT_TABLE, lines, SIZE, x, left, width - size, page);
  draw_words (job, GJ_FONT_TABLE, HINT, GJ_PAPER_SIZE_SMALL_5, x, left + 2, width - size, page);
  _gj_page_add_code (page, words, x + width - size, y, size);
  return MAX (size, WORDS_HEIGHT);
}
