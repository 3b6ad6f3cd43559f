/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-catalogue.h"

/* How many relations of a check a form has, and how many terms are on their sides. */
typedef struct
{
  const char     *form;
  const char     *check;
  guint           n_relations;
  GjRelationKind  kind;
  GjSeverity      severity;
  gboolean        mandatory;
  guint           n_left;
  guint           n_right;
} CheckCase;

static const CheckCase checks[] = {
  { "guoban-2021", "A01", 7, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 2, 2 },
  { "guoban-2021", "A02", 7, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 21, 1 },
  { "guoban-2021", "A03", 25, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 6, 1 },
  { "guoban-2021", "A04", 1, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 4, 1 },
  { "guoban-2021", "A05", 1, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 4, 1 },
  { "guoban-2021", "A06", 1, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 4, 1 },
  { "guoban-2021", "A12", 2, GJ_RELATION_AT_MOST, GJ_SEVERITY_WARNING, FALSE, 2, 1 },
  { "guoban-2021", "A18", 25, GJ_RELATION_ZERO_IMPLIES, GJ_SEVERITY_ERROR, TRUE, 1, 6 },
  { "guoban-2021", "B02", 0 },
  { "guoban-2019", "A01", 7, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 2, 2 },
  { "guoban-2019", "A02", 7, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 19, 1 },
  { "guoban-2019", "A03", 23, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 6, 1 },
  { "guoban-2019", "A04", 1, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 4, 1 },
  { "guoban-2019", "A05", 1, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 4, 1 },
  { "guoban-2019", "A06", 1, GJ_RELATION_EQUAL, GJ_SEVERITY_ERROR, TRUE, 4, 1 },
  { "guoban-2019", "A12", 0 },
  { "guoban-2019", "A18", 23, GJ_RELATION_ZERO_IMPLIES, GJ_SEVERITY_ERROR, TRUE, 1, 6 },
  { "guoban-2019", "B01", 0 },
  { "guoban-2019", "B02", 2, GJ_RELATION_AT_MOST, GJ_SEVERITY_ERROR, TRUE, 1, 1 },
  { "guoban-2019", "B03", 2, GJ_RELATION_AT_MOST, GJ_SEVERITY_HINT, FALSE, 1, 1 },
  { "guoban-2019", "B04", 5, GJ_RELATION_AT_MOST, GJ_SEVERITY_ERROR, TRUE, 0, 2 },
  { "guoban-2019", "B05", 4, GJ_RELATION_ZERO_IMPLIES, GJ_SEVERITY_WARNING, FALSE, 2, 1 },
  { "guoban-2019", "B06", 1, GJ_RELATION_ZERO_TOGETHER, GJ_SEVERITY_WARNING, FALSE, 1, 1 },
};

static void
test_check (gconstpointer data)
{
  const CheckCase *c = data;
  GjForm *form = gj_form_catalogue_find (c->form);
  guint n_relations = 0;

  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, i);

      if (!g_str_equal (relation->check, c->check))
        continue;

      n_relations++;
      g_assert_cmpuint (relation->kind, ==, c->kind);
      g_assert_cmpuint (relation->severity, ==, c->severity);
      g_assert_cmpint (relation->mandatory, ==, c->mandatory);
      g_assert_cmpuint (relation->left->n_terms, ==, c->n_left);
      g_assert_cmpuint (relation->right->n_terms, ==, c->n_right);
      g_assert_cmpuint (relation->n_cells, ==, c->n_left + c->n_right);
      g_assert_true (g_str_has_prefix (relation->key, c->check));
      g_assert_nonnull (relation->source);
    }

  g_assert_cmpuint (n_relations, ==, c->n_relations);
}

static const GjRelation *
find_relation (GjForm     *form,
               const char *key)
{
  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    if (g_str_equal (gj_form_get_relation (form, i)->key, key))
      return gj_form_get_relation (form, i);

  g_error ("no relation %s", key);
}

