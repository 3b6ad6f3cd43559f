/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-export-private.h"

#include <string.h>

#include "gj-export-words.h"

/* A table as the form prints it, with its merged cells. Every cell names the heads and
 * labels that it belongs to, so that it can be read out. */

#define WIDE 7

typedef struct
{
  GString             *out;
  GjReport            *report;
  const GjTable       *table;
  const GjTableLayout *layout;
  const gboolean      *lines;
  guint               *columns;
} Writing;

/* Positions at which no cell begins are no columns of their own: for each position how many
 * columns are before it. */

static guint *
count_columns (const Writing *self)
{
  guint n = self->layout->n_positions;
  guint *columns = g_new0 (guint, n + 1);
  guint first;

  for (guint i = 0; i < self->layout->n_slots; i++)
    if (gj_table_lines_count (self->lines, &self->layout->slots[i], &first) > 0)
      columns[self->layout->slots[i].position + 1] = 1;
  for (guint i = 0; i < n; i++)
    columns[i + 1] += columns[i];

  return columns;
}

static guint
get_span (const Writing *self,
          const GjSlot  *slot)
{
  return self->columns[slot->position + slot->n_positions] - self->columns[slot->position];
}

/* Cells */

static gboolean
names_cells (const GjSlot *slot)
{
  return slot->kind != GJ_SLOT_CELL && slot->kind != GJ_SLOT_NOTE && slot->text.zh != NULL && *slot->text.zh != '\0';
}

/* Whether @head stands above the cell in its part, or @label beside it. */
static gboolean
is_head_of (const GjSlot *head,
            const GjSlot *cell,
            const GjPart *part)
{
  if (!names_cells (head))
    return FALSE;
  if (head->kind == GJ_SLOT_LABEL)
    return head->line <= cell->line && cell->line < head->line + head->n_lines && head->position < cell->position;

  return head->line >= part->first_line && head->line < cell->line &&
         head->position < cell->position + cell->n_positions && cell->position < head->position + head->n_positions;
}

static void
append_headers (const Writing *self,
                const GjSlot  *cell,
                const GjPart  *part)
{
  const char *mark = " headers=\"";
  gboolean any = FALSE;

  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      if (!is_head_of (&self->layout->slots[i], cell, part))
        continue;
      g_string_append_printf (self->out, "%s%s-%u", any ? " " : mark, self->table->id, i + 1);
      any = TRUE;
    }
  if (any)
    g_string_append_c (self->out, '"');
}

static const char *
get_scope (const Writing *self,
           const GjSlot  *slot)
{
  if (slot->kind == GJ_SLOT_LABEL)
    return slot->n_lines > 1 ? "rowgroup" : "row";

  return get_span (self, slot) > 1 ? "colgroup" : "col";
}

static void
append_slot (const Writing *self,
             guint          index,
             guint          n_lines,
             const GjPart  *part)
{
  const GjSlot *slot = &self->layout->slots[index];
  const char *text = gj_export_get_slot_text (self->report, slot);
  const char *name = names_cells (slot) ? "th" : "td";

  _gj_html_export_open (self->out, name,
                        slot->vertical ? "vertical" : slot->kind == GJ_SLOT_NOTE ? "note" : NULL, text);
  if (names_cells (slot))
    g_string_append_printf (self->out, " id=\"%s-%u\" scope=\"%s\"", self->table->id, index + 1, get_scope (self, slot));
  else if (slot->kind == GJ_SLOT_CELL)
    append_headers (self, slot, part);
  if (get_span (self, slot) > 1)
    g_string_append_printf (self->out, " colspan=\"%u\"", get_span (self, slot));
  if (n_lines > 1)
    g_string_append_printf (self->out, " rowspan=\"%u\"", n_lines);
  g_string_append_c (self->out, '>');
  _gj_html_export_text (self->out, text);
  g_string_append_printf (self->out, "</%s>\n", name);
}

/* The slots are in reading order; one whose first lines are left out comes later, before
 * what stands at its right. */
