/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-plan-private.h"

#include "gj-paper.h"

#include <math.h>

/* Where pages end. What follows depends on a box only through the first line that it
 * leaves free, of which there are at most 23: so the cheapest way to reach each of them
 * is kept, box by box, and in the end the cheapest way of all is followed back. The time
 * is linear in the number of boxes.
 *
 * What is weighed is counted in lines of blank paper: blank lines at the foot of a page
 * (a few hardly count, half a page does), a table in a smaller size, a table that is
 * parted, between two of its parts or within one. A paragraph always fills its page: 撑满
 * 版心 (GB/T 9704-2012, 5.2.2); only its last line never goes over alone. */

/* What must stand together is parted only when there is no other way. */
#define SEPARATED_COST 10000.0

/* How much smaller a picture may become, and what each line that it loses counts. */
#define PICTURE_MIN 0.6
#define SHRUNK_COST 1.0

/* Below a table, before the next line of the grid may begin. */
#define TABLE_SPACE 6.0

/* How much higher than it need be a table's line is drawn at most. */
#define STRETCH_MAX 4.0

/* The cheapest way to leave @line as the first free line behind a box, and the node of
   the box before from which it comes. */
typedef struct
{
  guint     line;
  guint     parent;
  double    cost;
  GjPlacing placing;
} Node;

/* @nodes: of all boxes, one after the other; those of the last begin at @first. */
typedef struct
{
  GPtrArray *boxes;
  GArray    *nodes;
  guint      first;
} Plan;

guint
_gj_plan_get_n_lines (gboolean turned)
{
  return turned ? GJ_PAPER_TURNED_LINES : GJ_PAPER_LINES;
}

double
_gj_plan_get_room (gboolean turned,
                   guint    line)
{
  return (turned ? GJ_PAPER_TYPE_WIDTH : GJ_PAPER_TYPE_HEIGHT) - line * GJ_PAPER_PITCH;
}

/* How many lines of the grid a table takes that is so high. */
guint
_gj_plan_count_below (double height)
{
  return (guint) ceil ((height + TABLE_SPACE) / GJ_PAPER_PITCH);
}

/* How much higher each line of a portion may be, so that it fills the lines of the grid
   that it takes: a little. */
double
_gj_plan_get_stretch (const GjPortion *portion,
                      double           height,
                      double           room)
{
  double spare = MIN (room, _gj_plan_count_below (height) * GJ_PAPER_PITCH - TABLE_SPACE) - height;

  return CLAMP (spare / (portion->n_heads + portion->end - portion->start), 0, STRETCH_MAX);
}

/* How many lines of a text, from @start on, stand on the page of which @line is the first
   free line; 0 when it had better begin on a new one. */
guint
_gj_plan_part_text (const GjBox *box,
                    guint        start,
                    guint        line,
                    guint        held)
{
  guint n_lines = _gj_plan_get_n_lines (box->turned);
  guint rest = box->n_lines - start;
  guint room = n_lines - MIN (line, n_lines);
  guint n = MIN (rest, room);

  if (rest <= room && held > 0)
    n = rest - MIN (rest, held);
  if (rest == n + 1 && n > 0)
    n--;
  if (box->whole && n < rest && box->n_lines <= n_lines)
    n = 0;
  return n == 0 && line == 0 ? MIN (rest, room) : n;
}

static double
get_blank_cost (const GjBox *box,
                guint        line)
{
  double blank = _gj_plan_get_n_lines (box->turned) - line;

  return blank + blank * blank / 2;
}

static const GjBox *
get_box (const Plan *self,
         guint       index)
{
  return index < self->boxes->len ? self->boxes->pdata[index] : NULL;
}

/* Whether a box must begin on the page on which the one before it ends. */
static gboolean
is_bound (const Plan *self,
          guint       index)
{
  const GjBox *box = get_box (self, index);

  return box != NULL && index > 0 && (box->follows || get_box (self, index - 1)->keep);
}

/* Adds a way, unless the same line is reached in a cheaper one. */
static void
add_node (Plan            *self,
          guint            line,
          double           cost,
          guint            parent,
          const GjPlacing *placing)
{
  Node node = { line, parent, cost, *placing };

  for (guint i = self->first; i < self->nodes->len; i++)
    {
      Node *other = &g_array_index (self->nodes, Node, i);

      if (other->line != line)
        continue;
      if (cost < other->cost)
        *other = node;
      return;
    }
  g_array_append_val (self->nodes, node);
}

/* The ways to place a box, from @line on */

static void
add_text (Plan        *self,
          const GjBox *box,
          guint        line,
          double       cost,
          guint        parent,
          GjPlacing   *placing)
{
  guint start = 0;

  while (start < box->n_lines)
    {
      guint n = _gj_plan_part_text (box, start, line, placing->held);

      if (n == 0 && start == 0)
        return;
      start += n;
      line += n;
      if (start < box->n_lines)
        {
          cost += get_blank_cost (box, line);
          line = 0;
        }
    }
  add_node (self, line, cost, parent, placing);
}

