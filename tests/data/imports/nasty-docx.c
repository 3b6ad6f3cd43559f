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

#define T(text) "<w:t xml:space=\"preserve\">" text "</w:t>"
#define R(text) "<w:r>" T (text) "</w:r>"
#define P(text) "<w:p>" R (text) "</w:p>"
#define TC(text) "<w:tc><w:tcPr/>" P (text) "</w:tc>"
/* A run with a number of two digits or more: \1 all of it, \2 its first, \3 the others. */
#define NUMBER R ("((\\d)(\\d+))")
#define NUMBER_CELL P ("((\\d)(\\d+))") "</w:tc>"
#define ONCE(pattern) "\\A(.*?)" pattern
/* The row of what was carried in, as \1. */
#define CARRIED_IN "(<w:tr>(?:(?!</w:tr>).)*二、上年结转(?:(?!</w:tr>).)*</w:tr>)"
#define BODY "<w:body>(.*)</w:body>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(code) "<w:r><w:instrText xml:space=\"preserve\">" code "</w:instrText></w:r>"
#define DEL(text) "<w:del w:id=\"1\" w:author=\"张\"><w:r><w:delText>" text "</w:delText></w:r></w:del>"
#define BOX(content) \
  "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>" \
  "<wps:txbx><w:txbxContent>" content "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>" \
  "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" content \
  "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
#define PICTURE \
  "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图\" descr=\"章\"/><a:graphic><a:graphicData><pic:pic>" \
  "<pic:blipFill><a:blip r:embed=\"rpng\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
#define LEVEL(n, format, text) \
  "<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define LISTS \
  "<w:abstractNum w:abstractNumId=\"0\">" LEVEL ("0", "chineseCounting", "%1、") "</w:abstractNum>" \
  "<w:abstractNum w:abstractNumId=\"1\">" LEVEL ("0", "chineseCounting", "%1、") LEVEL ("1", "chineseCounting", "（%2）") \
  LEVEL ("2", "decimal", "%3.") "</w:abstractNum>" \
  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
#define IN_LIST(id, level) "<w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id "\"/></w:numPr></w:pPr>"
#define HEADINGS "<w:p>(<w:r><w:t xml:space=\"preserve\">)[一二三四五六]、((?:总体|主动|收到|政府|存在|其他)[^<。]{2,22}</w:t>)"

