/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-form-catalogue.h"

/* A form that nothing in the program knows, and what becomes of it when it is broken. */

static char *
load_text (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "forms", "reading-room.xml", NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GjForm *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gj_form_new_from_bytes (bytes, "reading-room.xml", error);
}

static GjForm *
load_form (void)
{
  g_autofree char *text = load_text ();
  g_autoptr (GError) error = NULL;
  GjForm *form = read_text (text, &error);

  g_assert_no_error (error);
  return form;
}

static void
test_invented (void)
{
  g_autoptr (GjForm) form = load_form ();
  const GjTable *table = gj_form_get_table (form, 0);
  g_autofree char *title = gj_form_format_title (form, "柳河镇", 1955);
  g_autofree char *preface = gj_form_format_preface (form, "柳河镇", 1955);
  g_autofree char *yearless = gj_form_format_preface (form, "柳河镇", 0);
  g_autofree char *name = gj_form_dup_cell_name (form, 0, NULL, GJ_LANGUAGE_EN);

  g_assert_cmpstr (gj_form_get_id (form), ==, "reading-room");
  g_assert_cmpint (gj_form_get_first_year (form), ==, 1950);
  g_assert_cmpint (gj_form_get_last_year (form), ==, 1960);
  g_assert_cmpstr (title, ==, "柳河镇1955年阅览室工作报告");
  g_assert_cmpstr (preface, ==, "柳河镇按照图函〔1950〕1号编制1955年的报告，于1956年1月公布。");
  g_assert_cmpstr (yearless, ==, "柳河镇按照图函〔1950〕1号编制××××年的报告，于××××年1月公布。");
  g_assert_cmpstr (gj_form_get_section (form, 0)->guidance.en, ==, "Days open and number of readers.");
  g_assert_cmpstr (gj_form_get_section (form, 0)->tab.zh, ==, "一、概况");
  g_assert_cmpuint (gj_form_get_section (form, 0)->table, ==, GJ_NONE);
  g_assert_cmpuint (gj_form_get_section (form, 1)->table, ==, 0);
  g_assert_cmpuint (gj_form_get_n_cells (form), ==, 4 * 5 - 1);
  g_assert_cmpuint (gj_form_find_cell (form, "stock/total/remark"), ==, GJ_NONE);
  g_assert_cmpuint (gj_form_get_cell (form, gj_form_find_cell (form, "stock/poems/remark"))->type, ==, GJ_CELL_TEXT);
  g_assert_cmpuint (gj_form_get_cell (form, gj_form_find_cell (form, "stock/poems/change"))->type, ==, GJ_CELL_CHANGE);
  g_assert_cmpstr (gj_form_get_column (form, gj_form_find_cell (form, "stock/plays/cost"))->unit, ==, "元");
  g_assert_cmpstr (table->rows[0].aliases[0], ==, "长篇小说");
  g_assert_cmpstr (name, ==, "Novels, Held");
}

static void
test_invented_layout (void)
{
  g_autoptr (GjForm) form = load_form ();
  const GjTable *table = gj_form_get_table (form, 0);
  const GjTableLayout *verse = gj_table_get_layout (table, "verse");

  g_assert_true (gj_table_get_layout (table, NULL) == &table->layouts[0]);
  g_assert_true (gj_table_get_layout (table, "unknown") == &table->layouts[0]);
  g_assert_cmpuint (table->layouts[0].n_lines, ==, 5);
  g_assert_cmpuint (verse->n_lines, ==, 4);
  g_assert_cmpuint (verse->parts[0].n_head_lines, ==, 1);

  for (guint i = 0; i < verse->n_slots; i++)
    {
      const GjSlot *slot = &verse->slots[i];

      if (slot->vertical)
        g_assert_cmpuint (slot->n_lines, ==, 2);
      if (slot->kind == GJ_SLOT_LABEL && slot->row == 2)
        g_assert_cmpstr (slot->text.zh, ==, "诗歌和戏剧");
    }
}