static void
append_line (const Writing *self,
             guint          line,
             const GjPart  *part)
{
  if (!self->lines[line])
    return;

  g_string_append (self->out, "<tr>\n");
  for (guint position = 0; position < self->layout->n_positions; position++)
    for (guint i = 0; i < self->layout->n_slots; i++)
      {
        const GjSlot *slot = &self->layout->slots[i];
        guint first = GJ_NONE;
        guint n_lines;

        if (slot->position != position || slot->line > line || slot->line + slot->n_lines <= line)
          continue;
        n_lines = gj_table_lines_count (self->lines, slot, &first);
        if (n_lines > 0 && first == line)
          append_slot (self, i, n_lines, part);
      }
  g_string_append (self->out, "</tr>\n");
}

static void
append_lines (const Writing *self,
              const char    *group,
              const char    *class_name,
              const GjPart  *part,
              guint          first,
              guint          end)
{
  gboolean any = FALSE;

  for (guint i = first; i < end; i++)
    any = any || self->lines[part->first_line + i];
  if (!any)
    return;

  g_string_append_printf (self->out, "<%s", group);
  if (class_name != NULL)
    _gj_html_export_attribute (self->out, "class", class_name);
  g_string_append (self->out, ">\n");
  for (guint i = first; i < end; i++)
    append_line (self, part->first_line + i, part);
  g_string_append_printf (self->out, "</%s>\n", group);
}

/* The heads of the only part come again on every sheet of paper; a table of several parts
 * cannot say that, its heads belong to their parts. */
static void
append_parts (const Writing *self)
{
  for (guint p = 0; p < self->layout->n_parts; p++)
    {
      const GjPart *part = &self->layout->parts[p];
      guint n_heads = self->layout->n_parts == 1 ? part->n_head_lines : 0;

      append_lines (self, "thead", NULL, part, 0, n_heads);
      append_lines (self, "tbody", n_heads == 0 ? "part" : NULL, part, n_heads, part->n_lines);
    }
}

static void
append_columns (const Writing *self)
{
  guint total = 0;

  for (guint i = 0; i < self->layout->n_positions; i++)
    total += self->layout->widths[i];

  g_string_append (self->out, "<colgroup>\n");
  for (guint i = 0, next; i < self->layout->n_positions; i = next)
    {
      char width[G_ASCII_DTOSTR_BUF_SIZE];
      guint units = self->layout->widths[i];

      for (next = i + 1; next < self->layout->n_positions && self->columns[next + 1] == self->columns[next]; next++)
        units += self->layout->widths[next];
      g_ascii_formatd (width, sizeof width, "%.2f", 100.0 * units / total);
      g_string_append_printf (self->out, "<col style=\"width: %s%%\">\n", width);
    }
  g_string_append (self->out, "</colgroup>\n");
}

/* The section's heading without its number: who reads it back knows that it says nothing
 * new. */
static const char *
get_caption (const Writing *self)
{
  const char *heading = gj_report_get_heading (self->report, self->table->section);
  const char *mark = heading != NULL ? strstr (heading, "、") : NULL;

  if (heading == NULL)
    return "";

  return mark != NULL && mark - heading <= 6 ? mark + strlen ("、") : heading;
}

/**
 * _gj_html_export_table:
 * @out: a page
 * @report: a report
 * @table: one of its form's tables
 */
void
_gj_html_export_table (GString       *out,
                       GjReport      *report,
                       const GjTable *table)
{
  Writing self = { out, report, table };
  g_autofree gboolean *lines = NULL;
  g_autofree guint *columns = NULL;

  self.layout = gj_table_get_layout (table, gj_report_get_variant (report));
  self.lines = lines = gj_table_lines_new (report, self.layout);
  if (!gj_table_lines_any (lines, self.layout))
    return;
  self.columns = columns = count_columns (&self);

  g_string_append_printf (out, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"%s\">\n",
                          table->id);
  g_string_append (out, self.layout->n_positions >= WIDE ? "<table class=\"wide\">\n" : "<table>\n");
  _gj_html_export_element (out, "caption", NULL, get_caption (&self));
  append_columns (&self);
  append_parts (&self);
  g_string_append (out, "</table>\n</div>\n");
}
