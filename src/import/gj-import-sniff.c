/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import.h"

#include <string.h>

typedef struct
{
  GjImportKind kind;
  const char  *bytes;
  gsize        length;
} Signature;

#define SIGNATURE(kind, bytes) { GJ_IMPORT_KIND_ ## kind, bytes, sizeof (bytes) - 1 }

static const Signature signatures[] = {
  SIGNATURE (PDF, "%PDF-"),
  SIGNATURE (OLE, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  SIGNATURE (RTF, "{\\rtf"),
  SIGNATURE (ARCHIVE, "PK\x03\x04"),
  SIGNATURE (ARCHIVE, "PK\x05\x06"),
  SIGNATURE (ARCHIVE, "Rar!\x1a\x07"),
  SIGNATURE (ARCHIVE, "7z\xbc\xaf\x27\x1c"),
  SIGNATURE (ARCHIVE, "\x1f\x8b"),
  SIGNATURE (PICTURE, "\x89PNG\r\n\x1a\n"),
  SIGNATURE (PICTURE, "\xff\xd8\xff"),
  SIGNATURE (PICTURE, "GIF8"),
  SIGNATURE (PICTURE, "II*\0"),
  SIGNATURE (PICTURE, "MM\0*"),
};

static const Signature marks[] = {
  SIGNATURE (XML, "<?xml"),
  SIGNATURE (HTML, "<!doctype html"),
  SIGNATURE (HTML, "<html"),
  SIGNATURE (HTML, "<head"),
  SIGNATURE (HTML, "<body"),
  SIGNATURE (HTML, "<meta"),
  SIGNATURE (HTML, "<table"),
  SIGNATURE (HTML, "<title"),
  SIGNATURE (HTML, "<script"),
  SIGNATURE (HTML, "<style"),
  SIGNATURE (HTML, "<div"),
  SIGNATURE (HTML, "<p>"),
  SIGNATURE (HTML, "<p "),
  SIGNATURE (HTML, "<!--"),
  SIGNATURE (MHTML, "MIME-Version:"),
};

#define N_SNIFFED 4096

/* The names of a zip's parts stand once more at its end. */
#define N_SNIFFED_END (64 * 1024)

static gboolean
find (const char *data,
      gsize       size,
      const char *needle)
{
  gsize length = strlen (needle);
  const char *end = data + size;

  for (const char *p = data; (gsize) (end - p) >= length; p++)
    {
      p = memchr (p, needle[0], (gsize) (end - p) - length + 1);
      if (p == NULL)
        return FALSE;
      if (memcmp (p, needle, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
contains (const char *data,
          gsize       size,
          const char *needle)
{
  return find (data, MIN (size, N_SNIFFED), needle);
}

static gboolean
has_part (const char *data,
          gsize       size,
          const char *name)
{
  gsize end = MIN (size, N_SNIFFED_END);

  return contains (data, size, name) || find (data + size - end, end, name);
}

/* The names of its parts say what a package holds. */
static GjImportKind
sniff_zip (const char *data,
           gsize       size)
{
  if (has_part (data, size, "OFD.xml"))
    return GJ_IMPORT_KIND_OFD;
  if (has_part (data, size, "word/"))
    return GJ_IMPORT_KIND_DOCX;
  if (has_part (data, size, "xl/workbook"))
    return GJ_IMPORT_KIND_SHEET;
  if (has_part (data, size, "ppt/presentation"))
    return GJ_IMPORT_KIND_SLIDES;
  if (has_part (data, size, "[Content_Types].xml"))
    return GJ_IMPORT_KIND_DOCX;
  return GJ_IMPORT_KIND_ARCHIVE;
}

/* An entry of the directory of an OLE file has 128 bytes: its name in UTF-16 and the
 * length of the name. */

#define OLE_ENTRY_SIZE 128
#define OLE_FIRST_SECTOR 512

static gboolean
has_stream (const char *data,
            gsize       size,
            const char *name)
{
  gsize n = strlen (name);
  char wide[64] = { 0 };

  for (gsize i = 0; i < n; i++)
    wide[2 * i] = name[i];

  for (gsize at = OLE_FIRST_SECTOR; at + OLE_ENTRY_SIZE <= size; at += OLE_ENTRY_SIZE)
    if ((guint8) data[at + 64] == 2 * n + 2 && data[at + 65] == 0 && memcmp (data + at, wide, 2 * n + 2) == 0)
      return TRUE;

  return FALSE;
}

static GjImportKind
sniff_ole (const char *data,
           gsize       size)
{
  if (has_stream (data, size, "WordDocument"))
    return GJ_IMPORT_KIND_DOC;
  if (has_stream (data, size, "EncryptedPackage"))
    return GJ_IMPORT_KIND_ENCRYPTED;
  if (has_stream (data, size, "Workbook") || has_stream (data, size, "Book"))
    return GJ_IMPORT_KIND_SHEET;
  if (has_stream (data, size, "PowerPoint Document"))
    return GJ_IMPORT_KIND_SLIDES;
  if (has_stream (data, size, "MatOST") || has_stream (data, size, "CONTENTS"))
    return GJ_IMPORT_KIND_WORKS;
  return GJ_IMPORT_KIND_OLE;
}

static GjImportKind
sniff_xml (const char *data,
           gsize       size)
{
  if (contains (data, size, "https://gouji.github.io/ns/report/"))
    return GJ_IMPORT_KIND_GOUJI;
  if (contains (data, size, "<html") || contains (data, size, "<!DOCTYPE html"))
    return GJ_IMPORT_KIND_HTML;
  return GJ_IMPORT_KIND_XML;
}

/* A message of several parts whose fields stand in another order. */
static gboolean
is_message (const char *data,
            gsize       size)
{
  gsize n = 0;

  while (n < MIN (size, 64) && (g_ascii_isalpha (data[n]) || data[n] == '-'))
    n++;

  return n > 0 && n < size && data[n] == ':' && contains (data, size, "multipart/related") &&
         contains (data, size, "boundary=");
}

static gboolean
is_wide (const char *data,
         gsize       size)
{
  return size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

/* UTF-16: a web page may be in it too. */
static GjImportKind
sniff_wide (const char *data,
            gsize       size)
{
  gsize big = (guint8) data[0] == 0xfe;
  char narrow[64];
  gsize n = 0;

  for (gsize i = 2; i + 1 < size && n < sizeof narrow; i += 2)
    {
      char c = data[i + big];

      if (data[i + 1 - big] != 0)
        break;
      if (n > 0 || !g_ascii_isspace (c))
        narrow[n++] = c;
    }

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].kind == GJ_IMPORT_KIND_HTML && n >= marks[i].length &&
        g_ascii_strncasecmp (narrow, marks[i].bytes, marks[i].length) == 0)
      return GJ_IMPORT_KIND_HTML;

  return GJ_IMPORT_KIND_TEXT;
}

/**
 * gj_import_sniff:
 * @bytes: the content of a file
 *
 * Looks at the first bytes, and in a package at the names of its parts.
 *
 * Returns: what they say that the file is
 */
GjImportKind
gj_import_sniff (GBytes *bytes)
{
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, GJ_IMPORT_KIND_EMPTY);

  data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].length &&
        memcmp (data, signatures[i].bytes, signatures[i].length) == 0)
      switch (signatures[i].kind)
        {
        case GJ_IMPORT_KIND_ARCHIVE:
          return signatures[i].bytes[0] == 'P' ? sniff_zip (data, size) : GJ_IMPORT_KIND_ARCHIVE;
        case GJ_IMPORT_KIND_OLE:
          return sniff_ole (data, size);
        default:
          return signatures[i].kind;
        }

  if (is_wide (data, size))
    return sniff_wide (data, size);
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  while (size > 0 && g_ascii_isspace (*data))
    {
      data++;
      size--;
    }
  if (size == 0)
    return GJ_IMPORT_KIND_EMPTY;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length &&
        g_ascii_strncasecmp (data, marks[i].bytes, marks[i].length) == 0)
      return marks[i].kind == GJ_IMPORT_KIND_XML ? sniff_xml (data, size) : marks[i].kind;

  return is_message (data, size) ? GJ_IMPORT_KIND_MHTML : GJ_IMPORT_KIND_TEXT;
}
