/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-case.h"

#include <string.h>

#include "gj-doc-reader.h"
#include "gj-import.h"

/* Documents written by hand, each the smallest that shows its case, and broken ones. */

static void
write_pieces_of_two_widths (GjDocWriter *doc)
{
  ADD ("Total 12 \xc2\x93");
  ADD_WIDE ("件数");
  ADD ("\xc2\x94\r");
  PLAIN ();
  ADD_WIDE ("𠮷字\r");
  PLAIN ();
}

static void
write_marks (GjDocWriter *doc)
{
  ADD ("one\vtwo\x1ethree\x1f" "four\x0e" "five\tsix\r");
  PLAIN ();
  ADD ("before\fafter\r");
  PLAIN ();
  ADD_AS ("(", SYMBOL SPECIAL);
  ADD ("(a)\r");
  PLAIN ();
}

static void
write_fields (GjDocWriter *doc)
{
  ADD ("a\x13 HYPERLINK \x13 inner \x14 x \x15 \x14" "b\x15" "c\r");
  PLAIN ();
  ADD ("\x13 PAGE\r more \x15" "d\r");
  PLAIN ();
  ADD ("no end \x13 is none\r");
  PLAIN ();
}

static void
write_changes (GjDocWriter *doc)
{
  ADD ("kept ");
  ADD_AS ("old ", DELETED);
  ADD_AS ("new ", INSERTED);
  ADD_AS ("secret", HIDDEN);
  ADD ("end\r");
  PLAIN ();
  ADD ("joined ");
  ADD_AS ("\r", DELETED);
  PLAIN ();
  ADD ("line\r");
  PLAIN ();
}

static void
write_headings (GjDocWriter *doc)
{
  ADD ("first\r");
  END (OUTLINE ("\x00"));
  ADD ("body\r");
  END (OUTLINE ("\x09"));
  ADD ("third\r");
  END (OUTLINE ("\x02"));
}

static void
write_table (GjDocWriter *doc)
{
  doc_case_cell (doc, "a");
  doc_case_cell (doc, "b");
  END_ROW (HEAD_ROW ROW_2 (AT_0 AT_1 AT_3, CELL ("\x60") CELL ("\x00")));
  doc_case_cell (doc, "");
  doc_case_cell (doc, "1");
  doc_case_cell (doc, "2");
  END_ROW (ROW_3 (AT_0 AT_1 AT_2 AT_3, CELL ("\x20") CELL ("\x00") CELL ("\x00")));
  ADD ("after\r");
  PLAIN ();
}

static void
write_shifted_rows (GjDocWriter *doc)
{
  doc_case_cell (doc, "a");
  doc_case_cell (doc, "b");
  END_ROW (ROW_2 ("\x94\xff" AT_1 AT_3, CELL ("\x00") CELL ("\x00")));
  doc_case_cell (doc, "c");
  doc_case_cell (doc, "d");
  END_ROW (ROW_2 (AT_0 "\xf4\x03" "\xb0\x0b", CELL ("\x00") CELL ("\x00")));
  doc_case_cell (doc, "e");
  END_ROW (ROW_1 (AT_1 AT_3, CELL ("\x20")));
}

static void
write_merged_sideways (GjDocWriter *doc)
{
  doc_case_cell (doc, "a");
  doc_case_cell (doc, "lost");
  doc_case_cell (doc, "c");
  END_ROW (ROW_3 (AT_0 AT_1 AT_2 AT_3, CELL ("\x01") CELL ("\x02") CELL ("\x00")));
  doc_case_cell (doc, "1");
  doc_case_cell (doc, "2");
  doc_case_cell (doc, "3");
  END_ROW (ROW_3 (AT_0 AT_1 AT_2 AT_3, CELL ("\x00") CELL ("\x00") CELL ("\x00")));
}

