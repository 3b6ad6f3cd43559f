/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#include <string.h>

#include "gj-package-writer.h"

/* Reports as documents of Word, and what offices, WPS and Word do to them. */

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT_WORD "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT_OFFICE "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

/* How the package is built */
enum
{
  OTHER_PLACES = 1,
  STRICT = 2,
};

static void
write_paragraph (GString    *out,
                 const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL || i == 0; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i] != NULL ? lines[i] : "", -1);

      g_string_append_printf (out, "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>", escaped);
      if (lines[i] == NULL)
        break;
    }
}

static void
write_cell (GString         *out,
            const NastySlot *slot,
            guint            row)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:gridSpan w:val=\"%u\"/>", slot->cell->n_positions);
  if (slot->cell->n_lines > 1)
    g_string_append (out, slot->row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
  g_string_append (out, "</w:tcPr>");
  write_paragraph (out, slot->row == row ? slot->cell->text : "");
  g_string_append (out, "</w:tc>");
}

static void
write_grid (GString          *out,
            const GjRawBlock *block)
{
  g_auto (NastyGrid) grid = { 0 };

  nasty_grid_init (&grid, block);
  g_string_append (out, "<w:tbl><w:tblPr/><w:tblGrid>");
  for (guint i = 0; i < grid.n_columns; i++)
    g_string_append (out, "<w:gridCol w:w=\"800\"/>");
  g_string_append (out, "</w:tblGrid>");
  for (guint row = 0; row < grid.n_rows; row++)
    {
      const GjRawRow *raw = block->rows->pdata[row];

      g_string_append (out, "<w:tr>");
      if (raw->is_head || raw->n_before > 0)
        {
          g_string_append (out, raw->is_head ? "<w:trPr><w:tblHeader/>" : "<w:trPr>");
          if (raw->n_before > 0)
            g_string_append_printf (out, "<w:gridBefore w:val=\"%u\"/>", raw->n_before);
          g_string_append (out, "</w:trPr>");
        }
      for (guint column = 0; column < grid.n_columns; column++)
        {
          const NastySlot *slot = nasty_grid_get (&grid, row, column);

          if (slot->cell != NULL && slot->column == column)
            write_cell (out, slot, row);
        }
      g_string_append (out, "</w:tr>");
    }
  g_string_append (out, "</w:tbl>");
}

static char *
write_body (const GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        write_grid (out, block);
      else
        write_paragraph (out, block->text);
    }

  return g_string_free (out, FALSE);
}

static void
add_part (GjPackageWriter *writer,
          const char      *folder,
          const char      *kind,
          const char      *content,
          GString         *relations)
{
  const char *root = strcmp (kind, "header") == 0 ? "hdr" : strcmp (kind, "footer") == 0 ? "ftr" : kind;
  g_autofree char *name = g_strdup_printf ("%s/%s.xml", folder, kind);
  g_autofree char *xml = g_strdup_printf ("<w:%s xmlns:w=\"" WORD "\">%s</w:%s>", root, content, root);

  gj_package_writer_add (writer, name, xml);
  g_string_append_printf (relations, "<Relationship Id=\"r%s\" Type=\"" OFFICE "/%s\" Target=\"%s.xml\"/>",
                          kind, kind, kind);
}

static const guint8 png[] = {
  0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 2, 0, 0, 0, 7,
};

GBytes *
nasty_write_docx (const NastyCase     *nasty,
                  const GjRawDocument *document)
{
  const char *folder = nasty->options & OTHER_PLACES ? "Inhalt/a" : "word";
  const char *office = nasty->options & STRICT ? STRICT_OFFICE : OFFICE;
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  g_autoptr (GString) relations = g_string_new ("<Relationships xmlns=\"" RELATIONS "\">");
  g_autofree char *body = write_body (document);
  g_autofree char *whole = gj_package_dup_document (body);
  g_autofree char *edited = nasty_edit (nasty, whole);
  g_autofree char *name = g_strconcat (folder, "/document.xml", NULL);
  g_autofree char *rels = g_strconcat (folder, "/_rels/document.xml.rels", NULL);
  g_autofree char *target = g_strdup_printf ("<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" "
                                             "Type=\"%s/officeDocument\" Target=\"%s\"/></Relationships>",
                                             office, name);
  g_autofree char *bytes = g_strdup (edited);
  gsize size = strlen (edited);

  if (nasty->encoding != NULL)
    {
      g_free (bytes);
      bytes = g_convert (edited, -1, nasty->encoding, "UTF-8", NULL, &size, NULL);
      g_assert_nonnull (bytes);
    }
  gj_package_writer_add (writer, "[Content_Types].xml",
                         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  gj_package_writer_add (writer, "_rels/.rels", target);
  gj_package_writer_add_bytes (writer, name, bytes, size);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (nasty->parts) && nasty->parts[i] != NULL; i += 2)
    add_part (writer, folder, nasty->parts[i], nasty->parts[i + 1], relations);
  g_free (name);
  name = g_strconcat (folder, "/image1.png", NULL);
  gj_package_writer_add_bytes (writer, name, png, sizeof png);
  g_string_append (relations, "<Relationship Id=\"rpng\" Type=\"" OFFICE "/image\" Target=\"image1.png\"/>"
                   "</Relationships>");
  gj_package_writer_add (writer, rels, relations->str);

  return gj_package_writer_end (writer);
}

const NastyCase nasty_docx_cases[] = {
  { "merge-without-value", "", .edits = { { "<w:vMerge/>", "<w:vMerge w:val=\"continue\"/>" } } },
};
const guint nasty_n_docx_cases = G_N_ELEMENTS (nasty_docx_cases);
