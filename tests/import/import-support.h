/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-import.h"

G_BEGIN_DECLS

/**
 * ImportLayout:
 * @LAYOUT_CELLS: one cell a line, a blank line ends the row
 * @LAYOUT_ROWS: one row a line with tabs
 * @LAYOUT_PIPES: one row a line with bars
 * @LAYOUT_COLUMNS: one row a line, parted by blanks
 * @LAYOUT_NUMBERS: one text a line without any tab
 */
typedef enum
{
  LAYOUT_CELLS,
  LAYOUT_ROWS,
  LAYOUT_PIPES,
  LAYOUT_COLUMNS,
  LAYOUT_NUMBERS,
} ImportLayout;

#define N_LAYOUTS (LAYOUT_NUMBERS + 1)

GjReport *import_new_report   (GjForm        *form,
                               const char    *variant);
char *    import_write_text   (GjReport      *report,
                               ImportLayout   layout);
GjReport *import_read_text    (const char    *text);
GjReport *import_read_bytes   (const char    *data,
                               gsize          size,
                               GError       **error);
void      import_assert_equal (GjReport      *one,
                               GjReport      *other);
char *    import_list_notes   (GjReport      *report);
void      import_assert_cell  (GjReport      *report,
                               const char    *id,
                               const char    *text);
char *    import_replace      (const char    *text,
                               const char    *from,
                               const char    *to);

G_END_DECLS
