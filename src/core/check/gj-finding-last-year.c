/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-private.h"

/* What a finding says about last year's report. Its cells are indices in the form of that
 * report, which may be another one than this year's. */

/**
 * gj_finding_get_last_file:
 * @self: a finding
 *
 * Returns: (nullable): the name of last year's file, when the finding speaks of it; ""
 *          when the file has none
 */
const char *
gj_finding_get_last_file (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->last_file;
}

/**
 * gj_finding_get_last_cells:
 * @self: a finding
 * @n_cells: (out): their number
 *
 * Returns: (array length=n_cells) (nullable): the cells of last year's report that take
 *          part, numbered as in its form
 */
const guint *
gj_finding_get_last_cells (GjFinding *self,
                           guint     *n_cells)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_cells != NULL, NULL);

  *n_cells = self->n_last_cells;

  return self->last_cells;
}

/**
 * gj_finding_get_last_text:
 * @self: a finding
 * @section: (out) (optional): the section of last year's report
 * @text: (out) (optional): the words that stand there
 * @start: (out) (optional): their first Unicode code point in the section's text
 * @end: (out) (optional): the code point after the last
 *
 * Returns: whether the finding is about words of last year's report
 */
gboolean
gj_finding_get_last_text (GjFinding   *self,
                          const char **section,
                          const char **text,
                          guint       *start,
                          guint       *end)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  if (section != NULL)
    *section = self->last_section;
  if (text != NULL)
    *text = self->last_text;
  if (start != NULL)
    *start = self->last_start;
  if (end != NULL)
    *end = self->last_end;

  return self->last_text != NULL;
}

/**
 * gj_finding_get_reasons:
 * @self: a finding
 *
 * Returns: (nullable) (array zero-terminated=1): what people often write when they accept
 *          such a finding, for a person to choose from
 */
const char *const *
gj_finding_get_reasons (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return (const char *const *) self->reasons;
}
