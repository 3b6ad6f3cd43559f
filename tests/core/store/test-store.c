/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "gj-core.h"
#include "gj-store-private.h"

#include "random-report.h"

#define N_REPORTS 150

static xmlRelaxNG *schema;

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static char *
text_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
load_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "schema",
                                            "report.rng", NULL);
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt (path);

  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  g_assert_nonnull (schema);
}

/* xmllint says the same; the style tests run it over the samples. */

static gboolean
is_valid (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR);
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);

  xmlRelaxNGSetValidErrors (context, NULL, NULL, NULL);
  int status = document != NULL ? xmlRelaxNGValidateDoc (context, document) : -1;

  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (document);
  return status == 0;
}

static void
assert_reports_equal (GjReport *a,
                      GjReport *b)
{
  GjForm *form = gj_report_get_form (a);

  g_assert_true (form == gj_report_get_form (b));
  g_assert_cmpstr (gj_report_get_variant (a), ==, gj_report_get_variant (b));
  for (int i = 0; i < GJ_N_FIELDS; i++)
    g_assert_cmpstr (gj_report_get_field (a, i), ==, gj_report_get_field (b, i));
  for (guint i = 0; i < gj_report_get_n_narratives (a); i++)
    {
      g_assert_cmpstr (gj_report_get_heading (a, i), ==, gj_report_get_heading (b, i));
      g_assert_true (gj_narrative_equal (gj_report_get_narrative (a, i),
                                         gj_report_get_narrative (b, i)));
    }
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    g_assert_cmpstr (gj_report_get_cell_text (a, i), ==, gj_report_get_cell_text (b, i));
}

static void
assert_records_equal (GjReport *a,
                      GjReport *b)
{
  GPtrArray *decisions = gj_report_get_decisions (a);
  GPtrArray *comments = gj_report_get_comments (a);
  guint n_names;
  const char *const *names = gj_report_list_setting_names (a, &n_names);

  g_assert_cmpuint (decisions->len, ==, gj_report_get_decisions (b)->len);
  for (guint i = 0; i < decisions->len; i++)
    g_assert_true (gj_decision_equal (g_ptr_array_index (decisions, i),
                                      g_ptr_array_index (gj_report_get_decisions (b), i)));
  g_assert_cmpuint (comments->len, ==, gj_report_get_comments (b)->len);
  for (guint i = 0; i < comments->len; i++)
    g_assert_true (gj_comment_equal (g_ptr_array_index (comments, i),
                                     g_ptr_array_index (gj_report_get_comments (b), i)));
  for (guint i = 0; i < n_names; i++)
    g_assert_cmpstr (gj_report_get_setting (a, names[i]), ==, gj_report_get_setting (b, names[i]));
}

static void
assert_labels_equal (const GjSourceLabel *a,
                     const GjSourceLabel *b)
{
  g_assert_cmpstr (a->place, ==, b->place);
  g_assert_cmpstr (a->text, ==, b->text);
}

static void
assert_notes_equal (const GjNote *a,
                    const GjNote *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->severity, ==, b->severity);
  g_assert_cmpstr (a->code, ==, b->code);
  g_assert_cmpstr (a->place, ==, b->place);
  g_assert_cmpstr (a->message_zh, ==, b->message_zh);
  g_assert_cmpstr (a->message_en, ==, b->message_en);
  g_assert_cmpstr (a->fragment, ==, b->fragment);
  g_assert_cmpuint (a->line, ==, b->line);
}

