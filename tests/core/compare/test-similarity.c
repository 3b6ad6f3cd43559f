/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

#include <string.h>

#define N_TEXTS 4000

/* The slow and obvious way: every stretch of two texts that is common, from every place to
 * every place, as far as it goes. */

typedef struct
{
  char    *text;
  gboolean is_number;
  guint    n_counted;
} Sign;

static void
sign_clear (gpointer data)
{
  g_free (((Sign *) data)->text);
}

static gboolean
is_figure (const char *text)
{
  return *text >= '0' && *text <= '9';
}

static GArray *
read_plain_signs (const char *text)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (Sign));

  g_array_set_clear_func (signs, sign_clear);
  while (*text != '\0')
    {
      const char *end = g_utf8_next_char (text);
      Sign sign = { NULL, is_figure (text), 1 };

      if (sign.is_number)
        while (is_figure (end) || ((*end == '.' || *end == ',') && is_figure (end + 1)))
          sign.n_counted += is_figure (end++) ? 1 : 0;

      if (sign.is_number || g_unichar_isalpha (g_utf8_get_char (text)))
        {
          sign.text = g_strndup (text, end - text);
          g_array_append_val (signs, sign);
        }
      text = end;
    }

  return signs;
}

/* How many signs, from @i on, say the phrase. */

static guint
count_phrase (const GArray *signs,
              guint         i,
              const char   *phrase)
{
  g_autoptr (GString) said = g_string_new (NULL);
  guint n = 0;

  while (i + n < signs->len && said->len < strlen (phrase))
    g_string_append (said, g_array_index (signs, Sign, i + n++).text);

  return strcmp (said->str, phrase) == 0 ? n : 0;
}

static GArray *
read_signs (const char        *text,
            const char *const *phrases)
{
  g_autoptr (GArray) plain = read_plain_signs (text);
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (Sign));

  g_array_set_clear_func (signs, sign_clear);
  for (guint i = 0; i < plain->len;)
    {
      Sign sign = g_array_index (plain, Sign, i);
      guint longest = 0;

      sign.text = g_strdup (sign.text);
      for (guint j = 0; phrases != NULL && phrases[j] != NULL; j++)
        if (count_phrase (plain, i, phrases[j]) > longest)
          {
            longest = count_phrase (plain, i, phrases[j]);
            g_free (sign.text);
            sign = (Sign) { g_strdup (phrases[j]), FALSE, 0 };
          }

      g_array_append_val (signs, sign);
      i += MAX (longest, 1);
    }

  return signs;
}

static gboolean
is_same (const GArray *left,
         guint         i,
         const GArray *right,
         guint         j,
         gboolean      is_exact)
{
  const Sign *a, *b;

  if (i >= left->len || j >= right->len)
    return FALSE;

  a = &g_array_index (left, Sign, i);
  b = &g_array_index (right, Sign, j);
  return (a->is_number && b->is_number && !is_exact) || strcmp (a->text, b->text) == 0;
}

static GjSimilarity
measure_slowly (const char         *old_text,
                const char         *new_text,
                const char *const  *phrases)
{
  g_autoptr (GArray) old_signs = read_signs (old_text, phrases);
  g_autoptr (GArray) new_signs = read_signs (new_text, phrases);
  g_autofree guint8 *marks = g_new0 (guint8, new_signs->len + 1);
  GjSimilarity similarity = { 0, 0 };

  for (gboolean exact = FALSE; exact <= TRUE; exact++)
    for (guint i = 0; i < new_signs->len; i++)
      for (guint j = 0; j < old_signs->len; j++)
        {
          guint n = 0;

          while (is_same (new_signs, i + n, old_signs, j + n, exact))
            n++;
          for (guint k = 0; n >= GJ_SIMILARITY_MIN_SIGNS && k < n; k++)
            if (g_array_index (new_signs, Sign, i + k).is_number == exact)
              marks[i + k] = 1;
        }

  for (guint i = 0; i < new_signs->len; i++)
    {
      similarity.n_counted += g_array_index (new_signs, Sign, i).n_counted;
      similarity.n_same += marks[i] * g_array_index (new_signs, Sign, i).n_counted;
    }

  return similarity;
}

static char *
make_text (GRand *rand,
           guint  n_kinds)
{
  static const char *const pieces[] = {
    "公", "开", "申", "1", "，", "请", "23", " ", "4.5", "a", "件", "政府信息公开", "1,2", "\U00020000", "。", "年", "é",
  };
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 0, 70);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, n_kinds)]);

  return g_string_free (text, FALSE);
}

