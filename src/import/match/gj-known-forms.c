/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-known-forms.h"

/* The words of the known forms, made ready for the matcher once and not for every text: a
 * form never changes and stays for good, and a folder of texts is read by several threads.
 * What is handed out is only ever read. */

static GMutex mutex;
static GPtrArray *expectations;
static GHashTable *printed;
static GHashTable *headings;
static GHashTable *labels;
static guint n_collected;

/**
 * gj_known_forms_get_expectation:
 * @form: a form of the catalogue
 * @variant: (nullable): id of a variant of @form
 *
 * Returns: (transfer none): what a document of @form holds
 */
const GjExpectation *
gj_known_forms_get_expectation (GjForm     *form,
                                const char *variant)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GjExpectation *expectation;

  if (expectations == NULL)
    expectations = g_ptr_array_new ();

  for (guint i = 0; i < expectations->len; i++)
    {
      expectation = expectations->pdata[i];
      if (gj_expectation_get_form (expectation) == form &&
          g_strcmp0 (gj_expectation_get_variant (expectation), variant) == 0)
        return expectation;
    }

  expectation = gj_expectation_new (form, variant);
  g_ptr_array_add (expectations, expectation);

  return expectation;
}

static void
collect_printed (GjForm *form)
{
  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    {
      const GjTable *table = gj_form_get_table (form, i);

      for (guint j = 0; j < table->n_layouts; j++)
        for (guint k = 0; k < table->layouts[j].n_slots; k++)
          if (table->layouts[j].slots[k].text.zh != NULL)
            g_hash_table_add (printed, gj_words_normalize (table->layouts[j].slots[k].text.zh));
    }
}

static void
collect_labels (GjForm *form)
{
  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    {
      const GjTable *table = gj_form_get_table (form, i);

      for (guint j = 0; j < table->n_layouts; j++)
        for (guint k = 0; k < table->layouts[j].n_slots; k++)
          {
            const GjSlot *slot = &table->layouts[j].slots[k];

            if (slot->kind == GJ_SLOT_LABEL && slot->row != GJ_NONE && slot->text.zh != NULL)
              g_hash_table_add (labels, gj_words_normalize (slot->text.zh));
          }
    }
}

static void
collect_headings (GjForm *form)
{
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);

      g_hash_table_add (headings, gj_words_normalize (section->heading.zh));
      for (guint j = 0; section->variants != NULL && section->variants[j] != NULL; j++)
        g_hash_table_add (headings, gj_words_normalize (section->variants[j]));
    }
}

/* Somebody may still read the sets that a new form has made incomplete: new ones take
 * their place. */
static void
collect (void)
{
  guint n = gj_form_catalogue_get_n_forms ();

  if (n == n_collected)
    return;

  g_clear_pointer (&printed, g_hash_table_unref);
  g_clear_pointer (&headings, g_hash_table_unref);
  g_clear_pointer (&labels, g_hash_table_unref);
  printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      collect_printed (gj_form_catalogue_get_form (i));
      collect_headings (gj_form_catalogue_get_form (i));
      collect_labels (gj_form_catalogue_get_form (i));
    }
  n_collected = n;
}

/**
 * gj_known_forms_ref_printed:
 *
 * Every word that a known form prints in a table, so that no label is taken for a paragraph
 * before the form is known.
 *
 * Returns: (transfer full) (element-type utf8 utf8): a set of normalized words
 */
GHashTable *
gj_known_forms_ref_printed (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  collect ();

  return g_hash_table_ref (printed);
}

/**
 * gj_known_forms_ref_headings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the headings of all known forms,
 *   normalized
 */
GHashTable *
gj_known_forms_ref_headings (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  collect ();

  return g_hash_table_ref (headings);
}

/**
 * gj_known_forms_ref_labels:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the labels that stand before the values
 *   of a row in all known forms, normalized
 */
GHashTable *
gj_known_forms_ref_labels (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  collect ();

  return g_hash_table_ref (labels);
}
