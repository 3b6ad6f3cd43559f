/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-text.h"

#include <glib/gi18n-lib.h>

#include "gj-findings-text.h"
#include "gj-terminal.h"

/* A report for people to read in a terminal. */

typedef struct
{
  GString    *out;
  GjReport   *report;
  GjForm     *form;
  GjLanguage  language;
  guint       width;
} View;

#define MAX_LABEL_WIDTH 44

static void
write_field (View       *view,
             const char *name,
             const char *value)
{
  g_autofree char *line = NULL;

  if (*value == '\0')
    return;

  line = g_strdelimit (g_strdup (value), "\n", ' ');
  g_string_append (view->out, "  ");
  gj_text_pad (view->out, name, 16);
  gj_text_wrap (view->out, line, 18, view->width);
  g_string_append_c (view->out, '\n');
}

static void
write_metadata (View       *view,
                const char *path)
{
  static const struct { GjField field; const char *name; } fields[] = {
    { GJ_FIELD_TITLE, N_("Title") },
    { GJ_FIELD_DOCUMENT_NUMBER, N_("Document number") },
    { GJ_FIELD_PERIOD_START, N_("First day") },
    { GJ_FIELD_PERIOD_END, N_("Last day") },
    { GJ_FIELD_ADDRESS, N_("Address") },
    { GJ_FIELD_POSTCODE, N_("Postcode") },
    { GJ_FIELD_TELEPHONE, N_("Telephone") },
    { GJ_FIELD_MAILBOX, N_("E-mail") },
    { GJ_FIELD_WEBSITE, N_("Website") },
    { GJ_FIELD_SIGNATURE, N_("Signature") },
    { GJ_FIELD_DATE, N_("Date") },
  };
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *description = gj_report_describe (view->report, view->language);

  g_string_append_printf (view->out, "%s\n  %s\n\n", display, description);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    write_field (view, _(fields[i].name), gj_report_get_field (view->report, fields[i].field));
}

static const char *
get_text (View          *view,
          const GjTable *table,
          guint          row,
          guint          column)
{
  guint cell = gj_table_find_cell (table, row, column);

  return cell != GJ_NONE ? gj_report_get_cell_text (view->report, cell) : NULL;
}

