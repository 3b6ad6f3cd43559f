/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-base.h"
#include "gj-package-writer.h"

static void
assert_part (GjZip      *zip,
             const char *name,
             const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_zip_read (zip, name, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (data, size, content, strlen (content));
}

static void
assert_refused (GjZip      *zip,
                const char *name,
                GjZipError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_zip_read (zip, name, &error);

  g_assert_null (bytes);
  g_assert_error (error, GJ_ZIP_ERROR, (int) code);
}

static GjZip *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GjZip *zip = gj_zip_open (bytes, &error);

  g_assert_no_error (error);

  return zip;
}

static void
assert_no_zip (GBytes     *bytes,
               GjZipError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjZip) zip = gj_zip_open (bytes, &error);

  g_assert_null (zip);
  g_assert_error (error, GJ_ZIP_ERROR, (int) code);
}

/* By name, in any order, again and again. */
static void
test_read (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjZip) zip = NULL;

  gj_package_writer_add (writer, "one.xml", "<one/>");
  gj_package_writer_add (writer, "folder/two.xml", "<two/>");
  gj_package_writer_add (writer, "empty", "");
  bytes = gj_package_writer_end (writer);
  zip = open_bytes (bytes);

  assert_part (zip, "folder/two.xml", "<two/>");
  assert_part (zip, "one.xml", "<one/>");
  assert_part (zip, "/one.xml", "<one/>");
  assert_part (zip, "Folder/TWO.xml", "<two/>");
  assert_part (zip, "empty", "");
  assert_part (zip, "one.xml", "<one/>");
  g_assert_true (gj_zip_has (zip, "empty"));
  g_assert_false (gj_zip_has (zip, "three"));
  assert_refused (zip, "three", GJ_ZIP_ERROR_NO_PART);
}

static void
test_no_zip (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  gj_package_writer_add (writer, "one.xml", "<one/>");
  gj_package_writer_add (writer, "two.xml", "<two/>");
  whole = gj_package_writer_end (writer);
  size = g_bytes_get_size (whole);

  for (gsize length = 0; length < size; length += length + 24 < size ? 24 : 1)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      assert_no_zip (part, GJ_ZIP_ERROR_NOT_ZIP);
    }
}

static void
test_doubles (void)
{
  static const char *const names[] = { "word/document.xml", "Word/Document.XML" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GjZip) zip = NULL;

      gj_package_writer_add (writer, "word/document.xml", "<one/>");
      gj_package_writer_add (writer, names[i], "<two/>");
      gj_package_writer_add (writer, "other.xml", "<other/>");
      bytes = gj_package_writer_end (writer);
      zip = open_bytes (bytes);

      assert_refused (zip, "word/document.xml", GJ_ZIP_ERROR_FOREIGN);
      assert_part (zip, "other.xml", "<other/>");
    }
}

static void
test_names (void)
{
  static const char *const names[] = { "../up.xml", "a/../../up.xml", "/root.xml", "a/b\\c.xml", "a/.." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
      g_autoptr (GBytes) bytes = NULL;

      gj_package_writer_add (writer, names[i], "<one/>");
      bytes = gj_package_writer_end (writer);
      assert_no_zip (bytes, GJ_ZIP_ERROR_FOREIGN);
    }
}

/* Replaces what follows the @n-th @signature. */
static GBytes *
forge (GBytes     *bytes,
       const char *signature,
       gsize       offset,
       guint32     value)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 *copy = g_memdup2 (data, size);
  guint32 written = GUINT32_TO_LE (value);

  for (gsize i = 0; i + 4 <= size; i++)
    if (memcmp (copy + i, signature, 4) == 0)
      {
        memcpy (copy + i + offset, &written, 4);
        return g_bytes_new_take (copy, size);
      }
  g_assert_not_reached ();
}

/* The directory at the end says one thing, the part is another. */
static void
test_lies (void)
{
  static const struct { gsize offset; guint32 value; } lies[] = { { 16, 0x12345678 }, { 24, 3 }, { 24, 100000 } };
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  gj_package_writer_add (writer, "one.xml", "<one>a text that is long enough to be packed</one>");
  bytes = gj_package_writer_end (writer);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (GBytes) forged = forge (bytes, "PK\x01\x02", lies[i].offset, lies[i].value);
      g_autoptr (GjZip) zip = open_bytes (forged);

      assert_refused (zip, "one.xml", GJ_ZIP_ERROR_BROKEN);
    }
}

static void
test_encrypted (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) central = NULL;
  g_autoptr (GBytes) forged = NULL;

  gj_package_writer_add (writer, "one.xml", "<one/>");
  bytes = gj_package_writer_end (writer);
  central = forge (bytes, "PK\x01\x02", 8, 0x00080009);
  forged = forge (central, "PK\x03\x04", 6, 0x00080009);
  assert_no_zip (forged, GJ_ZIP_ERROR_ENCRYPTED);
}

static void
test_bomb (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  gsize size = 8 << 20;
  g_autofree char *zeros = g_malloc0 (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjZip) zip = NULL;

  gj_package_writer_add_bytes (writer, "bomb", zeros, size);
  gj_package_writer_add_bytes (writer, "small", zeros, 1 << 20);
  bytes = gj_package_writer_end (writer);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 64 << 10);
  zip = open_bytes (bytes);
  assert_refused (zip, "bomb", GJ_ZIP_ERROR_TOO_LARGE);

  g_autoptr (GBytes) small = gj_zip_read (zip, "small", NULL);

  g_assert_nonnull (small);
}

/* Random bytes, so that the ratio is none to complain about. */
static void
test_large_part (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  gsize size = GJ_ZIP_MAX_PART + 1;
  g_autofree guint32 *noise = g_malloc (size + 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjZip) zip = NULL;
  guint32 seed = 1;

  for (gsize i = 0; i <= size / 4; i++)
    noise[i] = seed = seed * 1664525 + 1013904223;
  gj_package_writer_add_bytes (writer, "large", noise, size);
  bytes = gj_package_writer_end (writer);
  zip = open_bytes (bytes);
  assert_refused (zip, "large", GJ_ZIP_ERROR_TOO_LARGE);
}

static void
test_many_parts (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i <= GJ_ZIP_MAX_PARTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("part%u", i);

      gj_package_writer_add (writer, name, "");
    }
  bytes = gj_package_writer_end (writer);
  assert_no_zip (bytes, GJ_ZIP_ERROR_TOO_LARGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/zip/read", test_read);
  g_test_add_func ("/base/zip/no-zip", test_no_zip);
  g_test_add_func ("/base/zip/doubles", test_doubles);
  g_test_add_func ("/base/zip/names", test_names);
  g_test_add_func ("/base/zip/lies", test_lies);
  g_test_add_func ("/base/zip/encrypted", test_encrypted);
  g_test_add_func ("/base/zip/bomb", test_bomb);
  g_test_add_func ("/base/zip/large-part", test_large_part);
  g_test_add_func ("/base/zip/many-parts", test_many_parts);

  return g_test_run ();
}
