/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-group-private.h"

#include <string.h>

/* Which findings are one thing to a person. A decision is bound to the key of a single
 * cell's finding, and scripts read them one by one, so findings are not joined where they
 * are made but here, for lists that people read:
 *
 * - blank cells of one row are one, and where all that stands under a label of several
 *   rows, or under a title inside the table, is blank, that is one;
 * - a row whose parts do not add up to its total has two reasons when the total is 0.
 *
 * Findings are only joined when their decisions say the same. */

#define BLANK_CHECK "A08"

typedef struct
{
  GjReport     *report;
  const GjForm *form;
  const char   *variant;
  GPtrArray    *findings;
  guint        *blanks;
  int          *parts;
  GPtrArray    *part_names;
} GjGathering;

static gboolean
is_blank_cell (GjFinding *finding)
{
  guint n_cells;

  gj_finding_get_cells (finding, &n_cells);

  return n_cells == 1 && strcmp (gj_finding_get_check (finding), BLANK_CHECK) == 0;
}

static gboolean
have_same_answer (GjFinding *a,
                  GjFinding *b)
{
  const GjDecision *one = gj_finding_get_decision (a);
  const GjDecision *other = gj_finding_get_decision (b);

  if (one == NULL || other == NULL)
    return one == other;

  return gj_finding_is_decided (a) == gj_finding_is_decided (b) && one->state == other->state &&
         g_strcmp0 (one->reason, other->reason) == 0 && g_strcmp0 (one->who, other->who) == 0 &&
         g_strcmp0 (one->when, other->when) == 0;
}

static gboolean
takes_in (GjFinding *finding,
          guint      cell)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] == cell)
      return TRUE;

  return FALSE;
}

/* In whatever order: each names its cells as its rule does. */
static gboolean
have_same_cells (GjFinding *a,
                 GjFinding *b)
{
  guint n_cells;
  guint n_others;
  const guint *cells = gj_finding_get_cells (a, &n_cells);

  gj_finding_get_cells (b, &n_others);
  if (n_cells < 2 || n_cells != n_others)
    return FALSE;

  for (guint i = 0; i < n_cells; i++)
    if (!takes_in (b, cells[i]))
      return FALSE;

  return TRUE;
}

/* Two reasons for one and the same thing to mend. */
static gboolean
are_one (GjFinding *a,
         GjFinding *b)
{
  return gj_finding_get_severity (a) == gj_finding_get_severity (b) &&
         gj_finding_get_outcome (a) == gj_finding_get_outcome (b) &&
         gj_finding_is_mandatory (a) == gj_finding_is_mandatory (b) &&
         have_same_cells (a, b) && have_same_answer (a, b);
}

static gboolean
is_inside (const GjSlot *slot,
           guint         first_line,
           guint         n_lines)
{
  return slot->kind == GJ_SLOT_CELL && slot->line >= first_line &&
         slot->line < first_line + n_lines;
}

/* Whether some lines of a table, of more than one row, are blank as a whole, and are not
 * part of a larger blank. */
static gboolean
is_blank_part (const GjGathering   *self,
               const GjTableLayout *layout,
               guint                first_line,
               guint                n_lines)
{
  GjFinding *first = NULL;
  guint first_row = GJ_NONE;
  gboolean has_rows = FALSE;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];
      guint index;

      if (!is_inside (slot, first_line, n_lines) || !gj_report_has_cell (self->report, slot->cell))
        continue;

      index = self->blanks[slot->cell];
      if (index == GJ_NONE || self->parts[index] >= 0)
        return FALSE;
      if (first == NULL)
        {
          first = self->findings->pdata[index];
          first_row = slot->row;
        }
      if (!have_same_answer (first, self->findings->pdata[index]))
        return FALSE;

      has_rows |= slot->row != first_row;
    }

  return has_rows;
}

static void
take_part (GjGathering         *self,
           const GjTableLayout *layout,
           guint                first_line,
           guint                n_lines,
           const GjLabel       *name)
{
  if (!is_blank_part (self, layout, first_line, n_lines))
    return;

  for (guint i = 0; i < layout->n_slots; i++)
    if (is_inside (&layout->slots[i], first_line, n_lines) &&
        self->blanks[layout->slots[i].cell] != GJ_NONE)
      self->parts[self->blanks[layout->slots[i].cell]] = (int) self->part_names->len;

  g_ptr_array_add (self->part_names, (gpointer) gj_label_get_current (name));
}

static const GjPart *
find_part (const GjTableLayout *layout,
           guint                line)
{
  for (guint i = 0; i < layout->n_parts; i++)
    if (line >= layout->parts[i].first_line &&
        line < layout->parts[i].first_line + layout->parts[i].n_lines)
      return &layout->parts[i];

  return NULL;
}

