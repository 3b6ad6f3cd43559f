/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-dossier.h"

#include "gj-html-export-private.h"

/* A comparison as a page, with the words and the order that it has on paper: what was
 * removed in <del>, what was added in <ins>. No script, nothing that is loaded from
 * elsewhere. */

static const char style[] =
  ":root{--bar:#1c62b9;--removed:#fbe3e4;--added:#dff3e4;--number:#fff1cf;--strong:#8a4b00}\n"
  "@media (prefers-color-scheme:dark){:root{--bar:#8ec0ff;--removed:#4a2529;--added:#1f3f2b;--number:#4a3b12;"
  "--strong:#ffc069}}\n"
  "main{max-width:76rem}\n"
  "h1{margin:.5rem 0 .5rem}\n"
  "h3{margin:1.5rem 0 .5rem;font-size:1.0625rem;line-height:1.5}\n"
  "p{text-indent:0}\n"
  ".subtitle{text-align:center;overflow-wrap:anywhere}\n"
  ".remark{margin:1rem 0;padding:.5rem .75rem;border-left:.25rem solid var(--strong);background:var(--shade)}\n"
  ".items{margin:.5rem 0;padding:0;list-style:none}\n"
  ".items li{display:flex;gap:.6em;line-height:1.7}\n"
  ".items .mark{flex:none;min-width:1.4em;font-weight:600}\n"
  ".beside{display:grid;grid-template-columns:minmax(22rem,2fr) 3fr;gap:2rem;align-items:start}\n"
  ".charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:1.5rem}\n"
  "figure{margin:1.25rem 0}\n"
  "svg{display:block;width:100%;height:auto;fill:var(--ink);font-family:inherit}\n"
  ".bar{fill:var(--bar);stroke:var(--bar);stroke-width:.6}\n"
  ".axis{stroke:var(--line)}\n"
  ".data caption{position:static;width:auto;height:auto;clip-path:none;padding:.25rem 0;font-weight:600;text-align:left}\n"
  ".data td,.data th{text-align:left}\n"
  ".data .n{text-align:right;white-space:nowrap}\n"
  ".data .changed .n{font-weight:600}\n"
  ".data .same{opacity:.72}\n"
  ".data .strong th,.data .strong td{font-weight:600;color:var(--strong)}\n"
  ".sides{table-layout:fixed}\n"
  ".sides td{text-align:left;vertical-align:top;font-size:1rem;line-height:1.8;overflow-wrap:anywhere}\n"
  ".sides p{margin:0;white-space:pre-wrap}\n"
  ".sides .label{font-size:.8125rem;line-height:1.6;opacity:.8}\n"
  "del{background:var(--removed)}\n"
  "ins{background:var(--added);text-underline-offset:.2em}\n"
  "del.moved,ins.moved{background:none;text-decoration:underline dashed;text-underline-offset:.2em}\n"
  ".number{font-weight:700;background:var(--number);text-decoration:none}\n"
  ".number.line{text-decoration:underline}\n"
  "del.number.line{text-decoration:line-through}\n"
  ".note{font-size:.8125em;opacity:.85}\n"
  "@media (max-width:52rem){.beside{display:block}}\n"
  "@page{size:A4 landscape;margin:18mm}\n"
  "@media print{\n"
  ":root{--bar:#333;--removed:transparent;--added:transparent;--number:transparent;--strong:#000}\n"
  "body{font-size:10.5pt;line-height:1.6}\n"
  "h1{margin:0 0 6pt;font-size:20pt;line-height:1.4}\n"
  "h2{margin:12pt 0 4pt;padding:0;font-size:14pt;line-height:1.4}\n"
  "h3{margin:8pt 0 4pt;font-size:12pt;break-after:avoid}\n"
  ".table{break-inside:auto}\n"
  "table{font-size:10pt}\n"
  ".beside{display:grid;grid-template-columns:2fr 3fr;gap:8mm}\n"
  ".charts{grid-template-columns:repeat(5,1fr);gap:4mm}\n"
  ".beside,.charts figure{break-inside:avoid}\n"
  ".beside figure{margin:0}\n"
  "caption{break-after:avoid}\n"
  ".sides tr{break-inside:auto}\n"
  ".sides p{orphans:2;widows:2}\n"
  ".data .same{opacity:1}\n"
  "}\n";