static void
write_nested_table (GjDocWriter *doc)
{
  ADD ("x\r");
  END (IN_TABLE DEPTH ("\x02") INNER_CELL);
  ADD ("y\r");
  END (IN_TABLE DEPTH ("\x02") INNER_CELL);
  ADD ("\r");
  END (IN_TABLE DEPTH ("\x02") INNER_ROW ROW_2 (AT_0 AT_1 AT_2, CELL ("\x00") CELL ("\x00")));
  ADD ("a\a");
  END (IN_TABLE DEPTH ("\x01"));
  doc_case_cell (doc, "b");
  END_ROW (ROW_2 (AT_0 AT_1 AT_2, CELL ("\x00") CELL ("\x00")));
  doc_case_cell (doc, "c");
  doc_case_cell (doc, "d");
  END_ROW (ROW_2 (AT_0 AT_1 AT_2, CELL ("\x00") CELL ("\x00")));
}

static void
write_second_head (GjDocWriter *doc)
{
  for (guint i = 0; i < 2; i++)
    {
      doc_case_cell (doc, "head");
      END_ROW (HEAD_ROW ROW_1 (AT_0 AT_1, CELL ("\x00")));
      doc_case_cell (doc, "1");
      END_ROW (ROW_1 (AT_0 AT_1, CELL ("\x00")));
    }
}

static void
write_rows_elsewhere (GjDocWriter *doc)
{
  doc_case_cell (doc, "a");
  doc_case_cell (doc, "b");
  END_ROW (ROW_2 (AT_0 AT_1 AT_3, CELL ("\x00") CELL ("\x00")));
  doc_case_cell (doc, "c");
  END_ROW (ROW_1 (AT_0 AT_3, CELL ("\x00")));
  doc_case_cell (doc, "1");
  doc_case_cell (doc, "2");
  doc_case_cell (doc, "3");
  END_ROW (ROW_3 (AT_1 AT_2 AT_3 "\xa0\x0f", CELL ("\x00") CELL ("\x00") CELL ("\x00")));
}

static void
write_table_without_row_end (GjDocWriter *doc)
{
  doc_case_cell (doc, "a");
  doc_case_cell (doc, "b");
  ADD ("after\r");
  PLAIN ();
}

/* A simple list that counts in Chinese: 一、 */
static void
write_numbers (GjDocWriter *doc)
{
  static const char lists[] =
    "\x01\x00" "\x07\0\0\0" "\0\0\0\0" "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "\x01\x00";
  static const char level[] =
    "\x01\0\0\0" "\x27" "\x00" "\x01\0\0\0\0\0\0\0\0" "\x02" "\0\0\0\0" "\0\0\0\0" "\0\0\0\0"
    "\x02\x00" "\x00\x00" "\x01\x30";
  static const char uses[] =
    "\x01\0\0\0" "\x07\0\0\0" "\0\0\0\0" "\0\0\0\0" "\0\0\0\0" "\xff\xff\xff\xff";

  gj_doc_writer_part (doc, 73, lists, sizeof lists - 1);
  g_byte_array_append (doc->table, (const guint8 *) level, sizeof level - 1);
  gj_doc_writer_part (doc, 74, uses, sizeof uses - 1);
  ADD ("one\r");
  END (IN_LIST ("\x01", "\x00"));
  ADD ("two\r");
  END (IN_LIST ("\x01", "\x00"));
  ADD ("none\r");
  END (IN_LIST ("\x02", "\x00"));
}

static void
write_footnote_and_head (GjDocWriter *doc)
{
  static const char pages[] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "\0\0\0\0" "\x06\0\0\0" "\x0c\0\0\0" "\x0d\0\0\0";

  ADD ("text");
  ADD_AS ("\x02", SPECIAL);
  ADD ("\r");
  PLAIN ();
  ADD ("\x02note\r");
  PLAIN ();
  ADD ("head\r\r" "- 1 -\r" "\r");
  PLAIN ();
  doc->n_footnotes = 6;
  doc->n_pages = 13;
  gj_doc_writer_part (doc, 11, pages, sizeof pages - 1);
}

