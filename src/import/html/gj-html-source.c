/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-html-private.h"
#include "gj-import.h"

/* From a page to what the parser gets. Scripts, style sheets and comments are taken out,
 * foreign tags (o:p and the like) go and their text stays, a bare "<" becomes text, and
 * named characters get the semicolon that was forgotten. */

#define N_PROLOGUE (64 * 1024)

/* Elements whose content is no markup, and Word's islands of XML. */
typedef enum
{
  RAW_SCRIPT,
  RAW_STYLE,
  RAW_XML,
  RAW_IFRAME,
  RAW_NOEMBED,
  RAW_NOFRAMES,
  RAW_TEXTAREA,
  RAW_SVG,
  N_RAW,
} Raw;

static const char *const raw_names[N_RAW] = {
  "script", "style", "xml", "iframe", "noembed", "noframes", "textarea", "svg",
};

/* What was looked for to the end of the page and is not there is not looked for again. */
typedef struct
{
  GjHtmlSource *out;
  const char   *p;
  const char   *end;
  guint         n_tags;
  gsize         n_text;
  gboolean      no_comment_end;
  gboolean      unclosed[N_RAW];
} Cleaner;

static const char *
find_ignoring_case (const char *p,
                    const char *end,
                    const char *needle)
{
  gsize length = strlen (needle);

  for (; (gsize) (end - p) >= length; p++)
    {
      p = memchr (p, needle[0], (gsize) (end - p) - length + 1);
      if (p == NULL)
        return NULL;
      if (g_ascii_strncasecmp (p, needle, length) == 0)
        return p;
    }

  return NULL;
}

static char *
dup_charset (const char *p,
             const char *end)
{
  const char *start;

  p += strlen ("charset");
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || *p != '=')
    return NULL;
  for (p++; p < end && (g_ascii_isspace (*p) || *p == '"' || *p == '\''); p++)
    ;
  for (start = p; p < end && (g_ascii_isalnum (*p) || strchr ("-_:.", *p) != NULL) && *p != '\0'; p++)
    ;

  return p > start ? g_ascii_strdown (start, p - start) : NULL;
}

/**
 * _gj_html_find_charset:
 * @bytes: a page
 *
 * Returns: (transfer full) (nullable): the encoding that the page declares
 */
char *
_gj_html_find_charset (GBytes *bytes)
{
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);
  const char *end = p + MIN (size, N_PROLOGUE);

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      const char *stop = memchr (p, '>', (gsize) (end - p));
      const char *found;

      if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        {
          p = g_strstr_len (p, end - p, "-->");
          if (p == NULL)
            return NULL;
          continue;
        }
      if (stop == NULL)
        return NULL;
      if (end - p > 5 && g_ascii_strncasecmp (p, "<meta", 5) == 0 &&
          (found = find_ignoring_case (p, stop, "charset")) != NULL)
        return dup_charset (found, stop + 1);
      p++;
    }

  return NULL;
}

static const char *
end_comment (Cleaner    *self,
             const char *p)
{
  const char *stop = NULL;

  if (self->end - p >= 1 && *p == '>')
    return p + 1;
  if (self->end - p >= 2 && memcmp (p, "->", 2) == 0)
    return p + 2;

  if (!self->no_comment_end)
    stop = g_strstr_len (p, self->end - p, "-->");
  /* A comment inside Word's island of XML does not end the one around it. */
  if (stop != NULL && g_str_has_prefix (p, "[if") && g_strstr_len (p, stop - p, "<xml") != NULL &&
      g_strstr_len (p, stop - p, "</xml") == NULL && strstr (stop, "<![endif]-->") != NULL)
    stop = strstr (stop, "<![endif]-->") + strlen ("<![endif]");
  if (stop != NULL)
    return stop + 3;

  /* Nothing ends it: only the tag is lost, not the rest of the page. */
  self->no_comment_end = TRUE;
  stop = memchr (p, '>', (gsize) (self->end - p));

  return stop != NULL ? stop + 1 : self->end;
}

