/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-guidance.h"

#include <glib/gi18n-lib.h>

/* Of the selected row, or %NULL when the row says nothing. */
static char *
dup_row_text (GjForm      *form,
              guint        cell,
              const char **source)
{
  const GjRow *row = gj_form_get_row (form, cell);
  const char *words = gj_label_get_current (&row->guidance);

  if (words == NULL || *words == '\0')
    return NULL;

  *source = row->guidance_source;

  return g_strdup_printf (_("%s: %s"), gj_label_get_current (&row->name), words);
}

/* What belongs into the selected row, or into the section when the row says nothing; and
 * the same with the notice that says so. */
char *
gj_guidance_dup_text (GjForm  *form,
                      guint    index,
                      guint    cell,
                      char   **with_source)
{
  const GjSection *section = gj_form_get_section (form, index);
  const char *words = gj_label_get_current (&section->guidance);
  const char *source = section->guidance_source;
  char *text = NULL;

  if (cell != GJ_NONE && gj_form_get_cell (form, cell)->table == section->table)
    text = dup_row_text (form, cell, &source);
  if (text == NULL && words != NULL && *words != '\0')
    text = g_strdup_printf (_("How to fill in: %s"), words);

  *with_source = text != NULL && source != NULL ? g_strdup_printf ("%s\n%s", text, source) : NULL;

  return text;
}
