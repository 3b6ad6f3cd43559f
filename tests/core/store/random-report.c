/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-report.h"

#include <string.h>

/* Reports and edits that no person would write, but any person could. */

static const char *const fragments[] = {
  "", " ", "\t", "\r", "  ", "49", "0", "/", "134.8万元", "１２３", "1,234", "\001", "\x1f",
  "␛", "␛1;", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xef\xbb\xbf", "\xc2\x85", "\xe2\x80\xa8",
  "<", ">", "&", "&amp;", "]]>", "\"", "'", "<!--", "公开", "政府信息", "𠮷", "\xe2\x80\x8b",
  "\xf4\x8f\xbf\xbf", "\xee\x80\x80",
};

static gboolean
chance (GRand *rand,
        int    percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static char *
random_line (GRand *rand,
             int    max_length)
{
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, max_length + 1); i > 0; i--)
    g_string_append (text, fragments[g_rand_int_range (rand, 0, G_N_ELEMENTS (fragments))]);
  return g_string_free (text, FALSE);
}

char *
random_text (GRand *rand,
             int    max_length)
{
  g_autofree char *first = random_line (rand, max_length);
  g_autofree char *second = random_line (rand, max_length);

  return chance (rand, 20) ? g_strconcat (first, "\n", second, NULL) : g_strdup (first);
}

GjBlock *
random_block (GRand *rand)
{
  if (chance (rand, 10))
    return gj_block_new_table ();

  if (chance (rand, 15))
    {
      g_autofree char *title = chance (rand, 50) ? random_text (rand, 3) : NULL;
      gsize size = (gsize) g_rand_int_range (rand, 0, 300);
      guint8 *data = g_malloc (size + 1);

      for (gsize i = 0; i < size; i++)
        data[i] = (guint8) g_rand_int_range (rand, 0, 256);

      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

      return gj_block_new_picture (bytes, chance (rand, 50) ? "image/png" : "image/jpeg",
                                   (guint) g_rand_int_range (rand, 0, 5000),
                                   (guint) g_rand_int_range (rand, 0, 5000), title);
    }

  g_autofree char *text = random_line (rand, 30);

  return gj_block_new_paragraph (text);
}

static GjNarrative *
random_narrative (GRand *rand)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);

  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    g_ptr_array_add (blocks, random_block (rand));
  return gj_narrative_new ((GjBlock *const *) blocks->pdata, blocks->len);
}

static GjSource *
random_source (GRand *rand)
{
  g_autofree char *a = random_text (rand, 4);
  g_autofree char *b = random_text (rand, 4);
  g_autofree char *c = random_text (rand, 9);
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", a);

  gj_source_builder_set_unit (builder, (GjSourceUnit) g_rand_int_range (rand, 0, 3));
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      const char *values[] = { a, "", c, NULL };

      gj_source_builder_add_title_line (builder, b);
      gj_source_builder_add_label (builder, "requests/received", c);
      gj_source_builder_add_surplus (builder, b, values + g_rand_int_range (rand, 0, 4));
      gj_source_builder_add_residue (builder, "overview", a);
      gj_source_builder_add_note (builder, g_rand_int_range (rand, 0, 3), "surplus-value", a, b, c,
                                  chance (rand, 50) ? a : NULL,
                                  (guint) g_rand_int_range (rand, 0, 1000));
    }
  return gj_source_builder_end (builder);
}

static GjDecision *
random_decision (GRand      *rand,
                 const char *key)
{
  g_autofree char *reason = random_text (rand, 5);
  g_autofree char *basis = random_text (rand, 5);

  return gj_decision_new (key, g_rand_int_range (rand, 0, 3), reason,
                          chance (rand, 50) ? reason : NULL,
                          chance (rand, 50) ? "2022-03-01" : NULL, basis);
}

static GjComment *
random_comment (GRand      *rand,
                const char *id)
{
  g_autofree char *text = random_text (rand, 5);

  g_autoptr (GjComment) comment = gj_comment_new (id, "overview", chance (rand, 50) ? text : NULL,
                                                  chance (rand, 50) ? "2022-03-01" : NULL, text);
  g_autoptr (GjComment) answer = gj_comment_dup_as_answer (comment, chance (rand, 30) ? text : NULL);
  guint start = g_rand_int_range (rand, 0, 9);
  gboolean has_words = chance (rand, 70);
  g_autoptr (GjComment) placed =
    gj_comment_dup_with_words (answer, has_words ? start : GJ_NONE,
                               has_words ? start + g_rand_int_range (rand, 0, 5) : GJ_NONE);

  return gj_comment_dup_with_done (placed, chance (rand, 30));
}

static void
add_records (GRand    *rand,
             GjReport *report)
{
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *key = random_text (rand, 3);
      g_autofree char *value = random_text (rand, 3);
      g_autoptr (GjDecision) decision = random_decision (rand, key);
      g_autoptr (GjComment) comment = random_comment (rand, key);

      gj_report_init_decision (report, decision);
      gj_report_init_comment (report, comment);
      gj_report_init_setting (report, key, value);
    }
}

