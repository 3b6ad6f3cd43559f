/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison.h"

#include "gj-comparison-private.h"
#include "gj-moved-years.h"

/* The words of two reports, section by section. */

static const GjLabel preface_name = { "引言", "Preface" };

char **
_gj_report_dup_paragraphs (GjReport *report,
                           guint     section)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  GjNarrative *narrative = section != GJ_NONE ? gj_report_get_narrative (report, section) : NULL;
  guint n_blocks = narrative != NULL ? gj_narrative_get_n_blocks (narrative) : 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      const char *text = gj_block_get_text (gj_narrative_get_block (narrative, i));

      if (text != NULL)
        g_ptr_array_add (paragraphs, g_strdup (text));
    }
  g_ptr_array_add (paragraphs, NULL);

  return (char **) g_ptr_array_steal (paragraphs, NULL);
}

/* What was found is not so any more; what was read is kept for the next time. */
void
_gj_comparison_reset_section (GjSectionPair *section)
{
  g_clear_pointer (&section->passages, g_ptr_array_unref);
  g_clear_pointer (&section->stretches, g_array_unref);
}

void
_gj_comparison_clear_section (GjSectionPair *section)
{
  _gj_comparison_reset_section (section);
  g_clear_pointer (&section->aligner, gj_text_aligner_free);
  g_clear_pointer (&section->meter, gj_similarity_meter_free);
}

/* The words of both forms say nothing about what was taken over. */
static void
init_boilerplate (GjComparison *self)
{
  const char *const *old_words = gj_form_get_boilerplate (gj_report_get_form (self->old_report));
  const char *const *new_words = gj_form_get_boilerplate (gj_report_get_form (self->new_report));
  guint n_old = g_strv_length ((char **) old_words);
  guint n_new = g_strv_length ((char **) new_words);
  guint n = 0;

  self->boilerplate = g_new0 (const char *, n_old + n_new + 1);
  for (guint i = 0; i < n_new; i++)
    self->boilerplate[n++] = new_words[i];
  for (guint i = 0; i < n_old; i++)
    if (!g_strv_contains (new_words, old_words[i]))
      self->boilerplate[n++] = old_words[i];
}

void
_gj_comparison_init_sections (GjComparison *self)
{
  GjForm *old_form = gj_report_get_form (self->old_report);
  GjForm *new_form = gj_report_get_form (self->new_report);
  guint n_new = gj_form_get_n_sections (new_form);
  guint n_old = gj_form_get_n_sections (old_form);
  guint n = 0;

  self->sections = g_new0 (GjSectionPair, n_new + n_old + 1);
  for (guint i = 0; i < n_new; i++)
    {
      const GjSection *section = gj_form_get_section (new_form, i);

      self->sections[n++] = (GjSectionPair) {
        section->id, section->heading, gj_form_find_section (old_form, section->id), i
      };
    }

  self->sections[n++] = (GjSectionPair) {
    "preface", preface_name, gj_report_get_preface (self->old_report), gj_report_get_preface (self->new_report)
  };

  for (guint i = 0; i < n_old; i++)
    {
      const GjSection *section = gj_form_get_section (old_form, i);

      if (gj_form_find_section (new_form, section->id) == GJ_NONE)
        self->sections[n++] = (GjSectionPair) { section->id, section->heading, i, GJ_NONE };
    }

  self->n_sections = n;
  init_boilerplate (self);
}

static void
read_old_section (GjComparison  *self,
                  GjSectionPair *pair)
{
  g_auto (GStrv) paragraphs = _gj_report_dup_paragraphs (self->old_report, pair->old_section);
  g_autofree char *text = g_strjoinv ("\n", paragraphs);

  pair->aligner = gj_text_aligner_new ((const char *const *) paragraphs, g_strv_length (paragraphs));
  pair->meter = gj_similarity_meter_new (text, self->boilerplate);
}

static void
mark_years (GjComparison      *self,
            GjSectionPair     *pair,
            const char *const *new_paragraphs)
{
  g_auto (GStrv) old_paragraphs = NULL;

  if (self->distance <= 0)
    return;

  old_paragraphs = _gj_report_dup_paragraphs (self->old_report, pair->old_section);
  _gj_passages_mark_years (pair->passages, (const char *const *) old_paragraphs, new_paragraphs, self->distance);
}

