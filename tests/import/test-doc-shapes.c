/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-case.h"

/* What floats over the text, and fields. */

static void
write_box (GjDocWriter *doc)
{
  ADD ("text\r");
  PLAIN ();
  ADD ("in a box\r\r");
  PLAIN ();
  doc->n_boxes = 10;
}

#define ZERO_4 "\0\0\0\0"
#define ZERO_16 ZERO_4 ZERO_4 ZERO_4 ZERO_4
#define ANCHOR(shape) shape "\0\0\0" ZERO_16 "\0\0" ZERO_4
#define BOX(shape) ZERO_4 ZERO_4 "\0\0" ZERO_4 shape "\0\0\0" ZERO_4
#define SHAPE(id) "\x0f\x00\x04\xf0\x10\0\0\0" SHAPE_ID (id)
#define SHAPE_ID(id) "\x02\x00\x0a\xf0\x08\0\0\0" id "\0\0\0" ZERO_4
#define GROUP(size, shapes) "\x0f\x00\x03\xf0" size "\0\0\0" shapes
#define DRAWINGS(size, shapes) "\x0f\x00\x00\xf0" ZERO_4 "\0" "\x0f\x00\x02\xf0" size "\0\0\0" shapes

/* Text with an anchor after its third character. */
static void
write_anchor (GjDocWriter *doc)
{
  static const char anchors[] = "\x03\0\0\0" "\x0b\0\0\0" ANCHOR ("\x07");

  ADD ("tex");
  ADD_AS ("\x08", SPECIAL);
  ADD ("t\r");
  PLAIN ();
  ADD ("last\r");
  PLAIN ();
  gj_doc_writer_part (doc, 40, anchors, sizeof anchors - 1);
}

static void
write_anchored_text (GjDocWriter *doc,
                     const char  *boxes)
{
  write_anchor (doc);
  ADD ("in a box\r\r");
  PLAIN ();
  doc->n_boxes = 10;
  gj_doc_writer_part (doc, 56, boxes, 30);
}

static void
write_anchored_box (GjDocWriter *doc)
{
  write_anchored_text (doc, ZERO_4 "\x09\0\0\0" BOX ("\x07"));
}

static void
write_box_in_group (GjDocWriter *doc)
{
  static const char drawings[] = DRAWINGS ("\x58", GROUP ("\x50", SHAPE ("\x01") GROUP ("\x30", SHAPE ("\x07") SHAPE ("\x05"))));

  write_anchored_text (doc, ZERO_4 "\x09\0\0\0" BOX ("\x05"));
  gj_doc_writer_part (doc, 50, drawings, sizeof drawings - 1);
}

static void
write_box_of_no_anchor (GjDocWriter *doc)
{
  write_anchored_text (doc, ZERO_4 "\x09\0\0\0" BOX ("\x06"));
}

static void
write_box_in_cell (GjDocWriter *doc)
{
  static const char anchors[] = "\0\0\0\0" "\x06\0\0\0" ANCHOR ("\x07");
  static const char boxes[] = ZERO_4 "\x02\0\0\0" BOX ("\x07");

  ADD_AS ("\x08", SPECIAL);
  doc_case_cell (doc, "a");
  doc_case_cell (doc, "b");
  END_ROW (ROW_2 (AT_0 AT_1 AT_3, CELL ("\x00") CELL ("\x00")));
  ADD ("5\r\r");
  PLAIN ();
  doc->n_boxes = 3;
  gj_doc_writer_part (doc, 40, anchors, sizeof anchors - 1);
  gj_doc_writer_part (doc, 56, boxes, sizeof boxes - 1);
}

static void
write_hidden_box (GjDocWriter *doc)
{
  static const char anchors[] = "\0\0\0\0" "\x03\0\0\0" ANCHOR ("\x07");
  static const char boxes[] = ZERO_4 "\x02\0\0\0" BOX ("\x07");

  ADD_AS ("\x08", SPECIAL HIDDEN);
  ADD ("a\r");
  PLAIN ();
  ADD ("5\r\r");
  PLAIN ();
  doc->n_boxes = 3;
  gj_doc_writer_part (doc, 40, anchors, sizeof anchors - 1);
  gj_doc_writer_part (doc, 56, boxes, sizeof boxes - 1);
}

static void
write_floating_picture (GjDocWriter *doc)
{
  static const char drawings[] = DRAWINGS ("\x2e", GROUP ("\x26", "\x0f\x00\x04\xf0\x1e\0\0\0" SHAPE_ID ("\x07")
                                                          "\x13\x00\x0b\xf0\x06\0\0\0" "\x04\x41\x01\0\0\0"));

  write_anchor (doc);
  gj_doc_writer_part (doc, 50, drawings, sizeof drawings - 1);
}

