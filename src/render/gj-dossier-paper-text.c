/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-pages-private.h"

#include "gj-paper.h"
#include "gj-text-struct-private.h"

/* Two texts side by side. A passage takes as many lines as its longer side; over the end of
 * a page both sides go on in step. What was changed is told by lines, which a copier keeps:
 * through what was removed, below what was added, broken below what was moved. */

#define SIZE 10.5
#define LEAD 16.5
#define LABEL_SIZE 8.0
#define LABEL_HEIGHT 12.0
#define PADDING_X 6.0
#define PADDING_Y 3.5
#define RULE 0.5
#define MARK_WIDTH 0.7
#define HOLD 2
#define DASH 2.2

typedef struct
{
  guint                start;
  guint                end;
  const GjDossierRun  *run;
} Span;

/* One side, shaped. @spans: (element-type Span): which bytes of the text belong to a run. */
typedef struct
{
  const char *label;
  GjText     *text;
  GArray     *lines;
  GArray     *spans;
  double      width;
} Side;

typedef struct
{
  GjDossierFlow *flow;
  GjRuledRow    *head;
  double         width;
  double         top;
} Sides;

static void
append_run (Side               *self,
            const GjDossierRun *run)
{
  Span span = { (guint) self->text->string->len, 0, run };
  GjFontRole role = run->is_note ? GJ_FONT_SUBHEADING : run->is_number ? GJ_FONT_HEADING : GJ_FONT_BODY;

  _gj_text_append (self->text, role, run->is_note ? SIZE - 1.5 : SIZE, 0, run->text, -1);
  span.end = (guint) self->text->string->len;
  g_array_append_val (self->spans, span);
}

static void
side_init (Side                *self,
           GjJob               *job,
           const GjDossierSide *from,
           double               width)
{
  self->label = from->label;
  self->width = width;
  self->text = _gj_text_new (job);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  for (guint i = 0; from->runs != NULL && i < from->runs->len; i++)
    append_run (self, &g_array_index (from->runs, GjDossierRun, i));
  self->lines = _gj_text_break (self->text, 0, width, TRUE);
  if (from->runs == NULL)
    g_array_set_size (self->lines, 0);
}

static void
side_clear (Side *self)
{
  _gj_text_free (self->text);
  g_array_unref (self->lines);
  g_array_unref (self->spans);
}

/* Marks */

static gboolean
is_words (const Side       *self,
          guint             index,
          GjTextChangeKind  kind)
{
  const GjDossierRun *run = index < self->spans->len ? g_array_index (self->spans, Span, index).run : NULL;

  return run != NULL && run->kind == kind && !run->is_number;
}

/* A number alone is told by its face; among words that were changed it goes with them. */
static gboolean
has_line (const Side *self,
          guint       index)
{
  const GjDossierRun *run = g_array_index (self->spans, Span, index).run;

  if (run->kind == GJ_TEXT_SAME || run->is_note)
    return FALSE;
  return !run->is_number || (index > 0 && is_words (self, index - 1, run->kind)) ||
         is_words (self, index + 1, run->kind);
}

static void
draw_mark (GjPage           *page,
           GjTextChangeKind  kind,
           double            start,
           double            end,
           double            baseline)
{
  switch (kind)
    {
    case GJ_TEXT_REMOVED:
      _gj_page_add_rule (page, start, baseline - 0.34 * SIZE, end - start, MARK_WIDTH, FALSE);
      break;
    case GJ_TEXT_ADDED:
      _gj_page_add_rule (page, start, baseline + 0.2 * SIZE, end - start, MARK_WIDTH, FALSE);
      break;
    case GJ_TEXT_MOVED_AWAY:
    case GJ_TEXT_MOVED_HERE:
      for (double x = start; x < end; x += 2 * DASH)
        _gj_page_add_rule (page, x, baseline + 0.2 * SIZE, MIN (DASH, end - x), MARK_WIDTH, FALSE);
      break;
    case GJ_TEXT_SAME:
    default:
      break;
    }
}

/* The clusters of a line that lie in a run, from the first to the last of them; the blank
   half of a mark that ends the line may hang over @right. */
static void
draw_span (const Side   *self,
           guint         index,
           const GjLine *line,
           const double *places,
           double        baseline,
           double        right,
           GjPage       *page)
{
  const Span *span = &g_array_index (self->spans, Span, index);
  guint n_clusters;
  const GjCluster *clusters = _gj_text_get_clusters (self->text, &n_clusters);
  double start = G_MAXDOUBLE;
  double end = -G_MAXDOUBLE;

  for (guint i = line->start; i < line->end; i++)
    if (clusters[i].start >= span->start && clusters[i].end <= span->end && clusters[i].class != GJ_CHAR_NEWLINE)
      {
        start = MIN (start, places[i - line->start]);
        end = MAX (end, places[i - line->start] + clusters[i].advance);
      }
  if (MIN (end, right) > start)
    draw_mark (page, span->run->kind, start, MIN (end, right), baseline);
}

