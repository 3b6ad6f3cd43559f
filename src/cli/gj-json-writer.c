/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-json-writer.h"

#include <math.h>
#include <string.h>

static void
write_break (GjJsonWriter *self,
             gboolean      comma)
{
  GString *out = self->out;

  if (comma)
    g_string_append_c (out, ',');

  if (self->inlined > 0)
    {
      if (comma)
        g_string_append_c (out, ' ');
      return;
    }

  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (out, "  ");
}

/* Bytes that need no escape are copied in runs: nearly all text is one run. */

static void
write_text (GString    *out,
            const char *text)
{
  const char *run = text;
  const char *at;

  g_string_append_c (out, '"');
  for (at = text; *at != '\0'; at++)
    {
      guchar byte = *at;

      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f)
        continue;

      g_string_append_len (out, run, at - run);
      run = at + 1;
      if (byte == '"' || byte == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, byte);
        }
      else if (byte == '\n')
        g_string_append (out, "\\n");
      else if (byte == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", byte);
    }
  g_string_append_len (out, run, at - run);
  g_string_append_c (out, '"');
}

static void
begin_value (GjJsonWriter *self,
             const char   *name)
{
  if (self->depth > 0)
    write_break (self, !self->fresh);
  self->fresh = FALSE;

  if (name != NULL)
    {
      write_text (self->out, name);
      g_string_append (self->out, ": ");
    }
}

static void
begin (GjJsonWriter *self,
       const char   *name,
       char          bracket)
{
  begin_value (self, name);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->fresh = TRUE;
}

static void
end (GjJsonWriter *self,
     char          bracket)
{
  self->depth--;
  if (!self->fresh)
    write_break (self, FALSE);
  g_string_append_c (self->out, bracket);
  self->fresh = FALSE;
  if (self->depth < self->inlined)
    self->inlined = 0;
}

/**
 * gj_json_writer_init:
 * @self: a writer
 * @out: where the text goes
 * @depth: how deep the first value stands in a document that somebody else writes; 0 for
 *         a whole document
 */
void
gj_json_writer_init (GjJsonWriter *self,
                     GString      *out,
                     guint         depth)
{
  *self = (GjJsonWriter) { out, depth, 0, TRUE };
}

/**
 * gj_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): its name
 */
void
gj_json_writer_begin_object (GjJsonWriter *self,
                             const char   *name)
{
  begin (self, name, '{');
}

/**
 * gj_json_writer_begin_array:
 * @self: a writer
 * @name: (nullable): its name
 */
void
gj_json_writer_begin_array (GjJsonWriter *self,
                            const char   *name)
{
  begin (self, name, '[');
}

/**
 * gj_json_writer_begin_line:
 * @self: a writer
 * @name: (nullable): its name
 * @bracket: '{' for an object, '[' for an array
 *
 * Begins an object or array that stands in one line, with all that is in it.
 */
void
gj_json_writer_begin_line (GjJsonWriter *self,
                           const char   *name,
                           char          bracket)
{
  begin (self, name, bracket);
  if (self->inlined == 0)
    self->inlined = self->depth;
}

void
gj_json_writer_end_object (GjJsonWriter *self)
{
  end (self, '}');
}

void
gj_json_writer_end_array (GjJsonWriter *self)
{
  end (self, ']');
}

/**
 * gj_json_writer_string:
 * @self: a writer
 * @name: (nullable): its name
 * @value: (nullable): UTF-8, %NULL for null
 */
void
gj_json_writer_string (GjJsonWriter *self,
                       const char   *name,
                       const char   *value)
{
  if (value == NULL)
    {
      gj_json_writer_null (self, name);
      return;
    }

  begin_value (self, name);
  write_text (self->out, value);
}

void
gj_json_writer_take_string (GjJsonWriter *self,
                            const char   *name,
                            char         *value)
{
  gj_json_writer_string (self, name, value);
  g_free (value);
}

/**
 * gj_json_writer_filename:
 * @self: a writer
 * @path: a file name, any bytes
 *
 * Writes "file". JSON holds no bytes that are no UTF-8: such a name is shown as well as
 * it can be, and "file_base64" has what it really is.
 */
void
gj_json_writer_filename (GjJsonWriter *self,
                         const char   *path)
{
  if (g_utf8_validate (path, -1, NULL))
    {
      gj_json_writer_string (self, "file", path);
      return;
    }

  gj_json_writer_take_string (self, "file", g_filename_display_name (path));
  gj_json_writer_take_string (self, "file_base64",
                              g_base64_encode ((const guchar *) path, strlen (path)));
}

void
gj_json_writer_int (GjJsonWriter *self,
                    const char   *name,
                    gint64        value)
{
  begin_value (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * gj_json_writer_ratio:
 * @self: a writer
 * @name: (nullable): its name
 * @value: a ratio; what is no number gives null
 *
 * Writes a number with four decimals: a ratio is for showing, never for sums.
 */
void
gj_json_writer_ratio (GjJsonWriter *self,
                      const char   *name,
                      double        value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value) || fabs (value) > 1e12)
    {
      gj_json_writer_null (self, name);
      return;
    }

  begin_value (self, name);
  g_string_append (self->out, g_ascii_formatd (digits, sizeof digits, "%.4f", value));
}

void
gj_json_writer_boolean (GjJsonWriter *self,
                        const char   *name,
                        gboolean      value)
{
  begin_value (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

void
gj_json_writer_null (GjJsonWriter *self,
                     const char   *name)
{
  begin_value (self, name);
  g_string_append (self->out, "null");
}