static char *
dup_terms (GjForm           *form,
           const GjQuantity *quantity)
{
  GString *terms = g_string_new (NULL);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];

      g_string_append_printf (terms, "%+d*%s%s ", (int) term->factor,
                              gj_form_get_cell (form, term->cell)->id,
                              term->last_year ? "@last-year" : "");
    }

  g_string_append_printf (terms, "%+d", (int) quantity->constant);
  return g_string_free (terms, FALSE);
}

static void
assert_terms (GjForm           *form,
              const GjQuantity *quantity,
              const char       *expected)
{
  g_autofree char *terms = dup_terms (form, quantity);

  g_assert_cmpstr (terms, ==, expected);
}

static void
test_sides (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  const GjRelation *relation = find_relation (form, "A01/natural-person");

  assert_terms (form, relation->left,
                "+1*requests/received/natural-person +1*requests/carried-in/natural-person +0");
  assert_terms (form, relation->right,
                "+1*requests/result-total/natural-person +1*requests/carried-out/natural-person +0");
  g_assert_cmpstr (relation->subject.zh, ==, "自然人一列");

  relation = find_relation (form, "A02/total");
  assert_terms (form, relation->right, "+1*requests/result-total/total +0");
  g_assert_cmpstr (gj_form_get_cell (form, relation->left->terms[0].cell)->id, ==,
                   "requests/granted/total");
  g_assert_cmpstr (gj_form_get_cell (form, relation->left->terms[20].cell)->id, ==,
                   "requests/other-else/total");

  relation = find_relation (form, "A12/rules");
  assert_terms (form, relation->left, "+1*disclosure/rules/issued -1*disclosure/rules/repealed +0");
  assert_terms (form, relation->right, "+1*disclosure/rules/in-force +0");
}

/* A cell of the middle of table three is in one sum of its column and one of its row. */
static void
test_relations_of_cell (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  guint cell = gj_form_find_cell (form, "requests/denied-internal/research");
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (form, cell, &n_relations);

  g_assert_cmpuint (n_relations, ==, 3);
  g_assert_cmpstr (gj_form_get_relation (form, relations[0])->key, ==, "A02/research");
  g_assert_cmpstr (gj_form_get_relation (form, relations[1])->key, ==, "A03/denied-internal");
  g_assert_cmpstr (gj_form_get_relation (form, relations[2])->key, ==, "A18/denied-internal");

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      relations = gj_form_get_relations_of_cell (form, i, &n_relations);
      for (guint j = 0; j < n_relations; j++)
        {
          const GjRelation *relation = gj_form_get_relation (form, relations[j]);
          gboolean found = FALSE;

          for (guint k = 0; k < relation->n_cells; k++)
            found = found || relation->cells[k] == i;
          g_assert_true (found);
        }
    }
}

/* Every number of the tables three and four is covered by a sum. */
static void
test_covered (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);

      for (guint i = 0; i < gj_form_get_n_cells (form); i++)
        {
          guint n_relations;

          gj_form_get_relations_of_cell (form, i, &n_relations);
          if (!g_str_has_prefix (gj_form_get_cell (form, i)->id, "disclosure/"))
            g_assert_cmpuint (n_relations, >, 0);
        }
    }
}

static gboolean
holds (const char *const *list,
       const char        *word)
{
  return g_strv_contains (list, word);
}

static void
test_phrases (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);
      const GjPhrase *phrase = gj_form_get_phrase (form, 0);

      g_assert_cmpstr (phrase->id, ==, "received");
      g_assert_cmpstr (phrase->check, ==, "D01");
      g_assert_cmpstr (phrase->quantity->id, ==, "requests/received/total");
      g_assert_true (holds (phrase->negations, "未收到"));
      g_assert_true (holds (phrase->negations, "没有收到"));
      g_assert_true (holds (phrase->negations, "未接收"));
      g_assert_true (holds (phrase->exceptions, "受理义务"));
      g_assert_cmpuint (phrase->n_readings, ==, 1);
      assert_terms (form, phrase->readings[0],
                    "+1*requests/received/total +1*requests/carried-in/total +0");
    }
}

