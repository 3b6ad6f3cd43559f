/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-table-set-private.h"

/* The widths of a table's columns: the form's proportions, changed as little as the
 * texts allow. All in pt. */

/* In em: how much of a word that should not be broken a column of labels makes room for,
   and how much of a line's own label. */
#define WORD_MIN 2.0
#define WORD_MAX 4.0
#define LABEL_MAX 8.0

/* Numbers give way first, down to this size, before labels are squeezed. */
#define NUMBER_LEAST 4.0
#define NUMBER_STEP 0.5

/* What a column needs so that none of its numbers is torn, no "（三）" broken, and none of
   its words stands one character to a line. */
static double
get_need (const GjSlotText *text,
          double            size,
          double            number_size)
{
  const GjSlot *slot = text->slot;
  double need;

  if (slot->kind == GJ_SLOT_CELL)
    return text->widest * number_size + 2 * GJ_TABLE_MARGIN + 0.1;
  need = MAX (MIN (WORD_MIN, text->width), MIN (WORD_MAX, text->widest));
  if (slot->kind == GJ_SLOT_LABEL)
    need = MAX (need, MIN (slot->n_lines == 1 ? LABEL_MAX : WORD_MAX, text->width));
  return need * size + 2 * GJ_TABLE_MARGIN + 0.1;
}

static double
sum (const double *numbers,
     guint         n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += numbers[i];
  return total;
}

static double *
list_needs (const GjTableTexts *texts,
            double              size,
            double              number_size)
{
  guint n = texts->layout->n_positions;
  double *needs = g_new (double, n);

  for (guint i = 0; i < n; i++)
    needs[i] = size + 2 * GJ_TABLE_MARGIN;
  for (guint i = 0; i < texts->layout->n_slots; i++)
    {
      const GjSlotText *text = texts->slots + i;

      if (text->text != NULL && text->slot->n_positions == 1 && !text->slot->vertical)
        needs[text->slot->position] = MAX (needs[text->slot->position], get_need (text, size, number_size));
    }
  return needs;
}

/* With numbers as large as the table is wide enough for. */
static double *
choose_needs (const GjTableTexts *texts,
              double              size,
              double              width)
{
  double number_size = size;
  double *needs = list_needs (texts, size, number_size);

  while (sum (needs, texts->layout->n_positions) > width && number_size > NUMBER_LEAST)
    {
      number_size = MAX (NUMBER_LEAST, number_size - NUMBER_STEP);
      g_free (needs);
      needs = list_needs (texts, size, number_size);
    }
  return needs;
}

/* A column that is too narrow takes from those that have more than they need. When none
   has, all suffer alike and their numbers are set smaller. */
static void
meet_needs (double       *widths,
            const double *needs,
            guint         n,
            double        width)
{
  double lack = 0;
  double slack = 0;

  for (guint i = 0; i < n; i++)
    {
      lack += MAX (0, needs[i] - widths[i]);
      slack += MAX (0, widths[i] - needs[i]);
    }
  for (guint i = 0; i < n && lack > 0; i++)
    {
      if (lack >= slack)
        widths[i] = needs[i] * width / (width + lack - slack);
      else if (widths[i] < needs[i])
        widths[i] = needs[i];
      else
        widths[i] -= (widths[i] - needs[i]) * lack / slack;
    }
}

/* How much wider each column of labels would have to be for all of them to stand on one
   line. */
static double *
list_wishes (const GjTableTexts *texts,
             const double       *widths,
             double              size)
{
  double *wishes = g_new0 (double, texts->layout->n_positions);

  for (guint i = 0; i < texts->layout->n_slots; i++)
    {
      const GjSlotText *text = texts->slots + i;
      const GjSlot *slot = text->slot;

      if (text->text != NULL && slot->kind == GJ_SLOT_LABEL && slot->n_positions == 1 && slot->n_lines == 1)
        wishes[slot->position] = MAX (wishes[slot->position],
                                      text->width * size + 2 * GJ_TABLE_MARGIN + 0.1 - widths[slot->position]);
    }
  return wishes;
}

/* Gives long labels @part of what the columns of numbers have over. */
static void
meet_wishes (double       *widths,
             const double *needs,
             const double *wishes,
             guint         n,
             double        part)
{
  double wished = 0;
  double spare = 0;

  for (guint i = 0; i < n; i++)
    {
      wished += wishes[i];
      if (wishes[i] <= 0)
        spare += part * MAX (0, widths[i] - needs[i]);
    }
  if (wished <= 0 || spare <= 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      if (wishes[i] > 0)
        widths[i] += wishes[i] * MIN (1, spare / wished);
      else
        widths[i] -= part * MAX (0, widths[i] - needs[i]) * MIN (1, wished / spare);
    }
}

/* (transfer full): where the columns begin and, last, where the table ends. @part is
   what long labels may take of what number columns have over. */
double *
_gj_table_columns_new (const GjTableTexts *texts,
                       double              size,
                       double              width,
                       double              part)
{
  guint n = texts->layout->n_positions;
  const guint *shares = texts->layout->widths;
  double *columns = g_new0 (double, n + 1);
  g_autofree double *needs = choose_needs (texts, size, width);
  g_autofree double *widths = g_new (double, n);
  g_autofree double *wishes = NULL;
  double weights = 0;

  for (guint i = 0; i < n; i++)
    weights += MAX (1, shares[i]);
  for (guint i = 0; i < n; i++)
    widths[i] = MAX (1, shares[i]) * width / weights;
  meet_needs (widths, needs, n, width);
  wishes = list_wishes (texts, widths, size);
  meet_wishes (widths, needs, wishes, n, part);
  for (guint i = 0; i < n; i++)
    columns[i + 1] = columns[i] + widths[i];
  return columns;
}
