/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper-options.h"

/* What is asked for this once goes before what is kept in the report; what neither says
 * is no. */

static const char *const kind_ids[] = {
  [GJ_COPY_FINAL] = "final",
  [GJ_COPY_SUBMITTED] = "submitted",
  [GJ_COPY_REVIEWED] = "reviewed",
};

/**
 * gj_copy_kind_get_id:
 * @kind: what a copy is for
 *
 * Returns: (transfer none): its name in settings and on a command line
 */
const char *
gj_copy_kind_get_id (GjCopyKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_ids), NULL);

  return kind_ids[kind];
}

/**
 * gj_copy_kind_find:
 * @id: (nullable): a name
 * @kind: (out): what it stands for; left alone when there is none
 *
 * Returns: whether there is such a kind
 */
gboolean
gj_copy_kind_find (const char *id,
                   GjCopyKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_ids); i++)
    if (g_strcmp0 (id, kind_ids[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * gj_paper_wishes_are_open:
 * @self: what is asked for
 *
 * Returns: whether nothing at all is asked for
 */
gboolean
gj_paper_wishes_are_open (const GjPaperWishes *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->copy < 0 && self->signing_sheet < 0 && self->signing_line < 0 && self->digest < 0;
}

static gboolean
choose (GjReport   *report,
        const char *setting,
        int         wish)
{
  return wish >= 0 ? wish > 0 : g_strcmp0 (gj_report_get_setting (report, setting), "yes") == 0;
}

/**
 * gj_paper_options_read:
 * @options: (out): what is chosen; @copy_date and @findings are left to the caller
 * @report: a report
 * @wishes: (nullable): what goes before the settings kept in the report
 *
 * Reads what is chosen about the paper of a report.
 */
void
gj_paper_options_read (GjPaperOptions      *options,
                       GjReport            *report,
                       const GjPaperWishes *wishes)
{
  const GjPaperWishes open = GJ_PAPER_WISHES_INIT;

  g_return_if_fail (options != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));

  if (wishes == NULL)
    wishes = &open;
  *options = (GjPaperOptions) { .copy = GJ_COPY_FINAL };
  if (wishes->copy >= 0)
    options->copy = (GjCopyKind) wishes->copy;
  else
    gj_copy_kind_find (gj_report_get_setting (report, GJ_PAPER_SETTING_COPY), &options->copy);
  options->signing_sheet = choose (report, GJ_PAPER_SETTING_SIGNING_SHEET, wishes->signing_sheet);
  options->signing_line = choose (report, GJ_PAPER_SETTING_SIGNING_LINE, wishes->signing_line);
  options->digest = choose (report, GJ_PAPER_SETTING_DIGEST, wishes->digest);
}

/**
 * gj_paper_options_need_findings:
 * @options: what is chosen
 *
 * Returns: whether the paper says anything about findings
 */
gboolean
gj_paper_options_need_findings (const GjPaperOptions *options)
{
  g_return_val_if_fail (options != NULL, FALSE);

  return options->copy != GJ_COPY_FINAL || options->signing_sheet;
}

/**
 * gj_paper_find:
 * @report: a report that this thread may read
 *
 * Checks a report for its paper, whose words are Chinese whatever the locale is.
 *
 * Returns: (transfer full) (element-type GjFinding): the findings, decided ones included
 */
GPtrArray *
gj_paper_find (GjReport *report)
{
  GPtrArray *findings;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  gj_language_begin (GJ_LANGUAGE_ZH);
  findings = gj_check_report (report, NULL);
  gj_language_end ();
  return findings;
}

/**
 * gj_paper_dup_today:
 *
 * The day at the foot of a review copy: today, or the day that the environment variable
 * `SOURCE_DATE_EPOCH` names, so that a build that must be repeatable is.
 *
 * Returns: (transfer full): a day, ISO 8601
 */
char *
gj_paper_dup_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = NULL;

  if (epoch != NULL)
    now = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  if (now == NULL)
    now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}
