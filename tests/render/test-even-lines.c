/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-private.h"

#define SIZE 10.0

/* @width is in characters; @loosely: evenly only where a character would be left alone. */
typedef struct
{
  const char *name;
  const char *text;
  double      width;
  const char *lines;
  gboolean    loosely;
} Case;

static const Case cases[] = {
  { "one-line", "总计", 4.2, "总计" },
  { "halves", "行政复议情况", 4.2, "行政复|议情况" },
  { "not-by-its-first-line", "（三）不予公开", 3.2, "（三）|不予|公开" },
  { "as-few-as-fit", "法律服务机构", 2.2, "法律|服务|机构" },
  { "no-mark-in-front", "不予公开、部分公开", 5.2, "不予公开、|部分公开" },
  { "number", "新收2025年度申请", 5.2, "新收2025年|度申请" },
  { "full", "行政复议情况", 4.2, "行政复议|情况", TRUE },
  { "lonely", "行政复议情况表", 6.2, "行政复议|情况表", TRUE },
  { "lonely-with-mark", "行政复议情况表。", 6.2, "行政复议|情况表。", TRUE },
  { "lonely-paragraph", "行政复议情况表\n行政复议", 6.2, "行政复议|情况表|行政复议", TRUE },
  { "short-paragraph", "行政复议情况\n表\n行政复议情况", 6.2, "行政复议情况|表|行政复议情况", TRUE },
  { "one-character", "表", 6.2, "表", TRUE },
};

static char *
join_lines (const char   *text,
            const GArray *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GjLine *line = &g_array_index (lines, GjLine, i);
      const char *start = g_utf8_offset_to_pointer (text, line->start);
      const char *end = g_utf8_offset_to_pointer (text, line->end);

      g_string_append_printf (joined, "%s%.*s", i > 0 ? "|" : "", (int) (end - start), start);
    }
  return g_string_free (joined, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new (&error);
  GjJob job = { .fonts = fonts };
  g_autoptr (GjText) text = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  text = _gj_text_new (&job);
  _gj_text_append (text, GJ_FONT_TABLE, SIZE, 0, test->text, -1);
  lines = test->loosely ? _gj_text_break_loosely (text, test->width * SIZE)
                        : _gj_text_break_evenly (text, test->width * SIZE);
  joined = join_lines (test->text, lines);
  g_assert_cmpstr (joined, ==, test->lines);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/render/even-lines/", cases[i].name, NULL);

      g_test_add_data_func (path, cases + i, test_case);
    }
  return g_test_run ();
}
