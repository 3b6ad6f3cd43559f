/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match.h"

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-known-forms.h"
#include "gj-match-private.h"

/* From neutral blocks to a report. The form is the one whose tables fit best; where two
 * fit alike, for the tables that tell them apart are missing, the year decides. */

/* What two forms may differ in and still fit alike. */
#define ALIKE 150

#define LEAST_HEADINGS 2
#define LEAST_ROWS 5

static void
match_row_clear (gpointer data)
{
  GjMatchRow *row = data;

  for (guint i = 0; i < row->n_words; i++)
    gj_words_clear (&row->words[i]);
  g_free (row->words);
  g_free (row->fields);
  g_free (row->spans);
  g_free (row->covers);
}

static void
match_clear (GjMatch *self)
{
  g_clear_pointer (&self->alignment, _gj_alignment_free);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->turned, g_ptr_array_unref);
  g_clear_pointer (&self->pictures, g_array_unref);
  g_clear_pointer (&self->originals, g_hash_table_unref);
  g_clear_pointer (&self->destinations, g_hash_table_unref);
  g_clear_pointer (&self->headings, g_free);
  g_clear_pointer (&self->body, g_free);
  g_clear_object (&self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjMatch, match_clear)

static const GjSourceUnit units[] = {
  [GJ_RAW_UNIT_LINE] = GJ_SOURCE_UNIT_LINE,
  [GJ_RAW_UNIT_PARAGRAPH] = GJ_SOURCE_UNIT_PARAGRAPH,
  [GJ_RAW_UNIT_PAGE] = GJ_SOURCE_UNIT_PAGE,
};

/* The first year that the document names: near enough to choose between forms. */
static int
guess_year (GjMatch *self)
{
  int year = 0;

  for (guint i = 0; i < self->items->len && i < 16 && year == 0; i++)
    if (gj_match_item (self, i)->text != NULL)
      year = _gj_match_find_year (gj_match_item (self, i)->text, NULL, NULL);

  return year;
}

static gboolean
is_better (const GjAlignment *one,
           const GjAlignment *other,
           GjForm            *form_of_year)
{
  gboolean fits;
  gboolean other_fits;

  if (other == NULL || one->score > other->score + ALIKE)
    return TRUE;
  if (one->score < other->score - ALIKE)
    return FALSE;

  fits = gj_expectation_get_form (one->expectation) == form_of_year;
  other_fits = gj_expectation_get_form (other->expectation) == form_of_year;
  if (fits != other_fits)
    return fits;

  return one->score > other->score;
}

/* A variant is one only when the row is there that it brings. */
static gboolean
has_own_row (const GjAlignment *alignment,
             GjForm            *form,
             const char        *variant)
{
  const GjVariant *changed = gj_form_find_variant (form, variant);

  for (guint i = 0; i < gj_expectation_get_n_lines (alignment->expectation); i++)
    {
      const GjExpectedLine *line = gj_expectation_get_line (alignment->expectation, i);

      if (line->table == changed->table && line->row == changed->row)
        return alignment->rows[i] != GJ_NONE;
    }

  return FALSE;
}

static void
try_form (GjMatch    *self,
          GjForm     *form,
          const char *variant,
          GjForm     *form_of_year)
{
  g_autoptr (GjAlignment) alignment = _gj_match_align (self, gj_known_forms_get_expectation (form, variant));

  if ((variant != NULL && !has_own_row (alignment, form, variant)) ||
      !is_better (alignment, self->alignment, form_of_year))
    return;

  g_clear_pointer (&self->alignment, _gj_alignment_free);
  self->alignment = g_steal_pointer (&alignment);
}

static gboolean
choose_form (GjMatch      *self,
             GCancellable *cancellable,
             GError      **error)
{
  int year = guess_year (self);
  GjForm *form_of_year = year != 0 ? gj_form_catalogue_find_year (year) : NULL;

  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      GjForm *form = gj_form_catalogue_get_form (i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      try_form (self, form, NULL, form_of_year);
      for (guint j = 0; j < gj_form_get_n_variants (form); j++)
        try_form (self, form, gj_form_get_variant (form, j)->id, form_of_year);
    }

  if (self->alignment->n_found == 0)
    {
      GjForm *form = form_of_year != NULL ? form_of_year : gj_form_catalogue_get_form (0);

      g_clear_pointer (&self->alignment, _gj_alignment_free);
      self->alignment = _gj_match_align (self, gj_known_forms_get_expectation (form, NULL));
    }
  self->form = gj_expectation_get_form (self->alignment->expectation);
  self->headings = _gj_match_find_headings (self, self->form, &self->n_headings_found);

  return TRUE;
}

static gboolean
check_report (GjMatch *self,
              GError **error)
{
  gboolean has_title = _gj_match_find_title (self);

  if (self->n_headings_found >= LEAST_HEADINGS || self->alignment->n_found >= LEAST_ROWS ||
      (has_title && self->n_headings_found + self->alignment->n_found > 0))
    return TRUE;

  g_set_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT,
               _("This is no annual report: of its %u section headings %u were found, "
                 "and of the rows of its tables %u. "
                 "Choose the text of a report."),
               gj_form_get_n_sections (self->form), self->n_headings_found, self->alignment->n_found);

  return FALSE;
}

static void
note_form (GjMatch *self)
{
  GjMatchNote note = { .place = "", .name = *gj_form_get_name (self->form), .n = (guint) self->year };

  if (self->alignment->n_found == 0)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_FORM_GUESSED, &note);
  else if (self->year != 0 && gj_form_catalogue_find_year (self->year) != self->form)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_FORM_YEAR, &note);
}

static void
build_report (GjMatch *self)
{
  self->report = gj_report_new (self->form);
  gj_report_init_variant (self->report, gj_expectation_get_variant (self->alignment->expectation));
  for (guint i = 0; i < gj_form_get_n_cells (self->form); i++)
    gj_report_init_cell (self->report, i, NULL);

  _gj_match_place_sections (self);
  _gj_match_read_front (self);
  _gj_match_note_headings (self);
  _gj_match_settle_rows (self);
  _gj_match_fill_cells (self);
  _gj_match_read_back (self);
  _gj_match_read_metadata (self);
  _gj_match_fill_narratives (self);
  note_form (self);
}

/**
 * gj_match_document:
 * @document: what a reader gave
 * @source: where notes, labels and residues go
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Knows the forms, and no format. Sets %GJ_IMPORT_ERROR_NOT_A_REPORT, with what was found,
 * when the document is no annual report.
 *
 * Returns: (transfer full): the report, without its source
 */
GjReport *
gj_match_document (const GjRawDocument  *document,
                   GjSourceBuilder      *source,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_auto (GjMatch) match = { 0 };

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  match.items = g_array_new (FALSE, FALSE, sizeof (GjMatchItem));
  match.rows = g_array_new (FALSE, FALSE, sizeof (GjMatchRow));
  g_array_set_clear_func (match.rows, match_row_clear);
  match.strings = g_ptr_array_new_with_free_func (g_free);
  match.turned = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_raw_block_free);
  match.source = source;
  match.document = document;

  gj_source_builder_set_unit (source, units[document->unit]);
  _gj_match_note_encoding (&match);
  _gj_match_flatten (&match, document->blocks);
  if (!choose_form (&match, cancellable, error) || !check_report (&match, error))
    return NULL;

  build_report (&match);
  _gj_match_keep_raw_notes (&match);
  _gj_match_keep_comments (&match);

  return g_steal_pointer (&match.report);
}