/* Tables */

static void
append_cell (GString               *out,
             const GjDossierColumn *column,
             const char            *text,
             gboolean               is_first)
{
  const char *name = is_first ? "th" : "td";

  _gj_html_export_open (out, name, column->is_number ? "n" : NULL, text);
  g_string_append (out, is_first ? " scope=\"row\">" : ">");
  _gj_html_export_text (out, text);
  g_string_append_printf (out, "</%s>", name);
}

static void
append_row (GString              *out,
            const GjDossierEntry *entry,
            const GjDossierRow   *row)
{
  g_string_append_printf (out, "<tr%s>", row->is_strong ? " class=\"strong\"" : row->is_changed ? " class=\"changed\"" : "");
  for (guint i = 0; i < entry->columns->len; i++)
    append_cell (out, entry->columns->pdata[i], row->texts[i], i == 0);
  g_string_append (out, "</tr>\n");
}

static void
append_data (GString              *out,
             const GjDossierEntry *entry)
{
  g_string_append (out, "<div class=\"table\"><table class=\"data\">\n");
  if (entry->text != NULL)
    _gj_html_export_element (out, "caption", NULL, entry->text);
  g_string_append (out, "<thead><tr>");
  for (guint i = 0; i < entry->columns->len; i++)
    {
      const GjDossierColumn *column = entry->columns->pdata[i];

      _gj_html_export_open (out, "th", column->is_number ? "n" : NULL, column->head);
      g_string_append (out, " scope=\"col\">");
      _gj_html_export_text (out, column->head);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < entry->rows->len; i++)
    append_row (out, entry, entry->rows->pdata[i]);
  g_string_append (out, "</tbody>\n</table></div>\n");
}

static void
append_table (GString              *out,
              const GjDossierEntry *entry)
{
  if (entry->charts == NULL || entry->charts->len == 0)
    {
      append_data (out, entry);
      return;
    }
  g_string_append (out, "<div class=\"beside\">\n");
  append_data (out, entry);
  g_string_append (out, "<figure>\n");
  _gj_html_export_chart (out, entry->charts->pdata[0], 640, 400);
  g_string_append (out, "</figure>\n</div>\n");
}

static void
append_charts (GString              *out,
               const GjDossierEntry *entry)
{
  g_string_append (out, "<div class=\"charts\">\n");
  for (guint i = 0; i < entry->charts->len; i++)
    {
      g_string_append (out, "<figure>\n");
      _gj_html_export_chart (out, entry->charts->pdata[i], 230, 170);
      g_string_append (out, "</figure>\n");
    }
  g_string_append (out, "</div>\n");
}

/* Texts side by side */

static gboolean
is_words (const GArray     *runs,
          guint             index,
          GjTextChangeKind  kind)
{
  const GjDossierRun *run = index < runs->len ? &g_array_index (runs, GjDossierRun, index) : NULL;

  return run != NULL && run->kind == kind && !run->is_number;
}

static void
append_run (GString      *out,
            const GArray *runs,
            guint         index)
{
  const GjDossierRun *run = &g_array_index (runs, GjDossierRun, index);
  gboolean is_moved = run->kind == GJ_TEXT_MOVED_AWAY || run->kind == GJ_TEXT_MOVED_HERE;
  gboolean is_removed = run->kind == GJ_TEXT_REMOVED || run->kind == GJ_TEXT_MOVED_AWAY;
  const char *name = run->is_note ? "small" : is_removed ? "del" : "ins";
  const char *class_name = run->is_note ? "note" : is_moved ? "moved" : NULL;

  if (run->kind == GJ_TEXT_SAME && !run->is_note)
    {
      _gj_html_export_text (out, run->text);
      return;
    }
  if (run->is_number)
    class_name = (index > 0 && is_words (runs, index - 1, run->kind)) || is_words (runs, index + 1, run->kind)
                   ? "number line" : "number";
  g_string_append_printf (out, "<%s", name);
  if (class_name != NULL)
    _gj_html_export_attribute (out, "class", class_name);
  g_string_append_c (out, '>');
  _gj_html_export_text (out, run->text);
  g_string_append_printf (out, "</%s>", name);
}