static gboolean
has_row (View          *view,
         const GjTable *table,
         guint          row)
{
  for (guint column = 0; column < table->n_columns; column++)
    if (get_text (view, table, row, column) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_column (View          *view,
            const GjTable *table,
            guint          column)
{
  for (guint row = 0; row < table->n_rows; row++)
    if (get_text (view, table, row, column) != NULL)
      return TRUE;

  return FALSE;
}

static char *
dup_row_name (View          *view,
              const GjTable *table,
              guint          row)
{
  const GjVariant *variant = NULL;

  if (gj_report_get_variant (view->report) != NULL)
    variant = gj_form_find_variant (view->form, gj_report_get_variant (view->report));
  if (variant != NULL && variant->row == row &&
      gj_form_get_table (view->form, variant->table) == table)
    return g_strdup (gj_label_get (&variant->name, view->language));

  return g_strdup (gj_label_get (&table->rows[row].name, view->language));
}

static guint
get_label_width (View          *view,
                 const GjTable *table)
{
  guint width = 0;

  for (guint row = 0; row < table->n_rows; row++)
    {
      g_autofree char *name = dup_row_name (view, table, row);

      if (has_row (view, table, row))
        width = MAX (width, gj_text_get_width (name));
    }

  return MIN (width, MAX_LABEL_WIDTH);
}

static guint
get_column_width (View          *view,
                  const GjTable *table,
                  guint          column)
{
  guint width = gj_text_get_width (gj_label_get (&table->columns[column].label, view->language));

  for (guint row = 0; row < table->n_rows; row++)
    {
      const char *text = get_text (view, table, row, column);

      if (text != NULL)
        width = MAX (width, gj_text_get_width (text));
    }

  return width;
}

static void
write_table (View          *view,
             const GjTable *table)
{
  guint label_width = get_label_width (view, table);
  g_autofree guint *widths = g_new0 (guint, table->n_columns);

  g_string_append_printf (view->out, "  %*s", (int) label_width, "");
  for (guint column = 0; column < table->n_columns; column++)
    {
      if (!has_column (view, table, column))
        continue;
      widths[column] = get_column_width (view, table, column);
      g_string_append (view->out, "  ");
      gj_text_pad (view->out, gj_label_get (&table->columns[column].label, view->language),
                   -(int) widths[column]);
    }
  g_string_append_c (view->out, '\n');

  for (guint row = 0; row < table->n_rows; row++)
    {
      g_autofree char *name = dup_row_name (view, table, row);

      if (!has_row (view, table, row))
        continue;

      g_string_append (view->out, "  ");
      gj_text_pad (view->out, name, (int) label_width);
      for (guint column = 0; column < table->n_columns; column++)
        if (widths[column] > 0)
          {
            const char *text = get_text (view, table, row, column);

            g_string_append (view->out, "  ");
            gj_text_pad (view->out, text != NULL ? text : "", -(int) widths[column]);
          }
      g_string_append_c (view->out, '\n');
    }
}

static void
write_paragraph (View       *view,
                 const char *text)
{
  g_string_append (view->out, "    ");
  gj_text_wrap (view->out, text, 4, view->width);
  g_string_append_c (view->out, '\n');
}

static void
write_picture (View            *view,
               const GjPicture *picture)
{
  g_string_append_printf (view->out, "    [%s %u × %u", _("Picture"), picture->width, picture->height);
  if (picture->title != NULL)
    g_string_append_printf (view->out, " %s", picture->title);
  g_string_append (view->out, "]\n");
}

static void
write_narrative (View          *view,
                 GjNarrative   *narrative,
                 const GjTable *table)
{
  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      if (gj_block_get_picture (block) != NULL)
        write_picture (view, gj_block_get_picture (block));
      else if (gj_block_get_text (block) != NULL)
        write_paragraph (view, gj_block_get_text (block));
      else if (table != NULL)
        {
          write_table (view, table);
          table = NULL;
        }
    }

  if (table != NULL)
    write_table (view, table);
}

static void
write_section (View  *view,
               guint  index)
{
  const GjSection *section = gj_form_get_section (view->form, index);

  g_string_append_printf (view->out, "\n%s\n", gj_report_get_heading (view->report, index));
  write_narrative (view, gj_report_get_narrative (view->report, index),
                   section->table != GJ_NONE ? gj_form_get_table (view->form, section->table) : NULL);
}

static void
write_notes (View *view)
{
  GjSource *source = gj_report_get_source (view->report);
  guint severity_width = gj_severity_get_width ();

  if (source == NULL || gj_source_get_n_notes (source) == 0)
    return;

  g_string_append_printf (view->out, "\n%s\n", _("Import notes"));
  for (guint i = 0; i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      g_string_append (view->out, "  ");
      gj_text_pad (view->out, gj_severity_get_words (note->severity), (int) severity_width);
      g_string_append (view->out, "  ");
      gj_text_wrap (view->out,
                    view->language == GJ_LANGUAGE_ZH ? note->message_zh : note->message_en,
                    4 + severity_width, view->width);
      g_string_append_c (view->out, '\n');
    }
}

/**
 * gj_report_write_text:
 * @out: where to
 * @path: the report's file
 * @report: a report
 * @language: the language of names
 * @width: columns of the terminal, or 0
 *
 * Writes everything that the report holds, for people.
 */
void
gj_report_write_text (GString    *out,
                      const char *path,
                      GjReport   *report,
                      GjLanguage  language,
                      guint       width)
{
  View view = { out, report, gj_report_get_form (report), language, width };

  write_metadata (&view, path);
  g_string_append_c (out, '\n');
  write_narrative (&view, gj_report_get_narrative (report, gj_report_get_preface (report)), NULL);
  for (guint i = 0; i < gj_form_get_n_sections (view.form); i++)
    write_section (&view, i);
  write_notes (&view);
}
