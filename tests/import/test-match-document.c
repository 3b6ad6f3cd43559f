/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document-fixture.h"

/* What a reader of documents gives beside cells: its notes, comments and pictures. */

static void
test_plain (gconstpointer data)
{
  const char *const *names = data;
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GjReport) report = NULL;

  document_fixture_init (&fixture, names[0], names[1]);
  report = document_fixture_match (&fixture);
  import_assert_equal (fixture.expected, report);
  if (names[1] == NULL)
    document_assert_notes (report, "");
  g_assert_cmpint (gj_source_get_unit (gj_report_get_source (report)), ==, GJ_SOURCE_UNIT_PARAGRAPH);
}

/* What a reader did is told with the place where it went. */
static void
test_notes (void)
{
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GjReport) report = NULL;
  const GjNote *note;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  gj_raw_document_add_note (fixture.document, GJ_RAW_NOTE_CHARSET_WRONG, "gb2312", 0, 0);
  gj_raw_document_add_note (fixture.document, GJ_RAW_NOTE_NUMBERING, "一、总体情况", 0, 4);
  gj_raw_document_add_note (fixture.document, GJ_RAW_NOTE_SPAN_CUT, NULL, 0,
                            document_get_cell (document_get_grid (&fixture, 1), 3, 1)->line);
  gj_raw_document_add_note (fixture.document, GJ_RAW_NOTE_FURNITURE, "首页", 3, 0);
  report = document_fixture_match (&fixture);
  document_assert_notes (report, "charset@ numbering@overview span-cut@requests/received page-furniture@");
  note = gj_source_get_note (gj_report_get_source (report), 1);
  g_assert_cmpuint (note->line, ==, 4);
  g_assert_nonnull (strstr (note->message_zh, "第 4 段"));
  g_assert_nonnull (strstr (note->message_en, "in paragraph 4"));
  g_assert_cmpstr (note->fragment, ==, "一、总体情况");
}

static void
test_pages (void)
{
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GjReport) report = NULL;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  fixture.document->unit = GJ_RAW_UNIT_PAGE;
  for (guint i = 0; i < fixture.document->blocks->len; i++)
    ((GjRawBlock *) fixture.document->blocks->pdata[i])->line = i < fixture.grids[0] ? 1 : 2;
  gj_raw_document_add_note (fixture.document, GJ_RAW_NOTE_NO_RULES, NULL, 0, 2);
  report = document_fixture_match (&fixture);
  document_assert_notes (report, "no-rules@disclosure");
  g_assert_nonnull (strstr (gj_source_get_note (gj_report_get_source (report), 0)->message_en, "on page 2"));
}

/* Comments */

static void
assert_comment (GjReport   *report,
                guint       index,
                const char *place,
                const char *words)
{
  GPtrArray *comments = gj_report_get_comments (report);
  const GjComment *comment;
  g_autofree char *text = NULL;
  g_autofree char *meant = NULL;
  guint section;

  g_assert_cmpuint (comments->len, >, index);
  comment = comments->pdata[index];
  g_assert_cmpstr (comment->place, ==, place);
  if (words == NULL)
    {
      g_assert_false (gj_comment_has_words (comment));
      return;
    }
  g_assert_true (gj_comment_has_words (comment));
  section = gj_form_find_section (gj_report_get_form (report), place);
  text = gj_narrative_dup_text (gj_report_get_narrative (report, section));
  meant = g_utf8_substring (text, comment->start, comment->end);
  g_assert_cmpstr (meant, ==, words);
}

static GjRawComment *
comment_on (DocumentFixture *self,
            guint            block,
            guint            start,
            guint            end)
{
  GjRawComment *comment = gj_raw_document_add_comment (self->document, "请核实", block);

  comment->who = g_strdup ("李");
  comment->when = g_strdup ("2022-02-03");
  comment->start = start;
  comment->end = end;

  return comment;
}

