/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-pages-private.h"

#include "gj-paper.h"

/* Tables and charts of a dossier on paper: the head on every page, no row torn, a chart
 * beside its table or several in a row. */

#define MM GJ_PAPER_MM
#define SIZE 10.0
#define LEAST_SIZE 7.0
#define NAME_SIZE 10.5
#define ROW_LEAST 16.5
#define CHART_SIZE 8.5
#define CHART_GAP (9 * MM)
#define CHART_LEAST (52 * MM)
#define CHARTS_IN_ROW 5
#define CHARTS_HEIGHT (27 * MM)
#define SHADE_DARK 0.28
#define SHADE_LIGHT 0.80
#define OUTLINE 0.4

/* Charts */

static double
measure (const char *text,
         double      size,
         gpointer    data)
{
  GjDossierFlow *self = data;
  g_autoptr (GjText) shaped = _gj_text_new (self->job);

  _gj_text_append (shaped, GJ_FONT_TABLE, size, 0, text, -1);
  return _gj_text_get_width (shaped);
}

/* Filled and framed, so that the lightest is seen on a copy. */
static void
draw_bar (GjPage            *page,
          const GjChart     *chart,
          const GjChartMark *mark,
          double             x,
          double             y)
{
  double shade = gj_chart_get_shade (chart, mark->series);
  GjFill fill = { x, y, mark->width, mark->height, SHADE_LIGHT + shade * (SHADE_DARK - SHADE_LIGHT) };

  _gj_page_add_fill (page, &fill);
  _gj_page_add_rule (page, x, y, mark->width, OUTLINE, FALSE);
  _gj_page_add_rule (page, x, y + mark->height, mark->width, OUTLINE, FALSE);
  _gj_page_add_rule (page, x, y, mark->height, OUTLINE, TRUE);
  _gj_page_add_rule (page, x + mark->width, y, mark->height, OUTLINE, TRUE);
}

void
_gj_dossier_draw_chart (GjDossierFlow *self,
                        const GjChart *chart,
                        double         x,
                        double         y,
                        double         width,
                        double         height,
                        double         size)
{
  g_autoptr (GArray) marks = gj_chart_lay_out (chart, width, height, size, measure, self);
  g_autofree char *words = NULL;

  gj_language_begin (GJ_LANGUAGE_ZH);
  words = gj_chart_dup_description (chart);
  gj_language_end ();
  _gj_page_begin_figure (self->page, words);
  for (guint i = 0; i < marks->len; i++)
    {
      const GjChartMark *mark = &g_array_index (marks, GjChartMark, i);

      if (mark->kind == GJ_CHART_BAR)
        draw_bar (self->page, chart, mark, x + mark->x, y + mark->y);
      else if (mark->kind == GJ_CHART_AXIS)
        _gj_page_add_rule (self->page, x, y + mark->y, mark->width, 0.6, FALSE);
      else
        _gj_dossier_draw_words (self, self->page, mark->kind == GJ_CHART_TITLE ? GJ_FONT_HEADING : GJ_FONT_TABLE,
                                mark->text, mark->size, x + mark->x,
                                y + mark->y + _gj_text_get_baseline (mark->size, mark->height), 0);
    }
  _gj_page_end_tag (self->page, "Figure");
}

void
_gj_dossier_draw_charts (GjDossierFlow        *self,
                         const GjDossierEntry *entry)
{
  double pitch = (self->format->type_width + CHART_GAP / 2) / CHARTS_IN_ROW;

  self->y += 3 * MM;
  for (guint i = 0; i < entry->charts->len; i++)
    {
      if (i % CHARTS_IN_ROW == 0)
        _gj_dossier_need (self, CHARTS_HEIGHT);
      _gj_dossier_draw_chart (self, entry->charts->pdata[i], self->format->left + (i % CHARTS_IN_ROW) * pitch, self->y,
                              pitch - CHART_GAP / 2, CHARTS_HEIGHT - 3 * MM, CHART_SIZE);
      if (i % CHARTS_IN_ROW == CHARTS_IN_ROW - 1 || i + 1 == entry->charts->len)
        self->y += CHARTS_HEIGHT;
    }
}

/* Tables */

static double
get_width (const GjDossierFlow  *self,
           const GjDossierEntry *entry,
           double               *scale)
{
  double width = 0;

  for (guint i = 0; i < entry->columns->len; i++)
    width += ((GjDossierColumn *) entry->columns->pdata[i])->width * MM;
  *scale = MIN (1, self->format->type_width / width);
  return width * *scale;
}

