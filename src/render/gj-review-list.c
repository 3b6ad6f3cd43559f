/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

#include "gj-ruled-form-private.h"
#include "gj-signing-private.h"

/* What is put behind and around a review copy: the list of its findings, as a ruled table
 * with its head on every page and no row torn, and the head and foot of every page. */

#define MM GJ_PAPER_MM
#define BOTTOM (GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT)
#define SIZE 10.0
#define LEAST_SIZE 7.0
#define TITLE_SIZE 18.0
#define MARK_SIZE 13.0
#define CIRCLED_MOST 50
#define ROW_MOST (150 * MM)
#define HEAD_Y (22 * MM)
#define FOOT_Y (GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT + 7 * MM + 0.38 * GJ_PAPER_SIZE_4)

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_PLACE,
  COLUMN_QUOTE,
  COLUMN_PROBLEM,
  COLUMN_SUGGESTION,
  COLUMN_ANSWER,
  N_COLUMNS,
} Column;

static const struct
{
  const char *head;
  double      width;
} columns[N_COLUMNS] = {
  { "序号", 11 * MM },
  { "位置", 21 * MM },
  { "原文（数据）", 26 * MM },
  { "问题", 48 * MM },
  { "修改建议", 28 * MM },
  { "处理情况", 22 * MM },
};

/* The list under construction. @top: where the table begins on this page. */
typedef struct
{
  GjReview   *review;
  GjPage     *page;
  double      y;
  double      top;
  GjRuledRow *head;
} List;

static void
draw_words (GjReview   *self,
            GjPage     *page,
            GjFontRole  role,
            const char *words,
            double      size,
            double      x,
            double      baseline,
            double      align)
{
  g_autoptr (GjText) text = _gj_text_new (self->job);
  GjLine line = { 0 };

  _gj_text_append (text, role, size, 0, words, -1);
  _gj_text_get_clusters (text, &line.end);
  _gj_text_draw_line (text, &line, x - align * _gj_text_get_width (text), baseline, page);
}

/* The list */

static void
begin_page (List *self)
{
  const GjPage *last = self->review->pages->pdata[self->review->pages->len - 1];

  self->page = _gj_page_new (last->number + 1);
  self->page->part = GJ_PART_LIST;
  self->y = GJ_PAPER_TOP;
  g_ptr_array_add (self->review->pages, self->page);
  _gj_page_begin_tag (self->page, "Sect");
}

static void
end_page (List *self)
{
  _gj_page_end_tag (self->page, "Sect");
}

static void
begin_table (List *self)
{
  self->top = self->y;
  _gj_page_begin_tag (self->page, "Table");
  _gj_ruled_row_draw (self->head, GJ_PAPER_BINDING, self->y, self->page);
  self->y += _gj_ruled_row_get_height (self->head);
}

static void
end_table (List *self)
{
  _gj_page_end_tag (self->page, "Table");
  _gj_ruled_frame_draw (GJ_PAPER_BINDING, self->top, GJ_PAPER_TYPE_WIDTH, self->y - self->top, self->page);
}

static GjRuledCell
make_cell (Column      column,
           const char *text,
           gboolean    head)
{
  GjRuledCell cell = {
    .width = columns[column].width,
    .text = text,
    .role = head ? GJ_FONT_HEADING : GJ_FONT_TABLE,
    .size = SIZE,
    .least_size = LEAST_SIZE,
    .head = head,
    .centred = column <= COLUMN_PLACE,
  };

  return cell;
}

