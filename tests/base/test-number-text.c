/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-base.h"

typedef struct
{
  const char    *text;
  GjNumberState  state;
  const char    *value;
  GjNumberFlags  flags;
  const char    *unit;
} Case;

#define BLANK GJ_NUMBER_BLANK, NULL
#define NONE GJ_NUMBER_NONE, NULL
#define UNREADABLE GJ_NUMBER_UNREADABLE, NULL
#define READ(value) GJ_NUMBER_READ, value

static const Case cases[] = {
  { "49", READ ("49") },
  { "0", READ ("0") },
  { " 49 ", READ ("49") },
  { "49\n", READ ("49"), GJ_NUMBER_OUTER_BLANK },
  { "\t49", READ ("49"), GJ_NUMBER_OUTER_BLANK },
  { "\u00a049", READ ("49"), GJ_NUMBER_OUTER_BLANK },
  { "49\u3000", READ ("49"), GJ_NUMBER_OUTER_BLANK },
  { "\u200b49", READ ("49"), GJ_NUMBER_OUTER_BLANK },
  { "\ufeff49", READ ("49"), GJ_NUMBER_OUTER_BLANK },
  { "999999999999999999", READ ("999999999999999999") },

  { "１２３", READ ("123"), GJ_NUMBER_FULL_WIDTH },
  { "３．５", READ ("3.5"), GJ_NUMBER_FULL_WIDTH },
  { "1２3", READ ("123"), GJ_NUMBER_FULL_WIDTH },

  { "1,234", READ ("1234"), GJ_NUMBER_THOUSANDS },
  { "1，234", READ ("1234"), GJ_NUMBER_THOUSANDS | GJ_NUMBER_FULL_WIDTH },
  { "12,345,678.90", READ ("12345678.90"), GJ_NUMBER_THOUSANDS },
  { "１，２３４．５", READ ("1234.5"), GJ_NUMBER_THOUSANDS | GJ_NUMBER_FULL_WIDTH },
  { "12,34", UNREADABLE },
  { "1,2345", UNREADABLE },
  { "1234,567", UNREADABLE },
  { "1,,234", UNREADABLE },
  { ",234", UNREADABLE },
  { "1,234,", UNREADABLE },
  { "1,23.4", UNREADABLE },
  { "1.234,567", UNREADABLE },

  { "12件", READ ("12"), GJ_NUMBER_UNIT, "件" },
  { "134.8万元", READ ("134.8"), GJ_NUMBER_UNIT, "万元" },
  { "134.8 万元 ", READ ("134.8"), GJ_NUMBER_UNIT, "万元" },
  { "2亿元", READ ("2"), GJ_NUMBER_UNIT, "亿元" },
  { "294000.00元", READ ("294000.00"), GJ_NUMBER_UNIT, "元" },
  { "3条", READ ("3"), GJ_NUMBER_UNIT, "条" },
  { "3份", READ ("3"), GJ_NUMBER_UNIT, "份" },
  { "3宗", READ ("3"), GJ_NUMBER_UNIT, "宗" },
  { "3个", READ ("3"), GJ_NUMBER_UNIT, "个" },
  { "3项", READ ("3"), GJ_NUMBER_UNIT, "项" },
  { "3次\n", READ ("3"), GJ_NUMBER_UNIT | GJ_NUMBER_OUTER_BLANK, "次" },
  { "12件3", UNREADABLE },
  { "12件件", UNREADABLE },
  { "12人", UNREADABLE },
  { "件12", UNREADABLE },
  { "约12件", UNREADABLE },

  { "〇", READ ("0"), GJ_NUMBER_CHINESE },
  { "零", READ ("0"), GJ_NUMBER_CHINESE },
  { "零件", READ ("0"), GJ_NUMBER_CHINESE | GJ_NUMBER_UNIT, "件" },
  { "零下", UNREADABLE },
  { "三", UNREADABLE },

  { NULL, BLANK },
  { "", BLANK },
  { "   ", BLANK },
  { "\u3000\n", BLANK },
  { "\u200b", BLANK },

  { "/", NONE },
  { "／", NONE },
  { " / ", NONE },
  { "\\", NONE },
  { "-", NONE },
  { "--", NONE },
  { "—", NONE },
  { "——", NONE },
  { "－", NONE },
  { "–", NONE },
  { "−", NONE },
  { "无", NONE },
  { "无。", NONE },
  { "無", NONE },
  { "暂无", NONE },
  { "没有", NONE },
  { "无\n", NONE, GJ_NUMBER_OUTER_BLANK },
  { "无。。", UNREADABLE },
  { "无变化", UNREADABLE },
  { "/无", UNREADABLE },
  { "- -", UNREADABLE },

  { "4\n9", READ ("49"), GJ_NUMBER_INNER_BLANK },
  { "5953.\n02496", READ ("5953.02496"), GJ_NUMBER_INNER_BLANK },
  { "5953\r\n.02496", READ ("5953.02496"), GJ_NUMBER_INNER_BLANK },
  { "4\u200b9", READ ("49"), GJ_NUMBER_INNER_BLANK },
  { "4\u20099", READ ("49"), GJ_NUMBER_INNER_BLANK },
  { "1,\u2009234", READ ("1234"), GJ_NUMBER_INNER_BLANK | GJ_NUMBER_THOUSANDS },
  { "4 9", UNREADABLE },
  { "49 3", UNREADABLE },
  { "1 234", UNREADABLE },
  { "4\t9", UNREADABLE },
  { "4\u00a09", UNREADABLE },
  { "4\u30009", UNREADABLE },
  { "4 \n 9", UNREADABLE },
  { "4/9", UNREADABLE },
  { "4、9", UNREADABLE },

  { "-3", READ ("-3") },
  { "－3", READ ("-3"), GJ_NUMBER_FULL_WIDTH },
  { "−3", READ ("-3") },
  { "+3", READ ("3") },
  { "＋3", READ ("3"), GJ_NUMBER_FULL_WIDTH },
  { "-0", READ ("0") },
  { "- 3", UNREADABLE },
  { "--3", UNREADABLE },
  { "—3", UNREADABLE },
  { "3-", UNREADABLE },

  { "0.0", READ ("0.0") },
  { "0.5", READ ("0.5") },
  { "0.000001", READ ("0.000001") },
  { "007", READ ("7"), GJ_NUMBER_LEADING_ZERO },
  { "00", READ ("0"), GJ_NUMBER_LEADING_ZERO },
  { "00.5", READ ("0.5"), GJ_NUMBER_LEADING_ZERO },
  { "3.", UNREADABLE },
  { ".5", UNREADABLE },
  { "3。5", UNREADABLE },
  { "1.2.3", UNREADABLE },
  { "1e5", UNREADABLE },
  { "50%", UNREADABLE },
  { "abc", UNREADABLE },
  { "①", UNREADABLE },

  { "1000000000000000000", UNREADABLE, GJ_NUMBER_TOO_LONG },
  { "1.1234567", UNREADABLE, GJ_NUMBER_TOO_LONG },
  { "0.0000000", UNREADABLE, GJ_NUMBER_TOO_LONG },
  { "0000000000000000000049", READ ("49"), GJ_NUMBER_LEADING_ZERO },
  { "1000000000000000000 3", UNREADABLE },

  { "4\xff", UNREADABLE },
  { "\xe4\xb8", UNREADABLE },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *escaped = c->text != NULL ? g_strescape (c->text, NULL) : NULL;
      GjNumberText read;

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, escaped);
      gj_number_text_read (c->text, &read);
      g_assert_cmpint (read.state, ==, c->state);
      g_assert_cmpint (read.flags, ==, c->flags);
      g_assert_cmpstr (read.unit, ==, c->unit);
      if (c->state == GJ_NUMBER_READ)
        {
          g_autofree char *value = gj_decimal_to_string (&read.value);

          g_assert_cmpstr (value, ==, c->value);
        }
      else
        g_assert_cmpint (read.value.mantissa, ==, 0);
    }
}

/* Both ways to a plain integer agree. */

static void
test_fast_path (void)
{
  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *plain = g_strdup_printf ("%d", i * 7919);
      g_autofree char *padded = g_strdup_printf (" %s", plain);
      GjNumberText fast;
      GjNumberText slow;

      gj_number_text_read (plain, &fast);
      gj_number_text_read (padded, &slow);
      g_assert_cmpint (fast.state, ==, GJ_NUMBER_READ);
      g_assert_cmpint (slow.state, ==, GJ_NUMBER_READ);
      g_assert_cmpint (fast.value.mantissa, ==, i * 7919);
      g_assert_cmpint (slow.value.mantissa, ==, i * 7919);
      g_assert_cmpint (fast.flags, ==, slow.flags);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number-text/read", test_read);
  g_test_add_func ("/base/number-text/fast-path", test_fast_path);
  return g_test_run ();
}
