/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-base.h"

static const struct
{
  const char *text;
  gboolean    is_number;
  gint64      number;
} cases[] = {
  { "0", TRUE, 0 },
  { "1", TRUE, 1 },
  { "007", TRUE, 7 },
  { "-12", TRUE, -12 },
  { "999999999999999999", TRUE, G_GINT64_CONSTANT (999999999999999999) },
  { "-999999999999999999", TRUE, G_GINT64_CONSTANT (-999999999999999999) },
  { "1000000000000000000", FALSE, 0 },
  { "", FALSE, 0 },
  { "-", FALSE, 0 },
  { "+1", FALSE, 0 },
  { "--1", FALSE, 0 },
  { " 1", FALSE, 0 },
  { "1 ", FALSE, 0 },
  { "1.0", FALSE, 0 },
  { "0x1", FALSE, 0 },
  { "１", FALSE, 0 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number = 4711;

      g_assert_cmpint (gj_integer_parse (cases[i].text, G_MININT64, G_MAXINT64, &number), ==, cases[i].is_number);
      g_assert_cmpint (number, ==, cases[i].is_number ? cases[i].number : 4711);
    }
}

static void
test_range (void)
{
  gint64 number = 0;

  g_assert_true (gj_integer_parse ("5", 5, 7, &number));
  g_assert_true (gj_integer_parse ("7", 5, 7, &number));
  g_assert_false (gj_integer_parse ("4", 5, 7, &number));
  g_assert_false (gj_integer_parse ("8", 5, 7, &number));
  g_assert_cmpint (number, ==, 7);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/integer/parse", test_parse);
  g_test_add_func ("/base/integer/range", test_range);

  return g_test_run ();
}
