/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem (). */
#define _GNU_SOURCE 1

#include "config.h"

#include "gj-pdf-structure.h"

#include <gio/gio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-pdf-private.h"

#define MAX_REFERENCES 16

struct _GjPdfStructure
{
  GBytes     *bytes;
  GArray     *places;
  GjPdfSpan   trailer;
  gsize       directory;
  gboolean    has_stream;
  GHashTable *streams;
};

G_DEFINE_QUARK (gj-pdf-error-quark, gj_pdf_error)

gboolean
_gj_pdf_fail (GError     **error,
              const char  *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, GJ_PDF_ERROR, GJ_PDF_ERROR_STRUCTURE, message);

  return FALSE;
}

GjPdfSpan
_gj_pdf_structure_get_file (GjPdfStructure *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);

  return (GjPdfSpan) { data, data + size };
}

/* Streams */

/* Inflates what is deflated; a trap is stopped at the limit. */
static GBytes *
inflate (GjPdfSpan   data,
         GError    **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (65536);
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result;

  do
    {
      result = g_converter_convert (G_CONVERTER (decompressor), data.start, (gsize) (data.end - data.start), buffer,
                                    65536, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || out->len + n_written > GJ_PDF_MAX_STREAM)
        {
          _gj_pdf_fail (error, _("a compressed part is damaged"));
          return NULL;
        }
      g_byte_array_append (out, buffer, (guint) n_written);
      data.start += n_read;
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static gint64
get_parameter (GjPdfSpan   parameters,
               const char *key,
               gint64      otherwise)
{
  GjPdfSpan value;
  gint64 number;

  return gj_pdf_span_find_key (parameters, key, &value) && gj_pdf_span_get_number (value, &number) ? number : otherwise;
}

/* Undoes the predictors of PNG that directories are written with: none, left and up. */
static GBytes *
undo_predictor (GBytes     *bytes,
                GjPdfSpan   parameters,
                GError    **error)
{
  gint64 n_columns = get_parameter (parameters, "/Columns", 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize row;

  if (get_parameter (parameters, "/Predictor", 1) < 2)
    return g_bytes_ref (bytes);
  if (get_parameter (parameters, "/Predictor", 1) < 10 || get_parameter (parameters, "/Colors", 1) != 1 ||
      get_parameter (parameters, "/BitsPerComponent", 8) != 8 || n_columns < 1 || n_columns > 64)
    {
      _gj_pdf_fail (error, _("it is compressed in an unusual way"));
      return NULL;
    }

  row = (gsize) n_columns;
  for (gsize at = 0; at + 1 + row <= size; at += row + 1)
    {
      gsize before = out->len;

      g_byte_array_append (out, data + at + 1, (guint) row);
      for (gsize i = 0; i < row; i++)
        {
          guint8 left = i > 0 ? out->data[before + i - 1] : 0;
          guint8 above = before > 0 ? out->data[before - row + i] : 0;

          out->data[before + i] += data[at] == 1 ? left : data[at] == 2 ? above : 0;
        }
      if (data[at] > 2)
        {
          _gj_pdf_fail (error, _("it is compressed in an unusual way"));
          return NULL;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* The length may be an object of its own, but none within a stream, whose length would
 * have to be known first. */
static gboolean
find_length (GjPdfStructure *self,
             GjPdfSpan       dictionary,
             gint64         *length)
{
  GjPdfSpan value;
  guint number;

  if (!gj_pdf_span_find_key (dictionary, "/Length", &value))
    return FALSE;
  if (gj_pdf_span_get_reference (value, &number) &&
      (number >= self->places->len || g_array_index (self->places, GjPdfPlace, number).kind != GJ_PDF_IN_FILE ||
       !gj_pdf_structure_find_object (self, number, &value)))
    return FALSE;

  return gj_pdf_span_get_number (value, length);
}

static gboolean
find_data (GjPdfStructure *self,
           GjPdfSpan       dictionary,
           GjPdfSpan       rest,
           GjPdfSpan      *data)
{
  gint64 length;

  if (!_gj_pdf_next_is (&rest, "stream") || !find_length (self, dictionary, &length))
    return FALSE;
  if (rest.start < rest.end && *rest.start == '\r')
    rest.start++;
  if (rest.start < rest.end && *rest.start == '\n')
    rest.start++;
  if (length > rest.end - rest.start)
    return FALSE;
  *data = (GjPdfSpan) { rest.start, rest.start + length };

  return TRUE;
}

/* One filter may stand in an array too. */
static void
take_first (GjPdfSpan *value)
{
  GjPdfSpan inside = gj_pdf_span_enter (*value);

  if (gj_pdf_span_is_array (*value))
    gj_pdf_span_next_value (&inside, value);
}

/* The content of the stream whose data begin somewhere in @rest, behind its dictionary. */
GBytes *
_gj_pdf_read_stream (GjPdfStructure  *self,
                     GjPdfSpan        dictionary,
                     GjPdfSpan        rest,
                     GError         **error)
{
  g_autoptr (GBytes) inflated = NULL;
  GjPdfSpan parameters = { NULL, NULL };
  GjPdfSpan filter;
  GjPdfSpan data;

  if (!find_data (self, dictionary, rest, &data))
    {
      _gj_pdf_fail (error, _("a part of it has no end"));
      return NULL;
    }
  if (!gj_pdf_span_find_key (dictionary, "/Filter", &filter))
    return g_bytes_new (data.start, (gsize) (data.end - data.start));
  take_first (&filter);
  if (!gj_pdf_span_equal (filter, "/FlateDecode"))
    {
      _gj_pdf_fail (error, _("it is compressed in an unusual way"));
      return NULL;
    }

  inflated = inflate (data, error);
  if (inflated == NULL)
    return NULL;
  if (gj_pdf_span_find_key (dictionary, "/DecodeParms", &parameters))
    take_first (&parameters);

  return undo_predictor (inflated, parameters, error);
}

/* Objects */

static GBytes *
get_stream (GjPdfStructure *self,
            guint           number,
            GjPdfSpan      *dictionary)
{
  const GjPdfPlace *place = &g_array_index (self->places, GjPdfPlace, number);
  GjPdfSpan rest = _gj_pdf_structure_get_file (self);
  GBytes *stream = g_hash_table_lookup (self->streams, GUINT_TO_POINTER (number));
  guint found;

  if (place->kind != GJ_PDF_IN_FILE)
    return NULL;
  rest.start += place->place;
  if (!_gj_pdf_next_object (&rest, &found, dictionary) || found != number)
    return NULL;
  if (stream == NULL)
    {
      stream = _gj_pdf_read_stream (self, *dictionary, rest, NULL);
      if (stream != NULL)
        g_hash_table_insert (self->streams, GUINT_TO_POINTER (number), stream);
    }

  return stream;
}

/* An object stream begins with pairs of a number and a place. */
static gboolean
find_in_stream (GjPdfStructure *self,
                guint           number,
                guint           container,
                GjPdfSpan      *object)
{
  GjPdfSpan dictionary;
  GBytes *stream = container < self->places->len ? get_stream (self, container, &dictionary) : NULL;
  gint64 n = 0;
  gint64 first = 0;
  GjPdfSpan rest;
  gsize size;

  if (stream == NULL)
    return FALSE;
  rest.start = g_bytes_get_data (stream, &size);
  rest.end = rest.start + size;
  n = get_parameter (dictionary, "/N", 0);
  first = get_parameter (dictionary, "/First", 0);
  if (first > (gint64) size)
    return FALSE;

  for (GjPdfSpan pairs = rest; n > 0; n--)
    {
      gint64 found;
      gint64 at;

      if (!_gj_pdf_next_number (&pairs, &found) || !_gj_pdf_next_number (&pairs, &at) || at > (gint64) size - first)
        return FALSE;
      if (found == number)
        {
          rest.start += first + at;
          return _gj_pdf_next (&rest, object);
        }
    }

  return FALSE;
}

/**
 * gj_pdf_structure_find_object:
 * @self: a structure
 * @number: the number of an object
 * @object: (out): its value; of a stream its dictionary
 *
 * Returns: whether there is such an object
 */
gboolean
gj_pdf_structure_find_object (GjPdfStructure *self,
                              guint           number,
                              GjPdfSpan      *object)
{
  const GjPdfPlace *place;
  GjPdfSpan rest;
  guint found;

  g_return_val_if_fail (self != NULL && object != NULL, FALSE);

  if (number >= self->places->len)
    return FALSE;
  place = &g_array_index (self->places, GjPdfPlace, number);
  if (place->kind == GJ_PDF_IN_STREAM)
    return place->place <= GJ_PDF_MAX_OBJECTS && find_in_stream (self, number, (guint) place->place, object);
  if (place->kind == GJ_PDF_FREE)
    return FALSE;

  rest = _gj_pdf_structure_get_file (self);
  if (place->place >= (gsize) (rest.end - rest.start))
    return FALSE;
  rest.start += place->place;

  return _gj_pdf_next_object (&rest, &found, object) && found == number;
}

/**
 * gj_pdf_structure_resolve:
 * @self: a structure
 * @value: (inout): a value; what it refers to when it is a reference
 *
 * Returns: whether there is something at the end of the references
 */
gboolean
gj_pdf_structure_resolve (GjPdfStructure *self,
                          GjPdfSpan      *value)
{
  guint number;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  for (guint i = 0; i < MAX_REFERENCES; i++)
    {
      if (!gj_pdf_span_get_reference (*value, &number))
        return TRUE;
      if (!gj_pdf_structure_find_object (self, number, value))
        return FALSE;
    }

  return FALSE;
}

/**
 * gj_pdf_structure_new:
 * @bytes: a PDF
 * @error: %GJ_PDF_ERROR_STRUCTURE; the message is half a sentence, to be gone on with
 *
 * Reads the directory of a PDF, with all that later updates have added to it. Nothing is
 * repaired.
 *
 * Returns: (transfer full) (nullable): its structure
 */
GjPdfStructure *
gj_pdf_structure_new (GBytes  *bytes,
                      GError **error)
{
  g_autoptr (GjPdfStructure) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (GjPdfStructure, 1);
  self->bytes = g_bytes_ref (bytes);
  self->places = g_array_new (FALSE, TRUE, sizeof (GjPdfPlace));
  self->streams = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  if (!_gj_pdf_directory_read (self, self->places, &self->trailer, &self->directory, &self->has_stream, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gj_pdf_structure_free:
 *
 * Frees it; what was read of it is gone with it.
 */
void
gj_pdf_structure_free (GjPdfStructure *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->streams);
  g_array_unref (self->places);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * gj_pdf_structure_get_directory:
 *
 * Returns: where the newest directory begins, in bytes
 */
gsize
gj_pdf_structure_get_directory (GjPdfStructure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->directory;
}

/**
 * gj_pdf_structure_has_stream:
 *
 * Returns: whether the newest directory is a stream
 */
gboolean
gj_pdf_structure_has_stream (GjPdfStructure *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_stream;
}

/**
 * gj_pdf_structure_get_n_objects:
 *
 * Returns: one more than the highest number of an object
 */
guint
gj_pdf_structure_get_n_objects (GjPdfStructure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

/**
 * gj_pdf_structure_get_trailer:
 *
 * Returns: the newest trailer, a dictionary
 */
GjPdfSpan
gj_pdf_structure_get_trailer (GjPdfStructure *self)
{
  g_return_val_if_fail (self != NULL, ((GjPdfSpan) { NULL, NULL }));

  return self->trailer;
}

/**
 * gj_pdf_is_signed:
 * @pdf: the content of a file
 *
 * Whether a file is a PDF with a digital signature: writing it anew would destroy that. A
 * signature says in plain bytes what it covers (ISO 32000-1, 12.8.1), so that nothing has
 * to be parsed.
 *
 * Returns: whether it is
 */
gboolean
gj_pdf_is_signed (GBytes *pdf)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (pdf != NULL, FALSE);

  data = g_bytes_get_data (pdf, &size);

  return size > 5 && g_strstr_len (data, 5, "%PDF-") != NULL && memmem (data, size, "/ByteRange", 10) != NULL;
}
