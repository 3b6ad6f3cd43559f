/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-export.h"

#include <string.h>

#include "gj-render.h"

#include "gj-export-words.h"
#include "gj-html-export-private.h"

/* A page of a site: what is published of a report and nothing else. No script, nothing
 * that is loaded from elsewhere, no time and no name of a person or a machine. */

static void
append_meta (GString    *out,
             const char *name,
             const char *content)
{
  if (*content == '\0')
    return;

  g_string_append (out, "<meta");
  _gj_html_export_attribute (out, "name", name);
  _gj_html_export_attribute (out, "content", content);
  g_string_append (out, ">\n");
}

static char *
dup_field (GjReport *report,
           GjField   field)
{
  const char *value = gj_report_get_field (report, field);

  return g_strdup (value != NULL ? value : "");
}

/* The sections in the words of the form. */
static char *
dup_description (GjReport   *report,
                 const char *title)
{
  GjForm *form = gj_report_get_form (report);
  GString *text = g_string_new (title);

  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const char *heading = gj_form_get_section (form, i)->heading.zh;
      const char *mark = strstr (heading, "、");

      g_string_append (text, i == 0 ? "：" : "；");
      g_string_append (text, mark != NULL ? mark + strlen ("、") : heading);
    }
  g_string_append (text, "。");

  return g_string_free (text, FALSE);
}

static char *
dup_keywords (GjReport   *report,
              const char *body)
{
  GString *text = g_string_new ("政府信息公开工作年度报告");

  if (gj_report_get_year (report) > 0)
    g_string_append_printf (text, ",%d年", gj_report_get_year (report));
  if (*body != '\0')
    g_string_append_printf (text, ",%s", body);

  return g_string_free (text, FALSE);
}

/* The names of 政府网站发展指引 (国办发〔2017〕47号), as far as a report knows them: the
 * site adds its own. */
static void
append_head (GString  *out,
             GjReport *report)
{
  g_autofree char *title = gj_export_dup_title_line (report);
  g_autofree char *body = dup_field (report, GJ_FIELD_BODY);
  g_autofree char *description = dup_description (report, title);
  g_autofree char *keywords = dup_keywords (report, body);

  g_string_append (out, "<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  g_string_append (out, "<title>");
  _gj_html_export_plain (out, title);
  g_string_append (out, "</title>\n");
  append_meta (out, "description", description);
  append_meta (out, "keywords", keywords);
  append_meta (out, "ArticleTitle", title);
  if (gj_export_has_date (report))
    append_meta (out, "PubDate", gj_report_get_field (report, GJ_FIELD_DATE));
  append_meta (out, "ContentSource", body);
  g_string_append_printf (out, "<style>\n%s</style>\n</head>\n", _gj_html_export_style);
}

static gsize
count_blanks (const char *text)
{
  const char *p = text;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return (gsize) (p - text);
}

/* The heading that a paragraph begins with is set off as on paper; it stays a paragraph. One
 * that is indented by its own blanks is not indented twice. */
static void
append_paragraph (GString    *out,
                  const char *text)
{
  gsize n_blanks = count_blanks (text);
  GjFontRole role = GJ_FONT_BODY;
  guint lead = gj_paper_find_lead (text + n_blanks, &role);

  _gj_html_export_open (out, "p", *text == '\0' ? "blank" : n_blanks > 1 ? "flush" : NULL, text);
  g_string_append_c (out, '>');
  if (lead > 0)
    {
      g_autofree char *heading = g_strndup (text + n_blanks, lead);
      g_autofree char *blanks = g_strndup (text, n_blanks);

      _gj_html_export_text (out, blanks);
      g_string_append (out, role == GJ_FONT_HEADING ? "<b class=\"first\">" : "<b>");
      _gj_html_export_text (out, heading);
      g_string_append (out, "</b>");
    }
  _gj_html_export_text (out, lead > 0 ? text + n_blanks + lead : text);
  g_string_append (out, "</p>\n");
}

static void
append_picture (GString         *out,
                const GjPicture *picture)
{
  gsize size;
  const guchar *data = g_bytes_get_data (picture->bytes, &size);
  g_autofree char *base64 = g_base64_encode (data, size);

  g_string_append (out, "<figure><img");
  _gj_html_export_attribute (out, "alt", picture->title != NULL ? picture->title : "");
  g_string_append_printf (out, " src=\"data:%s;base64,%s\"></figure>\n", picture->type, base64);
}

static void
append_table (GString  *out,
              GjReport *report,
              guint     section)
{
  GjForm *form = gj_report_get_form (report);
  guint table = section < gj_form_get_n_sections (form) ? gj_form_get_section (form, section)->table : GJ_NONE;

  if (table != GJ_NONE)
    _gj_html_export_table (out, report, gj_form_get_table (form, table));
}

static void
append_block (GString  *out,
              GjReport *report,
              guint     section,
              GjBlock  *block)
{
  switch (gj_block_get_kind (block))
    {
    case GJ_BLOCK_PARAGRAPH:
      append_paragraph (out, gj_block_get_text (block));
      break;
    case GJ_BLOCK_PICTURE:
      append_picture (out, gj_block_get_picture (block));
      break;
    case GJ_BLOCK_TABLE:
      append_table (out, report, section);
      break;
    }
}

static void
append_narrative (GString  *out,
                  GjReport *report,
                  guint     section)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);

  if (!gj_export_has_table_mark (narrative))
    append_table (out, report, section);
  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    append_block (out, report, section, gj_narrative_get_block (narrative, i));
}