static GjRuledRow *
make_row (GjDossierFlow        *self,
          const GjDossierEntry *entry,
          const GjDossierRow   *row,
          double                scale)
{
  guint n = entry->columns->len;
  g_autofree GjRuledCell *cells = g_new0 (GjRuledCell, n);
  gboolean was_number = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const GjDossierColumn *column = entry->columns->pdata[i];
      gboolean is_bold = row == NULL || row->is_strong || (row->is_changed && column->is_number && was_number);

      was_number |= column->is_number;
      cells[i] = (GjRuledCell) {
        .width = column->width * MM * scale,
        .text = row != NULL ? row->texts[i] : column->head,
        .role = is_bold ? GJ_FONT_HEADING : GJ_FONT_TABLE,
        .size = SIZE,
        .least_size = LEAST_SIZE,
        .head = row == NULL,
        .right = column->is_number,
      };
    }
  return _gj_ruled_row_new (self->job, cells, n, ROW_LEAST, self->format->type_height / 2);
}

typedef struct
{
  GjDossierFlow *flow;
  GjRuledRow    *head;
  double         width;
  double         top;
} Table;

static void
begin_table (Table *self)
{
  GjDossierFlow *flow = self->flow;

  self->top = flow->y;
  _gj_page_begin_tag (flow->page, "Table");
  _gj_ruled_row_draw (self->head, flow->format->left, flow->y, flow->page);
  flow->y += _gj_ruled_row_get_height (self->head);
}

static void
end_table (Table *self)
{
  GjDossierFlow *flow = self->flow;

  _gj_page_end_tag (flow->page, "Table");
  _gj_ruled_frame_draw (flow->format->left, self->top, self->width, flow->y - self->top, flow->page);
}

static void
draw_row (Table      *self,
          GjRuledRow *row)
{
  GjDossierFlow *flow = self->flow;
  double height = _gj_ruled_row_get_height (row);

  if (flow->y + height > _gj_dossier_get_bottom (flow) + 0.01)
    {
      end_table (self);
      _gj_dossier_begin_page (flow);
      begin_table (self);
    }
  _gj_ruled_row_draw (row, flow->format->left, flow->y, flow->page);
  flow->y += height;
}

static void
draw_name (GjDossierFlow        *self,
           const GjDossierEntry *entry)
{
  if (entry->text == NULL)
    return;

  _gj_page_begin_tag (self->page, "P");
  _gj_dossier_draw_words (self, self->page, GJ_FONT_HEADING, entry->text, NAME_SIZE, self->format->left,
                          self->y + _gj_text_get_baseline (NAME_SIZE, 1.6 * NAME_SIZE), 0);
  _gj_page_end_tag (self->page, "P");
  self->y += 1.7 * NAME_SIZE;
}

static double
sum_heights (GPtrArray *rows)
{
  double height = 0;

  for (guint i = 0; i < rows->len; i++)
    height += _gj_ruled_row_get_height (rows->pdata[i]);
  return height;
}

/* Beside the table, from its top to its foot, and never lower than a picture should be. */
static void
draw_beside (Table         *self,
             const GjChart *chart)
{
  GjDossierFlow *flow = self->flow;
  double x = flow->format->left + self->width + CHART_GAP;
  double height = MAX (flow->y - self->top, CHART_LEAST);

  _gj_dossier_draw_chart (flow, chart, x, self->top, flow->format->left + flow->format->type_width - x, height,
                          CHART_SIZE + 0.5);
  flow->y = MAX (flow->y, self->top + height);
}

void
_gj_dossier_draw_table (GjDossierFlow        *self,
                        const GjDossierEntry *entry)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_ruled_row_free);
  Table table = { self };
  double scale;
  double height;
  double all;

  table.width = get_width (self, entry, &scale);
  table.head = make_row (self, entry, NULL, scale);
  for (guint i = 0; i < entry->rows->len; i++)
    g_ptr_array_add (rows, make_row (self, entry, entry->rows->pdata[i], scale));

  self->y += 4;
  height = 1.7 * NAME_SIZE + _gj_ruled_row_get_height (table.head);
  all = height + sum_heights (rows);
  if (entry->charts != NULL && all <= self->format->type_height)
    height = MAX (all, CHART_LEAST);
  else if (rows->len > 0)
    height += _gj_ruled_row_get_height (rows->pdata[0]) +
              (rows->len > 1 ? _gj_ruled_row_get_height (rows->pdata[1]) : 0);
  _gj_dossier_need (self, height);
  draw_name (self, entry);
  begin_table (&table);
  for (guint i = 0; i < rows->len; i++)
    draw_row (&table, rows->pdata[i]);
  end_table (&table);
  if (entry->charts != NULL && entry->charts->len > 0)
    draw_beside (&table, entry->charts->pdata[0]);
  self->y += 4;
  _gj_ruled_row_free (table.head);
}
