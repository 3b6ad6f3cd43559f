/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-base.h"

typedef struct
{
  const char *text;
  gboolean    fits;
  gint64      mantissa;
  guint8      scale;
  const char *written;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "0", TRUE, 0, 0, "0" },
  { "49", TRUE, 49, 0, "49" },
  { "-3", TRUE, -3, 0, "-3" },
  { "-0.05", TRUE, -5, 2, "-0.05" },
  { "5953.02496", TRUE, 595302496, 5, "5953.02496" },
  { "294000.00", TRUE, 29400000, 2, "294000.00" },
  { "0.000001", TRUE, 1, 6, "0.000001" },
  { "0.0", TRUE, 0, 1, "0.0" },
  { "007", TRUE, 7, 0, "7" },
  { "999999999999999999", TRUE, G_GINT64_CONSTANT (999999999999999999), 0, "999999999999999999" },
  { "-999999999999999999", TRUE, G_GINT64_CONSTANT (-999999999999999999), 0, "-999999999999999999" },
  { "999999999999.999999", TRUE, G_GINT64_CONSTANT (999999999999999999), 6, "999999999999.999999" },
  { "000000000000000000000001", TRUE, 1, 0, "1" },
  { "1000000000000000000", FALSE },
  { "9999999999999.999999", FALSE },
  { "0.0000000", FALSE },
  { "1.1234567", FALSE },
  { "", FALSE },
  { "-", FALSE },
  { "--3", FALSE },
  { "+3", FALSE },
  { "3.", FALSE },
  { ".5", FALSE },
  { ".", FALSE },
  { "-.5", FALSE },
  { "1.2.3", FALSE },
  { "1e5", FALSE },
  { "1,234", FALSE },
  { " 1", FALSE },
  { "1 ", FALSE },
  { "0x1", FALSE },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *c = &parse_cases[i];
      g_autofree char *written = NULL;
      GjDecimal value;

      g_test_message ("%s", c->text);
      g_assert_cmpint (gj_decimal_parse (c->text, -1, &value), ==, c->fits);
      if (!c->fits)
        continue;
      g_assert_cmpint (value.mantissa, ==, c->mantissa);
      g_assert_cmpuint (value.scale, ==, c->scale);
      written = gj_decimal_to_string (&value);
      g_assert_cmpstr (written, ==, c->written);
    }
}

static void
test_parse_length (void)
{
  GjDecimal value;

  g_assert_true (gj_decimal_parse ("1234", 2, &value));
  g_assert_cmpint (value.mantissa, ==, 12);
  g_assert_false (gj_decimal_parse ("12.4", 3, &value));
  g_assert_false (gj_decimal_parse ("12", 0, &value));
}

