/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-copy.h"

static GjGridRange
get_copied (const GjGridModel *model,
            const GjGridRange *range)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (model);
  GjGridRange all = { 0, 0, layout->n_lines, layout->n_positions };

  return gj_grid_model_is_whole (model, range) ? all : *range;
}

/* A label is copied as the report prints it, in Chinese. */

static const char *
get_text (GjReport     *report,
          const GjSlot *slot)
{
  const char *text = slot->kind == GJ_SLOT_CELL ? gj_report_get_cell_text (report, slot->cell)
                                                : gj_label_get (&slot->text, GJ_LANGUAGE_ZH);

  return text != NULL ? text : "";
}

static void
append_field (GString    *out,
              const char *text)
{
  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');

      g_string_append_c (out, *p);
    }

  g_string_append_c (out, '"');
}

static gboolean
begins_at (const GjSlot *slot,
           guint         line,
           guint         position)
{
  return slot != NULL && slot->line == line && slot->position == position;
}

/* Whether anything of the line belongs to the copy: a line of heads between two lines of
 * a range that is not the whole table does not. */

static gboolean
has_copied (const GjGridModel *model,
            const GjGridRange *range,
            gboolean           whole,
            guint              line)
{
  for (guint i = 0; i < range->n_positions; i++)
    {
      const GjSlot *slot = gj_grid_model_get_slot (model, line, range->first_position + i);

      if (slot != NULL && (whole || slot->kind == GJ_SLOT_CELL))
        return TRUE;
    }

  return FALSE;
}

/* Tab-separated values, rows parted by LF. The further places of a merged cell are
 * empty fields. */

char *
gj_grid_copy_text (const GjGridModel *model,
                   GjReport          *report,
                   const GjGridRange *range)
{
  gboolean whole = gj_grid_model_is_whole (model, range);
  GjGridRange copied = get_copied (model, range);
  GString *out = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint line = copied.first_line; line < copied.first_line + copied.n_lines; line++)
    {
      if (!has_copied (model, &copied, whole, line))
        continue;

      if (!first)
        g_string_append_c (out, '\n');

      first = FALSE;

      for (guint i = 0; i < copied.n_positions; i++)
        {
          const GjSlot *slot = gj_grid_model_get_slot (model, line, copied.first_position + i);

          if (i > 0)
            g_string_append_c (out, '\t');

          if (begins_at (slot, line, copied.first_position + i) && (whole || slot->kind == GJ_SLOT_CELL))
            append_field (out, get_text (report, slot));
        }
    }

  return g_string_free (out, FALSE);
}

static void
append_span (GString    *out,
             const char *name,
             guint       span)
{
  if (span > 1)
    g_string_append_printf (out, " %s=\"%u\"", name, span);
}

/* The format by which a spreadsheet shows a number as it stood, trailing zeros included;
 * whatever else stands there is text to it. */

static char *
get_number_format (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gsize n_digits = strspn (digits, "0123456789");
  const char *decimals = digits[n_digits] == '.' ? digits + n_digits + 1 : NULL;
  gsize n_decimals = decimals != NULL ? strspn (decimals, "0123456789") : 0;
  gboolean is_number = n_digits > 0 && (n_digits == 1 || *digits != '0') && n_digits + n_decimals <= 15 &&
                       (decimals != NULL ? n_decimals > 0 && decimals[n_decimals] == '\0'
                                         : digits[n_digits] == '\0');
  g_autofree char *zeros = g_strnfill (n_decimals, '0');

  if (!is_number)
    return g_strdup ("'\\@'");

  return n_decimals > 0 ? g_strdup_printf ("'0\\.%s'", zeros) : g_strdup ("'0'");
}

static void
append_slot (GString      *out,
             GjReport     *report,
             const GjSlot *slot)
{
  const char *text = get_text (report, slot);
  g_autofree char *format = get_number_format (text);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *content = g_strjoinv ("<br>", lines);

  g_string_append (out, "<td");
  append_span (out, "colspan", slot->n_positions);
  append_span (out, "rowspan", slot->n_lines);
  g_string_append_printf (out, " style=\"text-align:%s;mso-number-format:%s\">%s</td>",
                          slot->kind == GJ_SLOT_CELL ? "right" : slot->kind == GJ_SLOT_LABEL ? "left" : "center",
                          format, content);
}

/* A table with the merged cells of the form, understood by word processors,
 * spreadsheets and browsers. */

char *
gj_grid_copy_html (const GjGridModel *model,
                   GjReport          *report,
                   const GjGridRange *range)
{
  gboolean whole = gj_grid_model_is_whole (model, range);
  GjGridRange copied = get_copied (model, range);
  GString *out = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\" "
                               "style=\"border-collapse:collapse\">");

  for (guint line = copied.first_line; line < copied.first_line + copied.n_lines; line++)
    {
      if (!has_copied (model, &copied, whole, line))
        continue;

      g_string_append (out, "<tr>");

      for (guint i = 0; i < copied.n_positions; i++)
        {
          const GjSlot *slot = gj_grid_model_get_slot (model, line, copied.first_position + i);

          if (begins_at (slot, line, copied.first_position + i) && (whole || slot->kind == GJ_SLOT_CELL))
            append_slot (out, report, slot);
        }

      g_string_append (out, "</tr>");
    }

  g_string_append (out, "</table>");

  return g_string_free (out, FALSE);
}
