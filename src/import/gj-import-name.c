/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include <string.h>

/* Files are read by what they hold. A name that says otherwise is told, for whoever sent
 * the file may not know it, and other programs may go by the name. */

typedef struct
{
  const char   *suffix;
  GjImportKind  kind;
  GjImportKind  other;
} Suffix;

/* WPS writes both kinds of documents under its own suffix. */
static const Suffix suffixes[] = {
  { "docx", GJ_IMPORT_KIND_DOCX, GJ_IMPORT_KIND_DOCX },
  { "docm", GJ_IMPORT_KIND_DOCX, GJ_IMPORT_KIND_DOCX },
  { "dotx", GJ_IMPORT_KIND_DOCX, GJ_IMPORT_KIND_DOCX },
  { "doc", GJ_IMPORT_KIND_DOC, GJ_IMPORT_KIND_DOC },
  { "dot", GJ_IMPORT_KIND_DOC, GJ_IMPORT_KIND_DOC },
  { "wps", GJ_IMPORT_KIND_DOC, GJ_IMPORT_KIND_DOCX },
  { "wpt", GJ_IMPORT_KIND_DOC, GJ_IMPORT_KIND_DOCX },
  { "htm", GJ_IMPORT_KIND_HTML, GJ_IMPORT_KIND_HTML },
  { "html", GJ_IMPORT_KIND_HTML, GJ_IMPORT_KIND_HTML },
  { "shtml", GJ_IMPORT_KIND_HTML, GJ_IMPORT_KIND_HTML },
  { "xhtml", GJ_IMPORT_KIND_HTML, GJ_IMPORT_KIND_HTML },
  { "pdf", GJ_IMPORT_KIND_PDF, GJ_IMPORT_KIND_PDF },
  { "txt", GJ_IMPORT_KIND_TEXT, GJ_IMPORT_KIND_TEXT },
  { "text", GJ_IMPORT_KIND_TEXT, GJ_IMPORT_KIND_TEXT },
  { "md", GJ_IMPORT_KIND_TEXT, GJ_IMPORT_KIND_TEXT },
  { "rtf", GJ_IMPORT_KIND_RTF, GJ_IMPORT_KIND_RTF },
  { "xls", GJ_IMPORT_KIND_SHEET, GJ_IMPORT_KIND_SHEET },
  { "xlsx", GJ_IMPORT_KIND_SHEET, GJ_IMPORT_KIND_SHEET },
  { "et", GJ_IMPORT_KIND_SHEET, GJ_IMPORT_KIND_SHEET },
  { "ofd", GJ_IMPORT_KIND_OFD, GJ_IMPORT_KIND_OFD },
  { "mht", GJ_IMPORT_KIND_MHTML, GJ_IMPORT_KIND_MHTML },
  { "gouji", GJ_IMPORT_KIND_GOUJI, GJ_IMPORT_KIND_GOUJI },
};

typedef struct
{
  GjImportKind  kind;
  const char   *zh;
  const char   *en;
} Name;

/* Of the kinds that are read. */
static const Name names[] = {
  { GJ_IMPORT_KIND_TEXT, "纯文本", "a plain text" },
  { GJ_IMPORT_KIND_DOCX, "Word 文档（.docx）", "a Word document (.docx)" },
  { GJ_IMPORT_KIND_DOC, "旧版 Word 文档（.doc）", "an old Word document (.doc)" },
  { GJ_IMPORT_KIND_HTML, "网页", "a web page" },
  { GJ_IMPORT_KIND_PDF, "PDF", "a PDF" },
};

static const Suffix *
find_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i].suffix) == 0)
      return &suffixes[i];

  return NULL;
}

static void
add_note (GjSourceBuilder *builder,
          const Suffix    *suffix,
          const Name      *name)
{
  g_autofree char *zh = g_strdup_printf ("文件名以 .%s 结尾，内容其实是%s，已按内容读入。", suffix->suffix, name->zh);
  g_autofree char *en = g_strdup_printf ("The file’s name ends in .%s, but it is really %s; it was read as that.",
                                         suffix->suffix, name->en);

  gj_source_builder_add_note (builder, GJ_SEVERITY_WARNING, "mislabelled", "", zh, en, NULL, 0);
}

void
_gj_import_copy_source (GjSourceBuilder *builder,
                        const GjSource  *source)
{
  const char *const *lines = gj_source_get_title_lines (source);

  gj_source_builder_set_unit (builder, gj_source_get_unit (source));
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    gj_source_builder_add_title_line (builder, lines[i]);
  for (guint i = 0; i < gj_source_get_n_labels (source); i++)
    gj_source_builder_add_label (builder, gj_source_get_label (source, i)->place,
                                 gj_source_get_label (source, i)->text);
  for (guint i = 0; i < gj_source_get_n_surpluses (source); i++)
    gj_source_builder_add_surplus (builder, gj_source_get_surplus (source, i)->place,
                                   (const char *const *) gj_source_get_surplus (source, i)->values);
  for (guint i = 0; i < gj_source_get_n_residues (source); i++)
    gj_source_builder_add_residue (builder, gj_source_get_residue (source, i)->place,
                                   gj_source_get_residue (source, i)->text);
  for (guint i = 0; i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      gj_source_builder_add_note (builder, note->severity, note->code, note->place, note->message_zh,
                                  note->message_en, note->fragment, note->line);
    }
}

/**
 * gj_import_note_name:
 * @report: a report that was just imported
 * @bytes: the content it was read from
 * @name: (type filename): the name of the file
 *
 * Adds a note, before all others, when the suffix of @name promises another kind of file
 * than @bytes are.
 */
void
gj_import_note_name (GjReport   *report,
                     GBytes     *bytes,
                     const char *name)
{
  GjSource *source;
  const Suffix *suffix;
  GjImportKind kind;

  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (bytes != NULL && name != NULL);

  kind = gj_import_sniff (bytes);
  suffix = find_suffix (name);
  source = gj_report_get_source (report);
  if (source == NULL || suffix == NULL || suffix->kind == kind || suffix->other == kind)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].kind == kind)
      {
        g_autoptr (GjSourceBuilder) builder = gj_source_builder_new (gj_source_get_format (source),
                                                                     gj_source_get_digest (source));
        g_autoptr (GjSource) noted = NULL;

        add_note (builder, suffix, &names[i]);
        _gj_import_copy_source (builder, source);
        noted = gj_source_builder_end (builder);
        gj_report_init_source (report, noted);
        return;
      }
}
