/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-rewrite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-proposal.h"

/* What is still to be done in a report that goes on from last year's, from its cover to its
 * last section. */

void
gj_rewrite_free (GjRewrite *self)
{
  g_free (self->message);
  g_free (self);
}

/* Takes over @message; the place is for the caller to say. */

static GjRewrite *
add (GPtrArray     *rewrites,
     GjRewriteKind  kind,
     guint          section,
     char          *message)
{
  GjRewrite *rewrite = g_new0 (GjRewrite, 1);

  *rewrite = (GjRewrite) { kind, section, GJ_NONE, GJ_NONE, GJ_NONE, GJ_NONE, message };
  g_ptr_array_add (rewrites, rewrite);

  return rewrite;
}

static void
add_words (GPtrArray     *rewrites,
           GjRewriteKind  kind,
           guint          section,
           guint          start,
           guint          end,
           char          *message)
{
  GjRewrite *rewrite = add (rewrites, kind, section, message);

  rewrite->start = start;
  rewrite->end = end;
}

static const char *
get_name (GjReport *report,
          guint     section)
{
  if (section == gj_report_get_preface (report))
    return _("Preface");

  return gj_label_get_current (&gj_form_get_section (gj_report_get_form (report), section)->tab);
}

/* All that last year's report says: a passage may be copied into another section. */

static char *
dup_all_text (GjReport *report)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < gj_report_get_n_narratives (report); i++)
    {
      g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, i));

      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

/**
 * gj_report_read_last_words:
 * @self: a report
 * @last: the report of the year before
 *
 * Reads the texts of @last once, without what the form of @self prescribes.
 *
 * Returns: (transfer full): what gj_report_find_copied() looks in
 */
GjSimilarityMeter *
gj_report_read_last_words (GjReport *self,
                           GjReport *last)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (GJ_IS_REPORT (last), NULL);

  text = dup_all_text (last);

  return gj_similarity_meter_new (text, gj_form_get_boilerplate (gj_report_get_form (self)));
}

/**
 * gj_report_find_copied:
 * @self: a report
 * @last_words: the texts of the year before, read for @self
 * @section: a section of @self
 *
 * Looks for what of the section stood in last year's report as well and was not rewritten.
 * What the form prescribes does not count, and so the preface has nothing.
 *
 * Returns: (transfer full) (element-type GjCopiedPassage): the passages, counted in the
 *          text of the section
 */
GArray *
gj_report_find_copied (GjReport          *self,
                       GjSimilarityMeter *last_words,
                       guint              section)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (last_words != NULL, NULL);
  g_return_val_if_fail (section < gj_report_get_n_narratives (self), NULL);

  text = gj_narrative_dup_text (gj_report_get_narrative (self, section));
  if (*text == '\0' || section == gj_report_get_preface (self))
    return g_array_new (FALSE, FALSE, sizeof (GjCopiedPassage));

  return gj_copied_passages_find (last_words, text);
}

static void
list_copied (GPtrArray         *rewrites,
             GjReport          *report,
             GjSimilarityMeter *last_words,
             guint              section)
{
  g_autoptr (GArray) passages = NULL;
  const GjCopiedPassage *first;
  guint n = 0;

  if (last_words == NULL)
    return;

  passages = gj_report_find_copied (report, last_words, section);
  if (passages->len == 0)
    return;

  for (guint i = 0; i < passages->len; i++)
    n += g_array_index (passages, GjCopiedPassage, i).n_sentences;
  first = &g_array_index (passages, GjCopiedPassage, 0);
  add_words (rewrites, GJ_REWRITE_COPIED, section, first->start, first->end,
             g_strdup_printf (ngettext ("“%2$s”: %1$u sentence is still last year's",
                                        "“%2$s”: %1$u sentences are still last year's", n),
                              n, get_name (report, section)));
}

/* Words before a year that make it one to compare with, or the year of a document. */

static gboolean
is_meant (const char *text,
          const char *year)
{
  static const char *const words[] = { "比", "较", "与", "同", "和", "从", "自", "由", "〔", "[", "（", "(" };
  g_autofree char *before = g_strndup (text, (gsize) (year - text));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (before, words[i]))
      return TRUE;

  return FALSE;
}

static const char *
find_year (const char *text,
           int         year)
{
  g_autofree char *words = g_strdup_printf ("%d年", year);
  const char *found = text;

  while ((found = strstr (found, words)) != NULL)
    {
      if (!is_meant (text, found))
        return found;
      found += strlen (words);
    }

  return NULL;
}

