/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-pages-private.h"

#include "gj-pages.h"
#include "gj-paper.h"

/* The entries of a dossier one after the other, on as many pages as they take. The pages'
 * invariant: @y of the flow is where the next thing begins, and nothing stands below the
 * type area but the foot. */

#define MM GJ_PAPER_MM
#define TITLE_SIZE 20.0
#define SUBTITLE_SIZE 12.0
#define HEADING_SIZE 14.0
#define SUBHEADING_SIZE 12.0
#define SIZE 10.5
#define LEAD 1.5
#define FOOT_SIZE 9.0
#define FOOT_Y (8 * MM)

void
_gj_dossier_begin_page (GjDossierFlow *self)
{
  self->page = _gj_page_new_on (self->format, self->pages->len + 1);
  self->y = self->format->top;
  g_ptr_array_add (self->pages, self->page);
}

double
_gj_dossier_get_bottom (const GjDossierFlow *self)
{
  return self->format->top + self->format->type_height;
}

/* Begins a page when there is no such room on this one, and says so. */
gboolean
_gj_dossier_need (GjDossierFlow *self,
                  double         height)
{
  if (self->y + height <= _gj_dossier_get_bottom (self) + 0.01 || self->y <= self->format->top)
    return FALSE;
  _gj_dossier_begin_page (self);
  return TRUE;
}

/* One line; @align: 0 from @x, 0.5 around it, 1 up to it. */
void
_gj_dossier_draw_words (GjDossierFlow *self,
                        GjPage        *page,
                        GjFontRole     role,
                        const char    *words,
                        double         size,
                        double         x,
                        double         baseline,
                        double         align)
{
  g_autoptr (GjText) text = _gj_text_new (self->job);
  GjLine line = { 0 };

  _gj_text_append (text, role, size, 0, words, -1);
  _gj_text_get_clusters (text, &line.end);
  _gj_text_draw_line (text, &line, x - align * _gj_text_get_width (text), baseline, page);
}

static void
gap (GjDossierFlow *self,
     double         height)
{
  if (self->y > self->format->top)
    self->y += height;
}

/* A tag never goes over the end of a page. */
static void
draw_lines (GjDossierFlow *self,
            const GjText  *text,
            GArray        *lines,
            const char    *tag,
            double         size,
            double         x,
            double         width,
            double         align)
{
  double lead = size * LEAD;

  _gj_dossier_need (self, MIN (2, lines->len) * lead);
  _gj_page_begin_tag (self->page, tag);
  for (guint i = 0; i < lines->len; i++)
    {
      const GjLine *line = &g_array_index (lines, GjLine, i);

      if (self->y + lead > _gj_dossier_get_bottom (self) + 0.01 && self->y > self->format->top)
        {
          _gj_page_end_tag (self->page, tag);
          _gj_dossier_begin_page (self);
          _gj_page_begin_tag (self->page, tag);
        }
      _gj_text_draw_line (text, line, x + align * (width - line->width), self->y + _gj_text_get_baseline (size, lead),
                          self->page);
      self->y += lead;
    }
  _gj_page_end_tag (self->page, tag);
}

static void
draw_paragraph (GjDossierFlow *self,
                const char    *words,
                const char    *tag,
                GjFontRole     role,
                double         size,
                double         indent,
                double         align)
{
  g_autoptr (GjText) text = _gj_text_new (self->job);
  g_autoptr (GArray) lines = NULL;
  double width = self->format->type_width - indent;

  _gj_text_append (text, role, size, 0, words, -1);
  lines = align > 0 ? _gj_text_break_evenly (text, width) : _gj_text_break_loosely (text, width);
  draw_lines (self, text, lines, tag, size, self->format->left + indent, width, align);
}

static void
add_outline (GjDossierFlow *self,
             const char    *title,
             guint          level)
{
  GjOutlineEntry entry = { g_strdup (title), level, self->pages->len - 1, self->y };

  g_array_append_val (self->outline, entry);
}

/* What must stand below a heading on its page, in pt: a head and two rows, or two lines. */
static double
get_following (const GjDossierEntry *next)
{
  if (next != NULL && (next->kind == GJ_ENTRY_TABLE || next->kind == GJ_ENTRY_PASSAGES))
    return 85;
  return 2 * SIZE * LEAD;
}

static void
draw_heading (GjDossierFlow        *self,
              const GjDossierEntry *entry,
              const GjDossierEntry *next)
{
  gboolean is_first = entry->kind == GJ_ENTRY_HEADING;
  double size = is_first ? HEADING_SIZE : SUBHEADING_SIZE;

  gap (self, is_first ? 10 : 6);
  _gj_dossier_need (self, size * LEAD + 2 + get_following (next));
  add_outline (self, entry->text, is_first ? 0 : 1);
  draw_paragraph (self, entry->text, is_first ? "H2" : "H3", is_first ? GJ_FONT_HEADING : GJ_FONT_SUBHEADING, size, 0, 0);
  self->y += 2;
}