static void
assert_stretches (const char   *old_text,
                  const char   *new_text,
                  GArray       *stretches)
{
  gsize last = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const GjStretch *stretch = &g_array_index (stretches, GjStretch, i);

      g_assert_cmpuint (stretch->start, >=, last);
      g_assert_cmpuint (stretch->start, <, stretch->end);
      g_assert_cmpuint (stretch->end, <=, strlen (new_text));
      g_assert_cmpuint (stretch->old_start, <, stretch->old_end);
      g_assert_cmpuint (stretch->old_end, <=, strlen (old_text));
      g_assert_true (g_utf8_validate (new_text + stretch->start, stretch->end - stretch->start, NULL));
      g_assert_true (g_utf8_validate (old_text + stretch->old_start, stretch->old_end - stretch->old_start, NULL));
      last = stretch->end;
    }
}

static void
test_reference (void)
{
  static const char *const phrases[] = { "公开", "公开申", "开申请", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  guint n_same = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      guint n_kinds = g_rand_int_range (rand, 1, 18);
      g_autofree char *old_text = make_text (rand, n_kinds);
      g_autofree char *head = make_text (rand, n_kinds);
      g_autofree char *new_text = i % 3 > 0 ? make_text (rand, n_kinds) : g_strconcat (head, "，", old_text, NULL);
      const char *const *boilerplate = i % 2 > 0 ? phrases : NULL;
      g_autoptr (GArray) stretches = NULL;
      GjSimilarity fast = gj_similarity_measure (old_text, new_text, boilerplate, &stretches);
      GjSimilarity slow = measure_slowly (old_text, new_text, boilerplate);

      g_assert_cmpuint (fast.n_counted, ==, slow.n_counted);
      g_assert_cmpuint (fast.n_same, ==, slow.n_same);
      assert_stretches (old_text, new_text, stretches);
      n_same += fast.n_same;
    }

  g_assert_cmpuint (n_same, >, N_TEXTS * 5);
}

static const struct
{
  const char *old_text;
  const char *new_text;
  guint       n_same;
  guint       n_counted;
} cases[] = {
  { "", "", 0, 0 },
  { "", "公开信息", 0, 4 },
  { "全年公开政府信息十条", "全年公开政府信息十条", 10, 10 },
  { "全年公开政府信", "全年公开政府信", 0, 7 },
  { "全年公开，政府信息", "全年 公开政府。信息", 8, 8 },
  { "全年公开政府信息12条", "全年公开政府信息345条", 9, 12 },
  { "全年公开政府信息12条", "全年公开政府信息12条", 11, 11 },
  { "全年12公开政府信", "全年98公开政府信", 7, 9 },
  { "3、全年公开政府信息", "5、全年公开政府信息", 8, 9 },
  { "全年公开政府信息一条", "根据全年公开政府信息二条", 8, 12 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GjSimilarity similarity = gj_similarity_measure (cases[i].old_text, cases[i].new_text, NULL, NULL);

      g_assert_cmpuint (similarity.n_same, ==, cases[i].n_same);
      g_assert_cmpuint (similarity.n_counted, ==, cases[i].n_counted);
    }
}

/* Words of the form hold together what stands around them and do not count themselves. */

static void
test_boilerplate (void)
{
  static const char *const phrases[] = { "中华人民共和国政府信息公开条例", NULL };
  const char *old_text = "我局严格按照《中华人民共和国政府信息公开条例》办理";
  const char *new_text = "我局严格按照《中华人民共和国 政府信息公开条例》办理申请";
  GjSimilarity similarity = gj_similarity_measure (old_text, new_text, phrases, NULL);

  g_assert_cmpuint (similarity.n_same, ==, 8);
  g_assert_cmpuint (similarity.n_counted, ==, 10);

  similarity = gj_similarity_measure (old_text, phrases[0], phrases, NULL);
  g_assert_cmpuint (similarity.n_counted, ==, 0);
}

static void
test_percent (void)
{
  static const struct { GjSimilarity similarity; guint percent; } shares[] = {
    { { 0, 0 }, 0 }, { { 3, 3 }, 100 }, { { 1000, 999 }, 99 }, { { 3, 2 }, 66 }, { { 4000000000u, 4000000000u }, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_cmpuint (gj_similarity_get_percent (&shares[i].similarity), ==, shares[i].percent);
}

/* The stretch says where: to the byte, on both sides. */

static void
test_stretches (void)
{
  g_autoptr (GArray) stretches = NULL;
  const GjStretch *stretch;

  gj_similarity_measure ("甲乙。全年公开政府信息十条。", "全年公开政府信息十条，丙", NULL, &stretches);
  g_assert_cmpuint (stretches->len, ==, 1);
  stretch = &g_array_index (stretches, GjStretch, 0);
  g_assert_cmpuint (stretch->start, ==, 0);
  g_assert_cmpuint (stretch->end, ==, 30);
  g_assert_cmpuint (stretch->old_start, ==, 9);
  g_assert_cmpuint (stretch->old_end, ==, 39);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/similarity/reference", test_reference);
  g_test_add_func ("/core/similarity/cases", test_cases);
  g_test_add_func ("/core/similarity/boilerplate", test_boilerplate);
  g_test_add_func ("/core/similarity/percent", test_percent);
  g_test_add_func ("/core/similarity/stretches", test_stretches);

  return g_test_run ();
}
