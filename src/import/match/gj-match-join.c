/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-aligner-private.h"

/* Labels set against the form's, and a label that is cut put together again. */

const GjExpectedLine *
_gj_aligner_get_line (GjAligner *self,
                      guint      line)
{
  return gj_expectation_get_line (self->out->expectation, line);
}

guint
_gj_aligner_compare (GjAligner       *self,
                     const GjWords   *words,
                     guint            line_index)
{
  const GjExpectedLine *line = _gj_aligner_get_line (self, line_index);
  guint best = 0;

  for (guint i = 0; i < line->n_labels; i++)
    best = MAX (best, gj_words_compare (words, &line->labels[i]));

  return best;
}

guint
_gj_aligner_compare_all (GjAligner       *self,
                         const GjWords   *words)
{
  guint best = 0;

  for (guint i = 0; i < gj_expectation_get_n_lines (self->out->expectation); i++)
    best = MAX (best, _gj_aligner_compare (self, words, i));

  return best;
}

gboolean
_gj_aligner_is_printed (GjAligner       *self,
                        const GjWords   *words)
{
  return gj_expectation_find_slot (self->out->expectation, words->text, NULL) != NULL;
}

static gboolean
has_lines (GjAligner  *self,
           const char *words)
{
  return gj_expectation_find_lines (self->out->expectation, words) != NULL;
}

/* A row that is words only, one text, and nothing that the form prints: it may be the
 * rest of a label that a page has cut. */
static const char *
get_fragment (GjAligner *self,
              guint      row_index)
{
  const GjMatchRow *row;
  const char *fragment = NULL;

  if (row_index >= self->match->rows->len || self->out->parts[row_index] != GJ_NONE)
    return NULL;

  row = gj_match_row (self->match, row_index);
  if (row->n_numbers > 0)
    return NULL;

  for (guint i = 0; i < row->n_fields; i++)
    {
      if (_gj_text_is_blank (row->fields[i]))
        continue;
      if (fragment != NULL || i >= row->n_words || row->words[i].text == NULL ||
          row->words[i].n_characters > 40 ||
          _gj_aligner_is_printed (self, &row->words[i]) || has_lines (self, row->words[i].text))
        return NULL;
      fragment = row->fields[i];
    }

  return fragment;
}

guint
_gj_match_row_find_own (const GjMatchRow *self)
{
  for (guint i = self->n_words; i > 0; i--)
    if (self->words[i - 1].text != NULL)
      return i - 1;

  return GJ_NONE;
}

/* The label is cut: it goes on in the row before or in the rows after it. */
typedef struct
{
  gboolean before;
  guint    n_after;
} Join;

static char *
join_label (GjAligner    *self,
            guint         row_index,
            const char   *label,
            Join          join)
{
  GString *out = g_string_new (NULL);

  if (join.before)
    {
      const char *fragment = row_index > 0 ? get_fragment (self, row_index - 1) : NULL;

      if (fragment == NULL)
        return g_string_free (out, TRUE);
      g_string_append (out, fragment);
    }
  if (label != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", label);
  for (guint i = 1; i <= join.n_after; i++)
    {
      const char *fragment = get_fragment (self, row_index + i);

      if (fragment == NULL)
        return g_string_free (out, TRUE);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", fragment);
    }

  return g_string_free (out, FALSE);
}

static guint
judge_joined (GjAligner    *self,
              const char   *joined)
{
  GjWords words;
  guint alike;

  gj_words_init (&words, joined);
  alike = has_lines (self, words.text) ? GJ_WORDS_SAME : _gj_aligner_compare_all (self, &words);
  gj_words_clear (&words);

  return alike;
}

static void
take_joined (GjAligner *self,
             guint      row_index,
             char      *joined,
             Join       join)
{
  self->out->labels[row_index] = joined;
  if (join.before)
    self->out->parts[row_index - 1] = row_index;
  for (guint i = 1; i <= join.n_after; i++)
    self->out->parts[row_index + i] = row_index;
}

gboolean
_gj_aligner_join_label (GjAligner *self,
                        guint      row_index,
                        guint      own,
                        guint      alike)
{
  static const Join joins[] = { { FALSE, 1 }, { FALSE, 2 }, { TRUE, 0 }, { TRUE, 1 }, { TRUE, 2 } };
  const GjMatchRow *row = gj_match_row (self->match, row_index);
  const char *label = own != GJ_NONE ? row->fields[own] : NULL;
  g_autofree char *best = NULL;
  guint best_alike = MAX (alike + 20, GJ_ALIGNER_SURE);
  Join best_join = { 0 };

  if (get_fragment (self, row_index + 1) == NULL &&
      (row_index == 0 || get_fragment (self, row_index - 1) == NULL))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autofree char *joined = NULL;
      guint joined_alike;

      if (label == NULL && !(joins[i].before && joins[i].n_after > 0))
        continue;
      joined = join_label (self, row_index, label, joins[i]);
      joined_alike = joined != NULL ? judge_joined (self, joined) : 0;
      if (joined_alike < best_alike || (best != NULL && joined_alike == best_alike))
        continue;
      g_free (best);
      best = g_steal_pointer (&joined);
      best_alike = joined_alike;
      best_join = joins[i];
    }
  if (best == NULL)
    return FALSE;

  take_joined (self, row_index, g_steal_pointer (&best), best_join);

  return TRUE;
}
