/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <math.h>
#include <string.h>

/* The report from its title to its date, in the order of the paper. A paragraph looks as
 * on paper by its style; what a paragraph is, a style of the document says too, so that
 * whoever reads it back need not guess. */

#define INDENT 2

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

/* @place: (nullable): what the paragraph is, for the comments about it */
static void
add_paragraph (GjDocxExport *self,
               const char   *style,
               const char   *properties,
               const char   *text,
               const char   *place)
{
  begin_paragraph (self->out, style, properties);
  if (place != NULL)
    _gj_docx_export_open_place (self, place);
  _gj_docx_export_run (self->out, "", text, -1);
  if (place != NULL)
    _gj_docx_export_close_place (self, place);
  end_paragraph (self->out);
}

/* The title */

/* A line of the title that is too long for the paper is broken by sense. Such a break is
   marked by its style: it is not in the title. */
static void
add_title_line (GjDocxExport *self,
                const char   *line,
                const char   *body)
{
  GString *out = self->out;
  g_autofree char *broken = gj_paper_break_title (line, body);
  g_auto (GStrv) parts = g_strsplit (broken, "\n", -1);
  const char *rest = line;

  begin_paragraph (out, "Title", "");
  _gj_docx_export_open_place (self, "title");
  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      const char *at = strstr (rest, parts[i]);

      if (at == NULL)
        break;
      at += strlen (parts[i]);
      _gj_docx_export_run (out, "", rest, at - rest);
      g_string_append (out, GJ_DOCX_BREAK_BY_SENSE);
      rest = at;
    }
  _gj_docx_export_run (out, "", rest, -1);
  _gj_docx_export_close_place (self, "title");
  end_paragraph (out);
}

/* Document number and title. A report without a title has that of its form. */
static void
add_title (GjDocxExport *self)
{
  const char *number = gj_report_get_field (self->report, GJ_FIELD_DOCUMENT_NUMBER);
  const char *body = gj_report_get_field (self->report, GJ_FIELD_BODY);
  g_autofree char *title = g_strdup (gj_report_get_field (self->report, GJ_FIELD_TITLE));
  g_auto (GStrv) lines = NULL;

  if (number != NULL && *number != '\0')
    add_paragraph (self, "DocumentNumber", "", number, NULL);
  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = gj_form_format_title (self->form, body != NULL ? body : "", gj_report_get_year (self->report));
    }
  lines = g_strsplit (title, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_title_line (self, lines[i], body);
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

/* A paragraph that brings blanks of its own is indented by what they lack; both would be
   too much. */
static char *
dup_indent (const char *text,
            gsize       n_blanks)
{
  double width = 0;

  if (n_blanks == 0)
    return g_strdup ("");

  for (const char *p = text; p < text + n_blanks; p = g_utf8_next_char (p))
    width += *p == '\t' ? INDENT : _gj_docx_export_measure (p, g_utf8_next_char (p) - p);
  width = MAX (0, INDENT - width);
  return g_strdup_printf ("<w:ind w:firstLineChars=\"%d\" w:firstLine=\"%d\"/>", (int) lround (width * 100),
                          (int) lround (width * GJ_DOCX_CHARACTER));
}

static const char *
get_lead_style (GjFontRole role)
{
  return role == GJ_FONT_HEADING ? "<w:rStyle w:val=\"Lead1\"/>" : "<w:rStyle w:val=\"Lead2\"/>";
}

/* The bytes of a paragraph from @from to @to, parted where comments begin and end. */
static void
add_runs (GjDocxExport *self,
          const char   *properties,
          const char   *text,
          gsize         from,
          gsize         to,
          GArray       *marks)
{
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const GjDocxMark *mark = &g_array_index (marks, GjDocxMark, i);

      if (mark->at < from || mark->at >= to)
        continue;
      _gj_docx_export_run (self->out, properties, text + from, (gssize) (mark->at - from));
      _gj_docx_export_mark (self, mark);
      from = mark->at;
    }
  _gj_docx_export_run (self->out, properties, text + from, (gssize) (to - from));
}

static void
add_last_marks (GjDocxExport *self,
                const char   *text,
                GArray       *marks)
{
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (g_array_index (marks, GjDocxMark, i).at >= strlen (text))
      _gj_docx_export_mark (self, &g_array_index (marks, GjDocxMark, i));
}