const NastyCase nasty_docx_cases[] = {
  /* Cells over several rows and columns */
  { "merge-with-value", "", .edits = { { "<w:vMerge/>", "<w:vMerge w:val=\"continue\"/>" } } },
  { "merge-orphan", "span-orphan", .edits = { { "<w:vMerge w:val=\"restart\"/>(</w:tcPr><w:p><w:r><w:t [^>]*>（六）)",
                                                "<w:gridSpan w:val=\"1\"/>\\1" } } },
  { "merge-never-begun", "span-orphan", .edits = { { ONCE ("<w:vMerge w:val=\"restart\"/>"), "\\1<w:vMerge/>" } } },
  { "merge-text-covered", "hidden-text", .edits = { { ONCE ("<w:vMerge/></w:tcPr><w:p><w:r><w:t [^>]*></w:t>"),
                                                      "\\1<w:vMerge/></w:tcPr><w:p><w:r><w:t>藏</w:t>" } } },
  { "merge-sideways-old", "", .edits = { { "<w:gridSpan w:val=\"2\"/></w:tcPr>(<w:p>.*?</w:p>)</w:tc>",
                                           "<w:hMerge w:val=\"restart\"/></w:tcPr>\\1</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>" } } },
  { "grid-missing", "", .edits = { { "<w:tblGrid>.*?</w:tblGrid>", "" } } },
  { "grid-short", "", .edits = { { "(<w:tblGrid><w:gridCol w:w=\"800\"/>)(?:<w:gridCol w:w=\"800\"/>)*", "\\1" } } },
  { "grid-long", "", .edits = { { "</w:tblGrid>", "<w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid>" } } },
  { "span-beyond", "span-cut", .edits = { { "<w:gridSpan w:val=\"1\"/>(</w:tcPr>" P ("\\d+") "</w:tc></w:tr>)",
                                            "<w:gridSpan w:val=\"99\"/>\\1" } } },
  { "span-unsaid", "", .edits = { { "<w:gridSpan w:val=\"1\"/>", "" } } },
  { "span-nonsense", "", .edits = { { "<w:gridSpan w:val=\"1\"/>", "<w:gridSpan w:val=\"0\"/>" } } },
  { "grid-before", "", .edits = { { "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1\"/><w:vMerge/></w:tcPr>" P ("") "</w:tc>",
                                    "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:wBefore w:w=\"800\" w:type=\"dxa\"/></w:trPr>" } } },
  { "grid-after", "value-missing", .edits = { { "<w:tr>(<w:tc><w:tcPr>(?:(?!</w:tr>).)*二、上年结转(?:(?!</w:tr>).)*)<w:tc>(?:(?!<w:tc>).)*</w:tr>",
                                                "<w:tr><w:trPr><w:gridAfter w:val=\"1\"/></w:trPr>\\1</w:tr>" } },
    .cells = "requests/carried-in/total=" },
  { "rows-as-tables", "", .edits = { { ONCE (CARRIED_IN), "\\1</w:tbl><w:tbl><w:tblPr/>\\2" } } },
  { "rows-as-tables-apart", "", .edits = { { ONCE (CARRIED_IN), "\\1</w:tbl><w:p/><w:tbl><w:tblPr/>\\2" } } },
  { "page-break-in-the-table", "", .edits = { { ONCE (CARRIED_IN), "\\1</w:tbl><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:tbl><w:tblPr/>\\2" } } },
  { "page-break-in-a-cell", "", .edits = { { NUMBER, "<w:r><w:lastRenderedPageBreak/><w:t>\\1</w:t></w:r>" } } },
  { "old-properties", "", .edits = { { "<w:tcPr>", "<w:tcPr><w:tcPrChange w:id=\"1\"><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr></w:tcPrChange>" } } },
  { "row-height-exact", "", .edits = { { "<w:tr>", "<w:tr><w:trPr><w:trHeight w:val=\"20\" w:hRule=\"exact\"/><w:cantSplit/></w:trPr>" } } },

  /* Tables in tables and in boxes */
  { "table-around", "layout-table", .edits = { { BODY, "<w:body><w:tbl><w:tblPr/><w:tr><w:tc>\\1<w:p/></w:tc></w:tr></w:tbl></w:body>" } } },
  { "table-around-each", "layout-table", .edits = { { "<w:tbl>(.*?)</w:tbl>", "<w:tbl><w:tblPr/><w:tr><w:tc><w:tbl>\\1</w:tbl><w:p/></w:tc></w:tr></w:tbl>" } } },
  { "table-in-a-box", "text-box", .edits = { { ONCE ("<w:tbl>(.*?)</w:tbl>"), "\\1<w:p>" BOX ("<w:tbl>\\2</w:tbl><w:p/>") "</w:p>" } } },
  { "number-in-a-box", "text-box", .edits = { { P ("184"), "<w:p>" BOX (P ("184")) "</w:p>" } } },
  { "heading-in-a-box", "text-box", .edits = { { P ("(二、主动公开政府信息情况)"), "<w:p>" BOX (P ("\\1")) "</w:p>" } } },
  { "number-in-a-table", "layout-table", .edits = { { P ("184"), "<w:tbl><w:tblPr/><w:tr>" TC ("184") "</w:tr></w:tbl><w:p/>" } } },
  { "alternates", "", .edits = { { NUMBER, "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" T ("\\1") "</mc:Choice>"
                                   "<mc:Fallback>" T ("\\1") "</mc:Fallback></mc:AlternateContent></w:r>" } } },
  { "alternates-unknown", "", .edits = { { NUMBER, "<w:r><mc:AlternateContent><mc:Choice Requires=\"new\">" T ("999") "</mc:Choice>"
                                           "<mc:Fallback>" T ("\\1") "</mc:Fallback></mc:AlternateContent></w:r>" } } },

  /* Controls and wrappers */
  { "control-run", "", .edits = { { NUMBER, "<w:sdt><w:sdtPr><w:alias w:val=\"数\"/></w:sdtPr><w:sdtContent>\\0</w:sdtContent></w:sdt>" } } },
  { "control-block", "", .edits = { { P ("((\\d)(\\d+))"), "<w:sdt><w:sdtContent>\\0</w:sdtContent></w:sdt>" } } },
  { "control-cell", "", .edits = { { "<w:tc>(?:(?!<w:tc>).)*" NUMBER_CELL, "<w:sdt><w:sdtContent>\\0</w:sdtContent></w:sdt>" } } },
  { "control-row", "", .edits = { { "<w:tr>.*?</w:tr>", "<w:sdt><w:sdtContent>\\0</w:sdtContent></w:sdt>" } } },
  { "control-table", "", .edits = { { "<w:tbl>.*?</w:tbl>", "<w:sdt><w:sdtContent>\\0</w:sdtContent></w:sdt>" } } },
  { "custom-xml", "", .edits = { { "<w:tr>.*?</w:tr>", "<w:customXml w:element=\"r\">\\0</w:customXml>" } } },
  { "smart-tags", "", .edits = { { NUMBER, "<w:smartTag w:element=\"n\">\\0</w:smartTag>" } } },
  { "links", "", .edits = { { NUMBER, "<w:hyperlink w:anchor=\"a\">\\0</w:hyperlink>" } } },
  { "bookmarks", "", .edits = { { NUMBER, "<w:bookmarkStart w:id=\"0\" w:name=\"a\"/>\\0<w:bookmarkEnd w:id=\"0\"/>" } } },
  { "other-direction", "", .edits = { { NUMBER, "<w:bdo w:val=\"ltr\">\\0</w:bdo>" } } },

  /* Numbers in pieces */
  { "runs", "", .edits = { { NUMBER, R ("\\2") "<w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>\\3</w:t></w:r>" } } },
  { "paragraphs", "", .edits = { { P ("184"), P ("18") P ("4") } }, .cells = "requests/received/research=18^4" },
  { "paragraphs-empty", "", .edits = { { P ("((\\d)(\\d+))"), "<w:p/>\\0<w:p/>" } } },
  { "two-paragraphs", "", .edits = { { P ("184"), P ("184") P ("（7）") } }, .cells = "requests/received/research=184^（7）" },
  { "breaks", "", .edits = { { P ("184"), "<w:p>" R ("18") "<w:r><w:br/></w:r>" R ("4") "</w:p>" } },
    .cells = "requests/received/research=18^4" },
  { "cdata", "", .edits = { { T ("((\\d)(\\d+))"), "<w:t><![CDATA[\\1]]></w:t>" } } },
  { "entities", "", .edits = { { T ("184"), "<w:t>&#49;&#x38;&#x34;</w:t>" } } },
  { "comments-in-xml", "", .edits = { { T ("((\\d)(\\d+))"), "<w:t>\\2<!-- x -->\\3</w:t>" } } },
  { "blanks-in-the-source", "", .edits = { { T ("((\\d)(\\d+))"), "<w:t>\n  \\1\n</w:t>" }, { "<w:tc>", "\n<w:tc>\n" } } },
  { "mathematics", "formula", .edits = { { NUMBER, "<m:oMath><m:r><m:t>\\1</m:t></m:r></m:oMath>" } } },
  { "no-break-hyphen", "", .edits = { { R ("184"), R ("18") "<w:r><w:noBreakHyphen/></w:r>" R ("4") } },
    .cells = "requests/received/research=18-4" },

  /* Fields */
  { "fields", "", .edits = { { NUMBER, FIELD ("begin") CODE ("=SUM(LEFT)") FIELD ("separate") "\\0" FIELD ("end") } } },
  { "fields-simple", "", .edits = { { NUMBER, "<w:fldSimple w:instr=\"=SUM(LEFT)\">\\0</w:fldSimple>" } } },
  { "fields-nested", "", .edits = { { NUMBER, FIELD ("begin") CODE ("IF ") FIELD ("begin") CODE ("REF a") FIELD ("separate") R ("77")
                                      FIELD ("end") FIELD ("separate") "\\0" FIELD ("end") } } },
  { "field-never-ended", "", .edits = { { ONCE (P ("184")), "\\1<w:p>" FIELD ("begin") CODE ("=1") FIELD ("separate") R ("184") "</w:p>" } } },
  { "contents-by-field", "contents", .edits = { { ONCE ("<w:p><w:r><w:t [^>]*>根据"), "\\1<w:p>" FIELD ("begin") CODE ("TOC \\\\o") FIELD ("separate")
                                                  R ("一、总体情况 1") "</w:p>" P ("二、主动公开政府信息情况 1") P ("三、收到和处理政府信息公开申请情况 2")
                                                  P ("四、政府信息公开行政复议、行政诉讼情况 3") P ("五、存在的主要问题及改进情况 3") "<w:p>" R ("六、其他需要报告的事项 4") FIELD ("end")
                                                  "</w:p><w:p><w:r><w:t>根据" } } },

  /* Changes, comments, what is hidden */
  { "inserted", "tracked-insertion", .edits = { { NUMBER, "<w:ins w:id=\"1\" w:author=\"张\">\\0</w:ins>" } } },
  { "replaced", "tracked-deletion tracked-insertion", .edits = { { NUMBER, DEL ("99") "<w:ins w:id=\"1\" w:author=\"张\">\\0</w:ins>" } } },
  { "moved", "tracked-deletion tracked-insertion", .edits = { { P ("184"), "<w:p><w:moveFrom w:id=\"1\">" R ("7") "</w:moveFrom>"
                                                                "<w:moveTo w:id=\"2\">" R ("184") "</w:moveTo></w:p>" } } },
  { "row-inserted", "tracked-insertion", .edits = { { "<w:tr>((?:(?!</w:tr>).)*二、上年结转)", "<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>\\1" } } },
  { "row-deleted", "tracked-deletion", .edits = { { ONCE (CARRIED_IN), "\\1<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" TC ("旧行") TC ("5") "</w:tr>\\2" } } },
  { "cell-deleted", "tracked-deletion", .edits = { { "(<w:tc>(?:(?!<w:tc>).)*" P ("184") "</w:tc>)",
                                                     "<w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>" P ("99") "</w:tc>\\1" } } },
  { "mark-deleted", "", .edits = { { ONCE ("<w:p><w:r><w:t [^>]*>全年未收取"), "\\1<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr></w:p>"
                                     "<w:p><w:r><w:t>全年未收取" } } },
  { "comments", "", .edits = { { P ("184"), "<w:p><w:commentRangeStart w:id=\"0\"/>" R ("184") "<w:commentRangeEnd w:id=\"0\"/>"
                                 "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>" } },
    .parts = { "comments", "<w:comment w:id=\"0\" w:author=\"李\" w:date=\"2022-01-05T10:20:00Z\"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment>" } },
  { "hidden-runs", "hidden-text", .edits = { { NUMBER, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>\\0" } } },
  { "hidden-row", "hidden-text", .edits = { { ONCE (CARRIED_IN), "\\1<w:tr><w:trPr><w:hidden/></w:trPr>" TC ("藏行") TC ("5") "</w:tr>\\2" } } },
  { "footnotes", "footnote", .edits = { { P ("184"), "<w:p>" R ("184") "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" } },
    .parts = { "footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>口径</w:t></w:r></w:p></w:footnote>" } },
  { "header-and-footer", "header-footer", .edits = { { "</w:body>", "<w:sectPr/></w:body>" } },
    .parts = { "header", "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>", "footer", "<w:p><w:r><w:t>— 1 —</w:t></w:r></w:p>" } },

  /* Headings and numbering */
  { "headings-counted", "numbering", .edits = { { HEADINGS, "<w:p>" IN_LIST ("1", "0") "\\1\\2" } }, .parts = { "numbering", LISTS } },
  { "labels-counted", "numbering", .edits = { { "<w:p>(<w:r><w:t [^>]*>)([一二三四]、)((?:本年新收|上年结转|本年度办理|结转下年度)[^<]*</w:t>)",
                                                "<w:p>" IN_LIST ("2", "0") "\\1\\3" } }, .parts = { "numbering", LISTS } },
  { "headings-styled", "", .edits = { { HEADINGS, "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr>\\0" }, { "(<w:pStyle w:val=\"1\"/></w:pPr>)<w:p>", "\\1" } },
    .parts = { "styles", "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>" } },
  { "headings-bold", "", .edits = { { "<w:r>(<w:t [^>]*>[一二三四五六]、)", "<w:r><w:rPr><w:b/></w:rPr>\\1" } } },
  { "headings-run-in", "", .edits = { { "(总体情况)</w:t></w:r></w:p><w:p><w:r><w:t [^>]*>", "\\1</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>" } },
    .format_notes = { [NASTY_DOCX] = "" } },
  { "pictures", "", .edits = { { ONCE ("<w:p><w:r><w:t [^>]*>全年未收取"), "\\1<w:p>" PICTURE "<w:r><w:t>全年未收取" } }, .flags = NASTY_OTHER_TEXTS },
  { "table-as-picture", "table-missing", .mar = nasty_mar_drop_table, .edits = { { "<w:p>(<w:r><w:t [^>]*>五、)", "<w:p>" PICTURE "</w:p><w:p>\\1" } },
    .flags = NASTY_OTHER_TEXTS },
  { "picture-in-a-cell", "picture-moved", .edits = { { P ("184"), "<w:p>" R ("184") PICTURE "</w:p>" } }, .flags = NASTY_OTHER_TEXTS },

  /* Packages */
  { "other-places", "", .options = OTHER_PLACES },
  { "strict", "", .options = STRICT, .edits = { { WORD, STRICT_WORD }, { OFFICE, STRICT_OFFICE } } },
  { "other-prefix", "", .edits = { { "<(/?)w:", "<\\1ns0:" }, { " w:", " ns0:" }, { "xmlns:w=", "xmlns:ns0=" } } },
  { "utf-16", "", .edits = { { "encoding=\"UTF-8\"", "encoding=\"UTF-16\"" }, { "\\A", "\xef\xbb\xbf" } }, .encoding = "UTF-16LE" },
  { "mark-before-xml", "", .edits = { { "\\A", "\xef\xbb\xbf" } } },
};
const guint nasty_n_docx_cases = G_N_ELEMENTS (nasty_docx_cases);
