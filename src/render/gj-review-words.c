/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

#include <string.h>

/* The words around findings on paper, which is Chinese wherever it is made. */

/* How many characters of a text the list quotes. */
#define QUOTE_MOST 60

static const char *const severities[] = {
  [GJ_SEVERITY_ERROR] = "必须修改",
  [GJ_SEVERITY_WARNING] = "请核实",
  [GJ_SEVERITY_HINT] = "建议",
};

/* What the head of a review copy says; %NULL for a final copy. */
const char *
_gj_review_get_kind (GjCopyKind kind)
{
  switch (kind)
    {
    case GJ_COPY_SUBMITTED:
      return "送审稿";
    case GJ_COPY_REVIEWED:
      return "审核稿";
    case GJ_COPY_FINAL:
    default:
      return NULL;
    }
}

/* The part of the report, as the tabs of the window name it. */
char *
_gj_review_dup_place (GjReport  *report,
                      GjFinding *finding)
{
  const GjForm *form = gj_report_get_form (report);
  guint place = _gj_review_find_place (report, finding);
  const GjSection *section;

  if (place == GJ_PLACE_TITLE)
    return g_strdup ("标题");
  if (place == GJ_PLACE_SIGNATURE)
    return g_strdup ("署名");
  if (place == GJ_PLACE_NONE)
    return g_strdup ("全文");
  if (place == gj_report_get_preface (report))
    return g_strdup ("前言");

  section = gj_form_get_section (form, place);
  return g_strdup (section->tab.zh);
}

static char *
quote_text (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_autofree char *head = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= QUOTE_MOST)
    return g_strconcat ("“", line, "”", NULL);

  head = g_utf8_substring (line, 0, QUOTE_MOST);
  return g_strconcat ("“", head, "……”", NULL);
}

/* What stands there: the words, or the cell's name and what is in it. */
char *
_gj_review_dup_quote (GjReport  *report,
                      GjFinding *finding)
{
  guint cell = gj_finding_get_main_cell (finding);
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;
  const char *text;

  if (gj_finding_get_text (finding, &text, NULL, NULL))
    return quote_text (text);
  if (cell == GJ_NONE)
    return g_strdup ("");

  name = gj_form_dup_cell_name (gj_report_get_form (report), cell, gj_report_get_variant (report), GJ_LANGUAGE_ZH);
  text = gj_report_has_cell (report, cell) ? gj_report_get_cell_text (report, cell) : NULL;
  content = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (text == NULL)
    return g_strconcat (name, "：无此项", NULL);
  return g_strconcat (name, "：", *content != '\0' ? content : "（空白）", NULL);
}

char *
_gj_review_dup_problem (GjFindingGroup *group)
{
  GjFinding *lead = gj_finding_group_get_lead (group);

  return g_strdup_printf ("【%s】%s", severities[gj_finding_get_severity (lead)],
                          gj_finding_group_get_message (group));
}

/* Whose decision it was and of which day: "（王一，2026年1月20日）", or "". */
char *
_gj_review_dup_hand (const GjDecision *decision)
{
  gboolean is_named = decision->who != NULL && *decision->who != '\0';
  gboolean is_dated = decision->when != NULL && *decision->when != '\0';
  g_autofree char *date = is_dated ? _gj_date_format (decision->when) : NULL;

  if (!is_named && !is_dated)
    return g_strdup ("");
  return g_strconcat ("（", is_named ? decision->who : "", is_named && is_dated ? "，" : "",
                      is_dated ? date : "", "）", NULL);
}

/* What was decided, why, by whom and when. */
char *
_gj_review_dup_decision (const GjDecision *decision)
{
  static const char *const states[] = {
    [GJ_DECISION_ACCEPTED] = "说明情况后保留",
    [GJ_DECISION_FIXED] = "已修改",
    [GJ_DECISION_NOT_A_PROBLEM] = "无需修改",
  };
  const char *reason = decision->reason != NULL ? decision->reason : "";
  g_autofree char *hand = _gj_review_dup_hand (decision);

  return g_strconcat (states[decision->state], *reason != '\0' ? "：" : "", reason, hand, NULL);
}

/* (nullable): what stands in the column for what was done; %NULL leaves it to a pen */
char *
_gj_review_dup_answer (GjFinding *finding)
{
  if (gj_finding_get_decision (finding) == NULL)
    return NULL;
  if (gj_finding_is_reopened (finding))
    return g_strdup ("数据有变动，请重新核实");
  return _gj_review_dup_decision (gj_finding_get_decision (finding));
}

guint
_gj_review_count (GArray     *items,
                  GjSeverity  severity,
                  gboolean    open_only)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      GjFinding *lead = gj_finding_group_get_lead (g_array_index (items, GjReviewItem, i).group);

      if (gj_finding_get_severity (lead) == severity && !(open_only && gj_finding_is_decided (lead)))
        n++;
    }
  return n;
}