static void
assert_sources_equal (GjSource *a,
                      GjSource *b)
{
  if (a == NULL || b == NULL)
    {
      g_assert_true (a == b);
      return;
    }

  g_assert_cmpstr (gj_source_get_format (a), ==, gj_source_get_format (b));
  g_assert_cmpstr (gj_source_get_digest (a), ==, gj_source_get_digest (b));
  g_assert_cmpint (gj_source_get_unit (a), ==, gj_source_get_unit (b));
  g_assert_cmpstrv (gj_source_get_title_lines (a), gj_source_get_title_lines (b));
  g_assert_cmpuint (gj_source_get_n_labels (a), ==, gj_source_get_n_labels (b));
  g_assert_cmpuint (gj_source_get_n_surpluses (a), ==, gj_source_get_n_surpluses (b));
  g_assert_cmpuint (gj_source_get_n_residues (a), ==, gj_source_get_n_residues (b));
  g_assert_cmpuint (gj_source_get_n_notes (a), ==, gj_source_get_n_notes (b));
  for (guint i = 0; i < gj_source_get_n_labels (a); i++)
    {
      assert_labels_equal (gj_source_get_label (a, i), gj_source_get_label (b, i));
      assert_labels_equal (gj_source_get_residue (a, i), gj_source_get_residue (b, i));
      assert_notes_equal (gj_source_get_note (a, i), gj_source_get_note (b, i));
      g_assert_cmpstr (gj_source_get_surplus (a, i)->place, ==, gj_source_get_surplus (b, i)->place);
      g_assert_cmpstrv (gj_source_get_surplus (a, i)->values, gj_source_get_surplus (b, i)->values);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2021);

  for (int i = 0; i < N_REPORTS; i++)
    {
      g_autoptr (GjReport) report = random_report (rand, NULL);
      g_autoptr (GBytes) bytes = gj_store_write (report);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjReport) read = gj_store_read (bytes, &error);

      g_assert_no_error (error);
      g_assert_true (is_valid (bytes));
      assert_reports_equal (report, read);
      assert_records_equal (report, read);
      assert_sources_equal (gj_report_get_source (report), gj_report_get_source (read));

      g_autoptr (GBytes) again = gj_store_write (read);

      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_blank (void)
{
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (i));
      g_autoptr (GBytes) bytes = gj_store_write (report);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjReport) read = gj_store_read (bytes, &error);

      g_assert_no_error (error);
      g_assert_true (is_valid (bytes));
      assert_reports_equal (report, read);
    }
}

/* What is published, and so its digest, does not change with what is not. */

static void
test_published (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (GjReport) report = random_report (rand, NULL);
      g_autoptr (GBytes) published = gj_store_write_published (report);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjReport) read = gj_store_read (published, &error);
      g_autofree char *digest = gj_report_dup_digest (report);
      g_autofree char *read_digest = gj_report_dup_digest (read);
      g_autoptr (GjDecision) decision = gj_decision_new ("k", GJ_DECISION_FIXED, "", NULL, NULL, "");

      g_assert_no_error (error);
      g_assert_true (is_valid (published));
      assert_reports_equal (report, read);
      g_assert_null (gj_report_get_source (read));
      g_assert_cmpuint (gj_report_get_decisions (read)->len, ==, 0);
      g_assert_cmpuint (gj_report_get_comments (read)->len, ==, 0);
      g_assert_cmpuint (strlen (digest), ==, 64);
      g_assert_cmpstr (digest, ==, read_digest);

      gj_report_init_decision (read, decision);
      gj_report_init_setting (read, "copies", "2");
      g_autofree char *same = gj_report_dup_digest (read);

      g_assert_cmpstr (digest, ==, same);
      gj_report_init_cell (read, 3, "12345");
      g_autofree char *other = gj_report_dup_digest (read);

      g_assert_cmpstr (digest, !=, other);
    }
}

/* A small file, and what is done to it */

static GjReport *
make_report (void)
{
  GjReport *report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("第一段\n第二段");
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "abc");
  g_autoptr (GjDecision) decision = gj_decision_new ("note/n1", GJ_DECISION_FIXED, "已改", "张", "2022-03-01", "49");
  g_autoptr (GjComment) remark = gj_comment_new ("c1", "overview", NULL, NULL, "批注");
  g_autoptr (GjComment) placed = gj_comment_dup_with_words (remark, 1, 3);
  g_autoptr (GjComment) comment = gj_comment_dup_with_done (placed, TRUE);

  gj_source_builder_add_note (builder, GJ_SEVERITY_WARNING, "heading", "overview", "标题不同", "Another heading", NULL, 3);
  g_autoptr (GjSource) source = gj_source_builder_end (builder);

  gj_report_init_field (report, GJ_FIELD_TITLE, "某局\n年度报告");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2021");
  gj_report_init_narrative (report, 0, narrative);
  gj_report_init_cell (report, 0, " 49\n");
  gj_report_init_cell (report, 1, NULL);
  gj_report_init_source (report, source);
  gj_report_init_decision (report, decision);
  gj_report_init_comment (report, comment);
  gj_report_init_setting (report, "copies", "2");
  return report;
}

typedef struct
{
  const char   *name;
  const char   *old;
  const char   *new;
  GjStoreError  error;
  const char   *message;
} DamageCase;