static void
write_comment (GjDocWriter *doc)
{
  static const char references[] =
    "\x05\0\0\0" "\x0c\0\0\0" "\x01\0Z\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "\x00\0" "\0\0\0\0" "\x09\0\0\0";
  static const char texts[] = "\0\0\0\0" "\x05\0\0\0" "\x06\0\0\0";
  static const char authors[] = "\x02\0\x20\x5f\x09\x4e";
  static const char marks[] = "\xff\xff" "\x01\0" "\x0a\0" "\0\0" "\0\x01" "\x09\0\0\0" "\0\0\0\0";
  static const char starts[] = "\x01\0\0\0" "\x0c\0\0\0" "\0\0\0\0";
  static const char ends[] = "\x04\0\0\0" "\x0c\0\0\0";

  doc_case_cell (doc, "abcde");
  doc_case_cell (doc, "b");
  END_ROW (ROW_2 (AT_0 AT_1 AT_2, CELL ("\x00") CELL ("\x00")));
  ADD ("a\r");
  PLAIN ();
  ADD ("why?\r\r");
  PLAIN ();
  doc->n_comments = 6;
  gj_doc_writer_part (doc, 4, references, sizeof references - 1);
  gj_doc_writer_part (doc, 5, texts, sizeof texts - 1);
  gj_doc_writer_part (doc, 36, authors, sizeof authors - 1);
  gj_doc_writer_part (doc, 37, marks, sizeof marks - 1);
  gj_doc_writer_part (doc, 42, starts, sizeof starts - 1);
  gj_doc_writer_part (doc, 43, ends, sizeof ends - 1);
}

static void
write_two_pieces (GjDocWriter *doc)
{
  ADD ("first\r");
  PLAIN ();
  ADD ("second\r");
  PLAIN ();
}

static void
write_cut_pieces (GjDocWriter *doc)
{
  write_two_pieces (doc);
  doc->pieces_left_out = 5;
}

static void
write_wild_piece (GjDocWriter *doc)
{
  write_two_pieces (doc);
  doc->piece_offset = 0x100000;
}

static void
write_wild_pages (GjDocWriter *doc)
{
  write_two_pieces (doc);
  doc->page_offset = 0x3ffff0;
}

static void
write_too_few_characters (GjDocWriter *doc)
{
  write_two_pieces (doc);
  doc->n_main = 100;
}

static const DocCase cases[] = {
  { "pieces-of-two-widths", write_pieces_of_two_widths, "Total 12 “件数”\n𠮷字\n", "" },
  { "marks", write_marks, "one\ntwo-threefour\nfive\tsix\nbefore\nafter\n\xef\x81\x8a(a)\n", "" },
  { "fields", write_fields, "abc\nd\nno end  is none\n", "" },
  { "changes", write_changes, "kept new end\njoined line\n",
    "hidden@1 secret\ndeleted*2@1 old \ninserted@1 new \n" },
  { "headings", write_headings, "=1 first\nbody\n=3 third\n", "" },
  { "table", write_table, "{\n!|a^2|b>2|\n|1|2|\n}\nafter\n", "" },
  { "shifted-rows", write_shifted_rows, "{\n|a|b|\n|c|d|\n+1|e|\n}\n", "orphan@5 e\n" },
  { "merged-sideways", write_merged_sideways, "{\n|a>2|c|\n|1|2|3|\n}\n", "hidden@2 lost\n" },
  { "nested-table", write_nested_table, "{\n|a|b|\n|c|d|\n}\n{\n|x|y|\n}\n", "nested@1\n" },
  { "second-head", write_second_head, "{\n!|head|\n|1|\n}\n{\n!|head|\n|1|\n}\n", "parted@3\n" },
  { "rows-elsewhere", write_rows_elsewhere, "{\n|a|b|\n|c>2|\n}\n{\n|1|2|3|\n}\n", "parted@4\n" },
  { "table-without-row-end", write_table_without_row_end, "{\n|a|b|\n}\nafter\n", "" },
  { "numbers", write_numbers, "一、one\n二、two\nnone\n", "numbering@1 一、one\nnumbering@2 二、two\n" },
  { "footnote-and-head", write_footnote_and_head, "text\n", "page@0 head\nfootnote@1 note\n" },
  { "comment", write_comment, "{\n|abcde|b|\n}\na\n", "", "张三 - why? @0.0.0 1-4\n" },
  { "cut-pieces", write_cut_pieces, "first\n", "broken@1\n" },
  { "wild-piece", write_wild_piece, "first\n", "broken@1\n" },
  { "wild-pages", write_wild_pages, "first\nsecond\n", "" },
  { "too-few-characters", write_too_few_characters, "first\nsecond\n", "broken@2\n" },
};

