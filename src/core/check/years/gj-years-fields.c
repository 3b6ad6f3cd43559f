/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include <string.h>

#include "gj-messages.h"

/* C11: who to turn to is another than last year. That may well be so, or a slip of the
 * pen. What only one of the reports states is no change. Another name of the body is told
 * here when the two were linked; else the reports are not compared at all. */

typedef struct
{
  GjField     field;
  const char *section;
  const char *name;
} Field;

static const Field fields[] = {
  { GJ_FIELD_BODY, "title", N_("The name of the body") },
  { GJ_FIELD_ADDRESS, "preface", N_("The address") },
  { GJ_FIELD_TELEPHONE, "preface", N_("The telephone number") },
  { GJ_FIELD_MAILBOX, "preface", N_("The e-mail address") },
  { GJ_FIELD_WEBSITE, "preface", N_("The web address") },
};

/* Letters and figures only: how an address is broken or punctuated says nothing. */
static char *
fold (GjField     field,
      const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *small = g_utf8_strdown (plain != NULL ? plain : "", -1);
  const char *p = small;

  if (field == GJ_FIELD_WEBSITE && strstr (small, "://") != NULL)
    p = strstr (small, "://");

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (field == GJ_FIELD_TELEPHONE ? g_unichar_isdigit (c) : g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_changed (GjField     field,
            const char *value,
            const char *last_value)
{
  g_autofree char *new_text = fold (field, value);
  g_autofree char *old_text = fold (field, last_value);

  if (*new_text == '\0' || *old_text == '\0' || strcmp (new_text, old_text) == 0)
    return FALSE;

  /* The area code may be left out. */
  return field != GJ_FIELD_TELEPHONE || (!g_str_has_suffix (new_text, old_text) &&
                                         !g_str_has_suffix (old_text, new_text));
}

static void
check_field (const GjFacts *facts,
             const Field   *field,
             GPtrArray     *findings)
{
  const char *value = gj_report_get_field (facts->report, field->field);
  const char *last_value = gj_report_get_field (facts->last->report, field->field);
  g_autofree char *basis = NULL;
  g_autofree char *report = NULL;
  g_autofree char *key = NULL;
  GjFindingBuilder *builder;

  if (!is_changed (field->field, value, last_value))
    return;

  basis = g_strdup_printf ("%s<%s", value, last_value);
  report = _gj_years_dup_report_name (facts);
  key = g_strconcat ("C11/", gj_field_get_id (field->field), NULL);
  builder = gj_finding_builder_new ("C11", GJ_SEVERITY_HINT, GJ_OUTCOME_REMARK);
  gj_finding_builder_set_section (builder, field->section, strcmp (field->section, "title") == 0 ? 0 : 1);
  gj_finding_builder_set_basis (builder, basis);
  _gj_years_set_cells (builder, facts, NULL, 0);
  gj_finding_builder_take_words (builder, g_strdup (_("Other than last year")),
                                 g_strdup_printf (_("%1$s is “%2$s”, but “%3$s” in the %4$s."),
                                                  _(field->name), value, last_value, report),
                                 NULL, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

/**
 * _gj_years_check_fields:
 * @facts: facts
 * @findings: where findings go
 *
 * Says which of name and contact changed since last year.
 */
void
_gj_years_check_fields (const GjFacts *facts,
                        GPtrArray     *findings)
{
  if (!_gj_last_year_is_asked (facts->last) || !gj_check_set_contains (facts->checks, "C11"))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    check_field (facts, &fields[i], findings);
}
