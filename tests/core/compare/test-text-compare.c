/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-support.h"

#include <string.h>

#define N_PAIRS 10000

/* Pieces that random texts are made of: few, so that they meet again, and of every kind. */
static const char *const pieces[] = {
  "公", "开", "申", "请", "件", "，", "。", "；", "\n", " ", "1", "23", "4.5", "50%", "2024年", "3月", "二", "十",
  "web", "A", "é", "e\u0301", "\U00020000", "\U0001f468\u200d\U0001f469", "（", "）", "政府信息公开", "依法答复申请人。",
};

static char *
make_text (GRand *rand,
           guint  n_pieces,
           guint  n_kinds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, n_kinds)]);

  return g_string_free (text, FALSE);
}

/* Characters taken from anywhere to anywhere, put in and left out. */

static char *
edit_text (GRand      *rand,
           const char *text,
           guint       n_edits)
{
  g_autoptr (GString) edited = g_string_new (text);

  for (guint i = 0; i < n_edits; i++)
    {
      glong length = g_utf8_strlen (edited->str, -1);
      glong start = g_rand_int_range (rand, 0, length + 1);
      glong wished = start + g_rand_int_range (rand, 0, 30);
      glong end = MIN (wished, length);
      gsize first = g_utf8_offset_to_pointer (edited->str, start) - edited->str;
      gsize last = g_utf8_offset_to_pointer (edited->str, end) - edited->str;
      g_autofree char *cut = g_strndup (edited->str + first, last - first);
      g_autofree char *fresh = make_text (rand, g_rand_int_range (rand, 0, 8), G_N_ELEMENTS (pieces));

      if (g_rand_boolean (rand))
        g_string_erase (edited, first, last - first);
      if (g_rand_boolean (rand))
        g_string_insert (edited, first, fresh);
      if (g_rand_boolean (rand))
        {
          glong place = g_rand_int_range (rand, 0, g_utf8_strlen (edited->str, -1) + 1);

          g_string_insert (edited, g_utf8_offset_to_pointer (edited->str, place) - edited->str, cut);
        }
    }

  return g_string_free (g_steal_pointer (&edited), FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251);

  for (guint i = 0; i < N_PAIRS; i++)
    {
      guint n_kinds = g_rand_int_range (rand, 1, G_N_ELEMENTS (pieces) + 1);
      g_autofree char *old_text = make_text (rand, g_rand_int_range (rand, 0, i % 100 == 0 ? 3000 : 120), n_kinds);
      g_autofree char *new_text = g_rand_boolean (rand)
                                  ? edit_text (rand, old_text, g_rand_int_range (rand, 0, 8))
                                  : make_text (rand, g_rand_int_range (rand, 0, i % 100 == 0 ? 3000 : 120), n_kinds);
      g_autoptr (GArray) changes = gj_text_compare (old_text, new_text);

      assert_reproduces (old_text, new_text, changes);
    }
}

/* What a reader would want to see, as write_changes() notes it. */

