/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-table-set-private.h"

#include <string.h>

/* "（" and an ordinal of at most three characters. */
#define NUMBER_BYTES 12

static const char *
get_slot_text (GjReport     *report,
               const GjSlot *slot)
{
  const char *text;

  if (slot->kind != GJ_SLOT_CELL)
    text = slot->text.zh;
  else if (slot->cell != GJ_NONE && gj_report_has_cell (report, slot->cell))
    text = gj_report_get_cell_text (report, slot->cell);
  else
    text = NULL;
  return text != NULL ? text : "";
}

/* （一）, 一、, 1. in front: such labels form a list and are set to the left. */
static gboolean
is_numbered (const char *text)
{
  const char *second = *text != '\0' ? g_utf8_next_char (text) : text;

  if (g_str_has_prefix (text, "（") || g_str_has_prefix (text, "(") || g_str_has_prefix (second, "、"))
    return TRUE;
  return g_ascii_isdigit (*text) && (g_str_has_prefix (second, ".") || g_str_has_prefix (second, "．"));
}

/* "（三）不予公开" over several rows: its number stands on a line of its own. */
static char *
part_number (const GjSlot *slot,
             const char   *text)
{
  const char *end = strstr (text, "）");

  if (slot->kind != GJ_SLOT_LABEL || slot->n_lines < 2 || slot->n_positions > 1 || slot->vertical ||
      !g_str_has_prefix (text, "（") || end == NULL || end - text > NUMBER_BYTES)
    return g_strdup (text);
  end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s%s%s", (int) (end - text), text, *end != '\0' ? "\n" : "", end);
}

static void
set_slot (GjSlotText   *self,
          GjJob        *job,
          GjReport     *report,
          const GjSlot *slot)
{
  g_autofree char *whole = g_strstrip (g_strdup (get_slot_text (report, slot)));
  g_autofree char *text = part_number (slot, whole);

  self->slot = slot;
  self->left = (slot->kind == GJ_SLOT_LABEL && slot->n_lines == 1 && is_numbered (text)) ||
               slot->kind == GJ_SLOT_NOTE;
  if (*text == '\0')
    return;

  self->text = _gj_text_new (job);
  _gj_text_append (self->text, GJ_FONT_TABLE, GJ_TABLE_BASE, 0, text, -1);
  self->width = _gj_text_get_width (self->text) / GJ_TABLE_BASE;
  self->widest = _gj_text_get_widest (self->text) / GJ_TABLE_BASE;
}

static void
set_owners (GjTableTexts *self)
{
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = self->layout->slots + i;

      for (guint j = 0; j < slot->n_lines; j++)
        for (guint k = 0; k < slot->n_positions; k++)
          self->owners[(slot->line + j) * self->layout->n_positions + slot->position + k] = i;
    }
}

/* The texts of the table with the report's cells in it; of no lines when it has none of them. */
GjTableTexts *
_gj_table_texts_new (GjJob         *job,
                     GjReport      *report,
                     const GjTable *table)
{
  GjTableTexts *self = g_new0 (GjTableTexts, 1);

  self->layout = _gj_table_layout_new (report, gj_table_get_layout (table, gj_report_get_variant (report)));
  self->owners = g_new0 (guint, (gsize) self->layout->n_lines * self->layout->n_positions);
  self->slots = g_new0 (GjSlotText, self->layout->n_slots);
  set_owners (self);
  for (guint i = 0; i < self->layout->n_slots; i++)
    set_slot (self->slots + i, job, report, self->layout->slots + i);
  return self;
}

void
_gj_table_texts_free (GjTableTexts *self)
{
  for (guint i = 0; i < self->layout->n_slots; i++)
    g_clear_pointer (&self->slots[i].text, _gj_text_free);
  g_free (self->owners);
  g_free (self->slots);
  _gj_table_layout_free (self->layout);
  g_free (self);
}
