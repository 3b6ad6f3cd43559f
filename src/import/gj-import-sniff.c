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
};

#define N_SNIFFED 4096

static gboolean
contains (const char *data,
          gsize       size,
          const char *needle)
{
  gsize length = strlen (needle);

  size = MIN (size, N_SNIFFED);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, needle, length) == 0)
      return TRUE;

  return FALSE;
}

/* The first member of a package names its family. */
static GjImportKind
sniff_zip (const char *data,
           gsize       size)
{
  if (contains (data, size, "word/") || contains (data, size, "[Content_Types].xml"))
    return GJ_IMPORT_KIND_DOCX;
  if (contains (data, size, "OFD.xml"))
    return GJ_IMPORT_KIND_OFD;
  return GJ_IMPORT_KIND_ARCHIVE;
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

/**
 * gj_import_sniff:
 * @bytes: the content of a file
 *
 * Looks at the first bytes only.
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
      return signatures[i].bytes[0] == 'P' ? sniff_zip (data, size) : signatures[i].kind;

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

  return GJ_IMPORT_KIND_TEXT;
}