static GjSectionPair *
get_section (GjComparison *self,
             guint         section)
{
  GjSectionPair *pair = &self->sections[section];
  g_auto (GStrv) paragraphs = NULL;
  g_autofree char *text = NULL;

  if (pair->passages != NULL)
    return pair;

  if (pair->aligner == NULL)
    read_old_section (self, pair);

  paragraphs = _gj_report_dup_paragraphs (self->new_report, pair->new_section);
  text = g_strjoinv ("\n", paragraphs);
  pair->passages = gj_text_aligner_align (pair->aligner, (const char *const *) paragraphs,
                                          g_strv_length (paragraphs));
  mark_years (self, pair, (const char *const *) paragraphs);
  if (g_str_equal (pair->id, "preface"))
    pair->stretches = g_array_new (FALSE, FALSE, sizeof (GjStretch));
  else
    pair->similarity = gj_similarity_meter_measure (pair->meter, text, &pair->stretches);

  return pair;
}

guint
gj_comparison_get_n_sections (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), 0);

  return self->n_sections;
}

/**
 * gj_comparison_get_section_id:
 * @self: a comparison
 * @section: which section
 *
 * Returns: its id, "preface" for the preface
 */
const char *
gj_comparison_get_section_id (GjComparison *self,
                              guint         section)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (section < self->n_sections, NULL);

  return self->sections[section].id;
}

/**
 * gj_comparison_get_section_name:
 * @self: a comparison
 * @section: which section
 *
 * Returns: its heading, as the form prints it
 */
const GjLabel *
gj_comparison_get_section_name (GjComparison *self,
                                guint         section)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (section < self->n_sections, NULL);

  return &self->sections[section].name;
}

/**
 * gj_comparison_find_section:
 * @self: a comparison
 * @is_new: which side
 * @section: which section of the comparison
 *
 * Returns: its number in the report of that side, or %GJ_NONE when its form has none
 */
guint
gj_comparison_find_section (GjComparison *self,
                            gboolean      is_new,
                            guint         section)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), GJ_NONE);
  g_return_val_if_fail (section < self->n_sections, GJ_NONE);

  return is_new ? self->sections[section].new_section : self->sections[section].old_section;
}

/**
 * gj_comparison_get_passages:
 * @self: a comparison
 * @section: which section
 *
 * Returns: (transfer none) (element-type GjPassage): its paragraphs, in reading order
 */
GPtrArray *
gj_comparison_get_passages (GjComparison *self,
                            guint         section)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (section < self->n_sections, NULL);

  return get_section (self, section)->passages;
}

/**
 * gj_comparison_get_similarity:
 * @self: a comparison
 * @section: which section
 *
 * Returns: how much of the newer section stood in the older one, words of the form left
 *          out; nothing of the preface, which is the form's from end to end
 */
GjSimilarity
gj_comparison_get_similarity (GjComparison *self,
                              guint         section)
{
  const GjSimilarity nothing = { 0 };

  g_return_val_if_fail (GJ_IS_COMPARISON (self), nothing);
  g_return_val_if_fail (section < self->n_sections, nothing);

  return get_section (self, section)->similarity;
}

/**
 * gj_comparison_get_overall:
 * @self: a comparison
 *
 * Returns: the same of all sections together
 */
GjSimilarity
gj_comparison_get_overall (GjComparison *self)
{
  GjSimilarity sum = { 0 };

  g_return_val_if_fail (GJ_IS_COMPARISON (self), sum);

  for (guint i = 0; i < self->n_sections; i++)
    {
      GjSectionPair *section = get_section (self, i);

      sum.n_counted += section->similarity.n_counted;
      sum.n_same += section->similarity.n_same;
    }

  return sum;
}

/**
 * gj_comparison_get_stretches:
 * @self: a comparison
 * @section: which section
 *
 * Returns: (transfer none) (element-type GjStretch): what of the section is the same word
 *          for word; places are bytes of its paragraphs joined by LF
 */
const GArray *
gj_comparison_get_stretches (GjComparison *self,
                             guint         section)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (section < self->n_sections, NULL);

  return get_section (self, section)->stretches;
}

/**
 * gj_comparison_dup_paragraphs:
 * @self: a comparison
 * @is_new: which side
 * @section: which section
 *
 * Returns: (transfer full) (array zero-terminated=1): the paragraphs that the passages
 *          count: all of the narrative, blank ones too, without pictures and table
 */
char **
gj_comparison_dup_paragraphs (GjComparison *self,
                              gboolean      is_new,
                              guint         section)
{
  guint own = gj_comparison_find_section (self, is_new, section);

  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);

  return _gj_report_dup_paragraphs (is_new ? self->new_report : self->old_report, own);
}