static void
append_section (GString  *out,
                GjReport *report,
                guint     section)
{
  const char *id = gj_form_get_section (gj_report_get_form (report), section)->id;
  const char *heading = gj_report_get_heading (report, section);

  g_string_append_printf (out, "<section aria-labelledby=\"%s\">\n", id);
  _gj_html_export_open (out, "h2", NULL, heading != NULL ? heading : "");
  g_string_append_printf (out, " id=\"%s\">", id);
  _gj_html_export_text (out, heading != NULL ? heading : "");
  g_string_append (out, "</h2>\n");
  append_narrative (out, report, section);
  g_string_append (out, "</section>\n");
}

static void
append_front (GString  *out,
              GjReport *report)
{
  g_autofree char *number = dup_field (report, GJ_FIELD_DOCUMENT_NUMBER);
  g_autofree char *title = gj_export_dup_title (report);

  if (*number != '\0')
    _gj_html_export_element (out, "p", "number", number);
  _gj_html_export_element (out, "h1", NULL, title);
  append_narrative (out, report, gj_report_get_preface (report));
}

static void
append_back (GString  *out,
             GjReport *report)
{
  g_autofree char *signature = dup_field (report, GJ_FIELD_SIGNATURE);
  g_autofree char *date = gj_export_dup_date (report);

  if (*signature != '\0')
    _gj_html_export_element (out, "p", "signature", signature);
  if (*date == '\0')
    return;

  _gj_html_export_open (out, "p", "date", date);
  g_string_append (out, "><time");
  if (gj_export_has_date (report))
    _gj_html_export_attribute (out, "datetime", gj_report_get_field (report, GJ_FIELD_DATE));
  g_string_append_c (out, '>');
  _gj_html_export_text (out, date);
  g_string_append (out, "</time></p>\n");
}

/**
 * gj_html_export:
 * @report: a report that this thread may read
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes what is published of a report as a page for a site: the same report, the same
 * bytes. Fails only when it is cancelled.
 *
 * Returns: (transfer full): the page in UTF-8, or %NULL with an error
 */
GBytes *
gj_html_export (GjReport      *report,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  out = g_string_new ("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n");
  append_head (out, report);
  g_string_append (out, "<body>\n<main>\n<article>\n");
  append_front (out, report);
  for (guint i = 0; i < gj_form_get_n_sections (gj_report_get_form (report)); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      append_section (out, report, i);
    }
  append_back (out, report);
  g_string_append (out, "</article>\n</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
