/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pages.h"

#include <glib/gi18n-lib.h>

#include "gj-flow-private.h"
#include "gj-pages-private.h"

/* The pages own their display lists, with the faces and pictures that these show, and
 * nothing of the report or of the fonts that they were made with. */

struct _GjPages
{
  GPtrArray *pages;
  GPtrArray *remarks;
  GArray    *outline;
};

G_DEFINE_BOXED_TYPE (GjPages, gj_pages, gj_pages_ref, gj_pages_unref)

static void
outline_entry_clear (gpointer data)
{
  GjOutlineEntry *entry = data;

  g_free (entry->title);
}

static void
add_box (GPtrArray *boxes,
         GjBox     *box)
{
  if (box != NULL)
    g_ptr_array_add (boxes, box);
}

/* The report as boxes */

static void
add_title (GPtrArray *boxes,
           GjJob     *job,
           GjReport  *report)
{
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);
  const char *number = gj_report_get_field (report, GJ_FIELD_DOCUMENT_NUMBER);
  g_autofree char *title = g_strdup (gj_report_get_field (report, GJ_FIELD_TITLE));
  g_autofree char *lines = NULL;
  guint n_boxes = boxes->len;

  add_box (boxes, _gj_box_new_title (job, GJ_FONT_BODY, GJ_PAPER_SIZE_3, number != NULL ? number : ""));
  if (boxes->len > n_boxes)
    add_box (boxes, _gj_box_new_gap ());

  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = gj_form_format_title (gj_report_get_form (report), body != NULL ? body : "",
                                    gj_report_get_year (report));
    }
  lines = _gj_title_break (title, body);
  n_boxes = boxes->len;
  add_box (boxes, _gj_box_new_title (job, GJ_FONT_TITLE, GJ_PAPER_SIZE_2, lines));
  if (boxes->len > n_boxes)
    add_box (boxes, _gj_box_new_gap ());
}

static void
add_table (GPtrArray *boxes,
           GjJob     *job,
           GjReport  *report,
           guint      section)
{
  GjForm *form = gj_report_get_form (report);
  GjBox *box;
  guint table;

  if (section >= gj_form_get_n_sections (form))
    return;
  table = gj_form_get_section (form, section)->table;
  if (table == GJ_NONE)
    return;

  box = _gj_box_new (GJ_BOX_TABLE);
  box->table = _gj_table_set_new (job, report, gj_form_get_table (form, table));
  g_ptr_array_add (boxes, box);
}

static gboolean
has_table_anchor (GjNarrative *narrative)
{
  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    if (gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

static void
add_narrative (GPtrArray *boxes,
               GjJob     *job,
               GjReport  *report,
               guint      section)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);

  if (!has_table_anchor (narrative))
    add_table (boxes, job, report, section);

  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      switch (gj_block_get_kind (block))
        {
        case GJ_BLOCK_PARAGRAPH:
          add_box (boxes, _gj_box_new_paragraph (job, gj_block_get_text (block)));
          break;
        case GJ_BLOCK_PICTURE:
          add_box (boxes, _gj_box_new_picture (job, gj_block_get_picture (block)));
          break;
        case GJ_BLOCK_TABLE:
          add_table (boxes, job, report, section);
          break;
        }
    }
}

static GPtrArray *
make_boxes (GjJob    *job,
            GjReport *report)
{
  GPtrArray *boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_box_free);
  GjBox *signature;

  add_title (boxes, job, report);
  add_narrative (boxes, job, report, gj_report_get_preface (report));
  for (guint i = 0; i < gj_form_get_n_sections (gj_report_get_form (report)); i++)
    {
      add_box (boxes, _gj_box_new_heading (job, gj_report_get_heading (report, i)));
      add_narrative (boxes, job, report, i);
    }

  signature = _gj_box_new_signature (job, gj_report_get_field (report, GJ_FIELD_SIGNATURE),
                                     gj_report_get_field (report, GJ_FIELD_DATE));
  if (signature != NULL)
    {
      add_box (boxes, _gj_box_new_gap ());
      add_box (boxes, signature);
    }
  return boxes;
}

/* Remarks */

static void
add_substitutions (GPtrArray *remarks,
                   GjFonts   *fonts)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      char *remark;

      if (!gj_fonts_is_substituted (fonts, i))
        continue;
      remark = g_strdup_printf (_("The font %s is not installed; %s stands in for it."),
                                gj_fonts_get_official (fonts, i), gj_fonts_get_used (fonts, i));
      if (g_ptr_array_find_with_equal_func (remarks, remark, g_str_equal, NULL))
        g_free (remark);
      else
        g_ptr_array_add (remarks, remark);
    }
}

static int
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* The characters in the order of Unicode, so that the list is the same every time. */
static GArray *
list_characters (GHashTable *borrowed)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, borrowed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint character = GPOINTER_TO_UINT (key);

      g_array_append_val (characters, character);
    }
  g_array_sort (characters, compare_characters);
  return characters;
}

