/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

#include "gj-base.h"

/* What is written is read by our own reader and by somebody else's, which compares sizes
 * and checksums in both places where they stand. */

static void
add (GjZipWriter *writer,
     const char  *name,
     const char  *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gj_zip_writer_add (writer, name, text, strlen (text), &error));
  g_assert_no_error (error);
}

static char *
make_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<w:p>%u</w:p>", i * i);

  return g_string_free (text, FALSE);
}

static GBytes *
write_archive (const char *long_text)
{
  g_autoptr (GjZipWriter) writer = gj_zip_writer_new ();

  add (writer, "[Content_Types].xml", "<Types/>");
  add (writer, "word/document.xml", long_text);
  add (writer, "空.txt", "");
  g_assert_true (gj_zip_writer_store (writer, "word/media/image1.png", "\x89PNG\0\0", 6, NULL));

  return gj_zip_writer_end (writer);
}

static void
test_read_back (void)
{
  g_autofree char *text = make_long_text ();
  g_autoptr (GBytes) bytes = write_archive (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjZip) zip = gj_zip_open (bytes, &error);
  const struct
  {
    const char *name;
    const char *content;
    gsize       size;
  } cases[] = {
    { "[Content_Types].xml", "<Types/>", 8 },
    { "word/document.xml", text, strlen (text) },
    { "空.txt", "", 0 },
    { "word/media/image1.png", "\x89PNG\0\0", 6 },
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) part = gj_zip_read (zip, cases[i].name, &error);
      gsize size;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (part, &size);
      g_assert_cmpmem (data, size, cases[i].content, cases[i].size);
    }
  g_assert_cmpuint (g_bytes_get_size (bytes), <, strlen (text) / 2);
}

static void
test_read_elsewhere (void)
{
  static const char *const names[] = {
    "[Content_Types].xml", "word/document.xml", "空.txt", "word/media/image1.png",
  };
  g_autofree char *text = make_long_text ();
  g_autoptr (GBytes) bytes = write_archive (text);
  struct archive *archive = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  struct archive_entry *entry;
  guint n = 0;

  archive_read_support_format_zip_seekable (archive);
  g_assert_cmpint (archive_read_open_memory (archive, data, length), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) != ARCHIVE_EOF)
    {
      char buffer[4096];

      g_assert_cmpuint (n, <, G_N_ELEMENTS (names));
      g_assert_cmpstr (archive_entry_pathname_utf8 (entry), ==, names[n]);
      while (archive_read_data (archive, buffer, sizeof buffer) > 0)
        continue;
      g_assert_cmpstr (archive_error_string (archive), ==, NULL);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
  archive_read_free (archive);
}

static void
test_same_bytes (void)
{
  g_autofree char *text = make_long_text ();
  g_autoptr (GBytes) one = write_archive (text);
  g_autoptr (GBytes) other = write_archive (text);

  g_assert_true (g_bytes_equal (one, other));
}

static void
test_empty (void)
{
  g_autoptr (GjZipWriter) writer = gj_zip_writer_new ();
  g_autoptr (GBytes) bytes = gj_zip_writer_end (writer);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 22);
}

/* What cannot be packed stands as it is, and is no larger for it. */
static void
test_noise (void)
{
  g_autoptr (GjZipWriter) writer = gj_zip_writer_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (9704);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjZip) zip = NULL;
  g_autoptr (GBytes) part = NULL;
  guint32 noise[1000];

  for (guint i = 0; i < G_N_ELEMENTS (noise); i++)
    noise[i] = g_rand_int (rand);
  g_assert_true (gj_zip_writer_add (writer, "noise", noise, sizeof noise, NULL));
  bytes = gj_zip_writer_end (writer);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, sizeof noise + 200);
  zip = gj_zip_open (bytes, NULL);
  part = gj_zip_read (zip, "noise", NULL);
  g_assert_cmpmem (g_bytes_get_data (part, NULL), g_bytes_get_size (part), noise, sizeof noise);
}

static void
test_names (void)
{
  g_autofree char *too_long = g_strnfill (70000, 'x');
  const char *const names[] = { "", "/word/document.xml", "known", "\xff", too_long };
  g_autoptr (GjZipWriter) writer = gj_zip_writer_new ();

  add (writer, "known", "1");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gj_zip_writer_add (writer, names[i], "2", 1, &error));
      g_assert_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_FOREIGN);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GjZipWriter) writer = gj_zip_writer_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 65534; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "%u", i);
      g_assert_true (gj_zip_writer_add (writer, name, "", 0, NULL));
    }
  g_assert_false (gj_zip_writer_add (writer, "more", "", 0, &error));
  g_assert_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_TOO_LARGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* Or libarchive would give no name that is not ASCII. */
  setlocale (LC_CTYPE, "C.UTF-8");

  g_test_add_func ("/base/zip-writer/read-back", test_read_back);
  g_test_add_func ("/base/zip-writer/read-elsewhere", test_read_elsewhere);
  g_test_add_func ("/base/zip-writer/same-bytes", test_same_bytes);
  g_test_add_func ("/base/zip-writer/empty", test_empty);
  g_test_add_func ("/base/zip-writer/noise", test_noise);
  g_test_add_func ("/base/zip-writer/names", test_names);
  g_test_add_func ("/base/zip-writer/too-many", test_too_many);

  return g_test_run ();
}
