/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include <string.h>

#include "gj-messages.h"
#include "gj-sentences.h"
#include "gj-similarity.h"

/* C10 and C13: words taken over from last year. Words of the form count in neither text. In
 * 五 whole sentences count, for the words of problems are alike from year to year while
 * the problems should not be. */

#define PROBLEMS "problems"
#define SETTING_LIMIT "similarity"
#define DEFAULT_LIMIT 80

/* What is shorter is said in the same words by everybody: 没有收取信息处理费. */
#define MIN_COUNTED 60

/* How much of a sentence a message quotes. */
#define MAX_QUOTED 40

static const char *
get_section_id (const GjFacts *facts,
                guint          narrative)
{
  return gj_form_get_section (facts->form, narrative)->id;
}

/* A limit of the section goes before the one for all; 0 asks for nothing. */
static gint64
get_limit (const GjFacts *facts,
           guint          narrative)
{
  g_autofree char *name = g_strconcat (SETTING_LIMIT "-", get_section_id (facts, narrative), NULL);
  const char *setting = gj_report_get_setting (facts->report, name);
  gint64 limit = DEFAULT_LIMIT;

  if (setting == NULL)
    setting = gj_report_get_setting (facts->report, SETTING_LIMIT);
  if (setting == NULL || !gj_integer_parse (setting, 0, 100, &limit))
    return DEFAULT_LIMIT;

  return limit;
}

static GHashTable *
list_words (GArray *sentences)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sentences->len; i++)
    {
      GjSentence *sentence = &g_array_index (sentences, GjSentence, i);

      if (!g_hash_table_contains (words, sentence->words))
        g_hash_table_insert (words, sentence->words, sentence);
    }

  return words;
}

/* How many characters of sentences there are, and stood there last year. */
static void
measure_sentences (GArray       *sentences,
                   GHashTable   *last_words,
                   GjSimilarity *out)
{
  *out = (GjSimilarity) { 0 };

  for (guint i = 0; i < sentences->len; i++)
    {
      const GjSentence *sentence = &g_array_index (sentences, GjSentence, i);

      out->n_counted += sentence->n_words;
      if (g_hash_table_contains (last_words, sentence->words))
        out->n_same += sentence->n_words;
    }
}

