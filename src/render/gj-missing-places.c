/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-missing-places.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Where in a report the characters stand that no face has: whoever made a PDF without
 * looking at its pages is told so, and finds them. */

/* How many places the one sentence names. */
#define N_NAMED 6

/* The places of one character. @name: its UTF-8 */
typedef struct
{
  GjReport *report;
  char      name[7];
  GString  *words;
  guint     n_places;
} Search;

static gboolean
has_character (const Search *self,
               const char   *text)
{
  return text != NULL && strstr (text, self->name) != NULL;
}

static void
add_place (Search     *self,
           const char *words)
{
  if (self->n_places < N_NAMED)
    g_string_append_printf (self->words, "%s%s", self->n_places > 0 ? C_("list", ", ") : "", words);
  else if (self->n_places == N_NAMED)
    g_string_append (self->words, "…");
  self->n_places++;
}

static void
search_fields (Search        *self,
               const char    *words,
               const GjField *fields,
               guint          n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (has_character (self, gj_report_get_field (self->report, fields[i])))
      {
        add_place (self, words);
        return;
      }
}

/* Without a title of its own a report has one made of the body's name. */
static void
search_title (Search *self)
{
  static const GjField number[] = { GJ_FIELD_DOCUMENT_NUMBER };
  static const GjField own[] = { GJ_FIELD_TITLE };
  static const GjField made[] = { GJ_FIELD_BODY };
  const char *title = gj_report_get_field (self->report, GJ_FIELD_TITLE);

  search_fields (self, _("Document number"), number, G_N_ELEMENTS (number));
  search_fields (self, _("Title"), title != NULL && *title != '\0' ? own : made, 1);
}

static void
search_narrative (Search     *self,
                  guint       index,
                  const char *heading,
                  const char *words)
{
  GjNarrative *narrative = gj_report_get_narrative (self->report, index);
  g_autofree char *text = narrative != NULL ? gj_narrative_dup_text (narrative) : NULL;

  if (has_character (self, text) || has_character (self, heading))
    add_place (self, words);
}

static void
search_cells (Search *self,
              guint   table)
{
  GjForm *form = gj_report_get_form (self->report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (gj_form_get_cell (form, i)->table == table && gj_report_has_cell (self->report, i) &&
        has_character (self, gj_report_get_cell_text (self->report, i)))
      {
        g_autofree char *name = gj_form_dup_cell_name (form, i, gj_report_get_variant (self->report),
                                                       gj_language_get_current ());

        add_place (self, name);
      }
}

static void
search_report (Search *self)
{
  static const GjField signature[] = { GJ_FIELD_SIGNATURE, GJ_FIELD_DATE };
  GjForm *form = gj_report_get_form (self->report);

  search_title (self);
  search_narrative (self, gj_report_get_preface (self->report), NULL, _("Preface"));
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);

      search_narrative (self, i, gj_report_get_heading (self->report, i), gj_label_get_current (&section->tab));
      if (section->table != GJ_NONE)
        search_cells (self, section->table);
    }
  search_fields (self, _("Signature"), signature, G_N_ELEMENTS (signature));
  if (self->n_places == 0)
    add_place (self, _("Signing sheet or list of findings"));
}

/**
 * gj_pages_list_missing:
 * @report: the report that was laid out
 *
 * Which characters no face has, so that the paper shows boxes with their numbers instead,
 * and where they stand.
 *
 * Returns: (transfer container) (element-type utf8): a sentence in the user's language for
 *          each character, in the order of Unicode
 */
GPtrArray *
gj_pages_list_missing (GjPages  *self,
                       GjReport *report)
{
  GPtrArray *sentences;
  const gunichar *characters;
  guint n_characters;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  sentences = g_ptr_array_new_with_free_func (g_free);
  characters = gj_pages_get_missing (self, &n_characters);
  for (guint i = 0; i < n_characters; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      Search search = { .report = report, .words = words };

      g_unichar_to_utf8 (characters[i], search.name);
      search_report (&search);
      g_ptr_array_add (sentences,
                       g_strdup_printf (_("No font has the character “%1$s” (U+%2$04X); it is printed as a box with "
                                          "this number. Where: %3$s"),
                                        g_unichar_isprint (characters[i]) ? search.name : "\357\277\275",
                                        characters[i], words->str));
    }
  return sentences;
}
