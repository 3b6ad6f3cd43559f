/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-appendix.h"

#include <string.h>

/* The objects of an update and the directory of them (ISO 32000-1, 7.5.6). The directory is
 * of the kind that the file has. */

/* Hashing all of a file takes longer than everything else here. */
#define NAMING_TAIL (16 * 1024)

typedef struct
{
  guint number;
  gsize at;
} Entry;

/* @start is where the file ends that the update is appended to. */
struct _GjPdfAppendix
{
  GBytes         *pdf;
  GjPdfStructure *structure;
  GString        *out;
  GArray         *entries;
  guint           n_objects;
  gsize           start;
};

GjPdfAppendix *
_gj_pdf_appendix_new (GBytes         *pdf,
                      GjPdfStructure *structure)
{
  GjPdfAppendix *self = g_new0 (GjPdfAppendix, 1);
  const char *data = g_bytes_get_data (pdf, &self->start);

  self->pdf = g_bytes_ref (pdf);
  self->structure = structure;
  self->out = g_string_new (self->start > 0 && data[self->start - 1] == '\n' ? NULL : "\n");
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->n_objects = gj_pdf_structure_get_n_objects (structure);

  return self;
}

void
_gj_pdf_appendix_free (GjPdfAppendix *self)
{
  g_string_free (self->out, TRUE);
  g_array_unref (self->entries);
  g_bytes_unref (self->pdf);
  g_free (self);
}

/* Where the objects are written. */
GString *
_gj_pdf_appendix_get_out (GjPdfAppendix *self)
{
  return self->out;
}

GjPdfStructure *
_gj_pdf_appendix_get_structure (GjPdfAppendix *self)
{
  return self->structure;
}

/* Begins an object; 0 stands for a new one. */
guint
_gj_pdf_appendix_begin (GjPdfAppendix *self,
                        guint          number)
{
  Entry entry = { number > 0 ? number : self->n_objects++, self->out->len };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->out, "%u 0 obj\n", entry.number);

  return entry.number;
}

void
_gj_pdf_appendix_end (GjPdfAppendix *self)
{
  g_string_append (self->out, "\nendobj\n");
}

void
_gj_pdf_append_span (GString   *out,
                     GjPdfSpan  span)
{
  g_string_append_len (out, span.start, span.end - span.start);
}

void
_gj_pdf_append_hexadecimal (GString      *out,
                            const guint8 *data,
                            gsize         size)
{
  g_string_append_c (out, '<');
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (out, "%02x", data[i]);
  g_string_append_c (out, '>');
}

/* Text of any language: UTF-16 with a mark before it. */
void
_gj_pdf_append_text (GString    *out,
                     const char *text)
{
  gsize size = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &size, NULL);
  g_autofree guint8 *marked = g_malloc (size + 2);

  marked[0] = 0xfe;
  marked[1] = 0xff;
  if (size > 0)
    memcpy (marked + 2, wide, size);
  _gj_pdf_append_hexadecimal (out, marked, size + 2);
}

/* A name may hold anything; what is no plain character is written as #2F. */
void
_gj_pdf_append_name (GString    *out,
                     const char *name)
{
  g_string_append_c (out, '/');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || strchr ("+-._", *p) != NULL)
        g_string_append_c (out, *p);
      else
        g_string_append_printf (out, "#%02X", (guint8) *p);
    }
}

/* The directory */

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return (first->number > second->number) - (first->number < second->number);
}

/* How many entries from @index on have numbers in a row. */
static guint
count_run (const GjPdfAppendix *self,
           guint                index)
{
  const Entry *first = &g_array_index (self->entries, Entry, index);
  guint n = 1;

  while (index + n < self->entries->len && first[n].number == first->number + n)
    n++;

  return n;
}

/* The first half of the name of a file stays with it for ever; without one it is made of
 * the file's end, where its directory and what it says about itself are. The second is of
 * this state of it. */