static void
add_text (GjDocxExport *self,
          const char   *text,
          const char   *place,
          guint         offset,
          gboolean      is_last)
{
  g_autoptr (GArray) marks = _gj_docx_export_list_marks (self, place, text, offset);
  const char *start = skip_blanks (text);
  g_autofree char *stripped = g_strchomp (g_strdup (start));
  GjFontRole role = GJ_FONT_BODY;
  guint lead = gj_paper_find_lead (stripped, &role);
  const char *style = get_style (stripped, lead, role);
  gsize lead_start = (gsize) (start - text);
  gsize lead_end = lead_start + lead;
  g_autofree char *indent = dup_indent (text, lead_start);
  g_autofree char *properties = NULL;

  properties = g_strconcat (is_last ? "<w:keepNext/>" : "", indent, NULL);
  begin_paragraph (self->out, style, properties);
  if (strcmp (place, "preface") == 0)
    _gj_docx_export_open_place (self, place);
  if (strcmp (style, "NormalIndent") == 0 && lead > 0)
    {
      add_runs (self, "", text, 0, lead_start, marks);
      add_runs (self, get_lead_style (role), text, lead_start, lead_end, marks);
      add_runs (self, "", text, lead_end, strlen (text), marks);
    }
  else
    {
      add_runs (self, "", text, 0, strlen (text), marks);
    }
  add_last_marks (self, text, marks);
  if (strcmp (place, "preface") == 0)
    _gj_docx_export_close_place (self, place);
  end_paragraph (self->out);
}

/* The signature */

/* A seal begins within a line of the text and covers the body's name and the date. */
#define SEAL_LINES 2

/* Right against the margin but for @characters; the first line leaves room for the seal. */
static void
add_signature_line (GjDocxExport *self,
                    const char   *style,
                    double        characters,
                    gboolean      is_first,
                    const char   *text)
{
  g_autoptr (GString) properties = g_string_new (NULL);

  characters = CLAMP (characters, 0, GJ_PAPER_CHARACTERS);
  if (is_first)
    g_string_append_printf (properties, "<w:spacing w:beforeLines=\"%d\" w:before=\"%d\"/>", 100 * SEAL_LINES,
                            GJ_DOCX_PITCH * SEAL_LINES);
  g_string_append_printf (properties, "<w:ind w:rightChars=\"%d\" w:right=\"%d\"/>",
                          (int) lround (characters * 100), (int) lround (characters * GJ_DOCX_CHARACTER));
  add_paragraph (self, style, properties->str, text, "signature");
}

/* GB/T 9704-2012, 7.3.5.1, as on paper: the date four characters from the edge, the body's
   name above it, centred over it. */
static void
add_signature (GjDocxExport *self)
{
  const char *signature = gj_report_get_field (self->report, GJ_FIELD_SIGNATURE);
  const char *date = gj_report_get_field (self->report, GJ_FIELD_DATE);
  g_autofree char *day = gj_paper_format_date (date != NULL ? date : "");
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (signature != NULL ? signature : "", "\n", -1);
  double widest = 0;
  double axis = 0;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (lines, names[i]);
  if (*day != '\0')
    g_ptr_array_add (lines, day);
  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, _gj_docx_export_measure (lines->pdata[i], -1));
  if (lines->len > 0)
    axis = MAX (4 + _gj_docx_export_measure (lines->pdata[lines->len - 1], -1) / 2, widest / 2);

  for (guint i = 0; i < lines->len; i++)
    add_signature_line (self, lines->pdata[i] == day ? "Date" : "Signature",
                        axis - _gj_docx_export_measure (lines->pdata[i], -1) / 2, i == 0, lines->pdata[i]);
}

/* Sections. The last paragraph stays with the signature, which never stands alone. */

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
               guint         section,
               const char   *place)
{
  GjNarrative *narrative = gj_report_get_narrative (self->report, section);
  guint n_blocks = narrative != NULL ? gj_narrative_get_n_blocks (narrative) : 0;
  gboolean is_end = section + 1 == gj_form_get_n_sections (self->form);
  gboolean has_table = has_table_anchor (narrative);
  guint offset = 0;

  if (!has_table)
    add_table (self, section);

  for (guint i = 0; i < n_blocks; i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      switch (gj_block_get_kind (block))
        {
        case GJ_BLOCK_PARAGRAPH:
          add_text (self, gj_block_get_text (block), place, offset, is_end && i + 1 == n_blocks);
          offset += (guint) g_utf8_strlen (gj_block_get_text (block), -1) + 1;
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
end_with_paragraph (GjDocxExport *self)
{
  if (g_str_has_suffix (self->out->str, "</w:tbl>"))
    add_paragraph (self, "NormalIndent", "", "", NULL);
}

gboolean
_gj_docx_export_body (GjDocxExport  *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  add_title (self);
  add_narrative (self, gj_report_get_preface (self->report), "preface");
  for (guint i = 0; i < gj_form_get_n_sections (self->form); i++)
    {
      const char *id = gj_form_get_section (self->form, i)->id;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_paragraph (self, "Heading1", "", gj_report_get_heading (self->report, i), id);
      add_narrative (self, i, id);
    }
  add_signature (self);
  end_with_paragraph (self);
  return TRUE;
}
