/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-private.h"

#include <string.h>

/* The syntax of ISO 32000-1, 7.2 and 7.3. Reading never goes beyond the span that it was
 * given. */

#define MAX_DEPTH 100

static gboolean
is_blank (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static gboolean
is_delimiter (char c)
{
  switch (c)
    {
    case '(': case ')': case '<': case '>': case '[': case ']': case '{': case '}': case '/': case '%':
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && (is_blank (*p) || *p == '%'))
    {
      if (*p == '%')
        while (p < end && *p != '\n' && *p != '\r')
          p++;
      else
        p++;
    }

  return p;
}

static const char *
skip_word (const char *p,
           const char *end)
{
  while (p < end && !is_blank (*p) && !is_delimiter (*p))
    p++;

  return p;
}

/* Brackets in a string are balanced or have a backslash before them. */
static const char *
skip_string (const char *p,
             const char *end)
{
  guint depth = 0;

  for (; p < end; p++)
    {
      if (*p == '\\')
        {
          if (++p >= end)
            return NULL;
        }
      else if (*p == '(')
        depth++;
      else if (*p == ')' && --depth == 0)
        return p + 1;
    }

  return NULL;
}

static const char *
skip_hexadecimal (const char *p,
                  const char *end)
{
  const char *close = memchr (p, '>', (gsize) (end - p));

  return close != NULL ? close + 1 : NULL;
}

static const char *skip_value (const char *p,
                               const char *end,
                               guint       depth);

static const char *
skip_many (const char *p,
           const char *end,
           const char *close,
           guint       depth)
{
  gsize length = strlen (close);

  for (;;)
    {
      p = skip_blanks (p, end);
      if ((gsize) (end - p) >= length && memcmp (p, close, length) == 0)
        return p + length;
      p = skip_value (p, end, depth + 1);
      if (p == NULL)
        return NULL;
    }
}

/* A reference is three words, "12 0 R"; two numbers and no R are two values. */
static const char *
skip_reference (const char *p,
                const char *end)
{
  const char *words[3];

  for (guint i = 0; i < 3; i++)
    {
      words[i] = skip_blanks (p, end);
      p = skip_word (words[i], end);
      if (p == words[i] || (i < 2 && !g_ascii_isdigit (*words[i])))
        return NULL;
    }

  return p == words[2] + 1 && *words[2] == 'R' ? p : NULL;
}

static const char *
skip_value (const char *p,
            const char *end,
            guint       depth)
{
  const char *after;

  p = skip_blanks (p, end);
  if (p >= end || depth > MAX_DEPTH)
    return NULL;
  if (end - p >= 2 && p[0] == '<' && p[1] == '<')
    return skip_many (p + 2, end, ">>", depth);
  if (*p == '<')
    return skip_hexadecimal (p, end);
  if (*p == '(')
    return skip_string (p, end);
  if (*p == '[')
    return skip_many (p + 1, end, "]", depth);
  if (*p == '/')
    return skip_word (p + 1, end);

  after = g_ascii_isdigit (*p) ? skip_reference (p, end) : NULL;
  if (after == NULL)
    after = skip_word (p, end);

  return after > p ? after : NULL;
}

/* Takes the next value off the front of @rest. */
gboolean
_gj_pdf_next (GjPdfSpan *rest,
              GjPdfSpan *value)
{
  const char *start = skip_blanks (rest->start, rest->end);
  const char *after = skip_value (start, rest->end, 0);

  if (after == NULL)
    return FALSE;

  *value = (GjPdfSpan) { start, after };
  rest->start = after;

  return TRUE;
}

/* Takes @word off the front, if it stands there. */
gboolean
_gj_pdf_next_is (GjPdfSpan  *rest,
                 const char *word)
{
  const char *start = skip_blanks (rest->start, rest->end);
  const char *after = skip_word (start, rest->end);

  if ((gsize) (after - start) != strlen (word) || memcmp (start, word, strlen (word)) != 0)
    return FALSE;
  rest->start = after;

  return TRUE;
}

/* Takes one whole number of digits only; no reference is looked for. */
gboolean
_gj_pdf_next_number (GjPdfSpan *rest,
                     gint64    *number)
{
  const char *start = skip_blanks (rest->start, rest->end);
  const char *after = skip_word (start, rest->end);

  if (!gj_pdf_span_get_number ((GjPdfSpan) { start, after }, number))
    return FALSE;
  rest->start = after;

  return TRUE;
}

/* Takes "12 0 obj" and its value. */
gboolean
_gj_pdf_next_object (GjPdfSpan *rest,
                     guint     *number,
                     GjPdfSpan *value)
{
  gint64 wanted;
  gint64 generation;

  if (!_gj_pdf_next_number (rest, &wanted) || wanted < 0 || wanted > GJ_PDF_MAX_OBJECTS ||
      !_gj_pdf_next_number (rest, &generation) || !_gj_pdf_next_is (rest, "obj"))
    return FALSE;
  *number = (guint) wanted;

  return _gj_pdf_next (rest, value);
}

/**
 * gj_pdf_span_is_dictionary:
 *
 * Returns: whether @span is a dictionary
 */
gboolean
gj_pdf_span_is_dictionary (GjPdfSpan span)
{
  return span.end - span.start >= 4 && span.start[0] == '<' && span.start[1] == '<';
}

/**
 * gj_pdf_span_is_array:
 *
 * Returns: whether @span is an array
 */
gboolean
gj_pdf_span_is_array (GjPdfSpan span)
{
  return span.end - span.start >= 2 && span.start[0] == '[';
}

/**
 * gj_pdf_span_equal:
 *
 * Returns: whether @span is @text
 */
gboolean
gj_pdf_span_equal (GjPdfSpan   span,
                   const char *text)
{
  return (gsize) (span.end - span.start) == strlen (text) && memcmp (span.start, text, strlen (text)) == 0;
}

/**
 * gj_pdf_span_enter:
 * @span: an array or a dictionary
 *
 * Returns: what stands between its brackets, nothing when it is neither
 */
GjPdfSpan
gj_pdf_span_enter (GjPdfSpan span)
{
  if (gj_pdf_span_is_dictionary (span))
    return (GjPdfSpan) { span.start + 2, span.end - 2 };
  if (gj_pdf_span_is_array (span))
    return (GjPdfSpan) { span.start + 1, span.end - 1 };

  return (GjPdfSpan) { span.end, span.end };
}

/**
 * gj_pdf_span_next_value:
 * @inside: what is left of the inside of an array; the value is taken off its front
 * @value: (out): the value
 *
 * Returns: whether there was one
 */
gboolean
gj_pdf_span_next_value (GjPdfSpan *inside,
                        GjPdfSpan *value)
{
  return _gj_pdf_next (inside, value);
}

/**
 * gj_pdf_span_next_entry:
 * @inside: what is left of the inside of a dictionary; the entry is taken off its front
 * @key: (out): its key, with the slash
 * @value: (out): its value
 *
 * Returns: whether there was one
 */
gboolean
gj_pdf_span_next_entry (GjPdfSpan *inside,
                        GjPdfSpan *key,
                        GjPdfSpan *value)
{
  return _gj_pdf_next (inside, key) && *key->start == '/' && _gj_pdf_next (inside, value);
}

/**
 * gj_pdf_span_find_key:
 * @dictionary: a dictionary, or anything else, which has no keys
 * @key: a key, with the slash
 * @value: (out): what stands behind it; left alone when the key is not there
 *
 * Returns: whether the key is there
 */
gboolean
gj_pdf_span_find_key (GjPdfSpan   dictionary,
                      const char *key,
                      GjPdfSpan  *value)
{
  GjPdfSpan name;
  GjPdfSpan found;

  if (!gj_pdf_span_is_dictionary (dictionary))
    return FALSE;
  dictionary = gj_pdf_span_enter (dictionary);
  while (gj_pdf_span_next_entry (&dictionary, &name, &found))
    if (gj_pdf_span_equal (name, key))
      {
        *value = found;
        return TRUE;
      }

  return FALSE;
}

/**
 * gj_pdf_span_get_number:
 * @number: (out): the number
 *
 * Returns: whether @span is a whole number that is not negative
 */
gboolean
gj_pdf_span_get_number (GjPdfSpan  span,
                        gint64    *number)
{
  gint64 sum = 0;

  if (span.start >= span.end || span.end - span.start > 15)
    return FALSE;
  for (const char *p = span.start; p < span.end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value (*p);
    }
  *number = sum;

  return TRUE;
}

/**
 * gj_pdf_span_get_reference:
 * @number: (out): the number of the object
 *
 * Returns: whether @span refers to another object
 */
gboolean
gj_pdf_span_get_reference (GjPdfSpan  span,
                           guint     *number)
{
  gint64 wanted;
  gint64 generation;

  if (!_gj_pdf_next_number (&span, &wanted) || wanted > GJ_PDF_MAX_OBJECTS ||
      !_gj_pdf_next_number (&span, &generation) || !_gj_pdf_next_is (&span, "R"))
    return FALSE;
  *number = (guint) wanted;

  return TRUE;
}

/* ISO 32000-1, 7.3.4.2: the escapes that a name of a file may have. */
static void
append_escaped (GByteArray  *out,
                const char **p,
                const char  *end)
{
  static const char names[] = "nrtbf";
  static const char values[] = "\n\r\t\b\f";
  const char *found = strchr (names, **p);
  guint8 byte = (guint8) **p;

  if (**p >= '0' && **p <= '7')
    {
      guint code = 0;

      for (guint i = 0; i < 3 && *p < end && **p >= '0' && **p <= '7'; i++, (*p)++)
        code = code * 8 + (guint) (**p - '0');
      byte = (guint8) code;
      (*p)--;
    }
  else if (**p != '\0' && found != NULL)
    {
      byte = (guint8) values[found - names];
    }
  g_byte_array_append (out, &byte, 1);
}

static void
append_literal (GByteArray *out,
                GjPdfSpan   span)
{
  for (const char *p = span.start + 1; p < span.end - 1; p++)
    {
      if (*p == '\\' && p + 1 < span.end - 1)
        {
          p++;
          append_escaped (out, &p, span.end - 1);
        }
      else
        g_byte_array_append (out, (const guint8 *) p, 1);
    }
}

static void
append_hexadecimal (GByteArray *out,
                    GjPdfSpan   span)
{
  int high = -1;

  for (const char *p = span.start + 1; p < span.end; p++)
    {
      int digit = *p == '>' ? (high >= 0 ? 0 : -1) : g_ascii_xdigit_value (*p);

      if (digit < 0)
        continue;
      if (high < 0)
        {
          high = digit;
          continue;
        }
      g_byte_array_append (out, (const guint8[]) { (guint8) (high * 16 + digit) }, 1);
      high = -1;
    }
}

/**
 * gj_pdf_span_dup_string:
 *
 * Returns: (transfer full) (nullable): the text of a string, in UTF-8; %NULL when @span is
 *          none or is no text
 */
char *
gj_pdf_span_dup_string (GjPdfSpan span)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const char *data;

  if (span.end - span.start < 2 || (*span.start != '(' && *span.start != '<') || gj_pdf_span_is_dictionary (span))
    return NULL;

  if (*span.start == '(')
    append_literal (bytes, span);
  else
    append_hexadecimal (bytes, span);
  data = (const char *) bytes->data;
  if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
    return g_convert (data + 2, bytes->len - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);

  return g_utf8_validate (data, bytes->len, NULL) ? g_strndup (data, bytes->len)
                                                  : g_convert (data, bytes->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}
