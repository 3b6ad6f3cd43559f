/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-core.h"

/* The digest of make_report (). Papers with it are signed: it must never change. */
#define KNOWN "b7d0e31c98d36c0c3b1a16cd3f80d2f530a9805960567b72ef5aa13db003ac41"

#define PNG "\x89PNG\r\n\x1a\n"

static GjNarrative *
make_narrative (const char *text,
                const char *picture)
{
  g_autoptr (GBytes) bytes = g_bytes_new (picture, strlen (picture));
  g_autoptr (GjBlock) paragraph = gj_block_new_paragraph (text);
  g_autoptr (GjBlock) plate = gj_block_new_picture (bytes, "image/png", 40, 30, "图1");
  g_autoptr (GjBlock) table = gj_block_new_table ();
  GjBlock *blocks[] = { paragraph, plate, table };

  return gj_narrative_new (blocks, G_N_ELEMENTS (blocks));
}

static GjReport *
make_report (void)
{
  GjReport *report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) overview = make_narrative ("全年主动公开信息１２ 条 & <无>。", PNG "a");
  g_autoptr (GjNarrative) preface = gj_narrative_new_for_text ("根据条例编制。\n统计期限为全年。");

  gj_report_init_field (report, GJ_FIELD_TITLE, "某局\n2023年政府信息公开工作年度报告");
  gj_report_init_field (report, GJ_FIELD_BODY, "某局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2023");
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "某局");
  gj_report_init_field (report, GJ_FIELD_DATE, "2024-01-18");
  gj_report_init_narrative (report, 0, overview);
  gj_report_init_narrative (report, gj_report_get_preface (report), preface);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i * i);

      gj_report_init_cell (report, i, text);
    }
  gj_report_init_cell (report, 5, "134.8万元");
  gj_report_init_cell (report, 6, NULL);
  return report;
}

static void
test_known (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autofree char *digest = gj_report_dup_digest (report);

  g_assert_cmpstr (digest, ==, KNOWN);

  if (setlocale (LC_ALL, "zh_CN.UTF-8") != NULL)
    {
      g_autofree char *chinese = gj_report_dup_digest (report);

      setlocale (LC_ALL, "C.UTF-8");
      g_assert_cmpstr (chinese, ==, KNOWN);
    }
}

/* What is published */

static void
change_section (GjReport   *report,
                const char *text,
                const char *picture)
{
  g_autoptr (GjNarrative) narrative = make_narrative (text, picture);

  gj_report_init_narrative (report, 0, narrative);
}

static void
change_text (GjReport *report)
{
  change_section (report, "全年主动公开信息１３ 条 & <无>。", PNG "a");
}

static void
change_blank (GjReport *report)
{
  change_section (report, "全年主动公开信息１２条 & <无>。", PNG "a");
}

static void
change_picture (GjReport *report)
{
  change_section (report, "全年主动公开信息１２ 条 & <无>。", PNG "b");
}

static void
change_order (GjReport *report)
{
  GjNarrative *old = gj_report_get_narrative (report, 0);
  GjBlock *blocks[] = { gj_narrative_get_block (old, 1), gj_narrative_get_block (old, 0),
                        gj_narrative_get_block (old, 2) };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));

  gj_report_init_narrative (report, 0, narrative);
}

static void
change_preface (GjReport *report)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("根据条例编制。统计期限为全年。");

  gj_report_init_narrative (report, gj_report_get_preface (report), narrative);
}

static void
change_section_of_text (GjReport *report)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_ref (gj_report_get_narrative (report, 0));
  g_autoptr (GjNarrative) empty = gj_narrative_new (NULL, 0);

  gj_report_init_narrative (report, 0, empty);
  gj_report_init_narrative (report, 1, narrative);
}

static void
change_heading (GjReport *report)
{
  gj_report_init_heading (report, 0, "一、 总体情况");
}

static void
change_variant (GjReport *report)
{
  gj_report_init_variant (report, "old-row");
}

static void
change_cell (GjReport *report)
{
  gj_report_init_cell (report, 7, "50");
}

static void
change_cell_blank (GjReport *report)
{
  gj_report_init_cell (report, 7, "49 ");
}

static void
change_cell_absent (GjReport *report)
{
  gj_report_init_cell (report, 199, NULL);
}

/* What is not */

static void
add_decision (GjReport *report)
{
  g_autoptr (GjDecision) decision = gj_decision_new ("k", GJ_DECISION_FIXED, "因", "张", NULL, "");

  gj_report_init_decision (report, decision);
}

static void
add_comment (GjReport *report)
{
  g_autoptr (GjComment) comment = gj_comment_new ("c1", "overview", NULL, NULL, "批注");

  gj_report_init_comment (report, comment);
}

static void
add_setting (GjReport *report)
{
  gj_report_init_setting (report, "paper-digest", "yes");
}

static void
add_source (GjReport *report)
{
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "abc");
  g_autoptr (GjSource) source = NULL;

  gj_source_builder_add_label (builder, "overview", "总体情况");
  gj_source_builder_add_note (builder, GJ_SEVERITY_WARNING, "heading", "overview", "不同", "other", NULL, 3);
  source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);
}

typedef struct
{
  const char *name;
  void      (*change)(GjReport *report);
  gboolean    published;
} Change;