static void
draw_remark (GjDossierFlow        *self,
             const GjDossierEntry *entry)
{
  g_autofree char *words = g_strconcat ("注意：", entry->text, NULL);

  draw_paragraph (self, words, "P", GJ_FONT_HEADING, SIZE, 0, 0);
}

static void
draw_item (GjDossierFlow        *self,
           const GjDossierEntry *entry)
{
  g_autoptr (GjText) mark = _gj_text_new (self->job);
  double indent;
  GjPage *page;
  double top;

  _gj_text_append (mark, GJ_FONT_HEADING, SIZE, 0, entry->mark, -1);
  indent = MAX (_gj_text_get_width (mark) + 5, 18);
  _gj_dossier_need (self, 2 * SIZE * LEAD);
  page = self->page;
  top = self->y;
  _gj_page_begin_tag (page, "P");
  _gj_dossier_draw_words (self, page, GJ_FONT_HEADING, entry->mark, SIZE, self->format->left,
                          top + _gj_text_get_baseline (SIZE, SIZE * LEAD), 0);
  _gj_page_end_tag (page, "P");
  draw_paragraph (self, entry->text, "P", GJ_FONT_TABLE, SIZE, indent, 0);
}

static void
draw_entry (GjDossierFlow        *self,
            const GjDossierEntry *entry,
            const GjDossierEntry *next)
{
  switch (entry->kind)
    {
    case GJ_ENTRY_TITLE:
      add_outline (self, entry->text, 0);
      draw_paragraph (self, entry->text, "H1", GJ_FONT_TITLE, TITLE_SIZE, 0, 0.5);
      break;
    case GJ_ENTRY_SUBTITLE:
      draw_paragraph (self, entry->text, "P", GJ_FONT_SUBHEADING, SUBTITLE_SIZE, 0, 0.5);
      break;
    case GJ_ENTRY_REMARK:
      draw_remark (self, entry);
      break;
    case GJ_ENTRY_HEADING:
    case GJ_ENTRY_SUBHEADING:
      draw_heading (self, entry, next);
      break;
    case GJ_ENTRY_PARAGRAPH:
      gap (self, 3);
      draw_paragraph (self, entry->text, "P", GJ_FONT_TABLE, SIZE, 0, 0);
      break;
    case GJ_ENTRY_ITEM:
      draw_item (self, entry);
      break;
    case GJ_ENTRY_TABLE:
      _gj_dossier_draw_table (self, entry);
      break;
    case GJ_ENTRY_CHARTS:
      _gj_dossier_draw_charts (self, entry);
      break;
    case GJ_ENTRY_PASSAGES:
      _gj_dossier_draw_passages (self, entry);
      break;
    case GJ_ENTRY_PAGE:
      if (self->y > self->format->top)
        _gj_dossier_begin_page (self);
      break;
    }
}

/* Below every page: what it belongs to, and which of how many it is. */
static void
draw_foot (GjDossierFlow   *self,
           const GjDossier *dossier,
           guint            index)
{
  GjPage *page = self->pages->pdata[index];
  g_autofree char *number = g_strdup_printf ("第%u页　共%u页", index + 1, self->pages->len);
  g_auto (GjFitted) line = { NULL };
  double y = _gj_dossier_get_bottom (self) + FOOT_Y;

  _gj_fitted_init (&line, self->job, GJ_FONT_NUMBER, gj_dossier_get_line (dossier), FOOT_SIZE, FOOT_SIZE,
                   self->format->type_width - 30 * MM, 1.3 * FOOT_SIZE);
  _gj_fitted_draw (&line, self->format->left, y - FOOT_SIZE, self->format->type_width, 0, page);
  _gj_dossier_draw_words (self, page, GJ_FONT_NUMBER, number, FOOT_SIZE, self->format->left + self->format->type_width,
                          y - FOOT_SIZE + _gj_text_get_baseline (FOOT_SIZE, 1.3 * FOOT_SIZE), 1);
}

gboolean
_gj_dossier_lay_out (const GjDossier  *dossier,
                     GjJob            *job,
                     GPtrArray        *pages,
                     GArray           *outline,
                     GCancellable     *cancellable,
                     GError          **error)
{
  GjDossierFlow self = { job, &_gj_page_format_landscape, pages, outline, NULL, 0 };

  _gj_dossier_begin_page (&self);
  for (guint i = 0; i < gj_dossier_get_n_entries (dossier); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      draw_entry (&self, gj_dossier_get_entry (dossier, i),
                  i + 1 < gj_dossier_get_n_entries (dossier) ? gj_dossier_get_entry (dossier, i + 1) : NULL);
    }
  for (guint i = 0; i < pages->len; i++)
    draw_foot (&self, dossier, i);
  return TRUE;
}
