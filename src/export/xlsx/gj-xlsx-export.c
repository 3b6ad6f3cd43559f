/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xlsx-export.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "gj-export-error.h"
#include "gj-export-words.h"
#include "gj-xlsx-private.h"

/* A workbook: a sheet for each table, and one that checks them. The library writes files
 * only, so the workbook is made in a folder of its own that is gone afterwards. */

#define MAX_SHEET_NAME 31

void
_gj_xlsx_try (GjXlsx    *self,
              lxw_error  error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

static void
table_free (gpointer data)
{
  GjXlsxTable *self = data;

  g_free (self->name);
  g_free (self->lines);
  g_free (self->rows);
  g_free (self);
}

/* The tab of the section without what no sheet may be called. */
static char *
dup_sheet_name (GjXlsx        *self,
                const GjTable *table)
{
  const char *tab = gj_form_get_section (self->form, table->section)->tab.zh;
  g_autofree char *clean = _gj_xlsx_dup_text (tab != NULL ? tab : "");
  GString *name = g_string_new (NULL);
  glong n = 0;

  for (const char *p = clean; *p != '\0' && n < MAX_SHEET_NAME; p = g_utf8_next_char (p))
    if (strchr ("[]:*?/\\'\n\t", *p) == NULL)
      {
        g_string_append_unichar (name, g_utf8_get_char (p));
        n++;
      }
  for (guint i = 0; i < self->tables->len; i++)
    if (g_ascii_strcasecmp (((const GjXlsxTable *) self->tables->pdata[i])->name, name->str) == 0)
      g_string_truncate (name, 0);
  if (name->len == 0 || strcmp (name->str, "勾稽核对") == 0)
    g_string_printf (name, "表%u", self->tables->len + 1);

  return g_string_free (name, FALSE);
}

static void
place_cells (GjXlsx      *self,
             GjXlsxTable *table)
{
  for (guint i = 0; i < table->layout->n_slots; i++)
    {
      const GjSlot *slot = &table->layout->slots[i];
      GjXlsxCell *cell;

      if (slot->kind != GJ_SLOT_CELL || slot->cell == GJ_NONE || !table->lines[slot->line] ||
          !gj_report_has_cell (self->report, slot->cell))
        continue;
      cell = &self->cells[slot->cell];
      cell->table = self->tables->len - 1;
      cell->row = table->rows[slot->line];
      cell->column = (lxw_col_t) slot->position;
    }
}

static void
add_table (GjXlsx        *self,
           const GjTable *table)
{
  const GjTableLayout *layout = gj_table_get_layout (table, gj_report_get_variant (self->report));
  g_autofree gboolean *lines = gj_table_lines_new (self->report, layout);
  GjXlsxTable *added;

  if (!gj_table_lines_any (lines, layout))
    return;

  added = g_new0 (GjXlsxTable, 1);
  added->table = table;
  added->layout = layout;
  added->lines = g_steal_pointer (&lines);
  added->name = dup_sheet_name (self, table);
  added->rows = g_new0 (lxw_row_t, layout->n_lines + 1);
  added->end = GJ_XLSX_FIRST_ROW;
  for (guint i = 0; i <= layout->n_lines; i++)
    {
      added->rows[i] = added->end;
      added->end += i < layout->n_lines && added->lines[i];
    }
  added->sheet = workbook_add_worksheet (self->book, added->name);
  g_ptr_array_add (self->tables, added);
  if (added->sheet == NULL)
    _gj_xlsx_try (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
  place_cells (self, added);
}

/* A number of a workbook has 15 digits. Whatever is written in another way than a workbook
 * would show it stays text. */
static void
read_cell (GjXlsx *self,
           guint   index)
{
  const char *text = gj_report_get_cell_text (self->report, index);
  const GjNumberText *number = gj_report_get_cell_number (self->report, index);
  GjXlsxCell *cell = &self->cells[index];
  g_autofree char *plain = NULL;
  guint n_digits = 0;

  cell->table = GJ_NONE;
  if (text == NULL || number == NULL)
    return;

  cell->number = *number;
  if (number->state != GJ_NUMBER_READ)
    return;
  plain = gj_decimal_to_string (&number->value);
  for (const char *p = plain; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p);
  cell->is_number = n_digits <= 15 && strcmp (plain, text) == 0;
}

static void
set_properties (GjXlsx *self)
{
  g_autofree char *title = gj_export_dup_title_line (self->report);
  g_autofree char *clean = _gj_xlsx_dup_text (title);
  const char *body = gj_report_get_field (self->report, GJ_FIELD_BODY);
  g_autofree char *company = _gj_xlsx_dup_text (body != NULL ? body : "");
  g_autofree char *date = gj_export_dup_made_on (self->report);
  g_autofree char *time = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) made = g_date_time_new_from_iso8601 (time, NULL);
  lxw_doc_properties properties = {
    .title = clean,
    .subject = (char *) "政府信息公开工作年度报告",
    .company = company,
    .created = made != NULL ? (time_t) g_date_time_to_unix (made) : 1,
  };

  _gj_xlsx_try (self, workbook_set_properties (self->book, &properties));
}

static gboolean
write_book (GjXlsx        *self,
            GCancellable  *cancellable,
            GError       **error)
{
  for (guint i = 0; i < gj_form_get_n_cells (self->form); i++)
    read_cell (self, i);
  for (guint i = 0; i < gj_form_get_n_tables (self->form) && self->error == LXW_NO_ERROR; i++)
    add_table (self, gj_form_get_table (self->form, i));
  if (self->error != LXW_NO_ERROR)
    return TRUE;

  _gj_xlsx_add_formats (self);
  _gj_xlsx_plan_sums (self);
  set_properties (self);
  for (guint i = 0; i < self->tables->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      _gj_xlsx_write_table (self, self->tables->pdata[i]);
    }
  _gj_xlsx_write_checks (self);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
set_error (lxw_error   problem,
           GError    **error)
{
  if (problem == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    g_set_error_literal (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
                         _("A cell of the tables holds more text than a workbook can (32,767 characters). "
                           "Shorten it and export again."));
  else
    g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED, _("The workbook could not be made: %s."),
                 lxw_strerror (problem));
}

static void
free_cells (GjXlsx *self)
{
  for (guint i = 0; i < gj_form_get_n_cells (self->form); i++)
    if (self->cells[i].remark != NULL)
      g_string_free (self->cells[i].remark, TRUE);
  g_free (self->cells);
}

/* The file is written when the workbook is closed, and is always closed: that frees it. */
static gboolean
make_file (GjReport      *report,
           const char    *folder,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  GjXlsx self = { .report = report, .form = gj_report_get_form (report) };
  lxw_error closed;
  gboolean written;

  self.book = workbook_new_opt (path, &options);
  if (self.book == NULL)
    {
      set_error (LXW_ERROR_MEMORY_MALLOC_FAILED, error);
      return FALSE;
    }
  self.cells = g_new0 (GjXlsxCell, gj_form_get_n_cells (self.form) + 1);
  self.tables = g_ptr_array_new_with_free_func (table_free);

  written = write_book (&self, cancellable, error);
  closed = workbook_close (self.book);
  _gj_xlsx_try (&self, closed);
  free_cells (&self);
  g_ptr_array_unref (self.tables);
  if (written && self.error != LXW_NO_ERROR)
    set_error (self.error, error);

  return written && self.error == LXW_NO_ERROR;
}

static GBytes *
load (const char  *path,
      GError     **error)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

/**
 * gj_xlsx_export:
 * @report: a report that this thread may read
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes the tables of a report as a workbook: the same report, the same bytes. Sets
 * %GJ_EXPORT_ERROR_FAILED when a cell holds too much text or the folder for temporary
 * files cannot be written.
 *
 * Returns: (transfer full): the workbook, or %NULL with an error
 */
GBytes *
gj_xlsx_export (GjReport      *report,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  GBytes *bytes = NULL;
  locale_t numbers;
  locale_t outer;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  folder = g_dir_make_tmp ("gouji-XXXXXX", error);
  if (folder == NULL)
    return NULL;

  /* The library writes numbers as the locale has them. */
  numbers = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  outer = numbers != (locale_t) 0 ? uselocale (numbers) : (locale_t) 0;
  path = g_build_filename (folder, "report.xlsx", NULL);
  if (make_file (report, folder, path, cancellable, error))
    bytes = load (path, error);
  if (numbers != (locale_t) 0)
    {
      uselocale (outer);
      freelocale (numbers);
    }
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}