GjReport *
random_report (GRand  *rand,
               GjForm *form)
{
  int n_forms = (int) gj_form_catalogue_get_n_forms ();

  if (form == NULL)
    form = gj_form_catalogue_get_form ((guint) g_rand_int_range (rand, 0, n_forms));

  GjReport *report = gj_report_new (form);

  for (int i = 0; i < GJ_N_FIELDS; i++)
    {
      g_autofree char *text = random_text (rand, 5);

      if (chance (rand, 60))
        gj_report_init_field (report, i, text);
    }
  for (guint i = 0; i < gj_report_get_n_narratives (report); i++)
    {
      g_autoptr (GjNarrative) narrative = random_narrative (rand);
      g_autofree char *heading = random_text (rand, 5);

      gj_report_init_narrative (report, i, narrative);
      if (i < gj_report_get_preface (report) && chance (rand, 30))
        gj_report_init_heading (report, i, heading);
    }
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      g_autofree char *text = random_text (rand, 2);

      gj_report_init_cell (report, i, chance (rand, 10) ? NULL : text);
    }

  if (gj_form_get_n_variants (form) > 0 && chance (rand, 30))
    gj_report_init_variant (report, gj_form_get_variant (form, 0)->id);
  if (chance (rand, 50))
    {
      g_autoptr (GjSource) source = random_source (rand);

      gj_report_init_source (report, source);
    }
  add_records (rand, report);
  return report;
}

static void
add_text_change (GRand    *rand,
                 GjEdit   *edit,
                 GjReport *report,
                 guint     section)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);
  guint n_blocks = gj_narrative_get_n_blocks (narrative);

  for (guint i = 0; i < n_blocks; i++)
    {
      const char *text = gj_block_get_text (gj_narrative_get_block (narrative, i));

      if (text == NULL || *text == '\0')
        continue;

      glong length = g_utf8_strlen (text, -1);
      glong start = g_rand_int_range (rand, 0, (gint32) length);
      glong end = g_rand_int_range (rand, (gint32) start, (gint32) length + 1);
      g_autofree char *removed = g_utf8_substring (text, start, end);
      g_autofree char *inserted = random_line (rand, 3);

      gj_edit_change_text (edit, report, section, i, (guint) start, removed, inserted);
      return;
    }
}

static void
add_block_change (GRand    *rand,
                  GjEdit   *edit,
                  GjReport *report,
                  guint     section)
{
  int n_blocks = (int) gj_narrative_get_n_blocks (gj_report_get_narrative (report, section));
  int position = g_rand_int_range (rand, 0, n_blocks + 1);
  int n_removed = g_rand_int_range (rand, 0, n_blocks - position + 1);
  g_autoptr (GjBlock) a = random_block (rand);
  g_autoptr (GjBlock) b = random_block (rand);
  GjBlock *added[] = { a, b };

  gj_edit_change_blocks (edit, report, section, (guint) position, (guint) n_removed, added,
                         (guint) g_rand_int_range (rand, 0, 3));
}

/* @kind is one of GjChangeKind. The step may turn out to be empty. */

GjEdit *
random_edit (GRand    *rand,
             GjReport *report,
             int       kind)
{
  GjForm *form = gj_report_get_form (report);
  GjEdit *edit = gj_edit_new ("修改");
  g_autofree char *text = random_text (rand, 3);
  g_autofree char *key = g_strdup_printf ("k%d", g_rand_int_range (rand, 0, 5));
  g_autoptr (GjDecision) decision = random_decision (rand, key);
  g_autoptr (GjComment) comment = random_comment (rand, key);
  gboolean removes = chance (rand, 30);
  guint narrative = (guint) g_rand_int_range (rand, 0, (int) gj_report_get_n_narratives (report));

  switch ((GjChangeKind) kind)
    {
    case GJ_CHANGE_CELL:
      for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
        gj_edit_set_cell (edit, report,
                          (guint) g_rand_int_range (rand, 0, (int) gj_form_get_n_cells (form)),
                          chance (rand, 20) ? NULL : text);
      break;
    case GJ_CHANGE_FIELD:
      gj_edit_set_field (edit, report, (guint) g_rand_int_range (rand, 0, GJ_N_FIELDS), text);
      break;
    case GJ_CHANGE_HEADING:
      if (narrative < gj_report_get_preface (report))
        gj_edit_set_heading (edit, report, narrative, text);
      break;
    case GJ_CHANGE_TEXT:
      add_text_change (rand, edit, report, narrative);
      break;
    case GJ_CHANGE_BLOCKS:
      add_block_change (rand, edit, report, narrative);
      break;
    case GJ_CHANGE_VARIANT:
      if (gj_form_get_n_variants (form) > 0)
        gj_edit_set_variant (edit, report, removes ? NULL : gj_form_get_variant (form, 0)->id);
      break;
    case GJ_CHANGE_DECISION:
      gj_edit_set_decision (edit, report, key, removes ? NULL : decision);
      break;
    case GJ_CHANGE_COMMENT:
      gj_edit_set_comment (edit, report, key, removes ? NULL : comment);
      break;
    case GJ_CHANGE_SETTING:
    default:
      gj_edit_set_setting (edit, report, key, removes ? NULL : text);
      break;
    }
  return edit;
}
