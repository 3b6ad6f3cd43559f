/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

#include "gj-report-private.h"

/* The cells of a report. */

/* Whole numbers below 1,000 fill nearly every cell of a report: their texts are shared
 * and need no counting. */

#define N_SHORT_NUMBERS 1000

static char short_numbers[N_SHORT_NUMBERS][4];

void
_gj_report_cells_init (void)
{
  for (guint i = 0; i < N_SHORT_NUMBERS; i++)
    g_snprintf (short_numbers[i], sizeof short_numbers[i], "%u", i);
}

static int
short_number_find (const char *text)
{
  int value = 0;
  int length;

  for (length = 0; text[length] != '\0'; length++)
    {
      if (length == 3 || !g_ascii_isdigit (text[length]))
        return -1;
      value = value * 10 + (text[length] - '0');
    }

  if (length == 0 || (length > 1 && text[0] == '0'))
    return -1;

  return value;
}

static gboolean
is_shared_text (const char *text)
{
  const char *start = (const char *) short_numbers;

  return *text == '\0' || (text >= start && text < start + sizeof short_numbers);
}

void
_gj_report_cell_clear (GjReportCell *cell)
{
  if (cell->text != NULL && !is_shared_text (cell->text))
    g_ref_string_release ((char *) cell->text);
}

static void
cell_set_blank (GjReportCell *cell,
                const char   *text)
{
  cell->text = text;
  cell->number = (GjNumberText) { GJ_NUMBER_BLANK };
}

void
_gj_report_cell_set (GjReportCell *cell,
                     const char   *text)
{
  int value;

  if (text == NULL)
    cell_set_blank (cell, NULL);
  else if (*text == '\0')
    cell_set_blank (cell, "");
  else if ((value = short_number_find (text)) >= 0)
    {
      cell->text = short_numbers[value];
      cell->number = (GjNumberText) { GJ_NUMBER_READ, 0, { value, 0 }, NULL };
    }
  else
    {
      cell->text = g_ref_string_new (text);
      gj_number_text_read (text, &cell->number);
    }
}

void
_gj_report_cell_copy (GjReportCell       *cell,
                      const GjReportCell *from)
{
  *cell = *from;
  if (cell->text != NULL && !is_shared_text (cell->text))
    g_ref_string_acquire ((char *) cell->text);
}

/**
 * gj_report_get_cell_text:
 * @self: a report
 * @cell: index of a cell in the form
 *
 * Returns: (nullable): the text as it stands, "" for a blank cell, %NULL for an absent one
 */
const char *
gj_report_get_cell_text (GjReport *self,
                         guint     cell)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);

  return self->cells[cell].text;
}

/**
 * gj_report_get_cell_number:
 * @self: a report
 * @cell: index of a cell in the form
 *
 * Returns: how the cell's text reads as a number; an absent cell reads as a blank one
 */
const GjNumberText *
gj_report_get_cell_number (GjReport *self,
                           guint     cell)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);

  return &self->cells[cell].number;
}

/**
 * gj_report_has_cell:
 * @self: a report
 * @cell: index of a cell in the form
 *
 * Returns: whether the document has the cell, be it blank
 */
gboolean
gj_report_has_cell (GjReport *self,
                    guint     cell)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), FALSE);
  g_return_val_if_fail (cell < self->n_cells, FALSE);

  return self->cells[cell].text != NULL;
}

void
_gj_report_set_cell (GjReport   *self,
                     guint       cell,
                     const char *text)
{
  GjReportCell old = self->cells[cell];

  _gj_report_cell_set (&self->cells[cell], text);
  _gj_report_cell_clear (&old);
}
