/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-paste.h"

/* Any text at all, as the clipboard's HTML and as its plain text: it holds no table, or one
 * that keeps to its limits, and whatever it holds goes into cells that there are. */

int LLVMFuzzerInitialize   (int           *argc,
                            char        ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static const char *const places[] = {
  "disclosure/rules/issued",
  "requests/received/natural-person",
  "cases/suit-after-review/total",
};

static GjForm *form;
static GjGridModel *models[G_N_ELEMENTS (places)];
static guint cells[G_N_ELEMENTS (places)];

/* The form is read before the first text and not within its time. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  form = gj_form_catalogue_find ("guoban-2021");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cells[i] = gj_form_find_cell (form, places[i]);
      models[i] = gj_grid_model_new (gj_form_get_table (form, gj_form_get_cell (form, cells[i])->table), NULL);
    }

  return 0;
}

static void
check_paste (const GjGridMatrix *matrix,
             guint               place,
             const GjGridRange  *range)
{
  g_autoptr (GjGridPaste) paste = gj_grid_paste_new (models[place], matrix, cells[place], range);

  if (paste == NULL)
    return;

  for (guint i = 0; i < paste->placements->len; i++)
    {
      const GjGridPlacement *placement = &g_array_index (paste->placements, GjGridPlacement, i);

      g_assert_cmpuint (placement->cell, <, gj_form_get_n_cells (form));
      g_assert_true (g_utf8_validate (placement->text, -1, NULL));
    }
  g_assert_true ((paste->n_left > 0) == (paste->first_left != NULL));
}

static void
check_matrix (const GjGridMatrix *matrix)
{
  static const GjGridRange range = { 3, 3, 2, 2 };
  guint n_rows;
  guint n_columns;

  if (matrix == NULL)
    return;

  n_rows = gj_grid_matrix_get_n_rows (matrix);
  n_columns = gj_grid_matrix_get_n_columns (matrix);
  g_assert_cmpuint (n_rows, <=, GJ_GRID_MATRIX_MAX_ROWS);
  g_assert_cmpuint (n_columns, <=, GJ_GRID_MATRIX_MAX_COLUMNS);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const char *text = gj_grid_matrix_get_text (matrix, row, column);

        g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
      }

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    check_paste (matrix, i, NULL);
  check_paste (matrix, 1, &range);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GjGridMatrix) html = NULL;
  g_autoptr (GjGridMatrix) plain = NULL;

  /* What is no UTF-8 does not come so far. */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  html = gj_grid_matrix_new_for_html (text, strlen (text));
  plain = gj_grid_matrix_new_for_text (text);
  check_matrix (html);
  check_matrix (plain);

  return 0;
}
