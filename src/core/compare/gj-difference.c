/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-difference.h"

#include <string.h>

/* Paper shows neither where a line was broken nor how wide a blank was, and a review copy
 * has its marks ①② beside what they are about; everything else that it shows must be the
 * same. */

/* Around what differs in a text stand so many characters, and a fragment has no more. */
#define AROUND 8
#define MAX_FRAGMENT 48

typedef struct
{
  GjReport          *left;
  GjReport          *right;
  GjDifferenceFlags  flags;
  GjLanguage         language;
  GPtrArray         *found;
} Comparison;

/* What paper shows of the fields; the others stand in its texts. */
static const GjField visible_fields[] = {
  GJ_FIELD_TITLE,
  GJ_FIELD_DOCUMENT_NUMBER,
  GJ_FIELD_SIGNATURE,
  GJ_FIELD_DATE,
};

static void
difference_free (gpointer data)
{
  GjDifference *self = data;

  g_free (self->place);
  g_free (self->name);
  g_free (self->left);
  g_free (self->right);
  g_free (self);
}

static char *
cut (const char *text,
     glong       start,
     glong       end,
     glong       length)
{
  g_autofree char *middle = NULL;
  glong first = MAX (start - AROUND, 0);
  glong last = MIN (end + AROUND, length);

  if (last - first > MAX_FRAGMENT)
    last = first + MAX_FRAGMENT;
  middle = g_utf8_substring (text, first, last);
  g_strdelimit (middle, "\n", ' ');

  return g_strconcat (first > 0 ? "…" : "", middle, last < length ? "…" : "", NULL);
}

/* What differs lies between the common beginning and the common end. */
static void
cut_both (const char  *left,
          const char  *right,
          char       **left_fragment,
          char       **right_fragment)
{
  glong left_length = g_utf8_strlen (left, -1);
  glong right_length = g_utf8_strlen (right, -1);
  const char *l = left;
  const char *r = right;
  glong start = 0;
  glong tail = 0;

  for (; *l != '\0' && g_utf8_get_char (l) == g_utf8_get_char (r); start++)
    {
      l = g_utf8_next_char (l);
      r = g_utf8_next_char (r);
    }
  l = left + strlen (left);
  r = right + strlen (right);
  for (; tail < MIN (left_length, right_length) - start; tail++)
    {
      l = g_utf8_prev_char (l);
      r = g_utf8_prev_char (r);
      if (g_utf8_get_char (l) != g_utf8_get_char (r))
        break;
    }

  *left_fragment = cut (left, start, left_length - tail, left_length);
  *right_fragment = cut (right, start, right_length - tail, right_length);
}

/* Takes over the name and the two fragments. */
static void
add (Comparison *self,
     const char *place,
     char       *name,
     char       *left,
     char       *right)
{
  GjDifference *difference = g_new0 (GjDifference, 1);

  difference->place = g_strdup (place);
  difference->name = name;
  difference->left = left;
  difference->right = right;
  g_ptr_array_add (self->found, difference);
}

/* ① to ⑳ and ㉑ to ㊿. */
static gboolean
is_mark (gunichar c)
{
  return (c >= 0x2460 && c <= 0x2473) || (c >= 0x3251 && c <= 0x325f) || (c >= 0x32b1 && c <= 0x32bf);
}

static char *
normalise (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT && !g_unichar_iszerowidth (c) &&
          !is_mark (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static gboolean
compare_texts (Comparison *self,
               const char *place,
               const char *name,
               const char *left,
               const char *right)
{
  gboolean visible = (self->flags & GJ_DIFFERENCE_VISIBLE) != 0;
  g_autofree char *left_text = visible ? normalise (left) : g_strdup (left);
  g_autofree char *right_text = visible ? normalise (right) : g_strdup (right);
  char *left_fragment;
  char *right_fragment;

  if (strcmp (left_text, right_text) == 0)
    return FALSE;

  cut_both (left_text, right_text, &left_fragment, &right_fragment);
  add (self, place, g_strdup (name), left_fragment, right_fragment);

  return TRUE;
}

/* The form and the metadata */

static void
compare_forms (Comparison *self)
{
  GjForm *left = gj_report_get_form (self->left);
  GjForm *right = gj_report_get_form (self->right);
  const GjLabel name = { "报告格式", "Form" };

  if (strcmp (gj_form_get_id (left), gj_form_get_id (right)) != 0)
    add (self, "form", g_strdup (gj_label_get (&name, self->language)),
         g_strdup (gj_label_get (gj_form_get_name (left), self->language)),
         g_strdup (gj_label_get (gj_form_get_name (right), self->language)));
  else if (g_strcmp0 (gj_report_get_variant (self->left), gj_report_get_variant (self->right)) != 0)
    add (self, "form", g_strdup (gj_label_get (&name, self->language)), g_strdup (gj_report_get_variant (self->left)),
         g_strdup (gj_report_get_variant (self->right)));
}

static gboolean
is_visible (GjField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (visible_fields); i++)
    if (visible_fields[i] == field)
      return TRUE;

  return FALSE;
}

static void
compare_fields (Comparison *self)
{
  for (guint i = 0; i < GJ_N_FIELDS; i++)
    if (is_visible (i) || (self->flags & GJ_DIFFERENCE_VISIBLE) == 0)
      compare_texts (self, gj_field_get_id (i), gj_label_get (gj_field_get_name (i), self->language),
                     gj_report_get_field (self->left, i), gj_report_get_field (self->right, i));
}

/* The narratives */

static char *
describe_blocks (const Comparison  *self,
                 const GjNarrative *narrative)
{
  guint n_paragraphs = 0;
  guint n_pictures = 0;

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlockKind kind = gj_block_get_kind (gj_narrative_get_block (narrative, i));

      n_paragraphs += kind == GJ_BLOCK_PARAGRAPH;
      n_pictures += kind == GJ_BLOCK_PICTURE;
    }

  return g_strdup_printf (self->language == GJ_LANGUAGE_ZH ? "%u 段、%u 幅图片" : "paragraphs: %u, pictures: %u",
                          n_paragraphs, n_pictures);
}

