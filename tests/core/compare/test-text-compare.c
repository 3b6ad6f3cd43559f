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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/text-compare/random", test_random);

  return g_test_run ();
}