static GjRuledRow *
make_head (GjReview *self)
{
  GjRuledCell cells[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = make_cell (i, columns[i].head, TRUE);
  return _gj_ruled_row_new (self->job, cells, N_COLUMNS, 8 * MM, 20 * MM);
}

/* The number as it stands beside the line, and where that is. */
static char *
dup_place (GjReview           *self,
           const GjReviewItem *item)
{
  g_autofree char *place = _gj_review_dup_place (self->report, gj_finding_group_get_lead (item->group));

  if (item->page == G_MAXUINT)
    return g_steal_pointer (&place);
  return g_strdup_printf ("%s\n（第%u页）", place, item->page + 1);
}

static char *
dup_number (GjReview *self,
            guint     number)
{
  g_autoptr (GjText) mark = _gj_mark_new (self->job, number, SIZE);

  return _gj_text_dup_string (mark);
}

static GjRuledRow *
make_row (GjReview           *self,
          const GjReviewItem *item)
{
  GjFinding *lead = gj_finding_group_get_lead (item->group);
  g_autofree char *number = dup_number (self, item->number);
  g_autofree char *place = dup_place (self, item);
  g_autofree char *quote = _gj_review_dup_quote (self->report, lead);
  g_autofree char *problem = _gj_review_dup_problem (item->group);
  g_autofree char *answer = _gj_review_dup_answer (lead);
  gboolean single = gj_finding_group_get_kind (item->group) == GJ_GROUP_PLACE;
  const char *texts[N_COLUMNS] = {
    number, place, single ? quote : "", problem, single ? gj_finding_get_suggestion (lead) : NULL, answer,
  };
  GjRuledCell cells[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = make_cell (i, texts[i], FALSE);
  cells[COLUMN_NUMBER].role = GJ_FONT_HEADING;
  cells[COLUMN_NUMBER].size = item->number <= CIRCLED_MOST ? MARK_SIZE : SIZE;
  return _gj_ruled_row_new (self->job, cells, N_COLUMNS, 12 * MM, ROW_MOST);
}

static void
add_row (List               *self,
         const GjReviewItem *item)
{
  g_autoptr (GjRuledRow) row = make_row (self->review, item);
  double height = _gj_ruled_row_get_height (row);

  if (self->y + height > BOTTOM)
    {
      end_table (self);
      end_page (self);
      begin_page (self);
      begin_table (self);
    }
  _gj_ruled_row_draw (row, GJ_PAPER_BINDING, self->y, self->page);
  self->y += height;
}

/* How much there is, of each kind. */
static char *
dup_summary (GArray *items)
{
  guint decided = 0;

  if (items->len == 0)
    return g_strdup ("审核未发现问题。");
  for (guint i = 0; i < items->len; i++)
    decided += gj_finding_is_decided (gj_finding_group_get_lead (g_array_index (items, GjReviewItem, i).group));
  return g_strdup_printf ("共%u项：必须修改%u项，请核实%u项，建议%u项；已有处理意见%u项。", items->len,
                          _gj_review_count (items, GJ_SEVERITY_ERROR, FALSE),
                          _gj_review_count (items, GJ_SEVERITY_WARNING, FALSE),
                          _gj_review_count (items, GJ_SEVERITY_HINT, FALSE), decided);
}

static void
add_title (List *self)
{
  g_autofree char *summary = dup_summary (self->review->items);
  double centre = GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH / 2;

  _gj_page_begin_tag (self->page, "H1");
  draw_words (self->review, self->page, GJ_FONT_TITLE, "审核问题清单", TITLE_SIZE, centre,
              self->y + _gj_text_get_baseline (TITLE_SIZE, 24), 0.5);
  _gj_page_end_tag (self->page, "H1");
  _gj_page_begin_tag (self->page, "P");
  draw_words (self->review, self->page, GJ_FONT_BODY, summary, 12, centre, self->y + 44, 0.5);
  _gj_page_end_tag (self->page, "P");
  self->y += 54;
}

/* Above the table, so that it never has a page to itself. */
static void
add_digest (List *self)
{
  self->y += _gj_digest_draw (self->review->job, self->review->report, GJ_PAPER_BINDING, self->y, GJ_PAPER_TYPE_WIDTH,
                              self->page) + 2 * MM;
}

/* Puts the list behind the report; none when there is nothing to say that the signing sheet
   does not say. */
void
_gj_review_add_list (GjReview *self)
{
  List list = { .review = self };

  if (self->items->len == 0 && (!self->options->digest || self->options->signing_sheet))
    return;

  list.head = make_head (self);
  begin_page (&list);
  add_title (&list);
  if (self->options->digest)
    add_digest (&list);
  if (self->items->len > 0)
    {
      begin_table (&list);
      for (guint i = 0; i < self->items->len; i++)
        add_row (&list, &g_array_index (self->items, GjReviewItem, i));
      end_table (&list);
    }
  end_page (&list);
  _gj_ruled_row_free (list.head);
}

/* The head and foot of every page */

static char *
dup_note (GjReview *self)
{
  if (self->items->len == 0)
    return g_strdup ("审核未发现问题");
  return g_strdup_printf ("审核问题%u项，清单见第%u页", self->items->len, self->n_pages + 1);
}

static void
sign_page (GjReview *self,
           guint     index)
{
  GjPage *page = self->pages->pdata[index];
  double right = GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH;
  g_autofree char *number = g_strdup_printf ("第%u页　共%u页", index + 1, self->pages->len);
  g_autofree char *date = self->options->copy_date != NULL ? _gj_date_format (self->options->copy_date) : NULL;
  const char *kind = _gj_review_get_kind (self->options->copy);

  draw_words (self, page, GJ_FONT_HEADING, kind, GJ_PAPER_SIZE_3, GJ_PAPER_BINDING, HEAD_Y, 0);
  if (index == 0)
    {
      g_autofree char *note = dup_note (self);

      draw_words (self, page, GJ_FONT_TABLE, note, GJ_PAPER_SIZE_5, right, HEAD_Y, 1);
    }
  draw_words (self, page, GJ_FONT_NUMBER, date != NULL ? date : kind, GJ_PAPER_SIZE_5, GJ_PAPER_BINDING, FOOT_Y, 0);
  draw_words (self, page, GJ_FONT_NUMBER, number, GJ_PAPER_SIZE_5, right, FOOT_Y, 1);
}

/* Says on every page what kind of copy it is, of which day, and which page of how many. */
void
_gj_review_sign (GjReview *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    sign_page (self, i);
}
