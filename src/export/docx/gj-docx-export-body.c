/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <math.h>
#include <string.h>

/* The report from its title to its date, in the order of the paper. A paragraph looks as
 * on paper by its style; what a paragraph is, a style of the document says too, so that
 * whoever reads it back need not guess. */

static void
begin_paragraph (GString    *out,
                 const char *style,
                 const char *properties)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style, properties);
}

static void
end_paragraph (GString *out)
{
  g_string_append (out, "</w:p>");
}

static void
add_paragraph (GString    *out,
               const char *style,
               const char *properties,
               const char *text)
{
  begin_paragraph (out, style, properties);
  _gj_docx_export_run (out, "", text, -1);
  end_paragraph (out);
}

/* The title */

/* A line of the title that is too long for the paper is broken by sense. Such a break is
   marked by its style: it is not in the title. */
static void
add_title_line (GString    *out,
                const char *line,
                const char *body)
{
  g_autofree char *broken = gj_paper_break_title (line, body);
  g_auto (GStrv) parts = g_strsplit (broken, "\n", -1);
  const char *rest = line;

  begin_paragraph (out, "Title", "");
  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      const char *at = strstr (rest, parts[i]);

      if (at == NULL)
        break;
      at += strlen (parts[i]);
      _gj_docx_export_run (out, "", rest, at - rest);
      g_string_append (out, "<w:r><w:rPr><w:rStyle w:val=\"LineBreakBySense\"/></w:rPr><w:br/></w:r>");
      rest = at;
    }
  _gj_docx_export_run (out, "", rest, -1);
  end_paragraph (out);
}

/* Document number and title. A report without a title has that of its form. */
void
_gj_docx_export_title (GjDocxExport *self)
{
  const char *number = gj_report_get_field (self->report, GJ_FIELD_DOCUMENT_NUMBER);
  const char *body = gj_report_get_field (self->report, GJ_FIELD_BODY);
  g_autofree char *title = g_strdup (gj_report_get_field (self->report, GJ_FIELD_TITLE));
  g_auto (GStrv) lines = NULL;

  if (number != NULL && *number != '\0')
    add_paragraph (self->out, "DocumentNumber", "", number);
  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = gj_form_format_title (self->form, body != NULL ? body : "", gj_report_get_year (self->report));
    }
  lines = g_strsplit (title, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_title_line (self->out, lines[i], body);
}

/* Paragraphs */

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
get_style (const char *stripped,
           guint       lead,
           GjFontRole  role)
{
  if (!gj_paper_is_heading (stripped) || role == GJ_FONT_HEADING)
    return "NormalIndent";
  return lead > 0 ? "Heading2" : "Heading3";
}

/* A paragraph that brings blanks of its own needs no indent; both would be too much. */
static const char *
get_indent (gboolean has_blanks)
{
  return has_blanks ? "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>" : "";
}

static const char *
get_lead_style (GjFontRole role)
{
  return role == GJ_FONT_HEADING ? "<w:rStyle w:val=\"Lead1\"/>" : "<w:rStyle w:val=\"Lead2\"/>";
}

void
_gj_docx_export_paragraph (GjDocxExport *self,
                           const char   *text)
{
  const char *start = skip_blanks (text);
  g_autofree char *stripped = g_strchomp (g_strdup (start));
  GjFontRole role = GJ_FONT_BODY;
  guint lead = gj_paper_find_lead (stripped, &role);
  const char *style = get_style (stripped, lead, role);

  begin_paragraph (self->out, style, get_indent (start > text));
  if (lead > 0 && strcmp (style, "NormalIndent") == 0)
    {
      _gj_docx_export_run (self->out, "", text, start - text);
      _gj_docx_export_run (self->out, get_lead_style (role), start, lead);
      _gj_docx_export_run (self->out, "", start + lead, -1);
    }
  else
    {
      _gj_docx_export_run (self->out, "", text, -1);
    }
  end_paragraph (self->out);
}

