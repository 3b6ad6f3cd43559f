/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <time.h>

#include "gj-core.h"

/* Two reports to a whole comparison; sections with little in common, from 10,000 characters
 * to 400,000; one keystroke to the marks that it moves. Medians of the rounds, in time of
 * the processor: what else the machine does is not measured. */

#define N_ROUNDS 41
#define N_LONG_ROUNDS 5

static const char *const words[] = {
  "全年", "主动公开", "政府信息", "办理", "依申请公开", "答复", "政策解读", "新闻发布会", "门户网站", "政务新媒体",
  "组织培训", "完善制度", "重点领域", "行政许可", "营商环境", "群众关切", "及时回应", "目录管理", "保密审查", "监督考核",
  "乡村振兴", "义务教育", "社会保障", "公共资源", "项目建设", "财政预算", "安全生产", "生态环境", "医疗卫生", "住房保障",
};

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Half of a text is the words of the trade, the other half is words of its own. */
static void
append_word (GString *text,
             GRand   *rand,
             guint   *n_characters)
{
  const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

  if (g_rand_boolean (rand))
    {
      g_string_append (text, word);
      *n_characters += g_utf8_strlen (word, -1);
      return;
    }

  g_string_append_unichar (text, 0x4e00 + g_rand_int_range (rand, 0, 1500));
  g_string_append_unichar (text, 0x4e00 + g_rand_int_range (rand, 0, 1500));
  *n_characters += 2;
}

/* @n characters of sentences that no two seeds share but by chance. */
static char *
make_text (guint   n,
           guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);
  guint n_characters = 0;
  guint sentence = 0;

  while (n_characters < n)
    {
      append_word (text, rand, &n_characters);
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          g_string_append_printf (text, "%d件", g_rand_int_range (rand, 1, 5000));
          n_characters += 4;
        }
      if (g_rand_int_range (rand, 0, 6) == 0)
        {
          g_string_append (text, ++sentence % 5 == 0 ? "。\n" : "，");
          n_characters++;
        }
    }

  return g_string_free (text, FALSE);
}

static void
set_text (GjReport   *report,
          const char *section,
          const char *text)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  gj_report_init_narrative (report, gj_form_find_section (gj_report_get_form (report), section), narrative);
}

/* The usual case: much was taken over and some of it reworded. */
static char *
reword (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, "及时回应", "快速回应", 3);
  g_string_replace (out, "组织培训", "开展业务培训", 2);
  g_string_replace (out, "1件", "2件", 0);

  return g_string_free (out, FALSE);
}

static GjReport *
make_report (int         year,
             const char *overview,
             const char *problems)
{
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *report = gj_report_new_for_year (form, "云溪市档案馆", year);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      char number[16];

      g_snprintf (number, sizeof number, "%u", (i * 7 + year) % 97);
      gj_report_init_cell (report, i, number);
    }
  set_text (report, "overview", overview);
  set_text (report, "problems", problems);
  set_text (report, "others", problems);

  return report;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
print_median (const char *name,
              gint64     *times,
              guint       n)
{
  qsort (times, n, sizeof *times, compare_times);
  g_print ("  %-60s %9.3f ms\n", name, times[n / 2] / 1000.0);
}

static void
ask_for_all (GjComparison *comparison)
{
  guint n;

  for (guint i = 0; i < gj_comparison_get_n_tables (comparison); i++)
    gj_comparison_get_pairs (comparison, i);
  for (guint i = 0; i < gj_comparison_get_n_sections (comparison); i++)
    gj_comparison_get_passages (comparison, i);
  gj_comparison_get_overall (comparison);
  gj_comparison_get_fields (comparison);
  gj_comparison_get_headings (comparison);
  gj_comparison_get_figures (comparison);
  gj_comparison_get_remarks (comparison, &n);
}

static void
measure_whole (const char *name,
               GjReport   *old_report,
               GjReport   *new_report,
               guint       n_rounds)
{
  g_autofree gint64 *times = g_new (gint64, n_rounds);

  for (guint i = 0; i < n_rounds; i++)
    {
      gint64 start = get_time ();
      g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);

      ask_for_all (comparison);
      times[i] = get_time () - start;
    }

  print_median (name, times, n_rounds);
}

static void
measure_lengths (void)
{
  static const guint lengths[] = { 10000, 20000, 40000, 100000, 200000, 400000 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *old_text = make_text (lengths[i], 1);
      g_autofree char *new_text = make_text (lengths[i], 2);
      g_autoptr (GjReport) old_report = make_report (2023, old_text, "");
      g_autoptr (GjReport) new_report = make_report (2024, new_text, "");
      g_autofree char *name = g_strdup_printf ("a section of %u characters, little in common", lengths[i]);

      measure_whole (name, old_report, new_report, N_LONG_ROUNDS);
    }
}

static void
type (GjReport   *report,
      const char *removed,
      const char *inserted)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("typing");

  gj_edit_change_text (edit, report, 0, 0, 10, removed, inserted);
  gj_report_apply (report, edit);
}

/* From the key to passages, likeness and stretches of the section. */
static void
measure_keystroke (const char *name,
                   GjReport   *old_report,
                   GjReport   *new_report)
{
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  gint64 times[N_ROUNDS];

  ask_for_all (comparison);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = get_time ();

      type (new_report, i % 2 == 0 ? "" : "新", i % 2 == 0 ? "新" : "");
      gj_comparison_get_passages (comparison, 0);
      gj_comparison_get_similarity (comparison, 0);
      times[i] = get_time () - start;
    }

  print_median (name, times, N_ROUNDS);
}

static void
measure_number (GjReport *old_report,
                GjReport *new_report)
{
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  gint64 times[N_ROUNDS];

  ask_for_all (comparison);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("number");
      gint64 start = get_time ();

      gj_edit_set_cell (edit, new_report, 50, i % 2 == 0 ? "12" : "13");
      gj_report_apply (new_report, edit);
      gj_comparison_get_pairs (comparison, 1);
      times[i] = get_time () - start;
    }

  print_median ("one number to its table", times, N_ROUNDS);
}

int
main (void)
{
  g_autofree char *overview = make_text (2400, 7);
  g_autofree char *problems = make_text (600, 8);
  g_autofree char *next = reword (overview);
  g_autofree char *other = make_text (2400, 9);
  g_autofree char *large = make_text (40000, 10);
  g_autofree char *large_next = reword (large);
  g_autoptr (GjReport) last_year = make_report (2023, overview, problems);
  g_autoptr (GjReport) this_year = make_report (2024, next, problems);
  g_autoptr (GjReport) unlike = make_report (2024, other, "");
  g_autoptr (GjReport) old_form = make_report (2020, overview, problems);
  g_autoptr (GjReport) new_form = make_report (2021, next, problems);
  g_autoptr (GjReport) large_old = make_report (2023, large, problems);
  g_autoptr (GjReport) large_new = make_report (2024, large_next, problems);

  measure_whole ("two full reports, reworded", last_year, this_year, N_ROUNDS);
  measure_whole ("two full reports, little in common", last_year, unlike, N_ROUNDS);
  measure_whole ("two full reports, across forms", old_form, new_form, N_ROUNDS);
  measure_keystroke ("one keystroke in a section of 2,400 characters", last_year, this_year);
  measure_keystroke ("one keystroke in a section of 40,000 characters", large_old, large_new);
  measure_number (last_year, this_year);
  measure_lengths ();

  return 0;
}