/* In reading order a label comes before those that it holds. */
static void
take_parts (GjGathering   *self,
            const GjTable *table)
{
  const GjTableLayout *layout = gj_table_get_layout (table, self->variant);

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];
      const GjPart *part = slot->kind == GJ_SLOT_TITLE ? find_part (layout, slot->line) : NULL;

      if (part != NULL)
        take_part (self, layout, part->first_line, part->n_lines, &slot->text);
      else if (slot->kind == GJ_SLOT_LABEL && slot->row == GJ_NONE && slot->n_lines > 1)
        take_part (self, layout, slot->line, slot->n_lines, &slot->text);
    }
}

static void
find_blanks (GjGathering *self)
{
  guint n_tables = gj_form_get_n_tables (self->form);
  g_autofree gboolean *has_blanks = g_new0 (gboolean, n_tables);

  for (guint i = 0; i < self->findings->len; i++)
    if (is_blank_cell (self->findings->pdata[i]))
      {
        guint cell = gj_finding_get_main_cell (self->findings->pdata[i]);

        self->blanks[cell] = i;
        has_blanks[gj_form_get_cell (self->form, cell)->table] = TRUE;
      }

  for (guint i = 0; i < n_tables; i++)
    if (has_blanks[i])
      take_parts (self, gj_form_get_table (self->form, i));
}

static const char *
get_row_name (const GjGathering *self,
              GjFinding         *finding)
{
  guint cell = gj_finding_get_main_cell (finding);
  const GjCell *place = gj_form_get_cell (self->form, cell);
  const GjVariant *variant = self->variant != NULL
                             ? gj_form_find_variant (self->form, self->variant) : NULL;

  if (variant != NULL && variant->table == place->table && variant->row == place->row)
    return gj_label_get_current (&variant->name);

  return gj_label_get_current (&gj_form_get_row (self->form, cell)->name);
}

static gboolean
is_same_row (const GjGathering *self,
             GjFinding         *a,
             GjFinding         *b)
{
  return gj_form_get_row (self->form, gj_finding_get_main_cell (a)) ==
         gj_form_get_row (self->form, gj_finding_get_main_cell (b));
}

/* Whether the finding at @index belongs to the group whose lead is at @lead. */
static gboolean
belongs (const GjGathering *self,
         guint              lead,
         guint              index)
{
  GjFinding *first = self->findings->pdata[lead];
  GjFinding *finding = self->findings->pdata[index];

  if (self->parts[index] >= 0 || self->parts[lead] >= 0)
    return self->parts[index] == self->parts[lead];
  if (is_blank_cell (finding) != is_blank_cell (first))
    return FALSE;
  if (is_blank_cell (finding))
    return is_same_row (self, first, finding) && have_same_answer (first, finding);

  return are_one (first, finding);
}

static GjGroupKind
get_kind (const GjGathering *self,
          guint              index)
{
  if (self->parts[index] >= 0)
    return GJ_GROUP_PART;

  return is_blank_cell (self->findings->pdata[index]) ? GJ_GROUP_ROW : GJ_GROUP_PLACE;
}

static GPtrArray *
gather (const GjGathering *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->findings->len; i++)
    {
      guint j = 0;

      while (j < leads->len && !belongs (self, g_array_index (leads, guint, j), i))
        j++;
      if (j == leads->len)
        {
          g_array_append_val (leads, i);
          g_ptr_array_add (groups, _gj_finding_group_new (get_kind (self, i)));
        }

      _gj_finding_group_add (groups->pdata[j], self->findings->pdata[i]);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      guint lead = g_array_index (leads, guint, i);
      const char *name = NULL;

      if (self->parts[lead] >= 0)
        name = self->part_names->pdata[self->parts[lead]];
      else if (is_blank_cell (self->findings->pdata[lead]))
        name = get_row_name (self, self->findings->pdata[lead]);

      _gj_finding_group_describe (groups->pdata[i], self->report, name);
    }

  return groups;
}

/**
 * gj_finding_groups_make:
 * @report: a report
 * @findings: (element-type GjFinding): its findings in the order of lists
 *
 * Joins what a person reads and answers as one.
 *
 * Returns: (transfer full) (element-type GjFindingGroup): the groups, in the order of the
 *          finding that leads each
 */
GPtrArray *
gj_finding_groups_make (GjReport  *report,
                        GPtrArray *findings)
{
  g_autofree guint *blanks = NULL;
  g_autofree int *parts = NULL;
  g_autoptr (GPtrArray) part_names = g_ptr_array_new ();
  GjGathering self;
  guint n_cells;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  n_cells = gj_form_get_n_cells (gj_report_get_form (report));
  blanks = g_new (guint, n_cells);
  parts = g_new (int, findings->len);
  for (guint i = 0; i < n_cells; i++)
    blanks[i] = GJ_NONE;
  for (guint i = 0; i < findings->len; i++)
    parts[i] = -1;

  self = (GjGathering) {
    report, gj_report_get_form (report), gj_report_get_variant (report), findings, blanks, parts,
    part_names,
  };
  find_blanks (&self);

  return gather (&self);
}