/* The digest and the tag that stand before a picture's file, and the file. */
#define PNG ZERO_16 "\xff" "\x89PNG\r\n\x1a\n\0"
#define PNG_RECORD "\x00\x6e\x1e\xf0\x1a\0\0\0" PNG

static void
write_inline_picture (GjDocWriter *doc)
{
  static const char picture[] = "\x28\0\0\0" "\x06\0" PNG_RECORD;
  static const char cut[] = "\x28\0\0\0" "\x06\0";

  g_byte_array_append (doc->data, (const guint8 *) picture, sizeof picture - 1);
  g_byte_array_append (doc->data, (const guint8 *) cut, sizeof cut - 1);
  ADD ("a");
  ADD_AS ("\x01", SPECIAL PICTURE ("\x00"));
  ADD_AS ("\x01", SPECIAL PICTURE ("\x28"));
  ADD ("b\r");
  PLAIN ();
}

#define STORED_SHAPE \
  "\x0f\x00\x04\xf0\x1e\0\0\0" SHAPE_ID ("\x07") "\x13\x00\x0b\xf0\x06\0\0\0" "\x04\x41\x01\0\0\0"

static void
write_stored_picture (GjDocWriter *doc)
{
  static const char drawings[] =
    "\x0f\x00\x00\xf0\x56\0\0\0" "\x1f\x00\x01\xf0\x4e\0\0\0" "\x62\x00\x07\xf0\x46\0\0\0"
    ZERO_16 ZERO_16 ZERO_4 PNG_RECORD
    "\0" "\x0f\x00\x02\xf0\x2e\0\0\0" GROUP ("\x26", STORED_SHAPE);

  write_anchor (doc);
  gj_doc_writer_part (doc, 50, drawings, sizeof drawings - 1);
}

static void
write_floating_line (GjDocWriter *doc)
{
  static const char drawings[] = DRAWINGS ("\x20", GROUP ("\x18", SHAPE ("\x07")));

  write_anchor (doc);
  gj_doc_writer_part (doc, 50, drawings, sizeof drawings - 1);
}

static void
write_drawn_words (GjDocWriter *doc)
{
  static const char drawings[] = DRAWINGS ("\x34", GROUP ("\x2c", "\x0f\x00\x04\xf0\x24\0\0\0" SHAPE_ID ("\x07")
                                                          "\x13\x00\x0b\xf0\x0c\0\0\0" "\xc0\x80\x06\0\0\0"
                                                          "\x74\x5e\xa5\x62\0\0"));

  write_anchor (doc);
  gj_doc_writer_part (doc, 50, drawings, sizeof drawings - 1);
}

static void
write_fields_without_result (GjDocWriter *doc)
{
  ADD ("a\x13 EQ \\f(1,2) \x15" "b\x13 XE none \x15\x13 FORMDROPDOWN \x15\r");
  PLAIN ();
  ADD ("\x13 EMBED Excel.Sheet.8 \x14");
  ADD_AS ("\x01", SPECIAL);
  ADD ("\x15" "c");
  ADD_AS ("\x01", SPECIAL);
  ADD ("\r");
  PLAIN ();
}

static const DocCase cases[] = {
  { "box", write_box, "text\nin a box\n", "box-moved@2 in a box\n" },
  { "anchored-box", write_anchored_box, "text\nin a box\nlast\n", "box@1 in a box\n" },
  { "box-in-group", write_box_in_group, "text\nin a box\nlast\n", "box@1 in a box\n" },
  { "box-of-no-anchor", write_box_of_no_anchor, "text\n[- ]\nlast\nin a box\n", "no-picture@1 ?\nbox-moved@3 in a box\n" },
  { "box-in-cell", write_box_in_cell, "{\n|a/5|b|\n}\n", "box@1 5\n" },
  { "hidden-box", write_hidden_box, "a\n", "hidden@1 5\n" },
  { "floating-picture", write_floating_picture, "text\n[- ]\nlast\n", "no-picture@1 ?\n" },
  { "inline-picture", write_inline_picture, "ab\n[png ]\n[- ]\n", "no-picture@1 ?\n" },
  { "stored-picture", write_stored_picture, "text\n[png ]\nlast\n", "" },
  { "floating-line", write_floating_line, "text\nlast\n", "" },
  { "drawn-words", write_drawn_words, "text\n年报\nlast\n", "box@1 年报\n" },
  { "fields-without-result", write_fields_without_result, "ab\n[- ]\nc\n[- ]\n",
    "field@1 EQ \\f(1,2)\nfield@1 FORMDROPDOWN\nobject@2 Excel\nno-picture@2 ?\n" },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  doc_cases_add ("/import/doc-shapes", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
