/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pages.h"

#include "gj-colophon-private.h"
#include "gj-dossier-pages-private.h"
#include "gj-flow-private.h"
#include "gj-pages-private.h"
#include "gj-review-private.h"
#include "gj-signing-private.h"

/* The pages own their display lists, with the faces and pictures that these show, and
 * nothing of the report or of the fonts that they were made with. */

struct _GjPages
{
  GPtrArray  *pages;
  GjColophon *colophon;
  GArray     *outline;
};

G_DEFINE_BOXED_TYPE (GjPages, gj_pages, gj_pages_ref, gj_pages_unref)

static void
outline_entry_clear (gpointer data)
{
  GjOutlineEntry *entry = data;

  g_free (entry->title);
}

/* What goes with the report and leaves its layout alone. */
static void
add_review (GjPages              *self,
            GjJob                *job,
            GjReport             *report,
            const GjPaperOptions *options)
{
  GjReview review;

  if (options->copy == GJ_COPY_FINAL)
    return;

  _gj_review_init (&review, job, report, options, self->pages);
  _gj_review_underline (&review);
  _gj_review_mark (&review);
  _gj_review_add_list (&review);
  _gj_review_sign (&review);
  _gj_review_clear (&review);
}

static void
add_signing (GjPages              *self,
             GjJob                *job,
             GjReport             *report,
             const GjPaperOptions *options)
{
  for (guint i = 0; options->signing_line && i < self->pages->len; i++)
    _gj_signing_line_rule (self->pages->pdata[i]);
  if (!options->signing_sheet)
    return;

  g_ptr_array_insert (self->pages, 0, _gj_signing_sheet_new (job, report, options));
  for (guint i = 0; i < self->outline->len; i++)
    g_array_index (self->outline, GjOutlineEntry, i).page++;
}

static GjPages *
new_empty (void)
{
  GjPages *self = g_atomic_rc_box_new0 (GjPages);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_page_free);
  self->outline = g_array_new (FALSE, FALSE, sizeof (GjOutlineEntry));
  g_array_set_clear_func (self->outline, outline_entry_clear);
  return self;
}

static void
job_init (GjJob   *job,
          GjFonts *fonts)
{
  job->fonts = fonts;
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    job->borrowed[i] = g_hash_table_new (NULL, NULL);
}

static void
job_clear (GjJob *job)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    g_hash_table_unref (job->borrowed[i]);
}

static GjPages *
make_pages (GjJob                *job,
            GjReport             *report,
            GPtrArray            *boxes,
            const GjPaperOptions *options,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr (GjPages) self = new_empty ();
  GjFlow flow = { .job = job, .options = options };

  flow.pages = self->pages;
  flow.outline = self->outline;
  if (!_gj_flow_run (&flow, boxes, cancellable, error))
    return NULL;

  if (options != NULL)
    {
      add_review (self, job, report, options);
      add_signing (self, job, report, options);
    }
  self->colophon = _gj_colophon_new (job, self->pages);
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
  copy->colophon = _gj_colophon_ref (self->colophon);
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
  GjJob job;
  g_autoptr (GPtrArray) boxes = NULL;
  GjPages *self;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (fonts != NULL, NULL);

  job_init (&job, fonts);
  boxes = _gj_boxes_new (&job, report, options != NULL && options->signing_line);
  self = make_pages (&job, report, boxes, options, cancellable, error);
  job_clear (&job);
  return self;
}

/**
 * gj_pages_new_dossier:
 * @dossier: a comparison
 * @fonts: the faces of this thread
 *
 * Lays a comparison out on A4 across, its two sides side by side. Sets no error but that of
 * being cancelled.
 *
 * Returns: (transfer full): the pages, at least one, or %NULL with an error
 */
GjPages *
gj_pages_new_dossier (const GjDossier  *dossier,
                      GjFonts          *fonts,
                      GCancellable     *cancellable,
                      GError          **error)
{
  g_autoptr (GjPages) self = NULL;
  GjJob job;

  g_return_val_if_fail (dossier != NULL && fonts != NULL, NULL);

  job_init (&job, fonts);
  self = new_empty ();
  if (_gj_dossier_lay_out (dossier, &job, self->pages, self->outline, cancellable, error))
    self->colophon = _gj_colophon_new (&job, self->pages);
  job_clear (&job);
  return self->colophon != NULL ? g_steal_pointer (&self) : NULL;
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
  g_clear_pointer (&self->colophon, _gj_colophon_unref);
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

  return g_ptr_array_ref (self->colophon->remarks);
}

/**
 * gj_pages_get_font_uses:
 * @n_uses: (out): how many there are
 *
 * Which face is used for what, and where the official one is to be had that it stands in
 * for.
 *
 * Returns: (transfer none) (array length=n_uses): one entry for each role that is shown
 */
const GjFontUse *
gj_pages_get_font_uses (GjPages *self,
                        guint   *n_uses)
{
  g_return_val_if_fail (self != NULL && n_uses != NULL, NULL);

  *n_uses = self->colophon->uses->len;
  return (const GjFontUse *) self->colophon->uses->data;
}

/**
 * gj_pages_get_missing:
 * @n_characters: (out): how many there are
 *
 * The characters that no face has. They are printed as boxes with their number; each is
 * also a remark.
 *
 * Returns: (transfer none) (array length=n_characters): in the order of Unicode
 */
const gunichar *
gj_pages_get_missing (GjPages *self,
                      guint   *n_characters)
{
  g_return_val_if_fail (self != NULL && n_characters != NULL, NULL);

  *n_characters = self->colophon->missing->len;
  return (const gunichar *) self->colophon->missing->data;
}

/**
 * gj_pages_list_cells:
 *
 * How large the cells of all tables are, heads as they are repeated included.
 *
 * Returns: (transfer container) (element-type GjCellExtent): one for each cell that has a
 *          tag, in the order of the tags
 */
GArray *
gj_pages_list_cells (GjPages *self)
{
  GArray *cells;

  g_return_val_if_fail (self != NULL, NULL);

  cells = g_array_new (FALSE, FALSE, sizeof (GjCellExtent));
  for (guint i = 0; i < self->pages->len; i++)
    {
      const GjPage *page = self->pages->pdata[i];

      for (guint j = 0; j < page->ops->len; j++)
        {
          const GjOp *op = &g_array_index (page->ops, GjOp, j);

          if (op->kind == GJ_OP_TAG_BEGIN && op->tag.n_rows > 0)
            g_array_append_vals (cells, &(GjCellExtent) { op->tag.n_rows, op->tag.n_columns }, 1);
        }
    }
  return cells;
}

/**
 * gj_pages_list_figures:
 *
 * What figures show, in words (ISO 32000-1, 14.9.3).
 *
 * Returns: (transfer container) (element-type utf8) (nullable elements): one for each figure, %NULL
 *          where nothing is said of it, in the order of the tags
 */
GPtrArray *
gj_pages_list_figures (GjPages *self)
{
  GPtrArray *figures;

  g_return_val_if_fail (self != NULL, NULL);

  figures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->pages->len; i++)
    {
      const GjPage *page = self->pages->pdata[i];

      for (guint j = 0; j < page->ops->len; j++)
        {
          const GjOp *op = &g_array_index (page->ops, GjOp, j);

          if (op->kind == GJ_OP_TAG_BEGIN && g_str_equal (op->tag.name, "Figure"))
            g_ptr_array_add (figures, g_strdup (op->tag.words));
        }
    }
  return figures;
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
