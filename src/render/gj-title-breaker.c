/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

#include <math.h>
#include <string.h>

/* A title that is too long for a line is broken by sense (GB/T 9704-2012, 7.3.1): words
 * stay whole, and the lines are about as long as each other. Of all ways to break it the
 * cheapest is taken; what a joint costs is counted in characters of unevenness. */

#define TITLE_CHARACTERS ((int) (GJ_PAPER_TYPE_WIDTH / GJ_PAPER_SIZE_2))

/* Before these words, and behind these, a title may be broken. The best places, after the
   body's name and before the year, cost nothing. */
typedef struct
{
  const char *word;
  double      cost;
} Joint;

static const Joint before[] = {
  { "关于", 4 }, { "《", 4 }, { "（", 4 }, { "和", 7 }, { "及", 7 }, { "与", 9 }, { "暨", 4 },
  { "政府信息公开", 8 }, { "政府信息与政务公开", 4 }, { "政务公开", 8 }, { "信息公开工作", 14 },
  { "工作年度报告", 12 }, { "年度报告", 12 }, { "领导小组", 9 }, { "工作领导小组", 7 }, { "人民政府", 8 },
  { "管理委员会", 8 }, { "办公室", 10 }, { "全面", 6 }, { "推进", 8 }, { "加强", 6 }, { "建设", 12 },
};

static const Joint behind[] = {
  { "、", 1 }, { "，", 1 }, { "；", 1 }, { "：", 1 }, { "/", 8 }, { "》", 4 }, { "）", 4 }, { "关于", 5 }, { "的", 6 },
  { "政府", 6 }, { "委员会", 5 }, { "办公室", 5 }, { "小组", 5 }, { "中心", 6 }, { "开发区", 5 }, { "新区", 6 },
  { "局", 6 }, { "厅", 6 }, { "街道", 7 }, { "镇", 9 }, { "市", 9 }, { "省", 9 }, { "县", 9 }, { "区", 10 },
};

#define WORD_COST 20.0
#define LINE_COST 6.0
#define NEVER 1000.0

/* A character of a title: where it begins, where its line would begin in em, and what it
   costs to begin a line with it. The last entry stands for the end. @best and @from: the
   cheapest way to begin a line here. */
typedef struct
{
  const char *start;
  double      place;
  double      joint;
  double      best;
  guint       from;
} Place;

static gboolean
is_year (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  if (n != 4)
    return FALSE;
  p += p[4] == ' ' ? 5 : 4;
  return g_str_has_prefix (p, "年");
}

static gboolean
ends_with (const char *start,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - start) >= length && strncmp (end - length, word, length) == 0;
}

/* What it costs to begin a new line at @p. */
static double
get_joint_cost (const char *title,
                const char *p,
                gsize       body_length)
{
  gunichar left = g_utf8_get_char (g_utf8_prev_char (p));
  gunichar right = g_utf8_get_char (p);
  double cost = WORD_COST;

  if (g_utf8_strchr ("与和及暨", -1, left) != NULL)
    return NEVER;
  if (_gj_char_get_class (right) == GJ_CHAR_CLOSING || _gj_char_get_class (left) == GJ_CHAR_OPENING)
    return NEVER;
  if (is_year (p))
    return 0;
  if (body_length > 0 && (gsize) (p - title) == body_length && !g_str_has_prefix (p, "办公室"))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (p, before[i].word))
      cost = MIN (cost, before[i].cost);
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (ends_with (title, p, behind[i].word))
      cost = MIN (cost, behind[i].cost);
  return cost == WORD_COST && (left < 0x80 || right < 0x80) ? NEVER : cost;
}

/* The width is counted in em: half for what is in ASCII. */
static GArray *
list_places (const char *title,
             gsize       body_length)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  Place place = { .start = title };

  for (; *place.start != '\0'; place.start = g_utf8_next_char (place.start))
    {
      place.joint = place.start > title ? get_joint_cost (title, place.start, body_length) : 0;
      g_array_append_val (places, place);
      place.place += g_utf8_get_char (place.start) < 0x80 ? 0.56 : 1;
    }
  place.joint = 0;
  g_array_append_val (places, place);
  return places;
}

/* The cheapest way to break it into lines of about @ideal characters. A word without end
   makes a line that is too long; that is broken where it is full. */
static double
break_evenly (GArray *places,
              double  ideal)
{
  Place *first = &g_array_index (places, Place, 0);

  for (guint i = 1; i < places->len; i++)
    {
      Place *end = first + i;

      end->best = G_MAXDOUBLE;
      for (guint j = i; j-- > 0;)
        {
          double width = end->place - first[j].place;
          double cost = first[j].best + end->joint + fabs (width - ideal) / 2 + LINE_COST;

          if (width > TITLE_CHARACTERS && j + 1 < i)
            break;
          if (cost < end->best)
            {
              end->best = cost;
              end->from = j;
            }
        }
    }
  return first[places->len - 1].best;
}

static void
add_lines (GArray  *places,
           GString *out)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = places->len - 1; i > 0; i = g_array_index (places, Place, i).from)
    g_array_append_val (ends, i);
  for (guint i = ends->len; i-- > 0;)
    {
      const Place *end = &g_array_index (places, Place, g_array_index (ends, guint, i));
      const Place *start = &g_array_index (places, Place, end->from);

      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append_len (out, start->start, end->start - start->start);
    }
}

static void
break_line (const char *line,
            const char *body,
            GString    *out)
{
  gsize body_length = body != NULL && *body != '\0' && g_str_has_prefix (line, body) ? strlen (body) : 0;
  g_autoptr (GArray) places = list_places (line, body_length);
  double width = g_array_index (places, Place, places->len - 1).place;
  double n_lines = ceil (width / TITLE_CHARACTERS);

  if (n_lines <= 1)
    {
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
      return;
    }
  if (break_evenly (places, width / (n_lines + 1)) <= break_evenly (places, width / n_lines))
    break_evenly (places, width / (n_lines + 1));
  add_lines (places, out);
}

/* The lines of the title, parted by LF: as they stood, and where one is too long for
   the type area, broken after the body's name, before the year, before a word. */
char *
_gj_title_break (const char *title,
                 const char *body)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        break_line (lines[i], body, out);
    }
  return g_string_free (out, FALSE);
}
