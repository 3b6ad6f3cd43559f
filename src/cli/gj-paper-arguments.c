/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-report-file.h"

/* Without any of these arguments a PDF is the report as it is published, whatever is kept
 * in it. With one of them, what is kept holds for all that is not said. */

void
gj_paper_arguments_clear (GjPaperArguments *self)
{
  g_clear_pointer (&self->copy, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->decider, g_free);
  g_clear_pointer (&self->source, g_free);
}

/**
 * gj_paper_arguments_are_set:
 *
 * Returns: whether anything was said about the paper
 */
gboolean
gj_paper_arguments_are_set (const GjPaperArguments *self)
{
  return !gj_paper_wishes_are_open (&self->wishes) || self->copy != NULL || self->reason != NULL ||
         self->decider != NULL || self->source != NULL;
}

/* A decision made here is recorded in the report inside the PDF, and nowhere else. */
static gboolean
is_decision_lost (const GjPaperArguments *self,
                  GjPdfSource             source)
{
  return self->reason != NULL && source != GJ_PDF_SOURCE_FITTING && source != GJ_PDF_SOURCE_WHOLE;
}

static gboolean
take_copy (GjPaperArguments *self)
{
  GjCopyKind kind;

  if (self->copy == NULL)
    return TRUE;
  if (!gj_copy_kind_find (self->copy, &kind))
    return FALSE;

  self->wishes.copy = (int) kind;
  return TRUE;
}

/**
 * gj_paper_arguments_check:
 * @command: whose arguments they are
 * @suffix: the suffix of what is to be written
 * @status: (out): how the program ends when they make no sense
 *
 * Returns: whether they make sense
 */
gboolean
gj_paper_arguments_check (GjPaperArguments *self,
                          const GjCommand  *command,
                          const char       *suffix,
                          GjExitStatus     *status)
{
  GjPdfSource source;

  if (!gj_paper_arguments_are_set (self))
    return TRUE;

  if (g_ascii_strcasecmp (suffix, "pdf") != 0)
    *status = gj_arguments_refuse (command, _("What is said about copies and signing is for .pdf only."));
  else if (!take_copy (self))
    *status = gj_arguments_refuse (command, _("--copy takes final, submitted or reviewed, not “%s”."), self->copy);
  else if (self->reason != NULL && (self->wishes.copy != GJ_COPY_FINAL || *g_strstrip (self->reason) == '\0'))
    *status = gj_arguments_refuse (command, _("--despite-errors takes a reason and goes with --copy final."));
  else if (self->decider != NULL && self->reason == NULL)
    *status = gj_arguments_refuse (command, _("--decided-by goes with --despite-errors."));
  else if (self->source != NULL && !gj_pdf_source_find (self->source, &source))
    *status = gj_arguments_refuse (command, _("--source takes whole, published, none or fitting, not “%s”."),
                                   self->source);
  else if (self->source != NULL && is_decision_lost (self, source))
    *status = gj_arguments_refuse (command, _("--despite-errors records its reason in the report inside the PDF, "
                                              "which --source %s would leave out. Make the PDF without --source; the "
                                              "report inside it holds the decision for further copies."),
                                   self->source);
  else
    return TRUE;

  return FALSE;
}

/* A final copy that was asked for says that the report is fit to be signed. */
static gboolean
settle_errors (const GjPaperArguments  *self,
               GjReport                *report,
               GPtrArray               *findings,
               const char              *today,
               gboolean                *decided,
               GError                 **error)
{
  g_autoptr (GPtrArray) open = gj_final_copy_list_open (report, findings);
  g_autoptr (GjDecision) decision = NULL;

  if (open->len == 0)
    return TRUE;
  if (self->reason == NULL)
    {
      g_set_error (error, GJ_CLI_ERROR, GJ_CLI_ERROR_OPEN,
                   ngettext ("the final copy was not made, because %u error is undecided. Mend it or decide on it, "
                             "or say with --despite-errors why the copy is made all the same.",
                             "the final copy was not made, because %u errors are undecided. Mend them or decide on "
                             "them, or say with --despite-errors why the copy is made all the same.", open->len),
                   open->len);
      return FALSE;
    }

  decision = gj_final_copy_decide (findings, self->reason, self->decider, today);
  gj_report_init_decision (report, decision);
  *decided = TRUE;
  return TRUE;
}

/**
 * gj_paper_arguments_write:
 * @self: what was said, which may be nothing
 * @report: a report that nobody else looks at; a decision may be added to it, and what the
 *          PDF is to carry
 * @decided: (out): whether a decision was added
 * @missing: (out): sentences about the characters that no font has; set when there is a PDF
 * @error: %GJ_CLI_ERROR_OPEN when undecided errors stand against a final copy, or why the
 *         PDF could not be made
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
gj_paper_arguments_write (const GjPaperArguments  *self,
                          GjReport                *report,
                          gboolean                *decided,
                          GPtrArray              **missing,
                          GError                 **error)
{
  g_autofree char *today = gj_paper_dup_today ();
  g_autoptr (GPtrArray) findings = NULL;
  GjPaperOptions options;

  *decided = FALSE;
  if (!gj_paper_arguments_are_set (self))
    return gj_export_paper (report, NULL, missing, NULL, error);

  findings = gj_paper_find (report);
  gj_paper_options_read (&options, report, &self->wishes);
  if (self->wishes.copy == GJ_COPY_FINAL && !settle_errors (self, report, findings, today, decided, error))
    return NULL;

  if (self->source != NULL)
    gj_report_init_setting (report, GJ_PDF_SETTING_SOURCE, self->source);
  options.copy_date = today;
  options.findings = findings;
  return gj_export_paper (report, &options, missing, NULL, error);
}