static void
check_similarity (const GjFacts      *facts,
                  guint               narrative,
                  const char         *text,
                  const GjSimilarity *similarity,
                  GPtrArray          *findings)
{
  const char *id = get_section_id (facts, narrative);
  gint64 limit = get_limit (facts, narrative);
  g_autofree char *report = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *key = NULL;
  GjFindingBuilder *builder;
  guint percent = gj_similarity_get_percent (similarity);

  if (limit == 0 || similarity->n_counted < MIN_COUNTED || percent < limit ||
      !gj_check_set_contains (facts->checks, "C10"))
    return;

  report = _gj_years_dup_report_name (facts);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  key = g_strconcat ("C10/", id, NULL);
  builder = _gj_facts_begin_finding (facts, "C10", GJ_SEVERITY_WARNING, GJ_OUTCOME_REMARK, narrative);
  gj_finding_builder_set_basis (builder, digest);
  _gj_years_set_cells (builder, facts, NULL, 0);
  gj_finding_builder_take_words (builder, g_strdup (_("Much like last year’s text")),
                                 g_strdup_printf (_("%1$u %% of the words of this section are those of the "
                                                    "%2$s."), percent, report),
                                 NULL, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

static char *
quote (const char       *text,
       const GjSentence *sentence)
{
  g_autofree char *words = g_strndup (text + sentence->start, sentence->end - sentence->start);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= MAX_QUOTED)
    return g_steal_pointer (&words);

  start = g_utf8_substring (words, 0, MAX_QUOTED);

  return g_strconcat (start, "…", NULL);
}

static void
add_repeated (const GjFacts    *facts,
              guint             narrative,
              const char       *text,
              const char       *last_text,
              const GjSentence *sentence,
              const GjSentence *last,
              guint             n_repeated,
              const char       *basis,
              GPtrArray        *findings)
{
  gboolean is_remedy = sentence->part == GJ_SENTENCE_REMEDY;
  g_autofree char *report = _gj_years_dup_report_name (facts);
  g_autofree char *words = g_strndup (text + sentence->start, sentence->end - sentence->start);
  g_autofree char *last_words = g_strndup (last_text + last->start, last->end - last->start);
  g_autofree char *quoted = quote (text, sentence);
  guint start = g_utf8_strlen (text, sentence->start);
  guint last_start = g_utf8_strlen (last_text, last->start);
  GjFindingBuilder *builder;
  char *message;

  builder = _gj_facts_begin_finding (facts, "C13", GJ_SEVERITY_WARNING, GJ_OUTCOME_REMARK, narrative);
  gj_finding_builder_set_text (builder, words, start, start + g_utf8_strlen (words, -1));
  gj_finding_builder_set_basis (builder, basis);
  _gj_years_set_cells (builder, facts, NULL, 0);
  gj_finding_builder_set_last_text (builder, PROBLEMS, last_words, last_start,
                                    last_start + g_utf8_strlen (last_words, -1));

  if (is_remedy)
    message = g_strdup_printf (ngettext ("%1$u sentence of the remedies stands word for word in the "
                                         "%2$s: “%3$s”",
                                         "%1$u sentences of the remedies stand word for word in the "
                                         "%2$s, the first: “%3$s”", n_repeated),
                               n_repeated, report, quoted);
  else
    message = g_strdup_printf (ngettext ("%1$u sentence of the problems stands word for word in the "
                                         "%2$s: “%3$s”",
                                         "%1$u sentences of the problems stand word for word in the "
                                         "%2$s, the first: “%3$s”", n_repeated),
                               n_repeated, report, quoted);

  gj_finding_builder_take_words (builder, g_strdup (is_remedy ? _("Last year’s remedies")
                                                              : _("Last year’s problems")),
                                 message, NULL, NULL);
  _gj_facts_end_finding (facts, builder, is_remedy ? "C13/remedies" : "C13/problems", findings);
}

/* One finding for the problems, one for the remedies, whatever the number of sentences. */
static void
check_repeated (const GjFacts  *facts,
                guint           narrative,
                const char     *text,
                const char     *last_text,
                GArray         *sentences,
                GHashTable     *last_words,
                GjSentencePart  part,
                GPtrArray      *findings)
{
  const GjSentence *first = NULL;
  g_autoptr (GChecksum) checksum = NULL;
  guint n_repeated = 0;

  if (!gj_check_set_contains (facts->checks, "C13"))
    return;

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < sentences->len; i++)
    {
      const GjSentence *sentence = &g_array_index (sentences, GjSentence, i);

      if (sentence->part != part || !g_hash_table_contains (last_words, sentence->words))
        continue;

      first = first != NULL ? first : sentence;
      n_repeated++;
      g_checksum_update (checksum, (const guchar *) sentence->words, strlen (sentence->words) + 1);
    }

  if (first != NULL)
    add_repeated (facts, narrative, text, last_text, first,
                  g_hash_table_lookup (last_words, first->words), n_repeated,
                  g_checksum_get_string (checksum), findings);
}

static void
check_problems (const GjFacts *facts,
                guint          narrative,
                const char    *text,
                const char    *last_text,
                GPtrArray     *findings)
{
  g_autoptr (GArray) sentences = _gj_sentences_read (text);
  g_autoptr (GArray) last_sentences = _gj_sentences_read (last_text);
  g_autoptr (GHashTable) last_words = list_words (last_sentences);
  GjSimilarity similarity;

  measure_sentences (sentences, last_words, &similarity);
  check_similarity (facts, narrative, text, &similarity, findings);
  check_repeated (facts, narrative, text, last_text, sentences, last_words, GJ_SENTENCE_PROBLEM, findings);
  check_repeated (facts, narrative, text, last_text, sentences, last_words, GJ_SENTENCE_REMEDY, findings);
}

/**
 * _gj_years_check_text:
 * @facts: facts
 * @narrative: a section, or the preface
 * @findings: where findings go
 *
 * Looks for words taken over from last year's section. The preface is the form's.
 */
void
_gj_years_check_text (const GjFacts *facts,
                      guint          narrative,
                      GPtrArray     *findings)
{
  g_autofree char *text = NULL;
  g_autofree char *last_text = NULL;
  GjSimilarity similarity;
  guint section;

  if (!_gj_last_year_is_asked (facts->last) || narrative >= gj_form_get_n_sections (facts->form))
    return;

  section = gj_form_find_section (facts->last->form, get_section_id (facts, narrative));
  if (section == GJ_NONE)
    return;

  text = gj_narrative_dup_text (gj_report_get_narrative (facts->report, narrative));
  last_text = gj_narrative_dup_text (gj_report_get_narrative (facts->last->report, section));
  if (*text == '\0' || *last_text == '\0')
    return;

  if (strcmp (get_section_id (facts, narrative), PROBLEMS) == 0)
    {
      check_problems (facts, narrative, text, last_text, findings);
      return;
    }

  if (!gj_check_set_contains (facts->checks, "C10"))
    return;

  similarity = _gj_last_year_measure (facts->last, facts->form, section, text);
  check_similarity (facts, narrative, text, &similarity, findings);
}