static void
test_invented_rules (void)
{
  g_autoptr (GjForm) form = load_form ();
  const GjQuantity *quantity = gj_form_find_quantity (form, "double");
  const GjRelation *last = gj_form_get_relation (form, gj_form_get_n_relations (form) - 1);
  const GjRelation *plays = gj_form_get_relation (form, 4 + 3);

  g_assert_cmpuint (quantity->n_terms, ==, 2);
  g_assert_cmpint (quantity->terms[0].factor, ==, 2);
  g_assert_cmpint (quantity->terms[1].factor, ==, -3);
  g_assert_cmpint (quantity->constant, ==, 7);

  g_assert_cmpuint (gj_form_get_n_relations (form), ==, 4 + 3 + 1 + 4);
  g_assert_cmpstr (last->key, ==, "Z04/total");
  g_assert_true (last->left->terms[0].last_year);
  g_assert_cmpuint (last->n_cells, ==, 1);
  g_assert_true (last->remark);
  g_assert_cmpstr (plays->key, ==, "Z03/plays");
  g_assert_cmpuint (plays->n_cells, ==, 3);
  g_assert_cmpstr (plays->when->id, ==, "stock/plays/held");

  g_assert_cmpuint (gj_form_get_n_equivalents (form), ==, 4 + 3);
  g_assert_cmpstr (gj_form_get_equivalent (form, 5)->other, ==, "books/poems/count");
  g_assert_cmpstr (gj_form_get_phrase (form, 0)->sections[1], ==, "remarks");
  g_assert_null (gj_form_get_phrase (form, 0)->sections[2]);
}

static void
test_catalogue (void)
{
  g_autoptr (GjForm) form = load_form ();
  guint n_forms = gj_form_catalogue_get_n_forms ();

  g_assert_null (gj_form_catalogue_find_year (1955));
  gj_form_catalogue_add (form);
  gj_form_catalogue_add (form);
  g_assert_cmpuint (gj_form_catalogue_get_n_forms (), ==, n_forms + 1);
  g_assert_true (gj_form_catalogue_find ("reading-room") == form);
  g_assert_true (gj_form_catalogue_find_year (1955) == form);
  g_assert_null (gj_form_catalogue_find_year (1961));
}

/* One thing in the good form is replaced; the message must speak of it. */
typedef struct
{
  const char *name;
  const char *good;
  const char *bad;
  const char *message;
} BrokenCase;

