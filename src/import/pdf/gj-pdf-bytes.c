/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-bytes.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* What is looked at before the file is given to poppler, which mends without a word what
 * is broken: a directory at a wrong place, and compressed data whose checksum is wrong,
 * where a figure may have become another one. */

#define TAIL 2048
#define HEAD 1024
#define LONGEST_DICTIONARY 4096
#define MOST_INFLATED (64 * 1024 * 1024)
#define MOST_CONTENTS (16 * 1024 * 1024)
#define MOST_SHOWN 30000
#define MOST_PIXELS (64 * 1024 * 1024)
#define MOST_STREAMS 20000
#define BUFFER 65536

typedef struct
{
  const char *data;
  const char *end;
} Span;

static Span
span_of (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return (Span) { data, data + size };
}

static const char *
find (Span        span,
      const char *words)
{
  gsize length = strlen (words);

  for (const char *p = span.data; p != NULL && p < span.end && (gsize) (span.end - p) >= length; p++)
    {
      p = memchr (p, *words, (gsize) (span.end - p) - length + 1);
      if (p == NULL || memcmp (p, words, length) == 0)
        return p;
    }

  return NULL;
}

static const char *
find_last (Span        span,
           const char *words)
{
  const char *last = NULL;

  for (const char *p = find (span, words); p != NULL; p = find (span, words))
    {
      last = p;
      span.data = p + 1;
    }

  return last;
}

