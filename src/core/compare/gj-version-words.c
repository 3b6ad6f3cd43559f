/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-version-result.h"

#include "gj-messages.h"

/* The result of two versions in words, short enough for one page to put on file. */

#define MAX_LINES 25

static void
append_line (GString    *out,
             const char *format,
             ...) G_GNUC_PRINTF (2, 3);

static void
append_line (GString    *out,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
  g_string_append_c (out, '\n');
}

static void
append_side (GString    *out,
             const char *what,
             const char *name,
             GjReport   *report)
{
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);
  int year = gj_report_get_year (report);
  g_autofree char *year_text = year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("—");

  append_line (out, _("%1$s: %2$s (%3$s, %4$s)"), what, name, *body != '\0' ? body : "—", year_text);
}

static void
append_verdict (GString               *out,
                const GjVersionResult *self)
{
  guint n = self->revisions->len;
  guint n_cells = gj_version_result_count (self, GJ_REVISION_CELL);
  guint n_words = gj_version_result_count (self, GJ_REVISION_WORDS);

  if (n == 0)
    append_line (out, _("Result: the two versions agree. %1$u numbers and the text of %2$u sections, headings, title and "
                        "signature were held against each other; there is no difference."),
                 self->n_cells, self->n_sections);
  else
    append_line (out, _("Result: the two versions differ in %1$u places: %2$u numbers, %3$u places in the text, %4$u in "
                        "headings, title, signature and the like. %5$u numbers agree."),
                 n, n_cells, n_words, n - n_cells - n_words, self->n_cells - n_cells);
}

static const char *
say_text (const char *text)
{
  if (text == NULL)
    return _("(not there)");

  return *text != '\0' ? text : _("(blank)");
}

static void
append_revision (GString          *out,
                 guint             number,
                 const GjRevision *revision)
{
  g_autofree char *place = revision->paragraph > 0
                             ? g_strdup_printf (_("%1$s, paragraph %2$u"), revision->name, revision->paragraph)
                             : g_strdup (revision->name);

  if (revision->kind == GJ_REVISION_WORDS && revision->is_moved)
    append_line (out, _("  %1$u. %2$s: moved here: “%3$s”"), number, place, say_text (revision->new_text));
  else if (revision->kind == GJ_REVISION_WORDS && revision->old_text == NULL)
    append_line (out, _("  %1$u. %2$s: added: “%3$s”"), number, place, revision->new_text);
  else if (revision->kind == GJ_REVISION_WORDS && revision->new_text == NULL)
    append_line (out, _("  %1$u. %2$s: taken out: “%3$s”"), number, place, revision->old_text);
  else if (revision->difference != NULL)
    append_line (out, _("  %1$u. %2$s: %3$s → %4$s (%5$s)"), number, place, revision->old_text, revision->new_text,
                 revision->difference);
  else
    append_line (out, _("  %1$u. %2$s: %3$s → %4$s"), number, place, say_text (revision->old_text),
                 say_text (revision->new_text));
}

static void
append_revisions (GString               *out,
                  const GjVersionResult *self,
                  const char            *head,
                  GjRevisionKind         first,
                  GjRevisionKind         last,
                  gboolean               only_besides)
{
  guint n = 0;

  for (guint i = 0; i < self->revisions->len; i++)
    {
      const GjRevision *revision = self->revisions->pdata[i];

      if (revision->kind < first || revision->kind > last || (only_besides && revision->is_asked))
        continue;

      if (n == 0)
        append_line (out, "\n%s", head);
      if (++n <= MAX_LINES)
        append_revision (out, n, revision);
    }

  if (n > MAX_LINES)
    append_line (out, ngettext ("  … and %u more.", "  … and %u more.", n - MAX_LINES), n - MAX_LINES);
}

static void
append_findings (GString    *out,
                 const char *head,
                 GPtrArray  *findings)
{
  if (findings->len == 0)
    return;

  append_line (out, "\n%s", head);
  for (guint i = 0; i < MIN (findings->len, MAX_LINES); i++)
    append_line (out, "  %u. %s", i + 1, gj_finding_get_message (findings->pdata[i]));
  if (findings->len > MAX_LINES)
    append_line (out, ngettext ("  … and %u more.", "  … and %u more.", findings->len - MAX_LINES),
                 findings->len - MAX_LINES);
}

static void
append_remarks (GString      *out,
                GjComparison *comparison)
{
  guint n;
  const char *const *remarks = gj_comparison_get_remarks (comparison, &n);

  for (guint i = 0; i < n; i++)
    append_line (out, _("Note: %s"), remarks[i]);
}

/**
 * gj_version_result_dup_text:
 * @self: a result
 * @comparison: the comparison that it is of
 * @old_name: what people call the first version, as a file's name
 * @new_name: what people call the second version
 *
 * Writes the result for people, in the language of messages: what is put on file when a
 * published page was held against the signed copy, or a revised draft against the first.
 *
 * Returns: (transfer full): lines of text
 */
char *
gj_version_result_dup_text (const GjVersionResult *self,
                            GjComparison          *comparison,
                            const char            *old_name,
                            const char            *new_name)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GJ_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (old_name != NULL && new_name != NULL, NULL);

  out = g_string_new (NULL);
  append_side (out, _("First version"), old_name, gj_comparison_get_old (comparison));
  append_side (out, _("Second version"), new_name, gj_comparison_get_new (comparison));
  append_remarks (out, comparison);
  append_verdict (out, self);

  append_revisions (out, self, _("Numbers"), GJ_REVISION_CELL, GJ_REVISION_CELL, FALSE);
  append_revisions (out, self, _("Text"), GJ_REVISION_WORDS, GJ_REVISION_WORDS, FALSE);
  append_revisions (out, self, _("Headings, title, signature"), GJ_REVISION_FIELD, GJ_REVISION_HEADING, FALSE);

  append_findings (out, _("Findings that are gone"), self->gone);
  append_findings (out, _("Findings that are new"), self->fresh);
  append_findings (out, _("Findings that stay"), self->kept);
  if (self->n_besides < self->revisions->len)
    append_revisions (out, self, _("Changed although no finding asked for it"), GJ_REVISION_CELL, GJ_REVISION_WORDS,
                      TRUE);

  return g_string_free (out, FALSE);
}