static void
test_comments (void)
{
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GjReport) report = NULL;
  GjRawComment *comment;
  GjForm *form;
  guint block;
  guint cell;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  form = gj_report_get_form (fixture.expected);
  /* The second paragraph of a section: its words lie behind the first and a line feed. */
  block = document_find_block (&fixture, gj_form_get_section (form, 0)->heading.zh, 0) + 2;
  comment_on (&fixture, block, 1, 3);
  comment_on (&fixture, 0, 0, 2);
  comment_on (&fixture, document_find_block (&fixture, gj_form_get_section (form, 4)->heading.zh, 0), 0, 0);
  comment = comment_on (&fixture, fixture.grids[1], 0, 1);
  comment->row = document_find_row (document_get_grid (&fixture, 1), "本年新收", &cell);
  comment->cell = cell + 2;
  comment = comment_on (&fixture, fixture.grids[1], 0, 1);
  comment->row = document_find_row (document_get_grid (&fixture, 1), "本年新收", &comment->cell);
  comment_on (&fixture, fixture.document->blocks->len - 1, 0, 1);
  comment_on (&fixture, 9999, 0, 1);
  comment_on (&fixture, block, 2, 100000);

  report = document_fixture_match (&fixture);
  import_assert_equal (fixture.expected, report);
  g_assert_cmpuint (gj_report_get_comments (report)->len, ==, 8);
  assert_comment (report, 0, "overview", "一）");
  assert_comment (report, 1, "title", NULL);
  assert_comment (report, 2, "problems", NULL);
  assert_comment (report, 3, "requests/received/enterprise", NULL);
  assert_comment (report, 4, "requests", NULL);
  assert_comment (report, 5, "signature", NULL);
  assert_comment (report, 6, "title", NULL);
  assert_comment (report, 7, "overview", NULL);
  g_assert_cmpstr (((GjComment *) gj_report_get_comments (report)->pdata[0])->who, ==, "李");
  g_assert_cmpstr (((GjComment *) gj_report_get_comments (report)->pdata[0])->when, ==, "2022-02-03");
  g_assert_cmpstr (((GjComment *) gj_report_get_comments (report)->pdata[7])->id, ==, "c8");
}

/* Pictures */

static const guint8 png[] = {
  0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 2, 0, 0, 0, 7,
};
static const guint8 jpeg[] = {
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 9, 0, 20, 1, 0, 0, 0,
};
static const guint8 gif[] = { 'G', 'I', 'F', '8', '9', 'a' };

static void
insert_picture (DocumentFixture      *self,
                guint                 at,
                const guint8         *data,
                gsize                 size,
                const char           *text)
{
  g_autoptr (GBytes) bytes = data != NULL ? g_bytes_new_static (data, size) : NULL;

  g_ptr_array_insert (self->document->blocks, (int) at, gj_raw_block_new_picture (bytes, text, 1));
}

static void
test_pictures (void)
{
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GjReport) report = NULL;
  const GjPicture *picture;
  GjNarrative *narrative;
  guint at;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  at = document_find_block (&fixture, gj_form_get_section (gj_report_get_form (fixture.expected), 0)->heading.zh, 0);
  insert_picture (&fixture, at + 2, jpeg, sizeof jpeg, NULL);
  insert_picture (&fixture, at + 2, png, sizeof png, "图 1");
  insert_picture (&fixture, at + 2, gif, sizeof gif, "动画");
  insert_picture (&fixture, at + 2, NULL, 0, "公式");

  report = document_fixture_match (&fixture);
  document_assert_notes (report, "picture@title");
  narrative = gj_report_get_narrative (report, 0);
  g_assert_cmpuint (gj_narrative_get_n_blocks (narrative), ==, 4);
  picture = gj_block_get_picture (gj_narrative_get_block (narrative, 1));
  g_assert_cmpstr (picture->type, ==, "image/png");
  g_assert_cmpstr (picture->title, ==, "图 1");
  g_assert_cmpuint (picture->width, ==, 258);
  g_assert_cmpuint (picture->height, ==, 7);
  picture = gj_block_get_picture (gj_narrative_get_block (narrative, 2));
  g_assert_cmpstr (picture->type, ==, "image/jpeg");
  g_assert_null (picture->title);
  g_assert_cmpuint (picture->width, ==, 20);
  g_assert_cmpuint (picture->height, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const forms[][2] = {
    { "guoban-2021", NULL }, { "guoban-2019", NULL }, { "guoban-2021", "old-row" },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/document/plain/%s%s%s", forms[i][0],
                                               forms[i][1] != NULL ? "-" : "", forms[i][1] != NULL ? forms[i][1] : "");

      g_test_add_data_func (path, forms[i], test_plain);
    }
  g_test_add_func ("/import/document/notes", test_notes);
  g_test_add_func ("/import/document/pages", test_pages);
  g_test_add_func ("/import/document/comments", test_comments);
  g_test_add_func ("/import/document/pictures", test_pictures);

  return g_test_run ();
}
