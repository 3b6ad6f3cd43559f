/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xlsx-private.h"

/* How cells look, and how texts are made fit for a sheet. */

static lxw_format *
add_format (GjXlsx   *self,
            gboolean  bordered,
            gboolean  wrapped)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_font_name (format, "宋体");
  format_set_font_size (format, 10.5);
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (wrapped)
    format_set_text_wrap (format);
  if (bordered)
    format_set_border (format, LXW_BORDER_THIN);

  return format;
}

/* A pattern and not only a colour: a copier has one. */
static void
mark (lxw_format *format)
{
  format_set_pattern (format, LXW_PATTERN_LIGHT_UP);
  format_set_bg_color (format, 0xffd9d9);
  format_set_fg_color (format, 0xc00000);
}

/* Letters at the left: what is read line by line. */
static void
set_words (lxw_format *format)
{
  format_set_align (format, LXW_ALIGN_LEFT);
}

void
_gj_xlsx_add_formats (GjXlsx *self)
{
  lxw_format **formats = self->formats;

  for (guint i = 0; i < GJ_XLSX_N_FORMATS; i++)
    formats[i] = add_format (self, i != GJ_XLSX_FORMAT_TITLE && i != GJ_XLSX_FORMAT_HEADING,
                             i != GJ_XLSX_FORMAT_VERTICAL);

  format_set_font_size (formats[GJ_XLSX_FORMAT_TITLE], 16);
  format_set_bold (formats[GJ_XLSX_FORMAT_TITLE]);
  format_set_font_name (formats[GJ_XLSX_FORMAT_HEADING], "黑体");
  format_set_font_size (formats[GJ_XLSX_FORMAT_HEADING], 12);
  set_words (formats[GJ_XLSX_FORMAT_HEADING]);
  format_set_bold (formats[GJ_XLSX_FORMAT_HEAD]);
  format_set_bg_color (formats[GJ_XLSX_FORMAT_HEAD], 0xf0f2f4);
  set_words (formats[GJ_XLSX_FORMAT_LABEL]);
  format_set_rotation (formats[GJ_XLSX_FORMAT_VERTICAL], 270);
  mark (formats[GJ_XLSX_FORMAT_CELL_MARKED]);
  set_words (formats[GJ_XLSX_FORMAT_WORDS]);
  format_set_bold (formats[GJ_XLSX_FORMAT_BROKEN]);
  mark (formats[GJ_XLSX_FORMAT_BROKEN]);
}

/**
 * _gj_xlsx_get_number:
 * @self: a workbook
 * @marked: whether the number does not agree with its sum
 * @scale: how many decimals were written
 *
 * Returns: (transfer none): the format that shows the number as it was written
 */
lxw_format *
_gj_xlsx_get_number (GjXlsx   *self,
                     gboolean  marked,
                     guint     scale)
{
  static const char *const codes[] = { "0", "0.0", "0.00", "0.000", "0.0000", "0.00000", "0.000000" };
  lxw_format **place = &self->numbers[marked][MIN (scale, GJ_DECIMAL_MAX_SCALE)];

  if (*place == NULL)
    {
      *place = add_format (self, TRUE, FALSE);
      format_set_num_format (*place, codes[MIN (scale, GJ_DECIMAL_MAX_SCALE)]);
      if (marked)
        mark (*place);
    }

  return *place;
}

/**
 * _gj_xlsx_dup_text:
 * @text: a text
 *
 * Returns: (transfer full): the text with signs for the characters that no XML can hold,
 *          even by a reference
 */
char *
_gj_xlsx_dup_text (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 && c != '\t' && c != '\n')
        c = c == '\r' ? '\n' : 0x2400 + c;
      else if (c == 0x7f)
        c = 0x2421;
      else if ((c & 0xfffe) == 0xfffe)
        c = 0xfffd;
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * _gj_xlsx_measure:
 * @text: a text
 *
 * Returns: how many digits its longest line is wide
 */
guint
_gj_xlsx_measure (const char *text)
{
  guint widest = 0;
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width = c == '\n' ? 0 : width + (g_unichar_iswide (c) || (c >= 0x2010 && c < 0x2600) ? 2 : 1);
      widest = MAX (widest, width);
    }

  return widest;
}