static void
list_old_year (GPtrArray *rewrites,
               GjReport  *report,
               guint      section)
{
  g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, section));
  int year = gj_report_get_year (report) - 1;
  const char *found = year > 0 ? find_year (text, year) : NULL;
  guint start;

  if (found == NULL)
    return;

  start = (guint) g_utf8_pointer_to_offset (text, found);
  add_words (rewrites, GJ_REWRITE_OLD_YEAR, section, start, start + 5,
             g_strdup_printf (_("“%1$s” speaks of the year %2$d"), get_name (report, section), year));
}

static void
list_blank (GPtrArray *rewrites,
            GjReport  *report,
            guint      section)
{
  GjForm *form = gj_report_get_form (report);
  guint index = gj_form_get_section (form, section)->table;
  const GjTable *table;
  guint first = GJ_NONE;
  guint n = 0;

  if (index == GJ_NONE)
    return;

  table = gj_form_get_table (form, index);
  for (guint i = table->first_cell; i < table->first_cell + table->n_cells; i++)
    {
      if (!gj_report_has_cell (report, i) || gj_report_get_cell_number (report, i)->state != GJ_NUMBER_BLANK)
        continue;

      first = n == 0 ? i : first;
      n++;
    }

  if (n > 0)
    add (rewrites, GJ_REWRITE_BLANK, section,
         g_strdup_printf (ngettext ("“%2$s”: %1$u cell is blank", "“%2$s”: %1$u cells are blank", n),
                          n, get_name (report, section)))->cell = first;
}

static void
list_proposed (GPtrArray *rewrites,
               GjReport  *report,
               guint      section)
{
  g_autoptr (GPtrArray) proposals = gj_report_list_proposals (report);
  GjForm *form = gj_report_get_form (report);
  guint table = gj_form_get_section (form, section)->table;
  guint first = GJ_NONE;
  guint n = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->state != GJ_PROPOSAL_OPEN || gj_form_get_cell (form, proposal->cell)->table != table)
        continue;

      first = MIN (first, proposal->cell);
      n++;
    }

  if (n > 0)
    add (rewrites, GJ_REWRITE_PROPOSED, section,
         g_strdup_printf (ngettext ("“%2$s”: %1$u number is proposed", "“%2$s”: %1$u numbers are proposed", n),
                          n, get_name (report, section)))->cell = first;
}

static void
list_section (GPtrArray         *rewrites,
              GjReport          *report,
              GjSimilarityMeter *last_words,
              guint              section)
{
  list_proposed (rewrites, report, section);
  list_blank (rewrites, report, section);
  if (gj_form_get_section (gj_report_get_form (report), section)->table == GJ_NONE &&
      gj_narrative_is_empty (gj_report_get_narrative (report, section)))
    add (rewrites, GJ_REWRITE_EMPTY, section,
         g_strdup_printf (_("“%s” has no text yet"), get_name (report, section)));
  list_copied (rewrites, report, last_words, section);
  list_old_year (rewrites, report, section);
}

static void
list_cover (GPtrArray *rewrites,
            GjReport  *report)
{
  int year = gj_report_get_year (report) - 1;

  if (*gj_report_get_field (report, GJ_FIELD_DATE) == '\0')
    add (rewrites, GJ_REWRITE_MISSING, GJ_NONE,
         g_strdup (_("The date of the signature is empty")))->field = GJ_FIELD_DATE;
  if (year > 0 && find_year (gj_report_get_field (report, GJ_FIELD_TITLE), year) != NULL)
    add (rewrites, GJ_REWRITE_OLD_YEAR, GJ_NONE,
         g_strdup_printf (_("The title is still that of %d"), year))->field = GJ_FIELD_TITLE;
}

/**
 * gj_report_list_rewrites:
 * @self: a report
 * @last: (nullable): the report of the year before
 *
 * Returns: (transfer full) (element-type GjRewrite): what is still to be written or to be
 *          written anew, from the cover to the last section
 */
GPtrArray *
gj_report_list_rewrites (GjReport *self,
                         GjReport *last)
{
  GPtrArray *rewrites = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_rewrite_free);
  g_autoptr (GjSimilarityMeter) last_words = NULL;
  guint preface;

  g_return_val_if_fail (GJ_IS_REPORT (self), rewrites);
  g_return_val_if_fail (last == NULL || GJ_IS_REPORT (last), rewrites);

  if (last != NULL)
    last_words = gj_report_read_last_words (self, last);
  preface = gj_report_get_preface (self);
  list_cover (rewrites, self);
  list_old_year (rewrites, self, preface);
  for (guint i = 0; i < preface; i++)
    list_section (rewrites, self, last_words, i);

  return rewrites;
}