static void
test_compare (void)
{
  static const struct { const char *a; const char *b; int order; } cases[] = {
    { "1.10", "1.1", 0 },
    { "0", "-0", 0 },
    { "294000.00", "294000", 0 },
    { "1.000001", "1", 1 },
    { "-1.5", "-1.4", -1 },
    { "-1", "1", -1 },
    { "999999999999999999", "999999999999.999999", 1 },
    { "999999999999.999999", "1000000000000", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GjDecimal a;
      GjDecimal b;

      g_assert_true (gj_decimal_parse (cases[i].a, -1, &a));
      g_assert_true (gj_decimal_parse (cases[i].b, -1, &b));
      g_assert_cmpint (gj_decimal_compare (&a, &b), ==, cases[i].order);
      g_assert_cmpint (gj_decimal_compare (&b, &a), ==, -cases[i].order);
    }
}

static void
test_properties (void)
{
  static const struct { const char *text; int sign; gboolean integer; } cases[] = {
    { "0", 0, TRUE },
    { "0.00", 0, TRUE },
    { "3.00", 1, TRUE },
    { "3.01", 1, FALSE },
    { "-0.5", -1, FALSE },
    { "-7", -1, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GjDecimal value;

      g_assert_true (gj_decimal_parse (cases[i].text, -1, &value));
      g_assert_cmpint (gj_decimal_get_sign (&value), ==, cases[i].sign);
      g_assert_cmpint (gj_decimal_is_integer (&value), ==, cases[i].integer);
    }

  GjDecimal value = gj_decimal_from_int (G_MININT64);
  g_autofree char *text = gj_decimal_to_string (&value);

  g_assert_cmpstr (text, ==, "-9223372036854775808");
}

/* Terms of a sum, parted by blanks, each counted once; and what their sum is. */

static void
test_sum (void)
{
  static const struct { const char *terms; const char *sum; int sign; gboolean fits; } cases[] = {
    { "", "0", 0, TRUE },
    { "2 0 -2", "0", 0, TRUE },
    { "5953.02496", "5953.02496", 1, TRUE },
    { "5953.02 0.00496", "5953.02496", 1, TRUE },
    { "0.5 0.50", "1", 1, TRUE },
    { "1.10", "1.1", 1, TRUE },
    { "100 200", "300", 1, TRUE },
    { "-0.000001", "-0.000001", -1, TRUE },
    { "0.1 0.2 -0.3", "0", 0, TRUE },
    { "999999999999999999 1", "1000000000000000000", 1, FALSE },
    { "999999999999999999 0.1", "999999999999999999.1", 1, FALSE },
    { "-999999999999999999 -999999999999999999", "-1999999999999999998", -1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) terms = g_strsplit (cases[i].terms, " ", -1);
      g_autofree char *text = NULL;
      GjDecimal total;
      GjSum sum;

      gj_sum_init (&sum);
      for (char **term = terms; *term != NULL; term++)
        {
          GjDecimal value;

          g_assert_true (gj_decimal_parse (*term, -1, &value));
          gj_sum_add (&sum, &value, 1);
        }

      text = gj_sum_to_string (&sum);
      g_assert_cmpstr (text, ==, cases[i].sum);
      g_assert_cmpint (gj_sum_get_sign (&sum), ==, cases[i].sign);
      g_assert_cmpint (gj_sum_to_decimal (&sum, &total), ==, cases[i].fits);
      if (cases[i].fits)
        {
          g_autofree char *again = gj_decimal_to_string (&total);

          g_assert_cmpstr (again, ==, cases[i].sum);
        }
    }
}

/* Far more, and far larger, than any report holds. */

static void
test_sum_range (void)
{
  GjDecimal largest = gj_decimal_from_int (G_GINT64_CONSTANT (999999999999999999));
  g_autofree char *text = NULL;
  GjSum other;
  GjSum sum;

  gj_sum_init (&sum);
  gj_sum_init (&other);
  for (int i = 0; i < 1000; i++)
    gj_sum_add (&sum, &largest, 1000000);
  gj_sum_add (&sum, &largest, -999999999);
  gj_sum_add_int (&sum, -1);
  text = gj_sum_to_string (&sum);
  g_assert_cmpstr (text, ==, "999999999999999998");

  gj_sum_add (&other, &largest, 1);
  g_assert_cmpint (gj_sum_compare (&sum, &other), ==, -1);
  g_assert_cmpint (gj_sum_compare (&other, &sum), ==, 1);
  gj_sum_add_int (&sum, 1);
  g_assert_cmpint (gj_sum_compare (&sum, &other), ==, 0);
  gj_sum_subtract (&sum, &other);
  g_assert_cmpint (gj_sum_get_sign (&sum), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/decimal/parse", test_parse);
  g_test_add_func ("/base/decimal/parse-length", test_parse_length);
  g_test_add_func ("/base/decimal/compare", test_compare);
  g_test_add_func ("/base/decimal/properties", test_properties);
  g_test_add_func ("/base/decimal/sum", test_sum);
  g_test_add_func ("/base/decimal/sum-range", test_sum_range);
  return g_test_run ();
}