static void
append_side (GString             *out,
             const GjDossierSide *side)
{
  g_string_append (out, "<td>");
  if (*side->label != '\0')
    _gj_html_export_element (out, "p", "label", side->label);
  if (side->runs != NULL)
    {
      g_string_append (out, "<p class=\"text\">");
      for (guint i = 0; i < side->runs->len; i++)
        append_run (out, side->runs, i);
      g_string_append (out, "</p>");
    }
  g_string_append (out, "</td>\n");
}

static void
append_passages (GString              *out,
                 const GjDossierEntry *entry)
{
  g_string_append (out, "<div class=\"table\"><table class=\"sides\">\n<thead><tr>");
  for (guint i = 0; i < 2; i++)
    {
      g_string_append (out, "<th scope=\"col\">");
      _gj_html_export_text (out, entry->heads[i]);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < entry->passages->len; i++)
    {
      const GjDossierPassage *passage = entry->passages->pdata[i];

      g_string_append (out, "<tr>\n");
      append_side (out, &passage->old_side);
      append_side (out, &passage->new_side);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table></div>\n");
}

/* The whole page */

static void
append_item (GString              *out,
             const GjDossierEntry *entry)
{
  g_string_append (out, "<li><span class=\"mark\">");
  _gj_html_export_text (out, entry->mark);
  g_string_append (out, "</span> <span>");
  _gj_html_export_text (out, entry->text);
  g_string_append (out, "</span></li>\n");
}

static void
append_remark (GString    *out,
               const char *text)
{
  g_autofree char *words = g_strconcat ("注意：", text, NULL);

  _gj_html_export_element (out, "p", "remark", words);
}

static void
append_entry (GString              *out,
              const GjDossierEntry *entry)
{
  switch (entry->kind)
    {
    case GJ_ENTRY_TITLE:
      _gj_html_export_element (out, "h1", NULL, entry->text);
      break;
    case GJ_ENTRY_SUBTITLE:
      _gj_html_export_element (out, "p", "subtitle", entry->text);
      break;
    case GJ_ENTRY_REMARK:
      append_remark (out, entry->text);
      break;
    case GJ_ENTRY_HEADING:
      _gj_html_export_element (out, "h2", NULL, entry->text);
      break;
    case GJ_ENTRY_SUBHEADING:
      _gj_html_export_element (out, "h3", NULL, entry->text);
      break;
    case GJ_ENTRY_PARAGRAPH:
      _gj_html_export_element (out, "p", NULL, entry->text);
      break;
    case GJ_ENTRY_ITEM:
      append_item (out, entry);
      break;
    case GJ_ENTRY_TABLE:
      append_table (out, entry);
      break;
    case GJ_ENTRY_CHARTS:
      append_charts (out, entry);
      break;
    case GJ_ENTRY_PASSAGES:
      append_passages (out, entry);
      break;
    case GJ_ENTRY_PAGE:
      break;
    }
}

static void
append_head (GString         *out,
             const GjDossier *dossier)
{
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  _gj_html_export_plain (out, gj_dossier_get_title (dossier));
  g_string_append_printf (out, "</title>\n<style>\n%s%s</style>\n</head>\n", _gj_html_export_style, style);
}

/**
 * gj_html_export_dossier:
 * @dossier: a comparison
 *
 * Writes a comparison as a page. Fails only when it is cancelled.
 *
 * Returns: (transfer full): the page in UTF-8, or %NULL with an error
 */
GBytes *
gj_html_export_dossier (const GjDossier  *dossier,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean was_item = FALSE;

  g_return_val_if_fail (dossier != NULL, NULL);

  append_head (out, dossier);
  g_string_append (out, "<body>\n<main>\n<article>\n");
  for (guint i = 0; i < gj_dossier_get_n_entries (dossier); i++)
    {
      const GjDossierEntry *entry = gj_dossier_get_entry (dossier, i);
      gboolean is_item = entry->kind == GJ_ENTRY_ITEM;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (is_item != was_item)
        g_string_append (out, is_item ? "<ul class=\"items\">\n" : "</ul>\n");
      append_entry (out, entry);
      was_item = is_item;
    }
  g_string_append (out, was_item ? "</ul>\n" : "");
  g_string_append (out, "</article>\n</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
