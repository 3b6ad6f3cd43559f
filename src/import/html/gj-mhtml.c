/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-mhtml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-html-private.h"
#include "gj-import.h"

/* A page with its pictures in one file, as Word and browsers save it: a message of several
 * parts, the first page of which is the one that is meant. */

#define MAX_PARTS 500
#define MAX_DEPTH 4
#define MAX_HEAD (64 * 1024)
#define MAX_LINE 998

/* Where a part stands in the file: from its head to behind its content. */
typedef struct
{
  const char *p;
  const char *end;
} Span;

typedef struct
{
  char *type;
  char *charset;
  char *boundary;
  char *encoding;
  char *location;
  char *id;
} Head;

typedef struct
{
  GHashTable *files;
  GBytes     *page;
  char       *charset;
  char       *base;
  guint       n_parts;
} Archive;

static void
head_clear (Head *self)
{
  g_free (self->type);
  g_free (self->charset);
  g_free (self->boundary);
  g_free (self->encoding);
  g_free (self->location);
  g_free (self->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

static void
bytes_free (gpointer data)
{
  g_bytes_unref (data);
}

static void
archive_clear (Archive *self)
{
  g_hash_table_unref (self->files);
  g_clear_pointer (&self->page, g_bytes_unref);
  g_free (self->charset);
  g_free (self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

/* The head of a part */

/* The value of "; name=value" or "; name="value"" behind a type. */
static char *
dup_parameter (const char *field,
               const char *name)
{
  gsize length = strlen (name);

  for (const char *p = strchr (field, ';'); p != NULL; p = strchr (p, ';'))
    {
      const char *value;

      for (p++; g_ascii_isspace (*p); p++)
        ;
      if (g_ascii_strncasecmp (p, name, length) != 0 || p[length] != '=')
        continue;
      value = p + length + 1;
      if (*value == '"')
        return g_strndup (value + 1, strcspn (value + 1, "\""));
      return g_strndup (value, strcspn (value, "; \t"));
    }

  return NULL;
}

static void
take_field (Head       *self,
            const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = colon != NULL ? g_ascii_strdown (line, colon - line) : NULL;
  g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;

  if (name == NULL)
    return;
  if (strcmp (name, "content-type") == 0 && self->type == NULL)
    {
      self->type = g_ascii_strdown (value, (gssize) strcspn (value, "; \t"));
      self->charset = dup_parameter (value, "charset");
      self->boundary = dup_parameter (value, "boundary");
    }
  else if (strcmp (name, "content-transfer-encoding") == 0 && self->encoding == NULL)
    self->encoding = g_ascii_strdown (value, -1);
  else if (strcmp (name, "content-location") == 0 && self->location == NULL)
    self->location = g_strdup (value);
  else if (strcmp (name, "content-id") == 0 && self->id == NULL && *value == '<')
    self->id = g_strndup (value + 1, strcspn (value + 1, ">"));
}

static const char *
find_line_end (const Span *span)
{
  const char *feed = memchr (span->p, '\n', (gsize) (span->end - span->p));

  return feed != NULL ? feed : span->end;
}

/* Reads up to the empty line; a line that begins with a blank goes on with the one before. */
static void
read_head (Head *self,
           Span *span)
{
  const char *limit = span->p + MIN (span->end - span->p, MAX_HEAD);
  g_autoptr (GString) line = g_string_new (NULL);

  while (span->p < limit)
    {
      const char *end = find_line_end (span);
      gsize length = (gsize) (end - span->p);
      const char *p = span->p;

      while (length > 0 && p[length - 1] == '\r')
        length--;
      span->p = MIN (end + 1, span->end);
      if (length == 0)
        break;
      if (*p != ' ' && *p != '\t')
        {
          take_field (self, line->str);
          g_string_truncate (line, 0);
        }
      if (line->len < 8 * MAX_LINE)
        g_string_append_len (line, p, (gssize) length);
    }
  take_field (self, line->str);
}

/* Its content */

static int
read_hex (const char *p)
{
  return g_ascii_isxdigit (p[0]) && g_ascii_isxdigit (p[1]) ?
         g_ascii_xdigit_value (p[0]) * 16 + g_ascii_xdigit_value (p[1]) : -1;
}

/* "=E6=88=91", and "=" at the end of a line that goes on. */
static GBytes *
decode_quoted (const Span *span)
{
  GByteArray *out = g_byte_array_sized_new ((guint) (span->end - span->p));

  for (const char *p = span->p; p < span->end;)
    {
      const char *from = p;

      while (p < span->end && *p != '=')
        p++;
      g_byte_array_append (out, (const guint8 *) from, (guint) (p - from));
      if (p == span->end)
        break;

      if (span->end - p >= 3 && read_hex (p + 1) >= 0)
        {
          guint8 byte = (guint8) read_hex (p + 1);

          g_byte_array_append (out, &byte, 1);
          p += 3;
          continue;
        }
      for (from = p++; p < span->end && (*p == ' ' || *p == '\t' || *p == '\r'); p++)
        ;
      if (p < span->end && *p == '\n')
        p++;
      else
        g_byte_array_append (out, (const guint8 *) from, (guint) (p - from));
    }

  return g_byte_array_free_to_bytes (out);
}

static GBytes *
decode (const Span *span,
        const Head *head)
{
  gsize size = (gsize) (span->end - span->p);

  if (g_strcmp0 (head->encoding, "quoted-printable") == 0)
    return decode_quoted (span);
  if (g_strcmp0 (head->encoding, "base64") == 0)
    {
      g_autofree char *text = g_strndup (span->p, size);
      guchar *data = g_base64_decode (text, &size);

      return g_bytes_new_take (data, size);
    }

  return g_bytes_new (span->p, size);
}

/* Parts */

static void read_part (Archive *self,
                       Span     span,
                       guint    depth);

static const char *
find_boundary (const Span *span,
               const char *boundary)
{
  gsize length = strlen (boundary);

  for (Span rest = *span; rest.p < rest.end; rest.p = MIN (find_line_end (&rest) + 1, rest.end))
    if ((gsize) (rest.end - rest.p) >= length + 2 && rest.p[0] == '-' && rest.p[1] == '-' &&
        memcmp (rest.p + 2, boundary, length) == 0)
      return rest.p;

  return NULL;
}

static void
read_parts (Archive    *self,
            Span        span,
            const char *boundary,
            guint       depth)
{
  gsize length = strlen (boundary);
  const char *mark = find_boundary (&span, boundary);

  while (mark != NULL && self->n_parts < MAX_PARTS && !g_str_has_prefix (mark + 2 + length, "--"))
    {
      Span part;

      span.p = mark;
      span.p = MIN (find_line_end (&span) + 1, span.end);
      mark = find_boundary (&span, boundary);
      part = (Span) { span.p, mark != NULL ? mark : span.end };
      read_part (self, part, depth + 1);
    }
}

static void
keep_part (Archive    *self,
           const Span *span,
           Head       *head)
{
  gboolean is_page = self->page == NULL && g_strcmp0 (head->type, "text/html") == 0;
  g_autoptr (GBytes) bytes = NULL;

  if (!is_page && (head->type == NULL || !g_str_has_prefix (head->type, "image/")))
    return;

  bytes = decode (span, head);
  if (g_bytes_get_size (bytes) == 0)
    return;
  if (is_page)
    {
      self->page = g_steal_pointer (&bytes);
      self->charset = g_steal_pointer (&head->charset);
      self->base = g_strdup (head->location);
      return;
    }
  if (head->location != NULL)
    g_hash_table_insert (self->files, g_strdup (head->location), g_bytes_ref (bytes));
  if (head->id != NULL)
    g_hash_table_insert (self->files, g_strconcat ("cid:", head->id, NULL), g_bytes_ref (bytes));
}

static void
read_part (Archive *self,
           Span     span,
           guint    depth)
{
  g_auto (Head) head = { 0 };

  self->n_parts++;
  read_head (&head, &span);
  if (head.boundary == NULL || *head.boundary == '\0')
    keep_part (self, &span, &head);
  else if (depth < MAX_DEPTH)
    read_parts (self, span, head.boundary, depth);
}

/**
 * gj_mhtml_read:
 * @bytes: a web page with its pictures in one file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads the page as gj_html_read() does. Its pictures are kept.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when there is no page in it, and as gj_html_read() does.
 *
 * Returns: (transfer full): what the page holds
 */
GjRawDocument *
gj_mhtml_read (GBytes        *bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_auto (Archive) self = { 0 };
  GjHtmlFiles files;
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  /* A copy that ends with NUL. */
  data = g_bytes_get_data (bytes, &size);
  text = g_malloc (size + 1);
  memcpy (text, data, size);
  text[size] = '\0';
  self.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_free);
  read_part (&self, (Span) { text, text + size }, 0);
  if (self.page == NULL)
    {
      g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                           _("There is no page in this web archive (.mht). "
                             "Save the report as a Word document (.docx) in WPS or Word and open that."));
      return NULL;
    }

  files = (GjHtmlFiles) { .files = self.files, .base = self.base };

  return _gj_html_read_page (self.page, self.charset, &files, cancellable, error);
}