/* <!-- -->, <!DOCTYPE>, and Word's <![if …]> and <![endif]>, whose text stays. */
static void
skip_declaration (Cleaner *self)
{
  const char *p = self->p;
  const char *stop;

  if (self->end - p >= 4 && memcmp (p, "<!--", 4) == 0)
    {
      self->p = end_comment (self, p + 4);
      return;
    }
  if (self->end - p >= 9 && memcmp (p, "<![CDATA[", 9) == 0)
    {
      self->p += 9;
      return;
    }

  stop = memchr (p, '>', (gsize) (self->end - p));
  if (stop == NULL)
    {
      self->p = self->end;
      return;
    }
  self->p = stop + 1;
  if (stop - p >= 9 && g_ascii_strncasecmp (p, "<!doctype", 9) == 0 && memchr (p, '[', (gsize) (stop - p)) != NULL)
    {
      const char *subset = g_strstr_len (p, self->end - p, "]>");

      self->p = subset != NULL ? subset + 2 : self->p;
    }
}

static void
skip_instruction (Cleaner *self)
{
  const char *stop = memchr (self->p, '>', (gsize) (self->end - self->p));

  self->p = stop != NULL ? stop + 1 : self->end;
}

static gsize
get_name_length (const char *p,
                 const char *end)
{
  const char *start = p;

  while (p < end && (g_ascii_isalnum (*p) || *p == ':' || *p == '-' || *p == '_' || *p == '.'))
    p++;

  return (gsize) (p - start);
}

static const char *
find_tag_end (Cleaner    *self,
              const char *p)
{
  char quote = 0;
  char last = 0;

  for (; p < self->end; p++)
    {
      if (quote != 0)
        {
          if (*p == quote)
            quote = 0;
          continue;
        }
      if (*p == '>')
        return p + 1;
      if ((*p == '"' || *p == '\'') && last == '=')
        quote = *p;
      if (!g_ascii_isspace (*p))
        last = *p;
    }

  return self->end;
}

static gboolean
is_name (const char *name,
         gsize       length,
         const char *other)
{
  return strlen (other) == length && g_ascii_strncasecmp (name, other, length) == 0;
}

static const char *
find_closing (Cleaner    *self,
              const char *from,
              const char *name,
              gsize       length)
{
  const char *p = from;

  while ((p = g_strstr_len (p, self->end - p, "</")) != NULL)
    {
      if ((gsize) (self->end - p) >= length + 2 && g_ascii_strncasecmp (p + 2, name, length) == 0 &&
          get_name_length (p + 2, self->end) == length)
        return p;
      p += 2;
    }

  return NULL;
}

static void
keep_string (GPtrArray  *strings,
             const char *start,
             const char *end)
{
  if (end > start)
    g_ptr_array_add (strings, g_strndup (start, (gsize) (end - start)));
}

static Raw
find_raw (const char *name,
          gsize       length)
{
  Raw raw = 0;

  while (raw < N_RAW && !is_name (name, length, raw_names[raw]))
    raw++;

  return raw;
}

/* A script without end goes on to the end of the page, a style sheet to the next tag;
 * other elements without end are markup like any. */
static const char *
find_raw_end (Cleaner    *self,
              Raw         raw,
              const char *after)
{
  const char *close = NULL;

  if (!self->unclosed[raw])
    close = find_closing (self, after, raw_names[raw], strlen (raw_names[raw]));
  self->unclosed[raw] = close == NULL;
  if (close == NULL && raw == RAW_STYLE)
    close = memchr (after, '<', (gsize) (self->end - after));
  if (close == NULL && (raw == RAW_STYLE || raw == RAW_SCRIPT))
    close = self->end;

  return close;
}

static gboolean
take_raw (Cleaner    *self,
          const char *name,
          gsize       length,
          const char *after)
{
  Raw raw = find_raw (name, length);
  const char *close;

  if (raw == N_RAW || (after[-2] == '/' && (raw == RAW_XML || raw == RAW_SVG)))
    return FALSE;
  close = find_raw_end (self, raw, after);
  if (close == NULL)
    return FALSE;

  if (raw == RAW_SCRIPT)
    keep_string (self->out->scripts, after, close);
  else if (raw == RAW_TEXTAREA)
    keep_string (self->out->strings, after, close);
  else if (raw == RAW_STYLE)
    g_string_append_len (self->out->styles, after, close - after);
  if (raw == RAW_TEXTAREA)
    {
      g_autofree char *text = g_strndup (after, (gsize) (close - after));
      g_auto (GStrv) parts = g_strsplit (text, "<", -1);
      g_autofree char *escaped = g_strjoinv ("&lt;", parts);

      g_string_append_printf (self->out->markup, "<textarea>%s</textarea>", escaped);
    }
  if (raw == RAW_IFRAME)
    {
      g_string_append_len (self->out->markup, self->p, after - self->p);
      g_string_append (self->out->markup, "</iframe>");
    }
  self->p = g_str_has_prefix (close, "</") ? find_tag_end (self, close) : close;

  return TRUE;
}