static const BrokenCase broken[] = {
  { "namespace", "ns/form/1\"", "ns/form/2\"", "the root element is <form>" },
  { "unclosed", "</form>", "", "the file ends too early" },
  { "dtd", "<form ", "<!DOCTYPE form [<!ENTITY a \"b\">]><form ", "DTD" },
  { "no-id", " id=\"reading-room\"", "", "the attribute “id” is missing" },
  { "bad-id", "id=\"reading-room\"", "id=\"Reading Room\"", "is no id" },
  { "years", "to=\"1960\"", "to=\"1940\"", "“to” must be a number from 1950" },
  { "attribute", "ordinal=\"二\"", "ordinal=\"二\" colour=\"red\"", "<section> has no attribute “colour”" },
  { "element", "<alias>一、概述</alias>", "<picture/>", "<picture> has no place in <section>" },
  { "text", "<alias>一、概述</alias>", "一、概述", "line 20: text stands in <section>" },
  { "language", "zh=\"一、概况\" en=\"I. Summary\"", "zh=\"一、概况\"", "in Chinese and in English" },
  { "section-twice", "section id=\"remarks\"", "section id=\"stock\"", "“stock” is there already" },
  { "no-heading", "<heading zh=\"三、说明\" en=\"III. Remarks\"/>", "", "<heading> is missing in <section>" },
  { "table-section", "table id=\"stock\">\n    <columns>", "table id=\"shelf\">\n    <columns>", "no section “shelf”" },
  { "column-type", "type=\"change\"", "type=\"number\"", "cannot be “number”" },
  { "column-twice", "column id=\"held-now\"", "column id=\"held\"", "“held” is there already" },
  { "row-twice", "row id=\"plays\"><label", "row id=\"poems\"><label", "“poems” is there already" },
  { "row-label", "<label zh=\"诗歌\" en=\"Poems\"/>", "", "<label> is missing in <row>" },
  { "set-row", "rows=\"novels poems plays\"", "rows=\"novels poems maps\"", "“maps”" },
  { "set-both", "rows=\"novels poems plays\"", "rows=\"novels\" columns=\"held\"", "either rows or columns" },
  { "variant-row", "row=\"plays\" absent", "row=\"maps\" absent", "no row “maps”" },
  { "variant-absent", "absent=\"poems\"", "absent=\"plays\"", "cannot be absent" },
  { "variant-cells", " not-in=\"verse\"", "", "where it must not" },
  { "variant-name", "not-in=\"verse\"", "not-in=\"prose\"", "no variant “prose”" },
  { "widths", "1 2 2 2 2 2 4", "1 2 2 x 2 2 4", "“x” is no width" },
  { "gap", "widths=\"1 2 2 2 2 2 4\"", "widths=\"1 2 2 2 2 2 4 1\"", "leaves a gap" },
  { "beyond", "widths=\"1 2 2 2 2 2 4\"", "widths=\"1 2 2 2 2 2\"", "beyond the table" },
  { "overlap", "<label row=\"plays\"/>", "<label row=\"plays\" rowspan=\"2\"/>", "lies over" },
  { "rowspan", "rowspan=\"3\"", "rowspan=\"9\"", "another part" },
  { "rowspan-zero", "rowspan=\"3\"", "rowspan=\"0\"", "must be a number" },
  { "rowspan-huge", "rowspan=\"3\"", "rowspan=\"99999999999999999999\"", "must be a number" },
  { "head-row", "<note colspan=\"2\"", "<note colspan=\"2\" rowspan=\"2\"", "another part" },
  { "cells-row", "<cells row=\"novels\"/>", "<cells row=\"maps\"/>", "no row “maps”" },
  { "cells-column", "columns=\"held change held-now\"", "columns=\"held change lent\"", "no column “lent”" },
  { "cell-twice", "<cells row=\"poems\"/>", "<cells row=\"novels\"/>", "where it must not" },
  { "sum-cell", "*/held + */change", "*/held + */lent", "no column “lent”" },
  { "sum-missing-cell", "sum=\"[kinds]/*\"", "sum=\"[kinds]/* + total/remark\"", "no cell “stock/total/remark”" },
  { "sum-text", "sum=\"[kinds]/*\"", "sum=\"novels/remark\"", "holds text" },
  { "sum-set", "[kinds]/*", "[sorts]/*", "no set “sorts”" },
  { "sum-twice", "*/held + */change", "*/held + */held", "twice in the sum" },
  { "sum-syntax", "*/held + */change", "*/held */change", "cannot be read" },
  { "sum-sign", "*/held + */change", "*/held +", "cannot be read" },
  { "sum-empty", "*/held + */change", " ", "cannot be read" },
  { "sum-factor", "2 stock", "0 stock", "cannot be read" },
  { "sum-path", "2 stock/novels/held", "2 stock/novels/held/now", "names no cell" },
  { "quantity-twice", "quantity id=\"double\"", "quantity id=\"then-and-change\"", "“then-and-change” is there already" },
  { "quantity-table", "id=\"kinds\" table=\"stock\"", "id=\"kinds\" table=\"shelf\"", "no table “shelf”" },
  { "relation-kind", "kind=\"equal\" severity=\"hint\"", "kind=\"same\" severity=\"hint\"", "cannot be “same”" },
  { "relation-left", "left=\"then-and-change/*\"", "left=\"now-and-then/*\"", "the relation has no cells" },
  { "relation-right", "right=\"stock/total/*\"", "right=\"stock/sum/*\"", "no quantity “stock/sum/held”" },
  { "relation-key", "check=\"Z04\"", "check=\"Z01\"", "“Z01/novels” is there already" },
  { "relation-rule", "<rule zh=\"年末没有戏剧的，不应有购置费。\" en=\"No plays, no cost.\"/>", "", "<rule> is missing in <relation>" },
  { "phrase-quantity", "quantity=\"stock/novels/held-now\"", "quantity=\"stock/novels/lent\"", "no quantity" },
  { "phrase-section", "sections=\"summary remarks\"", "sections=\"summary index\"", "no section “index”" },
  { "equivalent-rows", "table=\"stock\" rows=\"kinds\"", "table=\"shelf\" rows=\"kinds\"", "no table “shelf”" },
  { "money-cell", "amount=\"stock/total/cost\"", "amount=\"stock/total/price\"", "names no cell" },
};

