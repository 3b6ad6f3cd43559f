/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "gj-core.h"

/* Two texts side by side: their paragraphs aligned, their changes, how much is the same.
 * Two texts of 40,000 characters with little in common, and of 400,000, which must not take
 * much more than ten times as long; and two sections of which a clerk made the new from the
 * old. Medians in milliseconds. */

#define N_ROUNDS 9
#define BUDGET_MS 100.0

typedef struct
{
  const char *name;
  guint       n_characters;
  guint       n_paragraphs;
  guint       n_shared;
} Measure;

/* Of @n_shared sentences in ten, both texts have the same. */
static const Measure measures[] = {
  { "a section, nine sentences of ten the same", 1500, 8, 9 },
  { "a section, five sentences of ten the same", 1500, 8, 5 },
  { "40,000 characters, little in common", 40000, 100, 1 },
  { "40,000 characters in one paragraph, little in common", 40000, 1, 1 },
  { "40,000 characters, nothing in common", 40000, 100, 0 },
  { "400,000 characters, little in common", 400000, 1000, 1 },
  { "400,000 characters in one paragraph, little in common", 400000, 1, 1 },
};

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

/* The processor's time, in milliseconds: what else the machine does is none of it. */

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Words as often as in a language: few very often, many seldom. */

static void
add_sentence (GString *text,
              guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = g_rand_int_range (rand, 10, 40);

  for (guint i = 0; i < n; i++)
    {
      double share = g_rand_double (rand);

      g_string_append_unichar (text, 0x4e00 + (guint) (share * share * share * 3000));
      if (i % 12 == 11)
        g_string_append_printf (text, "%d件，", g_rand_int_range (rand, 1, 999));
    }
  g_string_append (text, "。");
}

static char **
make_paragraphs (const Measure *measure,
                 gboolean       is_new)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint32 seed = 0;

  for (guint i = 0; i < measure->n_paragraphs; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize length = measure->n_characters / measure->n_paragraphs * 3;

      for (; text->len < length; seed++)
        add_sentence (text, seed % 10 < measure->n_shared || !is_new ? seed : seed + 50000000);
      g_strv_builder_add (builder, text->str);
    }

  return g_strv_builder_end (builder);
}

static void
time_once (const char *const *old_paragraphs,
           const char *const *new_paragraphs,
           guint              n,
           double            *times)
{
  g_autofree char *old_text = g_strjoinv ("\n", (char **) old_paragraphs);
  g_autofree char *new_text = g_strjoinv ("\n", (char **) new_paragraphs);
  double start = get_time ();
  g_autoptr (GPtrArray) passages = gj_text_align (old_paragraphs, n, new_paragraphs, n);
  double aligned = get_time ();
  g_autoptr (GArray) changes = gj_text_compare (old_text, new_text);
  double compared = get_time ();

  gj_similarity_measure (old_text, new_text, NULL, NULL);
  times[0] = aligned - start;
  times[1] = compared - aligned;
  times[2] = get_time () - compared;
}

static void
run (const Measure *measure)
{
  g_auto (GStrv) old_paragraphs = make_paragraphs (measure, FALSE);
  g_auto (GStrv) new_paragraphs = make_paragraphs (measure, TRUE);
  double times[3][N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double one[3];

      time_once ((const char *const *) old_paragraphs, (const char *const *) new_paragraphs,
                 measure->n_paragraphs, one);
      for (guint j = 0; j < 3; j++)
        times[j][i] = one[j];
    }

  for (guint j = 0; j < 3; j++)
    qsort (times[j], N_ROUNDS, sizeof (double), compare_times);

  g_print ("%-55s aligned %8.2f ms, compared as one %8.2f ms, similarity %7.2f ms%s\n", measure->name,
           times[0][N_ROUNDS / 2], times[1][N_ROUNDS / 2], times[2][N_ROUNDS / 2],
           measure->n_characters <= 40000 && times[0][N_ROUNDS / 2] > BUDGET_MS ? "  TOO SLOW" : "");
}

int
main (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    run (&measures[i]);

  return 0;
}