static void
append_identity (GjPdfAppendix *self,
                 GjPdfSpan      trailer,
                 GBytes        *pdf)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  guint8 digest[32];
  gsize digest_size = sizeof digest;
  GjPdfSpan identity = { NULL, NULL };
  GjPdfSpan first;

  if (gj_pdf_span_find_key (trailer, "/ID", &identity))
    identity = gj_pdf_span_enter (identity);
  g_string_append (self->out, "/ID [ ");
  g_checksum_update (checksum, data + size - MIN (size, NAMING_TAIL), (gssize) MIN (size, NAMING_TAIL));
  if (identity.start != NULL && gj_pdf_span_next_value (&identity, &first))
    _gj_pdf_append_span (self->out, first);
  else
    {
      g_autoptr (GChecksum) copy = g_checksum_copy (checksum);

      g_checksum_get_digest (copy, digest, &digest_size);
      _gj_pdf_append_hexadecimal (self->out, digest, 16);
    }
  g_checksum_update (checksum, (const guchar *) self->out->str, (gssize) self->out->len);
  digest_size = sizeof digest;
  g_checksum_get_digest (checksum, digest, &digest_size);
  g_string_append_c (self->out, ' ');
  _gj_pdf_append_hexadecimal (self->out, digest, 16);
  g_string_append (self->out, " ]");
}

static void
append_trailer_keys (GjPdfAppendix *self,
                     GBytes        *pdf)
{
  GjPdfSpan trailer = gj_pdf_structure_get_trailer (self->structure);
  GjPdfSpan value;

  g_string_append_printf (self->out, "/Size %u\n   /Prev %" G_GSIZE_FORMAT "\n   ", self->n_objects,
                          gj_pdf_structure_get_directory (self->structure));
  for (guint i = 0; i < 2; i++)
    {
      const char *key = i == 0 ? "/Root" : "/Info";

      if (!gj_pdf_span_find_key (trailer, key, &value))
        continue;
      g_string_append_printf (self->out, "%s ", key);
      _gj_pdf_append_span (self->out, value);
      g_string_append (self->out, "\n   ");
    }
  append_identity (self, trailer, pdf);
}

static void
append_table (GjPdfAppendix *self,
              GBytes        *pdf)
{
  gsize at = self->start + self->out->len;
  guint n;

  g_string_append (self->out, "xref\n");
  for (guint i = 0; i < self->entries->len; i += n)
    {
      n = count_run (self, i);
      g_string_append_printf (self->out, "%u %u\n", g_array_index (self->entries, Entry, i).number, n);
      for (guint j = i; j < i + n; j++)
        g_string_append_printf (self->out, "%010" G_GSIZE_FORMAT " 00000 n \n",
                                self->start + g_array_index (self->entries, Entry, j).at);
    }
  g_string_append (self->out, "trailer\n<< ");
  append_trailer_keys (self, pdf);
  g_string_append_printf (self->out, " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", at);
}

/* The stream is an object itself, and names itself. */
static void
append_stream (GjPdfAppendix *self,
               GBytes        *pdf)
{
  gsize at = self->start + self->out->len;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint n;

  _gj_pdf_appendix_begin (self, 0);
  g_array_sort (self->entries, compare_entries);
  g_string_append (self->out, "<< /Type /XRef /W [ 1 4 2 ]\n   /Index [");
  for (guint i = 0; i < self->entries->len; i += n)
    {
      n = count_run (self, i);
      g_string_append_printf (self->out, " %u %u", g_array_index (self->entries, Entry, i).number, n);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      gsize place = self->start + g_array_index (self->entries, Entry, i).at;

      g_byte_array_append (data, (const guint8[]) { 1, (guint8) (place >> 24), (guint8) (place >> 16),
                                                    (guint8) (place >> 8), (guint8) place, 0, 0 }, 7);
    }
  g_string_append_printf (self->out, " ]\n   /Length %u\n   ", data->len);
  append_trailer_keys (self, pdf);
  g_string_append (self->out, " >>\nstream\n");
  g_string_append_len (self->out, (const char *) data->data, data->len);
  g_string_append (self->out, "\nendstream");
  _gj_pdf_appendix_end (self);
  g_string_append_printf (self->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", at);
}

/* The file with the update behind it. */
GBytes *
_gj_pdf_appendix_close (GjPdfAppendix *self)
{
  g_autoptr (GString) all = NULL;

  g_array_sort (self->entries, compare_entries);
  if (gj_pdf_structure_has_stream (self->structure))
    append_stream (self, self->pdf);
  else
    append_table (self, self->pdf);

  all = g_string_sized_new (self->start + self->out->len + 1);
  g_string_append_len (all, g_bytes_get_data (self->pdf, NULL), (gssize) self->start);
  g_string_append_len (all, self->out->str, (gssize) self->out->len);

  return g_string_free_to_bytes (g_steal_pointer (&all));
}