static Span
tail_of (Span span)
{
  span.data = span.end - MIN (span.end - span.data, TAIL);

  return span;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/* The place that the end of the file names must hold a table, or an object with one.
 * Places are counted from the mark at the beginning, which may stand behind rubbish. */
static gboolean
has_directory (Span span)
{
  const char *start = find_last (tail_of (span), "startxref");
  const char *first = find ((Span) { span.data, MIN (span.data + HEAD, span.end) }, "%PDF-");
  guint64 place = 0;

  if (start == NULL || first == NULL)
    return FALSE;

  for (start += strlen ("startxref"); start < span.end && is_blank (*start); start++)
    ;
  for (; start < span.end && g_ascii_isdigit (*start) && place < G_MAXUINT32; start++)
    place = place * 10 + (guint64) g_ascii_digit_value (*start);
  for (guint i = 0; i < 2; i++)
    {
      const char *from = i == 0 ? span.data : first;
      const char *p;

      if (place >= (guint64) (span.end - from))
        continue;
      for (p = from + place; p < span.end && is_blank (*p); p++)
        ;
      if (span.end - p > 4 && (memcmp (p, "xref", 4) == 0 || g_ascii_isdigit (*p)))
        return TRUE;
    }

  return FALSE;
}

/* The dictionary before the data of a stream. */
static Span
dictionary_before (Span        span,
                   const char *stream)
{
  const char *from = stream - MIN (stream - span.data, LONGEST_DICTIONARY);
  const char *object = find_last ((Span) { from, stream }, " obj");

  return (Span) { object != NULL ? object : stream, stream };
}

static gboolean
is_deflated (Span dictionary)
{
  static const char *const others[] = { "ASCII", "/A85", "/AHx", "/LZW", "RunLength", "/Crypt" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (find (dictionary, others[i]) != NULL)
      return FALSE;

  return find (dictionary, "/FlateDecode") != NULL;
}

/* How often text is shown. One that is put together from more pieces than a page can hold
 * takes poppler minutes. */
static guint
count_shown (Span data)
{
  guint n = 0;

  for (const char *p = data.data; p + 1 < data.end; p++)
    if (p[0] == 'T' && (p[1] == 'j' || p[1] == 'J'))
      n++;

  return n;
}

/* Inflates data and adds up how much it was, as far as @most, and how often it shows text.
 * That an end is missing poppler tells itself. */
static gboolean
is_sound (Span   data,
          gsize  most,
          gsize *n_inflated,
          guint *n_shown)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree char *buffer = g_malloc (BUFFER);

  while (data.data < data.end && *n_inflated <= most)
    {
      g_autoptr (GError) error = NULL;
      gsize n_read = 0;
      gsize n_written = 0;
      GConverterResult result;

      result = g_converter_convert (converter, data.data, (gsize) (data.end - data.data), buffer, BUFFER,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);
      if (result == G_CONVERTER_ERROR)
        return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      *n_inflated += n_written;
      *n_shown += count_shown ((Span) { buffer, buffer + n_written });
      if (result == G_CONVERTER_FINISHED || n_read + n_written == 0)
        return TRUE;
      data.data += n_read;
    }

  return TRUE;
}

typedef struct
{
  Span dictionary;
  Span data;
} Stream;

/* Goes on behind the data of @stream, which is all zero at first. */
static gboolean
next_stream (Span    span,
             Stream *stream)
{
  Span rest = { stream->dictionary.data != NULL ? stream->data.end : span.data, span.end };

  for (;;)
    {
      const char *word = find (rest, "stream");
      const char *data = word != NULL ? word + strlen ("stream") : NULL;
      const char *end;

      if (word == NULL)
        return FALSE;
      rest.data = data;
      if (word == span.data || word[-1] == 'd')
        continue;
      if (data < span.end && *data == '\r')
        data++;
      if (data < span.end && *data == '\n')
        data++;
      end = find ((Span) { data, span.end }, "endstream");
      stream->dictionary = dictionary_before (span, word);
      stream->data = (Span) { data, end != NULL ? end : span.end };

      return end != NULL;
    }
}

static gboolean
is_picture (Span dictionary)
{
  return find (dictionary, "/Image") != NULL;
}

static gboolean
is_font (Span dictionary)
{
  static const char *const marks[] = { "/Length1", "Type1C", "CIDFontType0C", "/OpenType" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (find (dictionary, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The number behind a key, or 0. */
static guint
read_number (Span        dictionary,
             const char *key)
{
  const char *p = find (dictionary, key);
  guint number = 0;

  if (p == NULL)
    return 0;
  for (p += strlen (key); p < dictionary.end && is_blank (*p); p++)
    ;
  for (; p < dictionary.end && g_ascii_isdigit (*p) && number < 1000000; p++)
    number = number * 10 + (guint) g_ascii_digit_value (*p);

  return number;
}

static void
inspect_stream (const Stream *stream,
                GjPdfState   *state,
                gsize        *n_contents,
                gsize        *n_others)
{
  Span dictionary = stream->dictionary;
  guint n_shown = 0;
  gboolean is_other = is_picture (dictionary) || is_font (dictionary);
  guint64 n_pixels = (guint64) read_number (dictionary, "/Width") * read_number (dictionary, "/Height");

  if (is_picture (dictionary) && n_pixels > MOST_PIXELS)
    state->is_huge = TRUE;
  if (is_deflated (dictionary) && !is_sound (stream->data, is_other ? MOST_INFLATED : MOST_CONTENTS,
                                             is_other ? n_others : n_contents, &n_shown))
    state->is_spoilt = TRUE;
  if (!is_other && find (dictionary, "/Filter") == NULL)
    {
      *n_contents += (gsize) (stream->data.end - stream->data.data);
      n_shown += count_shown (stream->data);
    }
  if (*n_contents > MOST_CONTENTS || (n_shown > MOST_SHOWN && !is_other))
    state->is_huge = TRUE;
}

/**
 * gj_pdf_bytes_inspect:
 * @bytes: a PDF
 * @state: (out): what was noticed
 *
 * Looks at the file as it is. The data of a file with a password are not looked at.
 */
void
gj_pdf_bytes_inspect (GBytes     *bytes,
                      GjPdfState *state)
{
  Span span = span_of (bytes);
  Stream stream = { 0 };
  gsize n_contents = 0;
  gsize n_others = 0;

  *state = (GjPdfState) {
    .is_cut = find (tail_of (span), "%%EOF") == NULL,
    .is_spoilt = !has_directory (span),
  };
  if (find (span, "/Encrypt") != NULL)
    return;

  for (guint n = 0; n < MOST_STREAMS && !state->is_huge && next_stream (span, &stream); n++)
    inspect_stream (&stream, state, &n_contents, &n_others);
}

/**
 * gj_pdf_bytes_without_groups:
 * @bytes: a PDF
 *
 * What is painted as a transparent group is painted beside the page first, where its lines
 * are not seen. So no group is said to be one.
 *
 * Returns: (transfer full): @bytes, or a copy with groups unmade
 */
GBytes *
gj_pdf_bytes_without_groups (GBytes *bytes)
{
  const char *word = "/Transparency";
  Span span = span_of (bytes);
  const char *first = find (span, word);
  gsize size = (gsize) (span.end - span.data);
  char *copy;

  if (first == NULL)
    return g_bytes_ref (bytes);

  copy = g_memdup2 (span.data, size);
  for (const char *p = first; p != NULL; p = find ((Span) { p + 1, span.end }, word))
    copy[p - span.data + 1] = '-';

  return g_bytes_new_take (copy, size);
}

/* Whether the data of a stream are a photograph that every program can show. */
static gboolean
is_photo (Span  dictionary,
          Span  data,
          guint width,
          guint height)
{
  static const char *const others[] = { "ASCII", "/A85", "/AHx", "/LZW", "RunLength", "/FlateDecode", "/Fl", "/Decode ",
                                        "/Decode[", "CMYK", "/Mask", "/SMask" };

  if (find (dictionary, "/DCTDecode") == NULL || read_number (dictionary, "/Width") != width ||
      read_number (dictionary, "/Height") != height || data.end - data.data < 4 ||
      memcmp (data.data, "\xff\xd8\xff", 3) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (find (dictionary, others[i]) != NULL)
      return FALSE;

  return TRUE;
}

/**
 * gj_pdf_bytes_find_photo:
 * @bytes: a PDF
 * @width: how many pixels wide it is
 * @height: how many high
 *
 * Looks for the only picture of that size that was put into the file as a JPEG.
 *
 * Returns: (transfer full) (nullable): it, %NULL when there is none or more than one
 */
GBytes *
gj_pdf_bytes_find_photo (GBytes *bytes,
                         guint   width,
                         guint   height)
{
  Span span = span_of (bytes);
  Stream stream = { 0 };
  Span found = { 0 };

  if (find (span, "/Encrypt") != NULL)
    return NULL;

  for (guint n = 0; n < MOST_STREAMS && next_stream (span, &stream); n++)
    if (is_photo (stream.dictionary, stream.data, width, height))
      {
        if (found.data != NULL)
          return NULL;
        found = stream.data;
      }
  if (found.data == NULL)
    return NULL;

  return g_bytes_new_from_bytes (bytes, (gsize) (found.data - span.data), (gsize) (found.end - found.data));
}
