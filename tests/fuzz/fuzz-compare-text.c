/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-core.h"

/* Two texts, parted by the first NUL: their changes cover both without a gap, what is same
 * is the same, and no more of a text is similar than it has. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
hold_changes (const char *old_text,
              const char *new_text)
{
  g_autoptr (GArray) changes = gj_text_compare (old_text, new_text);
  gsize old_end = 0, new_end = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);

      g_assert_cmpuint (change->old_start, ==, old_end);
      g_assert_cmpuint (change->new_start, ==, new_end);
      old_end = change->old_end;
      new_end = change->new_end;

      if (change->kind == GJ_TEXT_SAME)
        g_assert_cmpmem (old_text + change->old_start, old_end - change->old_start,
                         new_text + change->new_start, new_end - change->new_start);
    }

  g_assert_cmpuint (old_end, ==, strlen (old_text));
  g_assert_cmpuint (new_end, ==, strlen (new_text));
}

static void
hold_passages (const char *old_text,
               const char *new_text)
{
  g_auto (GStrv) old_paragraphs = g_strsplit (old_text, "\n", -1);
  g_auto (GStrv) new_paragraphs = g_strsplit (new_text, "\n", -1);
  guint n_old = g_strv_length (old_paragraphs);
  guint n_new = g_strv_length (new_paragraphs);
  g_autoptr (GPtrArray) passages = gj_text_align ((const char *const *) old_paragraphs, n_old,
                                                  (const char *const *) new_paragraphs, n_new);

  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      n_old -= passage->n_old;
      n_new -= passage->n_new;
    }

  g_assert_cmpuint (n_old, ==, 0);
  g_assert_cmpuint (n_new, ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *both = g_strndup ((const char *) data, size);
  g_autofree char *old_text = g_utf8_make_valid (both, -1);
  g_autofree char *new_text = NULL;
  GjSimilarity similarity;

  gsize start = MIN (strlen (both) + 1, size);
  g_autofree char *rest = g_strndup ((const char *) data + start, size - start);

  new_text = g_utf8_make_valid (rest, -1);

  hold_changes (old_text, new_text);
  hold_passages (old_text, new_text);
  similarity = gj_similarity_measure (old_text, new_text, NULL, NULL);
  g_assert_cmpuint (similarity.n_same, <=, similarity.n_counted);
  return 0;
}
