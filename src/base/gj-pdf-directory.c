/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-pdf-private.h"

/* The directory of a PDF (ISO 32000-1, 7.5.4 and 7.5.8), from the newest part to the
 * oldest: what a newer part says about an object holds. */

#define MAX_PARTS 256
#define TAIL 2048

typedef struct
{
  GjPdfStructure *structure;
  GArray         *places;
} Directory;

static void
set_place (Directory      *self,
           guint           number,
           GjPdfPlaceKind  kind,
           gsize           at,
           guint           index)
{
  GjPdfPlace *place;

  if (number >= self->places->len)
    g_array_set_size (self->places, number + 1);
  place = &g_array_index (self->places, GjPdfPlace, number);
  if (!place->is_known)
    *place = (GjPdfPlace) { TRUE, kind, at, index };
}

/* A table: "0 12", and then twelve lines "0000000016 00000 n". */
static gboolean
read_section (Directory *self,
              GjPdfSpan *rest)
{
  gint64 first;
  gint64 n;

  if (!_gj_pdf_next_number (rest, &first) || !_gj_pdf_next_number (rest, &n) || first > GJ_PDF_MAX_OBJECTS ||
      n > GJ_PDF_MAX_OBJECTS - first)
    return FALSE;

  for (gint64 i = 0; i < n; i++)
    {
      gint64 at;
      gint64 generation;
      gboolean used;

      if (!_gj_pdf_next_number (rest, &at) || !_gj_pdf_next_number (rest, &generation))
        return FALSE;
      used = _gj_pdf_next_is (rest, "n");
      if (!used && !_gj_pdf_next_is (rest, "f"))
        return FALSE;
      set_place (self, (guint) (first + i), used ? GJ_PDF_IN_FILE : GJ_PDF_FREE, (gsize) at, 0);
    }

  return TRUE;
}

static gboolean
read_table (Directory *self,
            GjPdfSpan  rest,
            GjPdfSpan *trailer)
{
  while (!_gj_pdf_next_is (&rest, "trailer"))
    if (!read_section (self, &rest))
      return FALSE;

  return _gj_pdf_next (&rest, trailer) && gj_pdf_span_is_dictionary (*trailer);
}

static gsize
read_bytes (const guint8 *data,
            guint         n)
{
  gsize sum = 0;

  for (guint i = 0; i < n; i++)
    sum = sum << 8 | data[i];

  return sum;
}

static gboolean
read_widths (GjPdfSpan  dictionary,
             guint     *widths)
{
  GjPdfSpan array;
  GjPdfSpan value;
  gint64 number;

  if (!gj_pdf_span_find_key (dictionary, "/W", &array) || !gj_pdf_span_is_array (array))
    return FALSE;
  array = gj_pdf_span_enter (array);
  for (guint i = 0; i < 3; i++)
    {
      if (!gj_pdf_span_next_value (&array, &value) || !gj_pdf_span_get_number (value, &number) || number > 8)
        return FALSE;
      widths[i] = (guint) number;
    }

  return widths[0] + widths[1] + widths[2] > 0;
}

/* Without a kind an entry is of the second. */
static void
read_entry (Directory    *self,
            guint         number,
            const guint8 *data,
            const guint  *widths)
{
  gsize kind = widths[0] > 0 ? read_bytes (data, widths[0]) : GJ_PDF_IN_FILE;
  gsize at = read_bytes (data + widths[0], widths[1]);
  gsize index = read_bytes (data + widths[0] + widths[1], widths[2]);

  if (kind <= GJ_PDF_IN_STREAM)
    set_place (self, number, (GjPdfPlaceKind) kind, at, kind == GJ_PDF_IN_STREAM ? (guint) index : 0);
}