static void
draw_line (const Side *self,
           guint       index,
           double      x,
           double      y,
           GjPage     *page)
{
  const GjLine *line = &g_array_index (self->lines, GjLine, index);
  g_autofree double *places = _gj_text_list_places (self->text, line, x);
  double baseline = y + _gj_text_get_baseline (SIZE, LEAD);

  _gj_text_draw_line (self->text, line, x, baseline, page);
  for (guint i = 0; i < self->spans->len; i++)
    if (has_line (self, i))
      draw_span (self, i, line, places, baseline, x + self->width, page);
}

/* The table of both sides */

static double
get_height (guint n_lines)
{
  return LABEL_HEIGHT + n_lines * LEAD + 2 * PADDING_Y;
}

static void
begin_sides (Sides *self)
{
  GjDossierFlow *flow = self->flow;

  self->top = flow->y;
  _gj_page_begin_tag (flow->page, "Table");
  _gj_ruled_row_draw (self->head, flow->format->left, flow->y, flow->page);
  flow->y += _gj_ruled_row_get_height (self->head);
}

static void
end_sides (Sides *self)
{
  GjDossierFlow *flow = self->flow;

  _gj_page_end_tag (flow->page, "Table");
  _gj_page_add_rule (flow->page, flow->format->left + self->width, self->top, flow->y - self->top, RULE, TRUE);
  _gj_ruled_frame_draw (flow->format->left, self->top, 2 * self->width, flow->y - self->top, flow->page);
}

static void
draw_side (Sides      *self,
           const Side *side,
           guint       start,
           guint       n_lines,
           double      x)
{
  GjDossierFlow *flow = self->flow;
  double y = flow->y + PADDING_Y;
  g_autofree char *label = start > 0 && start < side->lines->len ? g_strconcat (side->label, "（续）", NULL)
                           : start > 0 ? g_strdup ("") : g_strdup (side->label);

  _gj_page_begin_cell (flow->page, "TD", 1, 1);
  if (*label != '\0')
    _gj_dossier_draw_words (flow, flow->page, GJ_FONT_HEADING, label, LABEL_SIZE, x + PADDING_X,
                            y + _gj_text_get_baseline (LABEL_SIZE, LABEL_HEIGHT), 0);
  for (guint i = start; i < MIN (start + n_lines, side->lines->len); i++)
    draw_line (side, i, x + PADDING_X, y + LABEL_HEIGHT + (i - start) * LEAD, flow->page);
  _gj_page_end_tag (flow->page, "TD");
}

static void
draw_portion (Sides      *self,
              const Side *sides,
              guint       start,
              guint       n_lines)
{
  GjDossierFlow *flow = self->flow;

  _gj_page_add_rule (flow->page, flow->format->left, flow->y, 2 * self->width, RULE, FALSE);
  _gj_page_begin_tag (flow->page, "TR");
  for (guint i = 0; i < 2; i++)
    draw_side (self, &sides[i], start, n_lines, flow->format->left + i * self->width);
  _gj_page_end_tag (flow->page, "TR");
  flow->y += get_height (n_lines);
}

/* How many of @left lines stand on this page: two at least here and on the next. */
static guint
count_fitting (Sides *self,
               guint  left)
{
  double room = _gj_dossier_get_bottom (self->flow) + 0.01 - self->flow->y - get_height (0);
  guint n = room > 0 ? (guint) (room / LEAD) : 0;

  if (n >= left)
    return left;
  if (left - n < HOLD)
    n = left > HOLD ? left - HOLD : 0;
  return n >= HOLD ? n : 0;
}

static void
draw_passage (Sides                  *self,
              const GjDossierPassage *passage)
{
  Side sides[2];
  guint n_lines;

  side_init (&sides[0], self->flow->job, &passage->old_side, self->width - 2 * PADDING_X);
  side_init (&sides[1], self->flow->job, &passage->new_side, self->width - 2 * PADDING_X);
  n_lines = MAX (sides[0].lines->len, sides[1].lines->len);
  for (guint start = 0, n; start < n_lines; start += n)
    {
      n = count_fitting (self, n_lines - start);
      if (n == 0)
        {
          end_sides (self);
          _gj_dossier_begin_page (self->flow);
          begin_sides (self);
          n = MAX (1, count_fitting (self, n_lines - start));
        }
      draw_portion (self, sides, start, n);
    }
  side_clear (&sides[0]);
  side_clear (&sides[1]);
}

static GjRuledRow *
make_head (GjDossierFlow        *flow,
           const GjDossierEntry *entry,
           double                width)
{
  GjRuledCell cells[2];

  for (guint i = 0; i < 2; i++)
    cells[i] = (GjRuledCell) {
      .width = width, .text = entry->heads[i], .role = GJ_FONT_HEADING, .size = 10, .least_size = 7, .head = TRUE,
    };
  return _gj_ruled_row_new (flow->job, cells, 2, 16.5, 40);
}

void
_gj_dossier_draw_passages (GjDossierFlow        *self,
                           const GjDossierEntry *entry)
{
  Sides sides = { self, NULL, self->format->type_width / 2, 0 };

  sides.head = make_head (self, entry, sides.width);
  _gj_dossier_need (self, _gj_ruled_row_get_height (sides.head) + get_height (HOLD));
  begin_sides (&sides);
  for (guint i = 0; i < entry->passages->len; i++)
    draw_passage (&sides, entry->passages->pdata[i]);
  end_sides (&sides);
  self->y += 4;
  _gj_ruled_row_free (sides.head);
}