static void
add_borrowed (GPtrArray  *remarks,
              GjJob      *job,
              GjFontRole  role)
{
  g_autoptr (GArray) characters = list_characters (job->borrowed[role]);

  for (guint i = 0; i < characters->len; i++)
    {
      guint character = g_array_index (characters, guint, i);
      GjFace *face = g_hash_table_lookup (job->borrowed[role], GUINT_TO_POINTER (character));
      char written[7] = { 0 };

      g_unichar_to_utf8 (character, written);
      if (face == NULL)
        g_ptr_array_add (remarks, g_strdup_printf (_("No font has the character “%s” (U+%04X); it is not printed."),
                                                   written, character));
      else
        g_ptr_array_add (remarks, g_strdup_printf (_("%s lacks the character “%s” (U+%04X); it is set in %s."),
                                                   gj_fonts_get_used (job->fonts, role), written, character,
                                                   face->family));
    }
}

static GjPages *
make_pages (GjJob                *job,
            GPtrArray            *boxes,
            const GjPaperOptions *options,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr (GjPages) self = g_atomic_rc_box_new0 (GjPages);
  GjFlow flow = { .job = job, .options = options };

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_page_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->outline = g_array_new (FALSE, FALSE, sizeof (GjOutlineEntry));
  g_array_set_clear_func (self->outline, outline_entry_clear);

  flow.pages = self->pages;
  flow.outline = self->outline;
  if (!_gj_flow_run (&flow, boxes, cancellable, error))
    return NULL;

  add_substitutions (self->remarks, job->fonts);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    add_borrowed (self->remarks, job, i);
  return g_steal_pointer (&self);
}

/* A copy that shares nothing that can be changed. */
GjPages *
_gj_pages_dup (GjPages *self)
{
  GjPages *copy = g_atomic_rc_box_new0 (GjPages);

  copy->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_page_free);
  for (guint i = 0; i < self->pages->len; i++)
    g_ptr_array_add (copy->pages, _gj_page_dup (self->pages->pdata[i]));
  copy->remarks = g_ptr_array_ref (self->remarks);
  copy->outline = g_array_ref (self->outline);
  return copy;
}

/**
 * gj_pages_new:
 * @report: a report that this thread may read
 * @fonts: the faces of this thread
 * @options: (nullable): what was chosen about the paper
 *
 * Lays a report out on A4 in the measures of GB/T 9704-2012. Sets no error but that of
 * being cancelled.
 *
 * Returns: (transfer full): the pages, at least one, or %NULL with an error
 */
GjPages *
gj_pages_new (GjReport              *report,
              GjFonts               *fonts,
              const GjPaperOptions  *options,
              GCancellable          *cancellable,
              GError               **error)
{
  GjJob job = { .fonts = fonts };
  g_autoptr (GPtrArray) boxes = NULL;
  GjPages *self;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (fonts != NULL, NULL);

  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    job.borrowed[i] = g_hash_table_new (NULL, NULL);
  boxes = make_boxes (&job, report);
  self = make_pages (&job, boxes, options, cancellable, error);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    g_hash_table_unref (job.borrowed[i]);
  return self;
}

/**
 * gj_pages_ref:
 *
 * Returns: (transfer full): @self
 */
GjPages *
gj_pages_ref (GjPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
pages_clear (gpointer data)
{
  GjPages *self = data;

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->remarks);
  g_array_unref (self->outline);
}

/**
 * gj_pages_unref:
 *
 * Gives a reference back.
 */
void
gj_pages_unref (GjPages *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, pages_clear);
}

/**
 * gj_pages_get_n_pages:
 *
 * Returns: how many pages there are, at least one
 */
guint
gj_pages_get_n_pages (GjPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * gj_pages_get_page:
 * @index: counted from 0
 *
 * Returns: (transfer none): the page
 */
const GjPage *
gj_pages_get_page (GjPages *self,
                   guint    index)
{
  g_return_val_if_fail (self != NULL && index < self->pages->len, NULL);

  return self->pages->pdata[index];
}

/**
 * gj_pages_get_outline:
 * @n_entries: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_entries): the headings, in order
 */
const GjOutlineEntry *
gj_pages_get_outline (GjPages *self,
                      guint   *n_entries)
{
  g_return_val_if_fail (self != NULL && n_entries != NULL, NULL);

  *n_entries = self->outline->len;
  return (const GjOutlineEntry *) self->outline->data;
}

/**
 * gj_pages_list_remarks:
 *
 * What a person should know before printing: which official face was replaced by which,
 * which characters were taken from another face, which no face has.
 *
 * Returns: (transfer container) (element-type utf8): sentences in the user's language
 */
GPtrArray *
gj_pages_list_remarks (GjPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_ref (self->remarks);
}

/**
 * gj_pages_dump:
 *
 * Writes down what stands where, for tests: a line for every page, text run, rule,
 * picture and tag, positions in pt with two decimals.
 *
 * Returns: (transfer full): the dump
 */
char *
gj_pages_dump (GjPages *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->pages->len; i++)
    _gj_page_dump (self->pages->pdata[i], out);
  return g_string_free (out, FALSE);
}