/* The signature */

/* Right against the margin but for @characters; the first line keeps away from the
   text. */
static void
add_signature_line (GString    *out,
                    const char *style,
                    double      characters,
                    gboolean    is_first,
                    const char *text)
{
  g_autofree char *properties = NULL;

  characters = CLAMP (characters, 0, GJ_PAPER_CHARACTERS);
  properties = g_strdup_printf ("%s<w:ind w:rightChars=\"%d\" w:right=\"%d\"/>",
                                is_first ? "<w:spacing w:beforeLines=\"100\" w:before=\"579\"/>" : "",
                                (int) lround (characters * 100),
                                (int) lround (characters * GJ_DOCX_CHARACTER));
  add_paragraph (out, style, properties, text);
}

static double
get_widest (char **lines)
{
  double widest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    widest = MAX (widest, _gj_docx_export_measure (lines[i], -1));
  return widest;
}

/* GB/T 9704-2012, 7.3.5.2, as on paper: the body two characters from the edge, the date
   two characters further right than the body; a longer date stands two characters from
   the edge, and the body gives way. */
void
_gj_docx_export_signature (GjDocxExport *self)
{
  const char *signature = gj_report_get_field (self->report, GJ_FIELD_SIGNATURE);
  const char *date = gj_report_get_field (self->report, GJ_FIELD_DATE);
  g_auto (GStrv) names = g_strsplit (signature != NULL ? signature : "", "\n", -1);
  g_autofree char *day = gj_paper_format_date (date != NULL ? date : "");
  double widest = get_widest (names);
  double day_width = _gj_docx_export_measure (day, -1);
  double right = *day != '\0' && day_width > widest ? 4 + day_width - widest : 2;

  for (guint i = 0; names[i] != NULL; i++)
    add_signature_line (self->out, "Signature",
                        right + (widest - _gj_docx_export_measure (names[i], -1)) / 2, i == 0, names[i]);
  if (*day != '\0')
    add_signature_line (self->out, "Date", MAX (2, widest - day_width), names[0] == NULL, day);
}

/* Sections */

static void
add_table (GjDocxExport *self,
           guint         section)
{
  guint table;

  if (section >= gj_form_get_n_sections (self->form))
    return;
  table = gj_form_get_section (self->form, section)->table;
  if (table != GJ_NONE)
    _gj_docx_export_table (self, gj_form_get_table (self->form, table));
}

static gboolean
has_table_anchor (GjNarrative *narrative)
{
  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    if (gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

static void
add_narrative (GjDocxExport *self,
               guint         section)
{
  GjNarrative *narrative = gj_report_get_narrative (self->report, section);
  gboolean has_table = has_table_anchor (narrative);

  if (!has_table)
    add_table (self, section);

  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      switch (gj_block_get_kind (block))
        {
        case GJ_BLOCK_PARAGRAPH:
          _gj_docx_export_paragraph (self, gj_block_get_text (block));
          break;
        case GJ_BLOCK_PICTURE:
          _gj_docx_export_picture (self, gj_block_get_picture (block));
          break;
        case GJ_BLOCK_TABLE:
          if (has_table)
            add_table (self, section);
          has_table = FALSE;
          break;
        }
    }
}

/* Word wants a paragraph after the last table. */
static void
end_with_paragraph (GString *out)
{
  if (g_str_has_suffix (out->str, "</w:tbl>"))
    add_paragraph (out, "NormalIndent", "", "");
}

gboolean
_gj_docx_export_body (GjDocxExport  *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  _gj_docx_export_title (self);
  add_narrative (self, gj_report_get_preface (self->report));
  for (guint i = 0; i < gj_form_get_n_sections (self->form); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_paragraph (self->out, "Heading1", "", gj_report_get_heading (self->report, i));
      add_narrative (self, i);
    }
  _gj_docx_export_signature (self);
  end_with_paragraph (self->out);
  return TRUE;
}
