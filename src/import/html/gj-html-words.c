/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* The words of web pages, and of no article: a line is a tool of the page only when it
 * holds nothing else. */

#define MAX_LINE 360

static const char *const openings[] = {
  "当前位置", "当前的位置", "当前所在位置", "您的位置", "您当前的位置", "您现在的位置", "您所在的位置", "你的位置",
  "现在位置", "所在位置", "上一篇", "下一篇", "上一条", "下一条", "返回顶部", "返回首页", "相关链接", "相关新闻",
  "相关信息", "相关文章", "相关稿件", "友情链接", "网站地图", "版权所有", "主办单位：", "主办：", "承办单位：", "承办：",
  "网站标识码", "首页>", "首页 >", "首页›", "首页»", "首页 »", "首页 /", "首页 -", "Copyright", "©",
};

static const char *const inner[] = {
  "版权所有", "ICP备", "公网安备", "网站标识码", "政府网站标识", "All Rights Reserved", "Copyright",
};

/* Words that stand for themselves, the longer before the shorter. */
static const char *const tools[] = {
  "打印本页", "打印此页", "打印页面", "打印文章", "打印", "关闭窗口", "关闭本页", "关闭页面", "关闭此页", "关闭",
  "字体大小", "字体", "字号", "字体：", "默认", "超大", "正常", "大", "中", "小", "分享到", "分享至", "分享", "收藏本页",
  "收藏", "复制链接", "微信", "新浪微博", "腾讯微博", "微博", "QQ空间", "QQ好友", "人人网", "更多", "返回列表", "返回",
  "手机版", "语音播报", "无障碍浏览", "扫一扫在手机打开当前页", "扫一扫", "纠错", "下载", "转发", "次",
};

/* Words with a colon and a value behind it. */
static const char *const fields[] = {
  "发布日期", "发布时间", "发文时间", "更新时间", "更新日期", "公开日期", "公开时间", "生成日期", "录入时间",
  "信息来源", "文章来源", "稿件来源", "来源", "作者", "浏览次数", "浏览量", "浏览", "点击次数", "点击数", "点击率", "点击",
  "阅读次数", "阅读量", "阅读", "访问次数", "访问量", "责任编辑", "编辑", "字号", "字体", "发布机构", "发布单位", "发布人",
};

static const char *
skip_marks (const char *p)
{
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_utf8_strchr ("[]【】()（）|｜/·、,，:：-－+<>《》\302\240\343\200\200", -1, c) == NULL)
        break;
    }

  return p;
}

static const char *
skip_one_of (const char        *p,
             const char *const *words,
             guint              n_words)
{
  gsize longest = 0;

  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (p, words[i]))
      longest = MAX (longest, strlen (words[i]));

  return longest > 0 ? p + longest : NULL;
}

static gboolean
is_time (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && n <= 2 && text[n] == ':';
}

/* A value ends at a blank that is not inside a date with its time. */
static const char *
skip_value (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if ((g_unichar_isspace (c) || c == 0xa0) && !is_time (next))
        break;
      if (g_utf8_strchr ("[【|｜", -1, c) != NULL)
        break;
      p = next;
    }

  return p;
}

static const char *
skip_field (const char *p)
{
  p = skip_one_of (p, fields, G_N_ELEMENTS (fields));
  if (p == NULL)
    return NULL;
  if (*p == ':')
    return skip_value (p + 1);
  if (g_str_has_prefix (p, "："))
    return skip_value (p + strlen ("："));

  return NULL;
}

static gboolean
is_tool (const char *text)
{
  const char *p = skip_marks (text);
  gboolean found = FALSE;

  while (*p != '\0')
    {
      const char *next = skip_field (p);

      if (next == NULL)
        next = skip_one_of (p, tools, G_N_ELEMENTS (tools));
      if (next == NULL)
        return FALSE;
      found = TRUE;
      p = skip_marks (next);
    }

  return found;
}

/**
 * _gj_html_judge_words:
 * @text: a paragraph
 *
 * Returns: what its words say that it is; a sentence is always article
 */
GjHtmlPart
_gj_html_judge_words (const char *text)
{
  const char *start = skip_marks (text);

  if (strlen (text) > MAX_LINE || strstr (text, "。") != NULL)
    return GJ_HTML_PART_ARTICLE;
  if (is_tool (text))
    return GJ_HTML_PART_TOOL;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (start, openings[i]))
      return GJ_HTML_PART_BOUNDARY;
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    if (strstr (text, inner[i]) != NULL)
      return GJ_HTML_PART_BOUNDARY;

  return GJ_HTML_PART_ARTICLE;
}
