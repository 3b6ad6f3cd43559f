/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-line-breaker-private.h"

#include <string.h>

#define EM 16.0

typedef struct
{
  const char *name;
  const char *text;
  guint       width;
  const char *lines;
} Case;

/* Width is in characters; expected lines are parted by "|". */
static const Case cases[] = {
  { "plain", "政府信息公开工作年度报告", 4, "政府信息|公开工作|年度报告" },
  { "last-line-short", "政府信息公开", 4, "政府信息|公开" },
  { "no-comma-at-start", "政府信息公开，年度报告公开了", 6, "政府信息公|开，年度报告|公开了" },
  { "comma-squeezed-in", "政府，信息，公开，报告的工作，年度的报告", 14, "政府，信息，公开，报告的工作，|年度的报告" },
  { "comma-blank-half-hangs", "一二三四五六七八九十一二三四五六七，八九", 18, "一二三四五六七八九十一二三四五六七，|八九" },
  { "no-full-stop-at-start", "政府信息。公开", 4, "政府信|息。公开" },
  { "no-opening-at-end", "政府信（息公开）工作", 4, "政府信|（息公|开）工作" },
  { "no-title-mark-at-end", "按照《条例》要求", 3, "按照|《条|例》要|求" },
  { "closing-pair", "他还说：“很好。”我们走", 7, "他还说：“很|好。”我们走" },
  { "dashes-together", "政府公开——信息", 5, "政府公|开——信息" },
  { "dots-together", "政府公开……信息", 5, "政府公|开……信息" },
  { "number-whole", "共公开信息12345条整", 6, "共公开信息|12345条整" },
  { "number-with-comma", "公开信息12,345,678件", 6, "公开信息|12,345,678件" },
  { "decimal-and-unit", "收费共计是5953.02496万元整", 7, "收费共计是|5953.02496万元|整" },
  { "year-with-its-word", "截至本年底止2021年的工作", 7, "截至本年底止|2021年的工作" },
  { "date-at-joints", "起至二零年即2021年12月31日止", 7, "起至二零年即|2021年12月31日|止" },
  { "year-with-a-space", "截至本年度底止2021 年的事", 8, "截至本年度底止|2021 年的事" },
  { "document-number", "根据国办函〔2021〕30号文", 7, "根据国办函|〔2021〕30号文" },
  { "article", "依照公开条例第20条办", 7, "依照公开条例|第20条办" },
  { "telephone", "请联系电话是0533-3585321人", 8, "请联系电话是|0533-3585321人" },
  { "word-whole", "使用的是Microsoft的", 6, "使用的是|Microsoft的" },
  { "address-at-joints", "http://www.yunxi.gov.cn/zwgk/", 8, "http://www.yunxi|.gov.cn/zwgk/" },
  { "address-within-a-word", "邮编：255000，邮箱：zb2777902@zb.shandong.cn", 19, "邮编：255000，邮箱：zb2777902@zb.shand|ong.cn" },
  { "letters-of-no-address", "使用的是Internationalisation的", 10, "使用的是|Internationalisation|的" },
  { "spaces-go", "政府信息 公开工作", 4, "政府信息|公开工作" },
  { "forced", "政府\n信息公开", 4, "政府|信息公开" },
  { "wider-than-the-line", "123456789", 2, "1234|5678|9" },
  { "one-character-lines", "政府", 0, "政|府" },
  { "only-marks", "。。。。。。", 3, "。。。。|。。" },
  { "not-one-character-alone", "一二三四五六七八九十百千万亿兆。", 14, "一二三四五六七八九十百千万|亿兆。" },
  { "one-number-alone", "一二三四五六七八九十百千件49", 13, "一二三四五六七八九十百千件|49" },
  { "empty", "", 4, "" },
};

static GArray *
make_clusters (const char *text)
{
  GArray *clusters = g_array_new (FALSE, TRUE, sizeof (GjCluster));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      GjCluster cluster = {
        .character = character,
        .class = _gj_char_get_class (character),
        .size = EM,
        .advance = character == '\n' ? 0 : character < 0x80 ? EM / 2 : EM,
        .start = p - text,
        .end = g_utf8_next_char (p) - text,
      };

      g_array_append_val (clusters, cluster);
    }
  return clusters;
}

static char *
join_lines (const char *text,
            GArray     *clusters,
            GArray     *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GjLine *line = &g_array_index (lines, GjLine, i);
      guint start = line->start < clusters->len ? g_array_index (clusters, GjCluster, line->start).start : 0;
      guint end = line->end > line->start ? g_array_index (clusters, GjCluster, line->end - 1).end : start;

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + start, end - start);
    }
  return g_string_free (joined, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) clusters = make_clusters (test->text);
  g_autoptr (GArray) lines = _gj_break_lines ((GjCluster *) clusters->data, clusters->len, 0,
                                              test->width * EM, TRUE);
  g_autofree char *joined = join_lines (test->text, clusters, lines);

  g_assert_cmpstr (joined, ==, test->lines);
}

/* Every line but the last fills the width, to the hundredth of a point. */
static void
test_justified (void)
{
  const char *text = "2021年，云溪市共公开政府信息1580条；公开了18次会议（含议题），处理“新平台”各类问题500余处，"
                     "阅读量1728次、729次，网址为http://www.yunxi.example/，请提出意见。";
  g_autoptr (GArray) clusters = make_clusters (text);

  for (guint width = 10; width <= 40; width++)
    {
      g_autoptr (GArray) lines = _gj_break_lines ((GjCluster *) clusters->data, clusters->len, 2 * EM,
                                                  width * EM, TRUE);

      for (guint i = 0; i < lines->len; i++)
        {
          const GjLine *line = &g_array_index (lines, GjLine, i);
          double room = (i == 0 ? width - 2 : width) * EM;

          /* The blank half of the last mark may reach over. */
          g_assert_cmpfloat (line->width, <=, room + EM / 2 + 0.01);
          if (i + 1 < lines->len)
            g_assert_cmpfloat (line->width, >=, room - 0.01);
        }
    }
}

static void
test_gaps (void)
{
  g_autoptr (GArray) clusters = make_clusters ("公开12条ab");
  const GjCluster *data = (const GjCluster *) clusters->data;

  g_assert_true (_gj_cluster_has_gap (data, 1));
  g_assert_true (_gj_cluster_has_gap (data, 2));
  g_assert_false (_gj_cluster_has_gap (data, 3));
  g_assert_true (_gj_cluster_has_gap (data, 4));
  g_assert_false (_gj_cluster_has_gap (data, 6));
}

/* A paragraph without any place to break still ends. */
static void
test_long (void)
{
  g_autofree char *text = g_strnfill (40000, 'x');
  g_autoptr (GArray) clusters = make_clusters (text);
  g_autoptr (GArray) lines = _gj_break_lines ((GjCluster *) clusters->data, clusters->len, 0, 28 * EM, TRUE);

  g_assert_cmpuint (lines->len, ==, (40000 + 55) / 56);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/render/line-breaker/", cases[i].name, NULL);

      g_test_add_data_func (path, cases + i, test_case);
    }
  g_test_add_func ("/render/line-breaker/justified", test_justified);
  g_test_add_func ("/render/line-breaker/gaps", test_gaps);
  g_test_add_func ("/render/line-breaker/long", test_long);
  return g_test_run ();
}