static const Change changes[] = {
  { "text", change_text, TRUE },
  { "blank-in-text", change_blank, TRUE },
  { "picture", change_picture, TRUE },
  { "order-of-blocks", change_order, TRUE },
  { "preface", change_preface, TRUE },
  { "other-section", change_section_of_text, TRUE },
  { "heading", change_heading, TRUE },
  { "variant", change_variant, TRUE },
  { "cell", change_cell, TRUE },
  { "cell-with-blank", change_cell_blank, TRUE },
  { "cell-absent", change_cell_absent, TRUE },
  { "decision", add_decision, FALSE },
  { "comment", add_comment, FALSE },
  { "setting", add_setting, FALSE },
  { "source", add_source, FALSE },
};

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (GjReport) report = make_report ();
  g_autofree char *digest = NULL;

  change->change (report);
  digest = gj_report_dup_digest (report);
  if (change->published)
    g_assert_cmpstr (digest, !=, KNOWN);
  else
    g_assert_cmpstr (digest, ==, KNOWN);
}

static void
test_fields (void)
{
  for (int i = 0; i < GJ_N_FIELDS; i++)
    {
      g_autoptr (GjReport) report = make_report ();
      g_autofree char *digest = NULL;

      gj_report_init_field (report, i, "1999");
      digest = gj_report_dup_digest (report);
      g_assert_cmpstr (digest, !=, KNOWN);
    }
}

static void
test_form (void)
{
  g_autoptr (GjReport) old = gj_report_new (gj_form_catalogue_find ("guoban-2019"));
  g_autoptr (GjReport) new = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autofree char *old_digest = gj_report_dup_digest (old);
  g_autofree char *new_digest = gj_report_dup_digest (new);

  g_assert_cmpstr (old_digest, !=, new_digest);
}

static void
test_file (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) read = NULL;
  g_autofree char *digest = NULL;

  add_decision (report);
  bytes = gj_store_write (report);
  read = gj_store_read (bytes, NULL);
  digest = gj_report_dup_digest (read);
  g_assert_cmpstr (digest, ==, KNOWN);
}

/* On paper and back */

static const char *const digests[] = {
  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
};

typedef struct
{
  const char *name;
  const char *typed;
  const char *read;
  const char *message;
} Typed;

static const Typed typed_cases[] = {
  { "as-printed", "0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef", "", NULL },
  { "lines", " 01234567\n89ABCDEF\r\n0123456789abcdef\t0123456789abcdef0123456789abcdef\n", "", NULL },
  { "full-width", "０１２３　４５６７　８９ａｂ　ＣＤＥＦ 0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef", "", NULL },
  { "dashes", "01234567-89abcdef-01234567-89abcdef–01234567—89abcdef－01234567 89abcdef", "", NULL },
  { "zero-width", "0123\xe2\x80\x8b" "4567 89ab cdef 0123 4567 89ab cdef 0123456789abcdef0123456789abcdef", "", NULL },
  { "scanned", "某局2023年度报告校验码\ngouji:sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "", NULL },
  { "mark-only", "SHA256: 0123 4567 89ab cdef", "0123456789abcdef", NULL },
  { "beginning", "0123 4567 89ab cdef 01", "0123456789abcdef01", NULL },
  { "none", "", NULL, "first 16" },
  { "blanks", " 　\n", NULL, "first 16" },
  { "short", "0123 4567 89ab cde", NULL, "15" },
  { "long", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0", NULL, "65" },
  { "letter", "0123 4567 89ag cdef 0123", NULL, "“g” in group 3" },
  { "letter-o", "o123 4567 89ab cdef 0123", NULL, "“o” in group 1" },
  { "chinese", "校验码 0123 4567 89ab cdef", NULL, "“校” in group 1" },
  { "no-utf8", "0123 4567 \xff", NULL, "digest" },
};

static void
test_parse (gconstpointer data)
{
  const Typed *typed = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *read = gj_digest_parse (typed->typed, &error);

  if (typed->read == NULL)
    {
      g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_DIGEST);
      g_assert_null (read);
      g_assert_nonnull (strstr (error->message, typed->message));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, *typed->read != '\0' ? typed->read : digests[0]);
  g_assert_true (gj_digest_matches (digests[0], read));
}

static void
test_format (void)
{
  g_autofree char *words = gj_digest_format (digests[0]);
  g_autofree char *none = gj_digest_format ("");

  g_assert_cmpstr (words, ==, typed_cases[0].typed);
  g_assert_cmpstr (none, ==, "");
  g_assert_false (gj_digest_matches (digests[0], "0123456789abcde"));
  g_assert_false (gj_digest_matches (digests[0], "0123456789abcdee"));
}

static void
test_words (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autofree char *words = gj_report_dup_digest_words (report);
  g_autofree char *read = gj_digest_parse (words, NULL);
  g_autofree char *long_words = NULL;

  g_assert_cmpstr (words, ==, "某局2023年度报告校验码\ngouji:sha256:" KNOWN);
  g_assert_cmpstr (read, ==, KNOWN);

  gj_report_init_field (report, GJ_FIELD_BODY, "某某省某某市某某县某某镇\n人民政府办公室信息公开科 sha256: 甲乙丙");
  long_words = gj_report_dup_digest_words (report);
  g_clear_pointer (&read, g_free);
  read = gj_digest_parse (long_words, NULL);
  g_assert_cmpuint (strlen (read), ==, GJ_DIGEST_LENGTH);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/digest/known", test_known);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/core/digest/change/%s", changes[i].name);

      g_test_add_data_func (name, &changes[i], test_change);
    }
  g_test_add_func ("/core/digest/fields", test_fields);
  g_test_add_func ("/core/digest/form", test_form);
  g_test_add_func ("/core/digest/file", test_file);
  for (gsize i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/core/digest/parse/%s", typed_cases[i].name);

      g_test_add_data_func (name, &typed_cases[i], test_parse);
    }
  g_test_add_func ("/core/digest/format", test_format);
  g_test_add_func ("/core/digest/words", test_words);

  return g_test_run ();
}
