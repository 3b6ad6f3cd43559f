/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "gj-terminal.h"

static const struct
{
  const char *text;
  guint       width;
} width_cases[] = {
  { "", 0 },
  { "abc", 3 },
  { "请核实", 6 },
  { "a请b", 4 },
  { "e\314\201", 1 },
  { "（一）", 6 },
};

static void
test_width (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (width_cases); i++)
    g_assert_cmpuint (gj_text_get_width (width_cases[i].text), ==, width_cases[i].width);
}

static const struct
{
  const char *text;
  int         width;
  const char *padded;
} pad_cases[] = {
  { "a", 3, "a  " },
  { "a", -3, "  a" },
  { "建议", 6, "建议  " },
  { "建议", -6, "  建议" },
  { "必须修改", 6, "必须修改" },
  { "a", 0, "a" },
};

static void
test_pad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pad_cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      gj_text_pad (out, pad_cases[i].text, pad_cases[i].width);
      g_assert_cmpstr (out->str, ==, pad_cases[i].padded);
    }
}

static const struct
{
  const char *text;
  guint       indent;
  guint       width;
  const char *wrapped;
} wrap_cases[] = {
  { "one two three", 0, 0, "one two three" },
  { "one two three four", 0, 10, "one two\nthree four" },
  { "one two three four", 2, 12, "one two\n  three four" },
  { "一二三四五六七八", 0, 10, "一二三四五\n六七八" },
  { "一二三四五，六七八", 0, 10, "一二三四\n五，六七八" },
  { "abcdefghijklmno", 0, 10, "abcdefghij\nklmno" },
  { "一二三abcdefg", 0, 10, "一二三\nabcdefg" },
  { "one two", 30, 32, "one two" },
};

static void
test_wrap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrap_cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      gj_text_wrap (out, wrap_cases[i].text, wrap_cases[i].indent, wrap_cases[i].width);
      g_assert_cmpstr (out->str, ==, wrap_cases[i].wrapped);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/terminal/width", test_width);
  g_test_add_func ("/cli/terminal/pad", test_pad);
  g_test_add_func ("/cli/terminal/wrap", test_wrap);

  return g_test_run ();
}