/* Refusals */

typedef struct
{
  const char *name;
  GjDocWriter head;
  const char *words;
} Refused;

static const Refused refused[] = {
  { "encrypted", { .flags = 0x100 }, "protected by a password" },
  { "word-95", { .magic = 0xa5dc, .version = 104 }, "Word 6 or Word 95" },
  { "word-6-version", { .version = 101 }, "Word 6 or Word 95" },
  { "no-document", { .magic = 0x1234 }, "damaged" },
  { "too-long", { .n_main = 0x7fffffff }, "too large" },
  { "spreadsheet", { .stream = "Workbook" }, "spreadsheet" },
  { "presentation", { .stream = "PowerPoint Document" }, "presentation" },
  { "works", { .stream = "MatOST" }, "Microsoft Works" },
  { "encrypted-package", { .stream = "EncryptedPackage" }, "password" },
  { "something-else", { .stream = "Other" }, "old Office file" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *test = data;
  g_autoptr (GjDocWriter) writer = gj_doc_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  write_two_pieces (writer);
  writer->flags = test->head.flags;
  writer->n_main = test->head.n_main;
  writer->magic = test->head.magic != 0 ? test->head.magic : writer->magic;
  writer->version = test->head.version != 0 ? test->head.version : writer->version;
  writer->stream = test->head.stream != NULL ? test->head.stream : writer->stream;
  bytes = gj_doc_writer_save (writer);
  g_assert_null (gj_doc_read (bytes, NULL, &error));
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  if (strstr (error->message, test->words) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, test->words));
}

static void
test_cancelled (void)
{
  g_autoptr (GjDocWriter) writer = gj_doc_writer_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  write_two_pieces (writer);
  bytes = gj_doc_writer_save (writer);
  g_cancellable_cancel (cancellable);
  g_assert_null (gj_doc_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whatever the bytes are: blocks, or a sentence. */
static void
read_any (guint8 *data,
          gsize   size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_doc_read (bytes, NULL, &error);

  g_assert_true ((document != NULL) != (error != NULL));
}

static void
test_damaged (void)
{
  g_autoptr (GjDocWriter) writer = gj_doc_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1997);
  gsize size;
  const guint8 *data;

  write_numbers (writer);
  write_table (writer);
  write_fields (writer);
  bytes = gj_doc_writer_save (writer);
  data = g_bytes_get_data (bytes, &size);
  for (gsize n = 0; n < size; n += 61)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      read_any (copy, n);
    }
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      for (guint j = 0; j < 4; j++)
        copy[g_rand_int_range (rand, 0, (gint32) size)] = (guint8) g_rand_int (rand);
      read_any (copy, size);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  doc_cases_add ("/import/doc-reader", cases, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/import/doc-reader/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/import/doc-reader/cancelled", test_cancelled);
  g_test_add_func ("/import/doc-reader/damaged", test_damaged);

  return g_test_run ();
}