static const DamageCase damage_cases[] = {
  { "version-too-new", "version=\"1\"", "version=\"2\"", GJ_STORE_ERROR_TOO_NEW, "later version" },
  { "version-too-new-and-other", "version=\"1\" ", "version=\"99\" kind=\"x\" ", GJ_STORE_ERROR_INVALID },
  { "namespace-too-new", "ns/report/1\"", "ns/report/2\"", GJ_STORE_ERROR_TOO_NEW, "later version" },
  { "version-too-old", "version=\"1\"", "version=\"0\"", GJ_STORE_ERROR_INVALID, "version 0" },
  { "version-no-number", "version=\"1\"", "version=\"one\"", GJ_STORE_ERROR_INVALID, "line 2" },
  { "version-missing", " version=\"1\"", "", GJ_STORE_ERROR_INVALID, "version" },
  { "form-unknown", "guoban-2021", "guoban-2035", GJ_STORE_ERROR_TOO_NEW, "guoban-2035" },
  { "variant-unknown", "form=\"guoban-2021\"", "form=\"guoban-2021\" variant=\"x\"", GJ_STORE_ERROR_INVALID, "variant" },
  { "field-unknown", "id=\"title\"", "id=\"colour\"", GJ_STORE_ERROR_INVALID, "line 3: there is no field “colour”" },
  { "field-twice", "id=\"year\"", "id=\"title\"", GJ_STORE_ERROR_INVALID, "twice" },
  { "preface-missing", "  <preface/>\n", "", GJ_STORE_ERROR_INVALID, "<preface> is missing" },
  { "section-unknown", "<section id=\"overview\"", "<section id=\"weather\"", GJ_STORE_ERROR_INVALID, "weather" },
  { "section-order", "<section id=\"overview\"", "<section id=\"others\"", GJ_STORE_ERROR_INVALID, "others" },
  { "section-twice", "<section id=\"others\"", "<section id=\"overview\"", GJ_STORE_ERROR_INVALID, "overview" },
  { "section-without-heading", "<section id=\"overview\" heading=", "<section id=\"overview\" title=", GJ_STORE_ERROR_INVALID, "title" },
  { "block-unknown", "<paragraph>第二段</paragraph>", "<list/>", GJ_STORE_ERROR_INVALID, "<list>" },
  { "paragraph-two-lines", "第二段", "第\n二段", GJ_STORE_ERROR_INVALID, "two lines" },
  { "element-in-paragraph", "第二段", "第<b/>二段", GJ_STORE_ERROR_INVALID, "<b>" },
  { "text-in-section", "<paragraph>第二段</paragraph>", "第二段", GJ_STORE_ERROR_INVALID, "text" },
  { "picture-type", "<paragraph>第二段</paragraph>", "<picture type=\"image/gif\" width=\"1\" height=\"1\"/>", GJ_STORE_ERROR_INVALID, "image/gif" },
  { "picture-size", "<paragraph>第二段</paragraph>", "<picture type=\"image/png\" width=\"1\"/>", GJ_STORE_ERROR_INVALID, "height" },
  { "picture-base64", "<paragraph>第二段</paragraph>", "<picture type=\"image/png\" width=\"1\" height=\"1\">A=A=</picture>", GJ_STORE_ERROR_INVALID, "base64" },
  { "picture-base64-short", "<paragraph>第二段</paragraph>", "<picture type=\"image/png\" width=\"1\" height=\"1\">AAAAA</picture>", GJ_STORE_ERROR_INVALID, "base64" },
  { "cell-unknown", "rules/issued\"", "rules/eaten\"", GJ_STORE_ERROR_INVALID, "rules/eaten" },
  { "cell-twice", "normative-documents/issued\"", "rules/issued\"", GJ_STORE_ERROR_INVALID, "twice" },
  { "cells-missing", "cells>", "fields>", GJ_STORE_ERROR_INVALID },
  { "note-number", "id=\"n1\"", "id=\"n2\"", GJ_STORE_ERROR_INVALID, "n2" },
  { "note-severity", "severity=\"warning\"", "severity=\"grave\"", GJ_STORE_ERROR_INVALID, "grave" },
  { "note-line", "line=\"3\"", "line=\"-3\"", GJ_STORE_ERROR_INVALID, "-3" },
  { "note-message", "<en>Another heading</en>", "", GJ_STORE_ERROR_INVALID, "<en> is missing" },
  { "decision-state", "state=\"fixed\"", "state=\"forgotten\"", GJ_STORE_ERROR_INVALID, "forgotten" },
  { "decisions-empty", "<decisions>", "<decisions/><decisions>", GJ_STORE_ERROR_INVALID, "<decision> is missing" },
  { "comments-before", "<decisions>", "<comments/><decisions>", GJ_STORE_ERROR_INVALID },
  { "comment-without-end", " end=\"3\"", "", GJ_STORE_ERROR_INVALID, "end" },
  { "comment-end-first", " end=\"3\"", " end=\"0\"", GJ_STORE_ERROR_INVALID, "c1" },
  { "comment-start-none", " start=\"1\"", " start=\"a\"", GJ_STORE_ERROR_INVALID, "“a”" },
  { "comment-done", "done=\"yes\"", "done=\"no\"", GJ_STORE_ERROR_INVALID, "“no”" },
  { "setting-without-name", "name=\"copies\"", "", GJ_STORE_ERROR_INVALID, "name" },
  { "attribute-unknown", "<cells>", "<cells colour=\"red\">", GJ_STORE_ERROR_INVALID, "colour" },
  { "escape-unknown", "第二段", "␛2;␛20;", GJ_STORE_ERROR_INVALID, "␛" },
  { "control-character", "第二段", "\002", GJ_STORE_ERROR_INVALID, "control" },
  { "not-utf-8", "第二段", "\xb5\xda\xb6\xfe\xb6\xce", GJ_STORE_ERROR_INVALID, "UTF-8" },
  { "entity", "第二段", "&lol;", GJ_STORE_ERROR_INVALID, "entity" },
  { "dtd", "<report ", "<!DOCTYPE report [<!ENTITY lol 'x'>]><report ", GJ_STORE_ERROR_NOT_A_REPORT, "DTD" },
  { "dtd-external", "<report ", "<!DOCTYPE report SYSTEM 'file:///etc/passwd'><report ", GJ_STORE_ERROR_NOT_A_REPORT, "DTD" },
  { "namespace-foreign", "https://gouji.github.io/ns/report/1", "https://example.org/", GJ_STORE_ERROR_NOT_A_REPORT, "<report>" },
  { "trailing", "</report>\n", "</report>\nx", GJ_STORE_ERROR_INVALID },
};