static char *
replace_once (const char *text,
              const char *good,
              const char *bad)
{
  const char *found = strstr (text, good);

  g_assert_nonnull (found);
  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, bad, found + strlen (good));
}

static void
test_broken (gconstpointer data)
{
  const BrokenCase *c = data;
  g_autofree char *text = load_text ();
  g_autofree char *worse = replace_once (text, c->good, c->bad);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjForm) form = read_text (worse, &error);

  g_assert_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID);
  g_assert_null (form);
  g_assert_true (g_str_has_prefix (error->message, "“reading-room.xml”"));
  if (strstr (error->message, c->message) == NULL)
    g_test_fail_printf ("“%s” does not speak of “%s”", error->message, c->message);
}

/* Cut anywhere, the form gives an error and nothing worse. */
static void
test_truncated (void)
{
  g_autofree char *text = load_text ();
  gsize length = strlen (text);

  for (gsize i = 0; i < length - 8; i += 97)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjForm) form = gj_form_new_from_bytes (bytes, "cut.xml", &error);

      g_assert_null (form);
      g_assert_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID);
    }
}

/* With any one attribute gone, the form is read or refused. */
static void
test_mutilated (void)
{
  g_autofree char *text = load_text ();
  guint n_refused = 0;

  for (const char *p = strchr (text, '='); p != NULL; p = strchr (p + 1, '='))
    {
      const char *begin = p;
      const char *end = p[1] == '"' ? strchr (p + 2, '"') : NULL;
      g_autofree char *worse = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GjForm) form = NULL;

      while (begin > text && begin[-1] != ' ' && begin[-1] != '\n')
        begin--;
      if (end == NULL)
        continue;

      worse = g_strdup_printf ("%.*s%s", (int) (begin - text), text, end + 1);
      form = read_text (worse, &error);
      g_assert_true ((form == NULL) == (error != NULL));
      n_refused += form == NULL;
    }

  g_assert_cmpuint (n_refused, >, 100);
}

/* What grows with the square of the file is bounded. */
static void
assert_too_much (const char *place,
                 const char *format,
                 guint       n_times,
                 const char *message)
{
  g_autofree char *text = load_text ();
  g_auto (GStrv) numbered = g_strsplit (format, "%", 2);
  GString *more = g_string_new (place);
  g_autofree char *worse = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjForm) form = NULL;

  for (guint i = 0; i < n_times; i++)
    g_string_append_printf (more, "%s%u%s", numbered[0], i, numbered[1]);

  worse = replace_once (text, place, more->str);
  g_string_free (more, TRUE);
  form = read_text (worse, &error);
  g_assert_null (form);
  g_assert_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_too_much (void)
{
  assert_too_much ("<set id=\"kinds\" rows=\"novels poems plays\"/>",
                   "<variant id=\"v%\" row=\"plays\" absent=\"poems\"><label zh=\"无\" en=\"No\"/></variant>",
                   40, "too many variants");
  assert_too_much ("<label zh=\"合计\" en=\"Total\"/></row>",
                   "<row id=\"r%\"><label zh=\"无\" en=\"No\"/></row>", 600, "too many rows");
  assert_too_much ("zh=\"两倍\" en=\"double\"/>",
                   "<quantity id=\"q%\" table=\"stock\" columns=\"all\" sum=\"[kinds]/held + [kinds]/cost\" zh=\"无\" en=\"No\"/>",
                   20000, "too many");
}

static void
test_oversized (void)
{
  gsize size = 5 * 1024 * 1024;
  g_autofree char *blanks = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (blanks, ' ', size);
  bytes = g_bytes_new_static (blanks, size);
  g_assert_null (gj_form_new_from_bytes (bytes, "large.xml", &error));
  g_assert_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/form-reader/invented", test_invented);
  g_test_add_func ("/core/form-reader/invented-layout", test_invented_layout);
  g_test_add_func ("/core/form-reader/invented-rules", test_invented_rules);
  g_test_add_func ("/core/form-reader/catalogue", test_catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/form-reader/broken/%s", broken[i].name);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/core/form-reader/truncated", test_truncated);
  g_test_add_func ("/core/form-reader/mutilated", test_mutilated);
  g_test_add_func ("/core/form-reader/too-much", test_too_much);
  g_test_add_func ("/core/form-reader/oversized", test_oversized);

  return g_test_run ();
}