static const struct
{
  const char *old_text;
  const char *new_text;
  const char *changes;
} cases[] = {
  { "", "", "" },
  { "", "新写的一段。", "{+新写的一段。+}" },
  { "删去的一段。", "", "[-删去的一段。-]" },
  { "没有变化。", "没有变化。", "没有变化。" },
  { "公开信息1,234条，占98.5%。", "公开信息1,235条，占99%。", "公开信息[#1,234#]{#1,235#}条，占[#98.5%#]{#99%#}。" },
  { "收费2.7万元", "收费15.3万元", "收费[#2.7万#]{#15.3万#}元" },
  { "分三个阶段推进。", "分四个阶段推进。", "分[#三#]{#四#}个阶段推进。" },
  { "甲\U00020000乙", "甲\U00020001乙", "甲[-\U00020000-]{+\U00020001+}乙" },
  { "cafe\u0301 ouvert", "cafe ouvert", "[-cafe\u0301-]{+cafe+} ouvert" },
  { "2024年，我局通过政府网站主动公开信息196条，政务新媒体发布310条。全年收到政府信息公开申请41件，均按时答复。制定政策解读材料管理办法，明确解读责任。组织政务公开业务培训2次。",
    "2025年，我局通过政府网站主动公开信息223条，政务新媒体发布357条。全年收到政府信息公开申请55件，均按时答复。组织政务公开业务培训3次，并对12个镇街开展现场指导。",
    "[#2024年#]{#2025年#}，我局通过政府网站主动公开信息[#196#]{#223#}条，政务新媒体发布[#310#]{#357#}条。全年收到政府信息公开申请[#41#]{#55#}件，均按时答复。[-制定政策解读材料管理办法，明确解读责任。-]组织政务公开业务培训[#2#]{#3#}次{+，并对12个镇街开展现场指导+}。" },
  { "全年共办理依申请公开事项12件，同比增长20%。",
    "全年共受理依申请公开事项15件，同比下降8.5%。",
    "全年共[-办-]{+受+}理依申请公开事项[#12#]{#15#}件，同比[-增长-]{+下降+}[#20%#]{#8.5%#}。" },
  { "存在的主要问题：一是公开意识不够强，二是人员力量不足。",
    "存在的主要问题：一是人员力量不足，二是公开意识有待加强。",
    "存在的主要问题：一是[-公开意识不够强，二是-]人员力量不足{+，二是公开意识有待加强+}。" },
  { "加强组织领导，完善工作机制，强化监督考核。",
    "完善工作机制，加强组织领导，强化监督考核。",
    "<1+完善工作机制，+1>加强组织领导，<1-完善工作机制，-1>强化监督考核。" },
  { "我局高度重视政府信息公开工作，成立了领导小组。",
    "我局十分重视政府信息公开工作，及时调整了领导小组成员。",
    "我局[-高度-]{+十分+}重视政府信息公开工作，[-成立-]{+及时调整+}了领导小组{+成员+}。" },
  { "通过门户网站公开信息120条，其中工作动态80条、通知公告40条。",
    "通过门户网站公开信息150条，其中工作动态90条、政策解读10条、通知公告50条。",
    "通过门户网站公开信息[#120#]{#150#}条，其中工作动态[#80#]{#90#}条、{+政策解读10条、+}通知公告[#40#]{#50#}条。" },
  { "未收取信息处理费。",
    "2025年，本机关未收取任何信息处理费。",
    "[-未收取-]{+2025年，本机关未收取任何+}信息处理费。" },
  { "本年度没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
    "本年度因政府信息公开被申请行政复议1件，结果维持；没有被提起行政诉讼的情况。",
    "本年度[-没有-]因政府信息公开被申请行政复议[-、-]{+1件，结果维持；没有被+}提起行政诉讼的情况。" },
  { "举办培训班2期，培训150人次。",
    "举办培训班3期，累计培训280余人次。",
    "举办培训班[#2#]{#3#}期，[-培训150-]{+累计培训280余+}人次。" },
  { "推进重点领域信息公开，发布财政预决算信息16条。",
    "深入推进重点领域信息公开，及时发布财政预算、决算信息22条。",
    "{+深入+}推进重点领域信息公开，{+及时+}发布财政预{+算、+}决算信息[#16#]{#22#}条。" },
  { "严格落实“三审三校”制度，确保信息准确、安全。",
    "严格执行“三审三校”制度，确保发布信息的准确性和安全性。",
    "严格[-落实-]{+执行+}“三审三校”制度，确保[-信息准确、安全-]{+发布信息的准确性和安全性+}。" },
  { "联系电话：0680-8126035；邮编：998100。",
    "联系电话：0680-8126039；邮编：998101。",
    "联系电话：[#0680-8126035#]{#0680-8126039#}；邮编：[#998100#]{#998101#}。" },
  { "开展政策解读活动，提升群众知晓率。",
    "开放日活动吸引群众参与，提升群众满意率。",
    "[-开展政策解读活动-]{+开放日活动吸引群众参与+}，提升群众[-知晓-]{+满意+}率。" },
  { "一是加强学习。二是强化培训。三是改进服务。",
    "一是强化培训。二是改进服务。",
    "一是[-加强学习。二是-]强化培训。[#三#]{#二#}是改进服务。" },
  { "报告于2025年1月15日发布，网址为 http://a.example/x。",
    "报告于2026年1月20日发布，网址为 http://b.example/x。",
    "报告于[#2025年#]{#2026年#}1月[#15日#]{#20日#}发布，网址为 http://[-a-]{+b+}.example/x。" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) changes = gj_text_compare (cases[i].old_text, cases[i].new_text);
      g_autofree char *written = write_changes (cases[i].old_text, cases[i].new_text, changes);

      assert_reproduces (cases[i].old_text, cases[i].new_text, changes);
      g_assert_cmpstr (written, ==, cases[i].changes);
    }
}

/* A long text without a mark or a break, and one that is the same piece over and over. */

static void
test_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GArray) repeated = NULL;

  for (guint i = 0; i < 40000; i++)
    {
      g_string_append_unichar (old_text, g_rand_int_range (rand, 0x4e00, 0x4f00));
      g_string_append_unichar (new_text, g_rand_int_range (rand, 0x4e00, 0x4f00));
    }
  changes = gj_text_compare (old_text->str, new_text->str);
  assert_reproduces (old_text->str, new_text->str, changes);

  g_string_truncate (old_text, 0);
  g_string_truncate (new_text, 0);
  for (guint i = 0; i < 4000; i++)
    {
      g_string_append (old_text, "依申请公开。");
      g_string_append (new_text, i % 40 == 7 ? "依申请公开，公开。" : "依申请公开。");
    }
  repeated = gj_text_compare (old_text->str, new_text->str);
  assert_reproduces (old_text->str, new_text->str, repeated);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/text-compare/random", test_random);
  g_test_add_func ("/core/text-compare/cases", test_cases);
  g_test_add_func ("/core/text-compare/long", test_long);

  return g_test_run ();
}
