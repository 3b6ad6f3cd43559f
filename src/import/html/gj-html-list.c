/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* The numbers that a browser counts for the items of a list. */

typedef enum
{
  STYLE_DECIMAL,
  STYLE_NONE,
  STYLE_IDEOGRAPHS,
  STYLE_FORMAL,
  STYLE_LOWER_ALPHA,
  STYLE_UPPER_ALPHA,
  STYLE_LOWER_ROMAN,
  STYLE_UPPER_ROMAN,
} Style;

static const struct
{
  const char *name;
  Style       style;
} styles[] = {
  { "none", STYLE_NONE },
  { "cjk-ideographic", STYLE_IDEOGRAPHS },
  { "simp-chinese-informal", STYLE_IDEOGRAPHS },
  { "trad-chinese-informal", STYLE_IDEOGRAPHS },
  { "simp-chinese-formal", STYLE_FORMAL },
  { "lower-alpha", STYLE_LOWER_ALPHA },
  { "lower-latin", STYLE_LOWER_ALPHA },
  { "upper-alpha", STYLE_UPPER_ALPHA },
  { "upper-latin", STYLE_UPPER_ALPHA },
  { "lower-roman", STYLE_LOWER_ROMAN },
  { "upper-roman", STYLE_UPPER_ROMAN },
  { "decimal", STYLE_DECIMAL },
};

static gboolean
find_style (const xmlNode *node,
            Style         *style)
{
  const char *type = _gj_html_get_attribute (node, "type");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *words = g_strconcat ("list-style-type:", styles[i].name, NULL);
      g_autofree char *brief = g_strconcat ("list-style:", styles[i].name, NULL);

      if (!_gj_html_has_style (node, words) && !_gj_html_has_style (node, brief))
        continue;
      *style = styles[i].style;
      return TRUE;
    }

  if (type == NULL || type[0] == '\0' || type[1] != '\0' || strchr ("1aAiI", type[0]) == NULL)
    return FALSE;
  *style = *type == 'a' ? STYLE_LOWER_ALPHA : *type == 'A' ? STYLE_UPPER_ALPHA :
           *type == 'i' ? STYLE_LOWER_ROMAN : *type == 'I' ? STYLE_UPPER_ROMAN : STYLE_DECIMAL;

  return TRUE;
}

static char *
format_ideographs (int      number,
                   gboolean formal)
{
  static const char *const digits[][10] = {
    { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" },
    { "", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" },
  };
  const char *ten = formal ? "拾" : "十";

  if (number < 1 || number > 99)
    return g_strdup_printf ("%d", number);
  if (number < 10)
    return g_strdup (digits[formal][number]);

  return g_strconcat (number < 20 ? "" : digits[formal][number / 10], ten, digits[formal][number % 10], NULL);
}

static char *
format_alpha (int  number,
              char first)
{
  if (number < 1 || number > 26)
    return g_strdup_printf ("%d", number);

  return g_strdup_printf ("%c", first + number - 1);
}

static char *
format_roman (int      number,
              gboolean upper)
{
  static const char *const tens[] = { "", "x", "xx", "xxx", "xl", "l" };
  static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
  g_autofree char *lower = NULL;

  if (number < 1 || number > 59)
    return g_strdup_printf ("%d", number);

  lower = g_strconcat (tens[number / 10], ones[number % 10], NULL);

  return upper ? g_ascii_strup (lower, -1) : g_steal_pointer (&lower);
}

static char *
format_number (int   number,
               Style style)
{
  switch (style)
    {
    case STYLE_IDEOGRAPHS:
    case STYLE_FORMAL:
      return format_ideographs (number, style == STYLE_FORMAL);
    case STYLE_LOWER_ALPHA:
      return format_alpha (number, 'a');
    case STYLE_UPPER_ALPHA:
      return format_alpha (number, 'A');
    case STYLE_LOWER_ROMAN:
    case STYLE_UPPER_ROMAN:
      return format_roman (number, style == STYLE_UPPER_ROMAN);
    case STYLE_DECIMAL:
    case STYLE_NONE:
    default:
      return g_strdup_printf ("%d", number);
    }
}

static int
get_integer (const xmlNode *node,
             const char    *name,
             int            fallback)
{
  const char *value = _gj_html_get_attribute (node, name);
  gint64 number;
  char *end;

  if (value == NULL)
    return fallback;
  number = g_ascii_strtoll (value, &end, 10);

  return end == value ? fallback : (int) CLAMP (number, -100000, 100000);
}

static int
count_items (const xmlNode *list)
{
  int n = 0;

  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    n += _gj_html_is (item, "li");

  return n;
}

/* The number of the next item is kept in the list's node, so that a list of any length
 * takes the time of its items. */
static int
take_number (const xmlNode *item)
{
  xmlNode *list = item->parent;
  int step = _gj_html_get_attribute (list, "reversed") != NULL ? -1 : 1;
  int first = list->_private == NULL ? get_integer (list, "start", step > 0 ? 1 : count_items (list)) :
              GPOINTER_TO_INT (list->_private) - 1000000;
  int number = get_integer (item, "value", first);

  list->_private = GINT_TO_POINTER (number + step + 1000000);

  return number;
}

/**
 * _gj_html_dup_marker:
 * @item: an item of a list
 *
 * Every item is asked once and in order.
 *
 * Returns: (transfer full) (nullable): the number that a browser shows before it
 */
char *
_gj_html_dup_marker (const xmlNode *item)
{
  g_autofree char *number = NULL;
  Style style = STYLE_DECIMAL;
  int n;

  if (item->parent == NULL || !_gj_html_is (item->parent, "ol"))
    return NULL;

  n = take_number (item);
  if (!find_style (item, &style))
    find_style (item->parent, &style);
  if (style == STYLE_NONE)
    return NULL;
  number = format_number (n, style);

  return g_strconcat (number, style == STYLE_IDEOGRAPHS || style == STYLE_FORMAL ? "、" : ".", NULL);
}
