/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"

#include "gj-box-private.h"

/* What paper does with words, for those who make the same page in another format. */

/**
 * gj_paper_break_title:
 * @title: a title, its lines parted by LF
 * @body: (nullable): the name of the body in it
 *
 * Breaks a title that is too long for a line by sense (GB/T 9704-2012, 7.3.1).
 *
 * Returns: (transfer full): the lines, parted by LF, without blanks around them
 */
char *
gj_paper_break_title (const char *title,
                      const char *body)
{
  g_return_val_if_fail (title != NULL, NULL);

  return _gj_title_break (title, body);
}

/**
 * gj_paper_format_date:
 * @date: a date, ISO 8601
 *
 * Returns: (transfer full): 2026年1月30日; what is no date as it stands
 */
char *
gj_paper_format_date (const char *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return _gj_date_format (date);
}

/**
 * gj_paper_find_lead:
 * @text: a paragraph without blanks in front
 * @role: (out): the face of the heading
 *
 * Finds the heading that a paragraph begins with: 一、 or （一） (GB/T 9704-2012, 7.3.3).
 *
 * Returns: how many bytes it has, 0 for none
 */
guint
gj_paper_find_lead (const char *text,
                    GjFontRole *role)
{
  g_return_val_if_fail (text != NULL && role != NULL, 0);

  return _gj_paragraph_get_lead (text, role);
}

/**
 * gj_paper_is_heading:
 * @text: a paragraph without blanks around it
 *
 * Returns: whether it is a heading on a line of its own, with any kind of number
 */
gboolean
gj_paper_is_heading (const char *text)
{
  GjFontRole role;

  g_return_val_if_fail (text != NULL, FALSE);

  return _gj_paragraph_is_heading (text, _gj_paragraph_get_lead (text, &role));
}
