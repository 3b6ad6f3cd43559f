/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* An article that a script sets into the page: the longest string in the scripts that
 * reads like one. Scripts are never run; strings joined by "+" or written one after the
 * other count as one. */

#define MIN_CHARACTERS 40
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_NESTING 3

typedef struct
{
  char  *best;
  guint  most;
  gsize  n_bytes;
} Finder;

static void
find_strings (Finder     *self,
              const char *text,
              guint       depth);

static int
read_hex (const char *p,
          guint       n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (p[i]);
    }

  return value;
}

static void
append_code (GString *out,
             int      code)
{
  if (code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff))
    g_string_append_unichar (out, (gunichar) code);
}

/* Behind "\u": four digits, two such halves, or any number in braces. */
static const char *
append_unicode (GString    *out,
                const char *p)
{
  int code;

  if (*p == '{')
    {
      append_code (out, (int) MIN (g_ascii_strtoull (p + 1, NULL, 16), 0x110000));
      return p + 1 + strspn (p + 1, "0123456789abcdefABCDEF") + (p[1 + strspn (p + 1, "0123456789abcdefABCDEF")] == '}');
    }

  code = read_hex (p, 4);
  if (code < 0)
    return p;
  if (code >= 0xd800 && code < 0xdc00 && p[4] == '\\' && p[5] == 'u')
    {
      int low = read_hex (p + 6, 4);

      if (low >= 0xdc00 && low < 0xe000)
        {
          append_code (out, 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00));
          return p + 10;
        }
    }
  append_code (out, code);

  return p + 4;
}

static const char *
append_escape (GString    *out,
               const char *p)
{
  switch (*p)
    {
    case '\0':
      return p;
    case 'n':
      g_string_append_c (out, '\n');
      return p + 1;
    case 't':
      g_string_append_c (out, '\t');
      return p + 1;
    case 'r':
    case 'b':
    case 'f':
    case 'v':
    case '\n':
      return p + 1;
    case 'u':
      return append_unicode (out, p + 1);
    case 'x':
      if (read_hex (p + 1, 2) >= 0)
        {
          append_code (out, read_hex (p + 1, 2));
          return p + 3;
        }
      return p + 1;
    default:
      {
        const char *next = g_utf8_next_char (p);

        g_string_append_len (out, p, next - p);
        return next;
      }
    }
}

/* Returns where the string ends, or NULL when it is none. */
static const char *
read_string (const char *p,
             GString    *out)
{
  char quote = *p++;

  while (*p != '\0' && *p != quote)
    {
      const char *start = p;

      if (*p == '\n' && quote != '`')
        return NULL;
      if (*p == '\\')
        {
          p = append_escape (out, p + 1);
          continue;
        }
      while (*p != '\0' && *p != quote && *p != '\\' && *p != '\n')
        p++;
      if (*p == '\n' && quote == '`')
        p++;
      g_string_append_len (out, start, p - start);
    }

  return *p == quote ? p + 1 : NULL;
}

static const char *
skip_blanks (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;

  return p;
}

/* "a" + "b", and ); document.write("b"). */
static const char *
find_continuation (const char *p)
{
  static const char *const calls[] = { "document.writeln", "document.write" };

  p = skip_blanks (p);
  if (*p == '+')
    {
      p = skip_blanks (p + 1);
      return *p == '"' || *p == '\'' || *p == '`' ? p : NULL;
    }
  if (*p != ')')
    return NULL;
  p = skip_blanks (p + 1);
  if (*p == ';')
    p = skip_blanks (p + 1);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_str_has_prefix (p, calls[i]))
      {
        p = skip_blanks (p + strlen (calls[i]));
        p = *p == '(' ? skip_blanks (p + 1) : p;
        return *p == '"' || *p == '\'' || *p == '`' ? p : NULL;
      }

  return NULL;
}

static char *
replace_all (const char *text,
             const char *from,
             const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* Markup that was made text once more: &lt;p&gt;, %3Cp%3E, %u4E00. */
static char *
unwrap (const char *text)
{
  if (strchr (text, '<') == NULL && strstr (text, "&lt;") != NULL)
    {
      g_autofree char *opened = replace_all (text, "&lt;", "<");
      g_autofree char *closed = replace_all (opened, "&gt;", ">");
      g_autofree char *quoted = replace_all (closed, "&quot;", "\"");

      return replace_all (quoted, "&amp;", "&");
    }
  if (strchr (text, '<') == NULL && (strstr (text, "%3C") != NULL || strstr (text, "%3c") != NULL))
    {
      g_autoptr (GString) out = g_string_new (NULL);

      for (const char *p = text; *p != '\0';)
        {
          if (p[0] == '%' && p[1] == 'u' && read_hex (p + 2, 4) >= 0)
            {
              append_code (out, read_hex (p + 2, 4));
              p += 6;
            }
          else if (p[0] == '%' && read_hex (p + 1, 2) > 0)
            {
              g_string_append_c (out, (char) read_hex (p + 1, 2));
              p += 3;
            }
          else
            {
              g_string_append_c (out, *p++);
            }
        }
      if (g_utf8_validate (out->str, (gssize) out->len, NULL))
        return g_string_free (g_steal_pointer (&out), FALSE);
    }

  return g_strdup (text);
}

static guint
count_ideographs (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p));

  return n;
}

static void
consider (Finder     *self,
          const char *string,
          guint       depth)
{
  g_autofree char *text = NULL;
  const char *start = skip_blanks (string);
  guint n;

  self->n_bytes += strlen (string);
  if (depth < MAX_NESTING && (*start == '{' || *start == '[') && strchr (start, '"') != NULL)
    {
      find_strings (self, string, depth + 1);
      return;
    }

  text = unwrap (string);
  n = count_ideographs (text);
  if (n < MIN_CHARACTERS || n <= self->most)
    return;

  g_free (self->best);
  self->best = g_steal_pointer (&text);
  self->most = n;
}

static void
find_strings (Finder     *self,
              const char *text,
              guint       depth)
{
  const char *p = text;

  while (*(p += strcspn (p, "\"'`/")) != '\0' && self->n_bytes < MAX_BYTES)
    {
      g_autoptr (GString) string = NULL;
      const char *end;

      if (*p == '/')
        {
          if (p[1] == '*')
            p = strstr (p + 2, "*/") != NULL ? strstr (p + 2, "*/") + 2 : p + strlen (p);
          else if (p[1] == '/' && (p == text || p[-1] != ':'))
            p += strcspn (p, "\n");
          else
            p++;
          continue;
        }

      string = g_string_new (NULL);
      end = read_string (p, string);
      if (end == NULL)
        {
          p++;
          continue;
        }
      while (end != NULL)
        {
          p = end;
          end = find_continuation (p);
          if (end != NULL)
            end = read_string (end, string);
        }
      consider (self, string->str, depth);
    }
}

/**
 * _gj_html_find_article:
 * @source: a page that shows no article
 *
 * Returns: (transfer full) (nullable): the article, markup or text, that the page holds as
 *   a string
 */
char *
_gj_html_find_article (GjHtmlSource *source)
{
  Finder self = { 0 };

  for (guint i = 0; i < source->scripts->len; i++)
    find_strings (&self, source->scripts->pdata[i], 0);
  for (guint i = 0; i < source->strings->len; i++)
    consider (&self, source->strings->pdata[i], MAX_NESTING);

  return self.best;
}