static void
compare_narratives (Comparison  *self,
                    const char  *place,
                    const char  *name,
                    GjNarrative *left,
                    GjNarrative *right)
{
  const GjLabel blocks = { "段落或图片", "paragraphs or pictures" };
  g_autofree char *left_text = gj_narrative_dup_text (left);
  g_autofree char *right_text = gj_narrative_dup_text (right);

  if (compare_texts (self, place, name, left_text, right_text) || (self->flags & GJ_DIFFERENCE_VISIBLE) != 0 ||
      gj_narrative_equal (left, right))
    return;

  add (self, place, g_strdup_printf ("%s (%s)", name, gj_label_get (&blocks, self->language)),
       describe_blocks (self, left), describe_blocks (self, right));
}

static void
compare_sections (Comparison *self)
{
  GjForm *form = gj_report_get_form (self->left);
  const GjLabel preface = { "引言", "Preface" };

  compare_narratives (self, "preface", gj_label_get (&preface, self->language),
                      gj_report_get_narrative (self->left, gj_report_get_preface (self->left)),
                      gj_report_get_narrative (self->right, gj_report_get_preface (self->right)));
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);
      guint other = gj_form_find_section (gj_report_get_form (self->right), section->id);
      const char *name = gj_label_get (&section->heading, self->language);

      if (other >= gj_form_get_n_sections (gj_report_get_form (self->right)))
        continue;
      compare_texts (self, section->id, name, gj_report_get_heading (self->left, i),
                     gj_report_get_heading (self->right, other));
      compare_narratives (self, section->id, name, gj_report_get_narrative (self->left, i),
                          gj_report_get_narrative (self->right, other));
    }
}

/* The cells */

static const char *
get_cell (GjReport   *report,
          const char *id)
{
  GjForm *form = gj_report_get_form (report);
  guint cell = gj_form_find_cell (form, id);

  return cell < gj_form_get_n_cells (form) ? gj_report_get_cell_text (report, cell) : NULL;
}

static gboolean
is_same_cell (const Comparison *self,
              const char       *left,
              const char       *right)
{
  g_autofree char *left_text = NULL;
  g_autofree char *right_text = NULL;

  if ((self->flags & GJ_DIFFERENCE_VISIBLE) == 0)
    return g_strcmp0 (left, right) == 0;

  left_text = normalise (left != NULL ? left : "");
  right_text = normalise (right != NULL ? right : "");

  return strcmp (left_text, right_text) == 0;
}

/* Of the cells of one report, or of those that the other has not. */
static void
compare_cells (Comparison *self,
               GjReport   *report,
               GjForm     *without)
{
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *id = gj_form_get_cell (form, i)->id;
      const char *left = get_cell (self->left, id);
      const char *right = get_cell (self->right, id);

      if (without != NULL && gj_form_find_cell (without, id) < gj_form_get_n_cells (without))
        continue;
      if (!is_same_cell (self, left, right))
        add (self, id, gj_form_dup_cell_name (form, i, gj_report_get_variant (report), self->language),
             g_strdup (left), g_strdup (right));
    }
}

/**
 * gj_report_list_differences:
 * @left: a report that this thread may read
 * @right: another
 * @flags: how closely they are compared
 * @language: the language of the places
 *
 * Tells in which places two reports do not say the same, in the order of the form. Only
 * what is published is compared.
 *
 * Returns: (transfer full) (element-type GjDifference): the differences
 */
GPtrArray *
gj_report_list_differences (GjReport          *left,
                            GjReport          *right,
                            GjDifferenceFlags  flags,
                            GjLanguage         language)
{
  Comparison comparison = { left, right, flags, language, NULL };

  g_return_val_if_fail (GJ_IS_REPORT (left), NULL);
  g_return_val_if_fail (GJ_IS_REPORT (right), NULL);

  comparison.found = g_ptr_array_new_with_free_func (difference_free);
  compare_forms (&comparison);
  compare_fields (&comparison);
  compare_sections (&comparison);
  compare_cells (&comparison, left, NULL);
  compare_cells (&comparison, right, gj_report_get_form (left));

  return comparison.found;
}
