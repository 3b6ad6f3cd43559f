/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <math.h>
#include <string.h>

/* A table as a real table: the grid of the form, its merged cells, its heads repeated on
 * the next page. A line whose cells the report does not have is not written: a blank cell
 * would say that it was there. */

#define LEAD 1.24

/* Beside the text of a cell, in twips. */
#define MARGIN 60

/* The sizes that the styles of a table's text have. */
#define STYLE_SIZE GJ_PAPER_SIZE_5

typedef struct
{
  GjDocxExport        *export;
  const GjTableLayout *layout;
  GjDocxSetting       *setting;
  guint               *owners;
  const gboolean      *has_line;
  gboolean            *is_head;
  guint                n_parts;
  guint                last_line;
} Writer;

/* Lines */

static void
count_parts (Writer *self)
{
  for (guint i = 0; i < self->layout->n_parts; i++)
    {
      const GjPart *part = &self->layout->parts[i];
      gboolean has_any = FALSE;

      for (guint line = part->first_line; line < part->first_line + part->n_lines; line++)
        {
          self->is_head[line] = line < part->first_line + part->n_head_lines;
          has_any = has_any || self->has_line[line];
        }
      self->n_parts += has_any;
    }
}

static void
set_owners (Writer *self)
{
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = self->layout->slots + i;

      for (guint j = 0; j < slot->n_lines; j++)
        for (guint k = 0; k < slot->n_positions; k++)
          self->owners[(slot->line + j) * self->layout->n_positions + slot->position + k] = i;
    }
}

/* Cells */

/* How many bytes of a group's label stand on a line of their own: the number of one that
   does not fit on one line. */
static gsize
get_number_length (const Writer *self,
                   const GjSlot *slot,
                   double        size)
{
  const char *text = slot->text.zh;
  const char *end = slot->kind == GJ_SLOT_LABEL && slot->n_lines > 1 && !slot->vertical &&
                    g_str_has_prefix (text, "（") ? strstr (text, "）") : NULL;
  int width = 0;

  for (guint i = 0; i < slot->n_positions; i++)
    width += self->setting->widths[slot->position + i];
  if (end == NULL || _gj_docx_export_measure (text, -1) * size * 20 <= width - 2 * MARGIN)
    return 0;
  return (gsize) (end - text) + strlen ("）");
}

static void
add_text (const Writer *self,
          guint         index,
          guint         line,
          const char   *text)
{
  GString *out = self->export->out;
  const GjSlot *slot = &self->layout->slots[index];
  double size = self->setting->sizes[index];
  gsize n_number = *text != '\0' ? get_number_length (self, slot, size) : 0;
  g_autofree char *run = NULL;

  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s",
                          _gj_docx_export_is_left (slot) ? "TableLabel" : "TableText",
                          line != self->last_line && (self->setting->is_whole || self->is_head[line])
                            ? "<w:keepNext/>" : "");
  if (size != STYLE_SIZE)
    {
      run = g_strdup_printf ("<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", (int) lround (size * 2),
                             (int) lround (size * 2));
      g_string_append_printf (out, "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/><w:rPr>%s</w:rPr>",
                              GJ_DOCX_TWIPS (size * LEAD), run);
    }
  g_string_append (out, "</w:pPr>");
  if (slot->cell != GJ_NONE)
    _gj_docx_export_open_place (self->export, gj_form_get_cell (self->export->form, slot->cell)->id);
  if (n_number > 0)
    {
      _gj_docx_export_run (out, run != NULL ? run : "", text, (gssize) n_number);
      g_string_append (out, GJ_DOCX_BREAK_BY_SENSE);
    }
  _gj_docx_export_run (out, run != NULL ? run : "", text + n_number, -1);
  if (slot->cell != GJ_NONE)
    _gj_docx_export_close_place (self->export, gj_form_get_cell (self->export->form, slot->cell)->id);
  g_string_append (out, "</w:p>");
}

static void
add_cell (const Writer *self,
          guint         index,
          guint         line)
{
  GString *out = self->export->out;
  const GjSlot *slot = &self->layout->slots[index];
  guint first = line;
  guint n_lines = gj_table_lines_count (self->has_line, slot, &first);
  int width = 0;

  for (guint i = 0; i < slot->n_positions; i++)
    width += self->setting->widths[slot->position + i];

  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", width);
  if (slot->n_positions > 1)
    g_string_append_printf (out, "<w:gridSpan w:val=\"%u\"/>", slot->n_positions);
  if (n_lines > 1)
    g_string_append (out, first == line ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
  if (slot->vertical)
    g_string_append (out, "<w:textDirection w:val=\"tbRlV\"/>");
  g_string_append (out, "<w:vAlign w:val=\"center\"/></w:tcPr>");
  add_text (self, index, line, first == line ? _gj_docx_export_get_text (self->export->report, slot) : "");
  g_string_append (out, "</w:tc>");
}

static void
add_row (const Writer *self,
         guint         line)
{
  GString *out = self->export->out;

  g_string_append_printf (out, "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>",
                          GJ_DOCX_TWIPS (self->setting->heights[line]));
  if (self->is_head[line] && self->n_parts == 1)
    g_string_append (out, "<w:tblHeader/>");
  g_string_append (out, "</w:trPr>");
  for (guint position = 0; position < self->layout->n_positions;)
    {
      guint index = self->owners[line * self->layout->n_positions + position];

      add_cell (self, index, line);
      position = self->layout->slots[index].position + self->layout->slots[index].n_positions;
    }
  g_string_append (out, "</w:tr>");
}

static void
add_rows (const Writer *self)
{
  GString *out = self->export->out;

  g_string_append_printf (out,
                          "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
                          GJ_DOCX_TYPE_WIDTH);
  for (guint i = 0; i < self->layout->n_positions; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%d\"/>", self->setting->widths[i]);
  g_string_append (out, "</w:tblGrid>");
  for (guint line = 0; line < self->layout->n_lines; line++)
    if (self->has_line[line])
      add_row (self, line);
  g_string_append (out, "</w:tbl>");
}

void
_gj_docx_export_table (GjDocxExport  *self,
                       const GjTable *table)
{
  const GjTableLayout *layout = gj_table_get_layout (table, gj_report_get_variant (self->report));
  g_autoptr (GjDocxSetting) setting = _gj_docx_setting_new (self->report, layout);
  g_autofree guint *owners = g_new0 (guint, (gsize) layout->n_lines * layout->n_positions);
  g_autofree gboolean *has_line = gj_table_lines_new (self->report, layout);
  g_autofree gboolean *is_head = g_new0 (gboolean, layout->n_lines);
  Writer writer = {
    .export = self, .layout = layout, .setting = setting, .owners = owners, .has_line = has_line,
    .is_head = is_head,
  };

  set_owners (&writer);
  count_parts (&writer);
  for (guint line = 0; line < layout->n_lines; line++)
    if (has_line[line])
      writer.last_line = line;
  if (writer.n_parts > 0)
    add_rows (&writer);
}
