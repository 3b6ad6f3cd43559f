/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-import.h"
#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Files with damage in the middle: what is left is read, and a note says where something
 * is missing. */

static const double three[] = { 120, 80, 80, 0 };

static void
draw_page_break (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "前文。");
  pdf_maker_table (maker, 80, 700, three, 18, "项目|甲|乙\n规章|1|2\n文件|3|4");
  pdf_maker_page (maker);
  pdf_maker_table (maker, 80, 60, three, 18, "许可|5|6\n处罚|7|8");
  pdf_maker_text (maker, 80, 120, "后文。");
}

#define ALL "前文。\n#\n项目|甲|乙\n规章|1|2\n文件|3|4\n许可|5|6\n处罚|7|8\n后文。\n"
#define FIRST "前文。\n#\n项目|甲|乙\n规章|1|2\n文件|3|4\n"

/* Where the compressed words of a page begin, and how long they are. Contents of pages come
 * before all other streams. */
static char *
find_stream (char  *data,
             guint  page,
             gsize *length)
{
  const char *mark = "\nstream\n";
  char *start = data;

  for (guint i = 0; i < page; i++)
    {
      while (memcmp (start, mark, strlen (mark)) != 0)
        start++;
      start += strlen (mark);
    }
  *length = 0;
  while (memcmp (start + *length, "endstream", strlen ("endstream")) != 0)
    ++*length;

  return start;
}

static void
spoil_half (char  *stream,
            gsize  length)
{
  memset (stream + length / 2, 0, length - length / 2);
}

static void
spoil_start (char  *stream,
             gsize  length)
{
  memset (stream, 0, MIN (length, 8));
}

static void
spoil_checksum (char  *stream,
                gsize  length)
{
  while (g_ascii_isspace (stream[length - 1]))
    length--;
  stream[length - 2] ^= 0x10;
}

/* The object is no longer said to be one. */
static void
spoil_object (char  *stream,
              gsize  length)
{
  while (memcmp (stream, " 0 obj", 6) != 0)
    stream--;
  memcpy (stream, " 0 abj", 6);
}

typedef struct
{
  const char *name;
  guint       page;
  void      (*spoil)(char  *stream,
                     gsize  length);
  const char *start;
  const char *notes;
} Damage;

static const Damage damages[] = {
  { "second-half", 2, spoil_half, FIRST, "damaged@2" },
  { "second-start", 2, spoil_start, FIRST, "damaged@2" },
  { "second-object", 2, spoil_object, FIRST, "damaged@2" },
  { "first-start", 1, spoil_start, "#\n许可|5|6\n处罚|7|8\n后文。\n", "damaged@1" },
  { "checksum", 2, spoil_checksum, ALL, "file-damaged@0 joined@2" },
};

/* What stands on the other page is whole; the table may go on or not. */
static void
test_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (GBytes) bytes = pdf_make (draw_page_break);
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);
  char *changed = g_memdup2 (content, size);
  g_autoptr (GBytes) spoilt = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *notes = NULL;
  gsize length;
  char *stream = find_stream (changed, damage->page, &length);

  damage->spoil (stream, length);
  spoilt = g_bytes_new_take (changed, size);
  document = gj_pdf_read (spoilt, NULL, &error);
  g_assert_no_error (error);
  dump = pdf_dump (document);
  g_assert_true (g_str_has_prefix (dump, damage->start));
  notes = pdf_list_notes (document);
  g_assert_true (g_str_has_prefix (notes, damage->notes));
}

static void
test_all_damaged (void)
{
  PdfMaker *maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) spoilt = NULL;
  char *changed;
  gsize length;
  gsize size;

  pdf_maker_text (maker, 80, 60, "一页的话。");
  bytes = pdf_maker_end (maker);
  size = g_bytes_get_size (bytes);
  changed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  spoil_start (find_stream (changed, 1, &length), 8);
  spoilt = g_bytes_new_take (changed, size);
  pdf_assert_refused (spoilt, "damaged");
}

/* The directory of the file is not where the file says. */
static void
test_directory (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_page_break);
  g_autoptr (GBytes) spoilt = pdf_replace (bytes, "startxref\n", "startxref9");

  pdf_assert_reads (spoilt, ALL, "file-damaged@0 joined@2");
}

static void
draw_blank_page (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "前页的话。");
  pdf_maker_page (maker);
  pdf_maker_page (maker);
  pdf_maker_text (maker, 80, 60, "后页的话。");
}

static void
test_blank_page (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_blank_page);

  pdf_assert_reads (bytes, "前页的话。\n后页的话。\n", "blank@2");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_page_break);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 0; length < size; length += MAX (1, size / 97))
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = gj_pdf_read (cut, NULL, &error);

      if (document == NULL)
        g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
    }
}

static void
test_flipped (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_page_break);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 150; i++)
    {
      char *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = NULL;

      for (guint j = 0; j < 8; j++)
        changed[(guint) g_test_rand_int () % size] ^= (char) (1 << g_test_rand_int_range (0, 8));
      flipped = g_bytes_new_take (changed, size);
      document = gj_pdf_read (flipped, NULL, &error);
      if (document == NULL)
        g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/pdf-damage/%s", damages[i].name);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  g_test_add_func ("/import/pdf-damage/all", test_all_damaged);
  g_test_add_func ("/import/pdf-damage/directory", test_directory);
  g_test_add_func ("/import/pdf-damage/blank-page", test_blank_page);
  g_test_add_func ("/import/pdf-damage/cut", test_cut);
  g_test_add_func ("/import/pdf-damage/flipped", test_flipped);

  return g_test_run ();
}
