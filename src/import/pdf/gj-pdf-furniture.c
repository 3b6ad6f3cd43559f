/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-furniture.h"

#include <math.h>
#include <string.h>

/* Page numbers and running heads. They stand above or below all else, and they come
 * again: the number counts on with the pages, the head says the same at the same height.
 * A lone number at the end of a single page is a page number only far down. */

#define N_CANDIDATES 3
#define MARGIN_SHARE 0.12
#define SAME_PLACE 6.0
#define MOST_CHARACTERS 60

typedef struct
{
  guint     page;
  guint     line;
  GjPdfBox  box;
  gboolean  is_top;
  gboolean  is_far;
  char     *text;
  int       number;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->text);
  g_free (self);
}

/* 3, ３, 三, 十二: as far as pages are counted so. */
static int
read_number (const char *text)
{
  static const char *const counting[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", NULL };
  int number = 0;
  int units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          number = number * 10 + g_unichar_digit_value (c);
          continue;
        }
      if (c == 0x5341)
        {
          number = MAX (units, 1) * 10;
          units = 0;
          continue;
        }
      for (int i = 0; counting[i] != NULL; i++)
        if (g_utf8_get_char (counting[i]) == c)
          units = i;
    }

  return number + units;
}

#define AROUND "[-–—―─－_·•~～.\\s\\[\\]()（）【】|｜]*"
#define DIGITS "([0-9０-９]{1,4})"
#define BETWEEN "\\s*[,，、/／]?\\s*"
#define ALL "(?:共|of)?\\s*[0-9０-９]{1,4}\\s*页?"

/* The number in 1, - 1 -, — 1 —, 第1页, 第 1 页 共 9 页, 1/9, 共 9 页 第 1 页, 第一页; -1 for
 * another text. */
static int
read_page_number (const char *text)
{
  static GRegex *pattern;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&pattern))
    {
      GRegex *made = g_regex_new ("^" AROUND "(?|(?:第|第?\\s*Page)?\\s*" DIGITS "\\s*页?(?:" BETWEEN ALL ")?|"
                                  "共\\s*[0-9０-９]{1,4}\\s*页" BETWEEN "第\\s*" DIGITS "\\s*页|"
                                  "第\\s*([一二三四五六七八九十]{1,3})\\s*页)" AROUND "$",
                                  G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);

      g_once_init_leave (&pattern, made);
    }
  if (!g_regex_match (pattern, text, 0, &match))
    return -1;

  g_autofree char *number = g_match_info_fetch (match, 1);

  return read_number (number);
}

static char *
mask_digits (const char *text)
{
  GString *masked = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        c = '0';
      if (c != ' ')
        g_string_append_unichar (masked, c);
    }

  return g_string_free (masked, FALSE);
}

static gboolean
add_candidate (GPtrArray         *candidates,
               const GjPdfMargin *page,
               guint              number,
               guint              index,
               gboolean           is_top)
{
  const GjPdfLine *line = &g_array_index (page->lines->lines, GjPdfLine, index);
  Candidate *candidate;

  if (is_top ? line->box.y1 > page->top : line->box.y0 < page->bottom)
    return FALSE;
  if (line->n > MOST_CHARACTERS)
    return FALSE;

  candidate = g_new0 (Candidate, 1);
  candidate->page = number;
  candidate->line = index;
  candidate->box = line->box;
  candidate->is_top = is_top;
  candidate->is_far = is_top ? line->box.y1 < page->height * MARGIN_SHARE :
                      line->box.y0 > page->height * (1 - MARGIN_SHARE);
  candidate->text = gj_pdf_lines_dup_text (page->lines, line);
  candidate->number = read_page_number (candidate->text);
  g_ptr_array_add (candidates, candidate);

  return TRUE;
}

static void
collect (GPtrArray         *candidates,
         const GjPdfMargin *page,
         guint              number)
{
  guint n = page->lines->lines->len;

  for (guint i = 0; i < MIN (n, N_CANDIDATES); i++)
    if (!add_candidate (candidates, page, number, i, TRUE))
      break;
  for (guint i = 0; i < MIN (n, N_CANDIDATES); i++)
    if (!add_candidate (candidates, page, number, n - 1 - i, FALSE))
      break;
}

static gboolean
is_same_place (const Candidate *a,
               const Candidate *b)
{
  return a->is_top == b->is_top && fabs (a->box.y0 - b->box.y0) < SAME_PLACE;
}

/* The two neighbour pages tell enough; pages left and right differ, so two on as well. */
static GjPdfFurniture
judge (const GPtrArray *candidates,
       guint            index,
       guint            n_pages)
{
  const Candidate *own = g_ptr_array_index (candidates, index);
  g_autofree char *masked = mask_digits (own->text);

  for (guint step = 0; step < 2; step++)
    for (guint i = index; step == 0 ? i-- > 0 : ++i < candidates->len;)
      {
        const Candidate *other = g_ptr_array_index (candidates, i);
        g_autofree char *mask = NULL;

        if (ABS ((int) other->page - (int) own->page) > 2)
          break;
        if (other->page == own->page || !is_same_place (own, other))
          continue;
        if (own->number >= 0 && other->number >= 0 &&
            other->number - own->number == (int) other->page - (int) own->page)
          return GJ_PDF_FURNITURE_NUMBER;
        mask = mask_digits (other->text);
        if (own->number < 0 && own->is_far && other->is_far && strcmp (mask, masked) == 0)
          return GJ_PDF_FURNITURE_RUNNING;
      }

  if (own->number >= 0 && own->is_far && own->number == (int) own->page + 1)
    return GJ_PDF_FURNITURE_NUMBER;

  return GJ_PDF_FURNITURE_NONE;
}

/* A line inside the text is none, whatever it says: from the edge inwards only. */
static void
mark (GArray          *kinds,
      const Candidate *candidate,
      GjPdfFurniture   kind)
{
  g_array_index (kinds, GjPdfFurniture, candidate->line) = kind;
}

/**
 * gj_pdf_furniture_find:
 * @pages: the lines of every page
 * @n_pages: how many
 *
 * Returns: (transfer full) (element-type GArray): for every page the kind of each line, a
 *   #GjPdfFurniture
 */
GPtrArray *
gj_pdf_furniture_find (const GjPdfMargin *pages,
                       guint              n_pages)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);

  for (guint i = 0; i < n_pages; i++)
    {
      GArray *kinds = g_array_new (FALSE, TRUE, sizeof (GjPdfFurniture));

      g_array_set_size (kinds, pages[i].lines->lines->len);
      g_ptr_array_add (all, kinds);
      collect (candidates, &pages[i], i);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);
      GjPdfFurniture kind = judge (candidates, i, n_pages);

      if (kind != GJ_PDF_FURNITURE_NONE)
        mark (g_ptr_array_index (all, candidate->page), candidate, kind);
    }

  return all;
}