static void
assert_clear (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_damage (gconstpointer data)
{
  const DamageCase *c = data;
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (GBytes) good = gj_store_write (report);
  g_autofree char *text = text_of (good);
  GString *damaged = g_string_new (text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (damaged, c->old, c->new, 0), >, 0);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (damaged);

  g_assert_null (gj_store_read (bytes, &error));
  g_assert_error (error, GJ_STORE_ERROR, (int) c->error);
  assert_clear (error);
  if (c->message != NULL && strstr (error->message, c->message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, c->message);
}

/* What the schema refuses the reader refuses too. */

static void
test_reader_is_as_strict (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (GBytes) good = gj_store_write (report);
  g_autofree char *text = text_of (good);

  g_assert_true (is_valid (good));
  for (gsize i = 0; i < strlen (text); i++)
    if (text[i] == '<' && text[i + 1] != '/' && text[i + 1] != '?')
      {
        const char *insertions[] = { "<field id=\"body\">x</field>", "<paragraph/>", "<cells/>", "x",
                                     "<reason/>", "<note/>", "<settings/>", "<table/>" };

        for (gsize j = 0; j < G_N_ELEMENTS (insertions); j++)
          {
            g_autofree char *before = g_strndup (text, i);
            g_autofree char *mutated = g_strconcat (before, insertions[j], text + i, NULL);
            g_autoptr (GBytes) bytes = bytes_of (mutated);
            g_autoptr (GjReport) read = gj_store_read (bytes, NULL);

            if (read != NULL)
              g_assert_true (is_valid (bytes));
          }
      }
}

typedef struct
{
  const char   *name;
  const char   *content;
  gsize         size;
  GjStoreError  error;
  const char   *message;
} ForeignCase;

#define CONTENT(text) text, sizeof text - 1

static const ForeignCase foreign_cases[] = {
  { "empty", CONTENT (""), GJ_STORE_ERROR_NOT_A_REPORT, "empty" },
  { "text", CONTENT ("2021年政府信息公开工作年度报告"), GJ_STORE_ERROR_NOT_A_REPORT, "XML" },
  { "pdf", CONTENT ("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), GJ_STORE_ERROR_NOT_A_REPORT, "PDF" },
  { "docx", CONTENT ("PK\003\004\024\000\006\000"), GJ_STORE_ERROR_NOT_A_REPORT, "Word" },
  { "doc", CONTENT ("\320\317\021\340\241\261\032\341\000"), GJ_STORE_ERROR_NOT_A_REPORT, "Word" },
  { "rtf", CONTENT ("{\\rtf1\\ansi}"), GJ_STORE_ERROR_NOT_A_REPORT, "RTF" },
  { "html", CONTENT ("<!doctype html><p>x"), GJ_STORE_ERROR_NOT_A_REPORT, "web page" },
  { "xhtml", CONTENT ("<!DOCTYPE html><html/>"), GJ_STORE_ERROR_NOT_A_REPORT, "web page" },
  { "png", CONTENT ("\211PNG\r\n\032\n\000"), GJ_STORE_ERROR_NOT_A_REPORT, "picture" },
  { "nul", CONTENT ("<report\000/>"), GJ_STORE_ERROR_NOT_A_REPORT, "bytes" },
  { "other-xml", CONTENT ("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"), GJ_STORE_ERROR_NOT_A_REPORT, "<svg>" },
  { "utf-16", CONTENT ("\xff\xfe<\000r\000/\000>\000"), GJ_STORE_ERROR_NOT_A_REPORT },
};

static void
test_foreign (gconstpointer data)
{
  const ForeignCase *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new (c->content, c->size);
  g_autoptr (GError) error = NULL;

  g_assert_null (gj_store_read (bytes, &error));
  g_assert_error (error, GJ_STORE_ERROR, (int) c->error);
  assert_clear (error);
  if (c->message != NULL && strstr (error->message, c->message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, c->message);
}

static void
test_truncated (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (GBytes) good = gj_store_write (report);
  gsize size = g_bytes_get_size (good);

  for (gsize length = 0; length < size - 1; length += 7)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (good, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (gj_store_read (bytes, &error));
      g_assert_nonnull (error);
      assert_clear (error);
    }
}

static void
test_too_large (void)
{
  g_autofree char *data = g_malloc (GJ_FILE_MAX_SIZE + 1);

  memset (data, ' ', GJ_FILE_MAX_SIZE + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, GJ_FILE_MAX_SIZE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (gj_store_read (bytes, &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_TOO_LARGE);
  assert_clear (error);
}

/* Versions that never were, to see that the steps are taken one after the other. */

static gboolean
rename_step (xmlDoc *document)
{
  xmlNodeSetName (xmlDocGetRootElement (document), (const xmlChar *) "middle");
  return TRUE;
}

static gboolean
append_step (xmlDoc *document)
{
  xmlNewChild (xmlDocGetRootElement (document), NULL, (const xmlChar *) "new", NULL);
  return xmlStrEqual (xmlDocGetRootElement (document)->name, (const xmlChar *) "middle");
}

static gboolean
failing_step (xmlDoc *document)
{
  return FALSE;
}

static void
test_upgrade (void)
{
  static const GjStoreStep steps[] = { { 2, append_step }, { 1, rename_step }, { 5, failing_step } };
  g_autoptr (GBytes) first = bytes_of ("<old version=\"1\"/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) third = _gj_store_upgrade (first, 1, 3, steps, G_N_ELEMENTS (steps), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = text_of (third);
  g_assert_nonnull (strstr (text, "<middle version=\"3\"><new/></middle>"));

  g_assert_null (_gj_store_upgrade (first, 1, 4, steps, G_N_ELEMENTS (steps), &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (_gj_store_upgrade (first, 5, 6, steps, G_N_ELEMENTS (steps), &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID);
  assert_clear (error);
}

static void
add_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (damage_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/store/damage/", damage_cases[i].name, NULL);

      g_test_add_data_func (path, &damage_cases[i], test_damage);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (foreign_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/store/foreign/", foreign_cases[i].name, NULL);

      g_test_add_data_func (path, &foreign_cases[i], test_foreign);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_schema ();
  g_test_add_func ("/core/store/round-trip", test_round_trip);
  g_test_add_func ("/core/store/blank", test_blank);
  g_test_add_func ("/core/store/published", test_published);
  add_cases ();
  g_test_add_func ("/core/store/reader-is-as-strict", test_reader_is_as_strict);
  g_test_add_func ("/core/store/truncated", test_truncated);
  g_test_add_func ("/core/store/too-large", test_too_large);
  g_test_add_func ("/core/store/upgrade", test_upgrade);

  int status = g_test_run ();

  xmlRelaxNGFree (schema);
  return status;
}