/* What one form says of the other must be there, and be said by the other as well. */
static void
test_equivalents (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);

      g_assert_cmpuint (gj_form_get_n_equivalents (form), >, 0);
      for (guint i = 0; i < gj_form_get_n_equivalents (form); i++)
        {
          const GjEquivalent *equivalent = gj_form_get_equivalent (form, i);
          GjForm *other = gj_form_catalogue_find (equivalent->form);

          g_assert_nonnull (other);
          g_assert_true (other != form);
          g_assert_nonnull (equivalent->reason.zh);
          if (equivalent->other != NULL)
            g_assert_nonnull (gj_form_find_quantity (other, equivalent->other));
        }
    }
}

static void
test_other_group (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");

  assert_terms (form, gj_form_find_quantity (form, "other/enterprise"),
                "+1*requests/other-not-corrected/enterprise +1*requests/other-unpaid/enterprise "
                "+1*requests/other-else/enterprise +0");

  for (guint i = 0; i < gj_form_get_n_equivalents (form); i++)
    {
      const GjEquivalent *equivalent = gj_form_get_equivalent (form, i);

      if (g_str_equal (equivalent->quantity->id, "other/enterprise"))
        g_assert_cmpstr (equivalent->other, ==, "requests/other/enterprise");
      if (g_str_has_prefix (equivalent->quantity->id, "requests/other-else/"))
        g_assert_null (equivalent->other);
    }
}

static void
test_money (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2019");
  const GjMoneyRule *rule;

  g_assert_cmpuint (gj_form_get_n_money_rules (gj_form_catalogue_find ("guoban-2021")), ==, 0);
  g_assert_cmpuint (gj_form_get_n_money_rules (form), ==, 1);

  rule = gj_form_get_money_rule (form, 0);
  g_assert_cmpstr (gj_form_get_cell (form, rule->amount)->id, ==, "disclosure/procurement/amount");
  g_assert_null (gj_form_get_cell (form, rule->amount)->unit);
  g_assert_cmpstr (gj_form_get_cell (form, rule->items)->id, ==, "disclosure/procurement/projects");
  g_assert_cmpint (rule->least, ==, 100);
  g_assert_cmpint (rule->most, ==, 1000000000);
}

/* Everything that a person reads is there in both languages, and no mark is left in it. */
static void
assert_label (const GjLabel *label)
{
  g_assert_nonnull (label->zh);
  g_assert_nonnull (label->en);
  g_assert_null (strchr (label->zh, '{'));
  g_assert_null (strchr (label->en, '{'));
}

static void
test_words (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);

      for (guint i = 0; i < gj_form_get_n_relations (form); i++)
        {
          const GjRelation *relation = gj_form_get_relation (form, i);

          assert_label (&relation->title);
          assert_label (&relation->subject);
          assert_label (&relation->rule);
          assert_label (&relation->left->name);
          if (relation->last_form == NULL)
            assert_label (&relation->right->name);
          for (guint n = 0; n < relation->n_reasons; n++)
            assert_label (&relation->reasons[n]);
        }

      for (guint t = 0; t < gj_form_get_n_tables (form); t++)
        for (guint r = 0; r < gj_form_get_table (form, t)->n_rows; r++)
          {
            const GjRow *row = &gj_form_get_table (form, t)->rows[r];

            assert_label (&row->guidance);
            g_assert_nonnull (row->guidance_source);
          }

      for (guint i = 0; i < gj_form_get_n_sections (form); i++)
        {
          assert_label (&gj_form_get_section (form, i)->guidance);
          assert_label (&gj_form_get_section (form, i)->tab);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/form-rules/check/%s/%s", checks[i].form,
                                               checks[i].check);

      g_test_add_data_func (path, &checks[i], test_check);
    }

  g_test_add_func ("/core/form-rules/sides", test_sides);
  g_test_add_func ("/core/form-rules/relations-of-cell", test_relations_of_cell);
  g_test_add_func ("/core/form-rules/covered", test_covered);
  g_test_add_func ("/core/form-rules/phrases", test_phrases);
  g_test_add_func ("/core/form-rules/equivalents", test_equivalents);
  g_test_add_func ("/core/form-rules/other-group", test_other_group);
  g_test_add_func ("/core/form-rules/money", test_money);
  g_test_add_func ("/core/form-rules/words", test_words);

  return g_test_run ();
}