static void
add_parted_table (Plan             *self,
                  const GjBox      *box,
                  const GjTableSet *table,
                  guint             line,
                  double            cost,
                  guint             parent,
                  GjPlacing        *placing)
{
  GjPortion portion = { 0 };

  for (guint start = 0; start < table->texts->layout->n_lines; start = portion.end)
    {
      if (start > 0)
        line = 0;
      _gj_table_set_continue (table, start, &portion);
      if (!_gj_table_set_fill (table, _gj_plan_get_room (box->turned, line), line == 0, &portion))
        return;
      cost += _gj_table_set_get_parting_cost (table, &portion);
      line += _gj_plan_count_below (_gj_table_set_get_portion_height (table, &portion));
      line = MIN (line, _gj_plan_get_n_lines (box->turned));
      if (portion.end < table->texts->layout->n_lines)
        cost += get_blank_cost (box, line);
    }
  add_node (self, line, cost, parent, placing);
}

static void
add_table (Plan        *self,
           const GjBox *box,
           guint        line,
           double       cost,
           guint        parent,
           GjPlacing   *placing)
{
  double room = _gj_plan_get_room (box->turned, line);
  guint n_lines = _gj_plan_get_n_lines (box->turned);

  for (placing->grade = 0; placing->grade < GJ_N_TABLE_GRADES; placing->grade++)
    {
      const GjTableSet *table = _gj_table_sets_get (box->table, placing->grade);
      double height = _gj_table_set_get_height (table);
      double grown = cost + table->grade->cost;

      if (height <= room + 0.01)
        add_node (self, MIN (n_lines, line + _gj_plan_count_below (height)), grown, parent, placing);
      else if (table->grade->parted)
        add_parted_table (self, box, table, line, grown, parent, placing);
    }
}

/* A picture may be made smaller, so that it stands at its place. */
static void
add_picture (Plan        *self,
             const GjBox *box,
             guint        line,
             double       cost,
             guint        parent,
             GjPlacing   *placing)
{
  guint room = _gj_plan_get_n_lines (box->turned) - line;

  placing->held = MIN (box->n_lines, room);
  if (placing->held < PICTURE_MIN * box->n_lines)
    return;
  add_node (self, line + placing->held, cost + SHRUNK_COST * (box->n_lines - placing->held), parent, placing);
}

static void
add_box (Plan        *self,
         const GjBox *box,
         guint        line,
         double       cost,
         guint        parent,
         GjPlacing   *placing)
{
  guint n_lines = _gj_plan_get_n_lines (box->turned);

  switch (box->kind)
    {
    case GJ_BOX_TEXT:
      add_text (self, box, line, cost, parent, placing);
      break;
    case GJ_BOX_TABLE:
      add_table (self, box, line, cost, parent, placing);
      break;
    case GJ_BOX_PICTURE:
      add_picture (self, box, line, cost, parent, placing);
      break;
    case GJ_BOX_GAP:
      add_node (self, line > 0 ? MIN (n_lines, line + box->n_lines) : 0, cost, parent, placing);
      break;
    }
}

/* Whether a box that could begin on this page may begin on the next all the same. */
static gboolean
may_go_over (const Plan *self,
             guint       index)
{
  const GjBox *box = get_box (self, index);

  return box->kind != GJ_BOX_TEXT || box->whole || box->keep || is_bound (self, index + 1);
}

static void
go_on (Plan  *self,
       guint  index,
       guint  parent)
{
  Node from = g_array_index (self->nodes, Node, parent);
  const GjBox *box = get_box (self, index);
  const GjBox *previous = index > 0 ? get_box (self, index - 1) : box;
  gboolean turns = previous->turned != box->turned && from.line > 0;
  guint n_before = self->nodes->len;
  GjPlacing placing = { 0 };

  if (!turns && from.line < _gj_plan_get_n_lines (box->turned))
    {
      add_box (self, box, from.line, from.cost, parent, &placing);
      if (box->kind == GJ_BOX_TEXT && !box->whole && is_bound (self, index + 1) && box->n_lines > 2)
        {
          placing.held = 2;
          add_box (self, box, from.line, from.cost, parent, &placing);
        }
    }
  if (box->kind == GJ_BOX_GAP && !turns)
    {
      if (from.line == _gj_plan_get_n_lines (box->turned))
        add_node (self, from.line, from.cost, parent, &placing);
      return;
    }
  if (from.line == 0 || (self->nodes->len > n_before && !may_go_over (self, index)))
    return;

  placing = (GjPlacing) { .new_page = TRUE };
  add_box (self, box, 0,
           from.cost + get_blank_cost (previous, from.line) + (is_bound (self, index) ? SEPARATED_COST : 0),
           parent, &placing);
}

/* The cheapest way, followed back from its end. */
static GArray *
list_placings (const Plan *self)
{
  guint n = self->boxes->len;
  GArray *placings = g_array_sized_new (FALSE, TRUE, sizeof (GjPlacing), n);
  guint best = self->first;

  g_array_set_size (placings, n);
  for (guint i = self->first; i < self->nodes->len; i++)
    if (g_array_index (self->nodes, Node, i).cost < g_array_index (self->nodes, Node, best).cost)
      best = i;
  for (guint i = n; i > 0; i--)
    {
      const Node *node = &g_array_index (self->nodes, Node, best);

      g_array_index (placings, GjPlacing, i - 1) = node->placing;
      best = node->parent;
    }
  return placings;
}

/* (element-type GjPlacing): how each box is placed; %NULL when cancelled */
GArray *
_gj_plan_new (GPtrArray     *boxes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  Plan self = { boxes, nodes, 0 };
  Node start = { 0 };

  g_array_append_val (nodes, start);
  for (guint i = 0; i < boxes->len; i++)
    {
      guint first = self.first;
      guint end = nodes->len;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      self.first = end;
      for (guint j = first; j < end; j++)
        go_on (&self, i, j);
    }
  return list_placings (&self);
}