static gboolean
read_entries (Directory   *self,
              GBytes      *bytes,
              GjPdfSpan    dictionary,
              const guint *widths)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize step = widths[0] + widths[1] + widths[2];
  GjPdfSpan index = { NULL, NULL };
  GjPdfSpan values[2];
  gint64 first = 0;
  gint64 n = 0;
  gboolean whole = !gj_pdf_span_find_key (dictionary, "/Index", &index);

  if (whole && (!gj_pdf_span_find_key (dictionary, "/Size", &values[1]) || !gj_pdf_span_get_number (values[1], &n)))
    return FALSE;
  if (!whole)
    index = gj_pdf_span_enter (index);

  while (whole || (gj_pdf_span_next_value (&index, &values[0]) && gj_pdf_span_next_value (&index, &values[1])))
    {
      if (!whole && (!gj_pdf_span_get_number (values[0], &first) || !gj_pdf_span_get_number (values[1], &n)))
        return FALSE;
      if (first > GJ_PDF_MAX_OBJECTS || n > GJ_PDF_MAX_OBJECTS - first || (gsize) n > size / step)
        return FALSE;
      for (gint64 i = 0; i < n; i++, data += step, size -= step)
        read_entry (self, (guint) (first + i), data, widths);
      if (whole)
        break;
    }

  return TRUE;
}

static gboolean
read_stream (Directory *self,
             GjPdfSpan  rest,
             GjPdfSpan *trailer)
{
  g_autoptr (GBytes) bytes = NULL;
  GjPdfSpan type;
  guint widths[3];
  guint number;

  if (!_gj_pdf_next_object (&rest, &number, trailer) || !gj_pdf_span_is_dictionary (*trailer) ||
      !gj_pdf_span_find_key (*trailer, "/Type", &type) || !gj_pdf_span_equal (type, "/XRef") ||
      !read_widths (*trailer, widths))
    return FALSE;
  bytes = _gj_pdf_read_stream (self->structure, *trailer, rest, NULL);

  return bytes != NULL && read_entries (self, bytes, *trailer, widths);
}

static gboolean
find_directory (GjPdfSpan  file,
                gint64    *at)
{
  gssize size = file.end - file.start;
  const char *found = NULL;

  for (const char *p = file.end - MIN (size, TAIL); p + 9 <= file.end; p++)
    if (memcmp (p, "startxref", 9) == 0)
      found = p;
  if (found == NULL)
    return FALSE;
  file.start = found + 9;

  return _gj_pdf_next_number (&file, at);
}

/* Reads the part at @at. What it comes before is in @next, or -1. */
static gboolean
read_part (Directory *self,
           gint64     at,
           GjPdfSpan *trailer,
           gboolean  *is_stream,
           gint64    *next)
{
  GjPdfSpan rest = _gj_pdf_structure_get_file (self->structure);
  GjPdfSpan value;
  gint64 hybrid;

  if (at >= rest.end - rest.start)
    return FALSE;
  rest.start += at;
  *is_stream = !_gj_pdf_next_is (&rest, "xref");
  if (!(*is_stream ? read_stream (self, rest, trailer) : read_table (self, rest, trailer)))
    return FALSE;

  if (!*is_stream && gj_pdf_span_find_key (*trailer, "/XRefStm", &value) && gj_pdf_span_get_number (value, &hybrid))
    {
      GjPdfSpan stream = _gj_pdf_structure_get_file (self->structure);
      GjPdfSpan ignored;

      if (hybrid >= stream.end - stream.start)
        return FALSE;
      stream.start += hybrid;
      if (!read_stream (self, stream, &ignored))
        return FALSE;
    }

  *next = -1;
  return !gj_pdf_span_find_key (*trailer, "/Prev", &value) || gj_pdf_span_get_number (value, next);
}

gboolean
_gj_pdf_directory_read (GjPdfStructure  *structure,
                        GArray          *places,
                        GjPdfSpan       *trailer,
                        gsize           *directory,
                        gboolean        *has_stream,
                        GError         **error)
{
  Directory self = { structure, places };
  gint64 at;

  if (!find_directory (_gj_pdf_structure_get_file (structure), &at))
    return _gj_pdf_fail (error, _("it has no directory"));

  *directory = (gsize) at;
  for (guint i = 0; at >= 0; i++)
    {
      GjPdfSpan part;
      gboolean is_stream;

      if (i >= MAX_PARTS || !read_part (&self, at, &part, &is_stream, &at))
        return _gj_pdf_fail (error, _("its directory is damaged"));
      if (i == 0)
        {
          *trailer = part;
          *has_stream = is_stream;
        }
    }

  return TRUE;
}
