/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-document-writer.h"

#include <stdio.h>
#include <string.h>

#include "gj-package-writer.h"

/* Twentieths of a point: as wide as the text of a page. */
#define TABLE_WIDTH 9000u

#define BORDER(side) "<w:" side " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
#define BORDERS \
  "<w:tblPr><w:tblBorders>" BORDER ("top") BORDER ("left") BORDER ("bottom") BORDER ("right") BORDER ("insideH") \
  BORDER ("insideV") "</w:tblBorders></w:tblPr>"

typedef struct
{
  GString  *out;
  GjReport *report;
  gboolean  is_docx;
} Writer;

static void
write_paragraph (Writer     *self,
                 const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (self->is_docx)
    g_string_append_printf (self->out, "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>", escaped);
  else
    g_string_append_printf (self->out, "<p>%s</p>\n", escaped);
}

static void
write_cell (Writer       *self,
            const GjSlot *slot,
            gboolean      begins)
{
  const char *text = slot->kind == GJ_SLOT_CELL ? gj_report_get_cell_text (self->report, slot->cell)
                                                : slot->text.zh;

  if (self->is_docx)
    {
      g_string_append_printf (self->out, "<w:tc><w:tcPr><w:gridSpan w:val=\"%u\"/>", slot->n_positions);
      if (slot->n_lines > 1)
        g_string_append (self->out, begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
      g_string_append (self->out, "</w:tcPr>");
      write_paragraph (self, begins && text != NULL ? text : "");
      g_string_append (self->out, "</w:tc>");
    }
  else if (begins)
    {
      g_string_append_printf (self->out, "<td rowspan=\"%u\" colspan=\"%u\">", slot->n_lines, slot->n_positions);
      write_paragraph (self, text != NULL ? text : "");
      g_string_append (self->out, "</td>");
    }
}

static const GjSlot *
find_slot (const GjTableLayout *layout,
           guint                line,
           guint                position)
{
  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->position == position && slot->line <= line && line < slot->line + slot->n_lines)
        return slot;
    }

  return NULL;
}

static void
write_table (Writer *self,
             guint   table)
{
  const GjTableLayout *layout = gj_table_get_layout (gj_form_get_table (gj_report_get_form (self->report), table),
                                                     gj_report_get_variant (self->report));

  g_string_append (self->out, self->is_docx ? "<w:tbl>" BORDERS "<w:tblGrid>" : "<table border=\"1\">\n");
  for (guint i = 0; i < layout->n_positions && self->is_docx; i++)
    g_string_append_printf (self->out, "<w:gridCol w:w=\"%u\"/>", TABLE_WIDTH / layout->n_positions);
  if (self->is_docx)
    g_string_append (self->out, "</w:tblGrid>");

  for (guint line = 0; line < layout->n_lines; line++)
    {
      g_string_append (self->out, self->is_docx ? "<w:tr>" : "<tr>");
      for (guint position = 0; position < layout->n_positions; position++)
        {
          const GjSlot *slot = find_slot (layout, line, position);

          if (slot != NULL)
            write_cell (self, slot, slot->line == line);
        }
      g_string_append (self->out, self->is_docx ? "</w:tr>" : "</tr>\n");
    }
  g_string_append (self->out, self->is_docx ? "</w:tbl>" : "</table>\n");
}

static void
write_narrative (Writer *self,
                 guint   section)
{
  GjNarrative *narrative = gj_report_get_narrative (self->report, section);
  GjForm *form = gj_report_get_form (self->report);

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      if (gj_block_get_kind (block) == GJ_BLOCK_TABLE)
        write_table (self, gj_form_get_section (form, section)->table);
      else if (gj_block_get_text (block) != NULL)
        write_paragraph (self, gj_block_get_text (block));
    }
}

static void
write_lines (Writer     *self,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      write_paragraph (self, lines[i]);
}

static char *
write_body (GjReport *report,
            gboolean  is_docx)
{
  Writer writer = { g_string_new (NULL), report, is_docx };
  GjForm *form = gj_report_get_form (report);
  int year;
  int month;
  int day;

  write_lines (&writer, gj_report_get_field (report, GJ_FIELD_TITLE));
  write_narrative (&writer, gj_report_get_preface (report));
  for (guint s = 0; s < gj_form_get_n_sections (form); s++)
    {
      write_paragraph (&writer, gj_form_get_section (form, s)->heading.zh);
      write_narrative (&writer, s);
    }
  write_lines (&writer, gj_report_get_field (report, GJ_FIELD_SIGNATURE));
  if (sscanf (gj_report_get_field (report, GJ_FIELD_DATE), "%d-%d-%d", &year, &month, &day) == 3)
    {
      g_autofree char *date = g_strdup_printf ("%d年%d月%d日", year, month, day);

      write_paragraph (&writer, date);
    }

  return g_string_free (writer.out, FALSE);
}

/**
 * gj_document_write_docx:
 * @report: a report
 *
 * Returns: (transfer full): a document of Word with the report's texts and tables
 */
GBytes *
gj_document_write_docx (GjReport *report)
{
  g_autofree char *body = write_body (report, TRUE);
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new_docx (body);

  return gj_package_writer_end (writer);
}

/**
 * gj_document_write_html:
 * @report: a report
 *
 * Returns: (transfer full): a web page with the report's texts and tables
 */
GBytes *
gj_document_write_html (GjReport *report)
{
  g_autofree char *body = write_body (report, FALSE);
  char *page = g_strdup_printf ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>年度报告</title></head>"
                                "<body>\n%s</body></html>\n", body);

  return g_bytes_new_take (page, strlen (page));
}