static void
clean_tag (Cleaner *self)
{
  gboolean closes = self->p[1] == '/';
  const char *name = self->p + 1 + closes;
  gsize length = get_name_length (name, self->end);
  const char *after = find_tag_end (self, name + length);

  self->n_tags++;
  if (!closes && take_raw (self, name, length, after))
    return;

  /* What stands behind the end of the page belongs to it. */
  if (memchr (name, ':', length) == NULL &&
      !(closes && (is_name (name, length, "body") || is_name (name, length, "html"))))
    g_string_append_len (self->out->markup, self->p, after - self->p);
  self->p = after;
}

/* "&nbsp" and other old names count without their semicolon too. */
static void
clean_reference (Cleaner *self)
{
  char name[9];
  gsize n = 0;

  while (n < sizeof name - 1 && self->p + 1 + n < self->end && g_ascii_isalnum (self->p[1 + n]))
    {
      name[n] = self->p[1 + n];
      n++;
    }
  if (self->p + 1 + n < self->end && self->p[1 + n] == ';')
    n = 0;

  for (; n >= 2; n--)
    {
      const htmlEntityDesc *entity;

      name[n] = '\0';
      entity = htmlEntityLookup ((const xmlChar *) name);
      if (entity == NULL || entity->value > 0xff || strcmp (name, "apos") == 0)
        continue;
      g_string_append_printf (self->out->markup, "&%s;", name);
      self->p += 1 + n;
      return;
    }

  g_string_append_c (self->out->markup, '&');
  self->p++;
}

static void
clean_mark (Cleaner *self)
{
  const char *next = self->p + 1;

  /* A comment inside a conditional comment leaves the end of the outer one. */
  if (g_str_has_prefix (self->p, "<![endif]-->"))
    self->p += strlen ("<![endif]-->");
  else if (*next == '!')
    skip_declaration (self);
  else if (*next == '?')
    skip_instruction (self);
  else if (g_ascii_isalpha (*next) || (*next == '/' && g_ascii_isalpha (next[1])))
    clean_tag (self);
  else
    {
      g_string_append (self->out->markup, "&lt;");
      self->p++;
    }
}

static void
clean (Cleaner *self)
{
  while (self->p < self->end && self->n_tags <= GJ_HTML_MAX_TAGS && self->n_text <= GJ_HTML_MAX_TEXT)
    {
      const char *start = self->p;

      while (self->p < self->end && *self->p != '<' && *self->p != '&')
        self->p++;
      g_string_append_len (self->out->markup, start, self->p - start);
      self->n_text += (gsize) (self->p - start);
      if (self->p == self->end)
        break;
      if (*self->p == '&')
        clean_reference (self);
      else
        clean_mark (self);
    }
}

/**
 * _gj_html_source_new:
 * @text: a page in UTF-8, ended by NUL
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when the page is larger than any report.
 *
 * Returns: (transfer full): the page, sorted
 */
GjHtmlSource *
_gj_html_source_new (const char  *text,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (GjHtmlSource) self = g_new0 (GjHtmlSource, 1);
  Cleaner cleaner = { .out = self, .p = text, .end = text + length };

  self->markup = g_string_sized_new (length + 64);
  self->scripts = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->styles = g_string_new (NULL);

  clean (&cleaner);
  if (cleaner.n_tags > GJ_HTML_MAX_TAGS || cleaner.n_text > GJ_HTML_MAX_TEXT)
    {
      g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                           _("The page is longer than any annual report. "
                             "Open it in a browser, copy the report and paste it."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
_gj_html_source_free (GjHtmlSource *self)
{
  if (self == NULL)
    return;

  g_string_free (self->markup, TRUE);
  g_ptr_array_unref (self->scripts);
  g_ptr_array_unref (self->strings);
  g_string_free (self->styles, TRUE);
  g_free (self);
}
