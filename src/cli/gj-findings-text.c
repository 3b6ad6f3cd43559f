/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-findings-text.h"

#include <glib/gi18n-lib.h>

#include "gj-terminal.h"

/* The findings of one report, for programs and for people. */

static const char *const severity_words[GJ_N_SEVERITIES] = {
  [GJ_SEVERITY_ERROR] = N_("Error"),
  [GJ_SEVERITY_WARNING] = N_("Warning"),
  [GJ_SEVERITY_HINT] = N_("Hint"),
};

/**
 * gj_severity_get_words:
 * @severity: a severity
 *
 * Returns: what people call it
 */
const char *
gj_severity_get_words (GjSeverity severity)
{
  return _(severity_words[severity]);
}

/**
 * gj_severity_get_width:
 *
 * Returns: columns that the longest word for a severity takes
 */
guint
gj_severity_get_width (void)
{
  guint width = 0;

  for (guint i = 0; i < GJ_N_SEVERITIES; i++)
    width = MAX (width, gj_text_get_width (gj_severity_get_words (i)));

  return width;
}

static void
write_place (GjJsonWriter *writer,
             GjForm       *form,
             GjFinding    *finding)
{
  const char *text;
  const guint *cells;
  guint n_cells;
  guint start;
  guint end;

  gj_json_writer_begin_line (writer, "place", '{');
  gj_json_writer_string (writer, "section", gj_finding_get_section (finding));

  cells = gj_finding_get_cells (finding, &n_cells);
  if (n_cells > 0)
    {
      gj_json_writer_begin_array (writer, "cells");
      for (guint i = 0; i < n_cells; i++)
        gj_json_writer_string (writer, NULL, gj_form_get_cell (form, cells[i])->id);
      gj_json_writer_end_array (writer);
    }

  if (gj_finding_get_text (finding, &text, &start, &end))
    {
      gj_json_writer_string (writer, "text", text);
      gj_json_writer_int (writer, "start", start);
      gj_json_writer_int (writer, "end", end);
    }
  gj_json_writer_end_object (writer);
}

static void
write_last_year (GjJsonWriter *writer,
                 GjForm       *form,
                 GjFinding    *finding)
{
  const char *file = gj_finding_get_last_file (finding);
  const char *section;
  const char *text;
  const guint *cells;
  guint n_cells;
  guint start;
  guint end;

  if (form == NULL || file == NULL)
    return;

  gj_json_writer_begin_line (writer, "last_year", '{');
  gj_json_writer_string (writer, "file", file);
  cells = gj_finding_get_last_cells (finding, &n_cells);
  if (n_cells > 0)
    {
      gj_json_writer_begin_array (writer, "cells");
      for (guint i = 0; i < n_cells; i++)
        gj_json_writer_string (writer, NULL, gj_form_get_cell (form, cells[i])->id);
      gj_json_writer_end_array (writer);
    }

  if (gj_finding_get_last_text (finding, &section, &text, &start, &end))
    {
      gj_json_writer_string (writer, "section", section);
      gj_json_writer_string (writer, "text", text);
      gj_json_writer_int (writer, "start", start);
      gj_json_writer_int (writer, "end", end);
    }
  gj_json_writer_end_object (writer);
}

static void
write_decision (GjJsonWriter *writer,
                GjFinding    *finding)
{
  GjDecision *decision = gj_finding_get_decision (finding);

  if (decision == NULL)
    {
      gj_json_writer_null (writer, "decision");
      return;
    }

  gj_json_writer_begin_line (writer, "decision", '{');
  gj_json_writer_string (writer, "state", gj_decision_state_get_id (decision->state));
  gj_json_writer_string (writer, "reason", decision->reason);
  gj_json_writer_string (writer, "who", decision->who);
  gj_json_writer_string (writer, "when", decision->when);
  gj_json_writer_boolean (writer, "reopened", gj_finding_is_reopened (finding));
  gj_json_writer_end_object (writer);
}

static void
write_finding (GjJsonWriter *writer,
               GjForm       *form,
               GjForm       *last_form,
               GjFinding    *finding)
{
  gj_json_writer_begin_object (writer, NULL);
  gj_json_writer_string (writer, "check", gj_finding_get_check (finding));
  gj_json_writer_string (writer, "severity", gj_severity_get_id (gj_finding_get_severity (finding)));
  gj_json_writer_string (writer, "outcome", gj_outcome_get_id (gj_finding_get_outcome (finding)));
  gj_json_writer_string (writer, "key", gj_finding_get_key (finding));
  write_decision (writer, finding);
  write_place (writer, form, finding);
  write_last_year (writer, last_form, finding);
  gj_json_writer_string (writer, "left", gj_finding_get_left (finding));
  gj_json_writer_string (writer, "right", gj_finding_get_right (finding));
  gj_json_writer_string (writer, "difference", gj_finding_get_difference (finding));
  gj_json_writer_string (writer, "message", gj_finding_get_message (finding));
  gj_json_writer_string (writer, "suggestion", gj_finding_get_suggestion (finding));
  gj_json_writer_end_object (writer);
}

/**
 * gj_findings_write_json:
 * @out: where to
 * @path: the report's file
 * @report: a report
 * @last: (nullable): last year's report that it was held against
 * @findings: (element-type GjFinding): what was found in it
 *
 * Writes one element of "reports", as it stands in the whole document.
 */
void
gj_findings_write_json (GString    *out,
                        const char *path,
                        GjReport   *report,
                        GjReport   *last,
                        GPtrArray  *findings)
{
  GjForm *form = gj_report_get_form (report);
  GjForm *last_form = last != NULL ? gj_report_get_form (last) : NULL;
  int year = gj_report_get_year (report);
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 2);
  gj_json_writer_begin_object (&writer, NULL);
  gj_json_writer_filename (&writer, path);
  gj_json_writer_string (&writer, "body", gj_report_get_field (report, GJ_FIELD_BODY));
  if (year > 0)
    gj_json_writer_int (&writer, "year", year);
  else
    gj_json_writer_null (&writer, "year");
  gj_json_writer_string (&writer, "form", gj_form_get_id (form));
  gj_json_writer_begin_array (&writer, "findings");
  for (guint i = 0; i < findings->len; i++)
    write_finding (&writer, form, last_form, g_ptr_array_index (findings, i));
  gj_json_writer_end_array (&writer);
  gj_json_writer_end_object (&writer);
}

/**
 * gj_report_describe:
 * @report: a report
 * @language: the language wanted
 *
 * Returns: (transfer full): whose report it is, of which year, on which form
 */
char *
gj_report_describe (GjReport   *report,
                    GjLanguage  language)
{
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);
  const char *form = gj_label_get (gj_form_get_name (gj_report_get_form (report)), language);
  int year = gj_report_get_year (report);

  if (*body == '\0')
    body = _("Body not stated");
  if (year == 0)
    return g_strdup_printf (_("%s, year not stated (%s)"), body, form);

  return g_strdup_printf (_("%s, %d (%s)"), body, year, form);
}

static const char *
get_decision_words (GjFinding *finding)
{
  GjDecision *decision = gj_finding_get_decision (finding);

  if (decision == NULL)
    return NULL;
  if (gj_finding_is_reopened (finding))
    return _("Reopened: the figures have changed since");

  switch (decision->state)
    {
    case GJ_DECISION_ACCEPTED:
      return _("Accepted with a reason");
    case GJ_DECISION_FIXED:
      return _("Fixed");
    case GJ_DECISION_NOT_A_PROBLEM:
    default:
      return _("Not a problem");
    }
}

/* Where it is, in the words of the window's tabs. */

static const char *
get_place_words (GjForm     *form,
                 GjFinding  *finding,
                 GjLanguage  language)
{
  const char *section = gj_finding_get_section (finding);
  guint index;

  if (g_strcmp0 (section, "title") == 0)
    return _("Title");
  if (g_strcmp0 (section, "preface") == 0)
    return _("Preface");
  if (g_strcmp0 (section, "signature") == 0)
    return _("Signature");

  index = section != NULL ? gj_form_find_section (form, section) : GJ_NONE;

  return index != GJ_NONE ? gj_label_get (&gj_form_get_section (form, index)->tab, language) : "";
}

static void
write_line (GString    *out,
            const char *text,
            guint       indent,
            guint       width)
{
  gj_text_wrap (out, text, indent, width);
  g_string_append_c (out, '\n');
}

static void
write_more (GString    *out,
            const char *words,
            const char *text,
            guint       indent,
            guint       width)
{
  g_autofree char *line = text != NULL && *text != '\0' ? g_strdup_printf (_("%s: %s"), words, text)
                                                        : g_strdup (words);

  g_string_append_printf (out, "%*s", (int) indent, "");
  write_line (out, line, indent, width);
}

typedef struct
{
  GjForm     *form;
  GjLanguage  language;
  guint       severity_width;
  guint       place_width;
  guint       width;
} Table;

/* Each reason in a line of its own, the suggestion only when there is one for all. */

static void
write_group_text (GString        *out,
                  GjFindingGroup *group,
                  const Table    *table)
{
  static const char *const signs[GJ_N_SEVERITIES] = { "✕", "!", "·" };
  GjFinding *finding = gj_finding_group_get_lead (group);
  GjSeverity severity = gj_finding_get_severity (finding);
  gboolean is_one_place = gj_finding_group_get_kind (group) == GJ_GROUP_PLACE;
  const char *suggestion = is_one_place ? gj_finding_get_suggestion (finding) : NULL;
  g_auto (GStrv) reasons = g_strsplit (gj_finding_group_get_message (group), "\n", -1);
  const char *decision = get_decision_words (finding);
  guint indent = 4 + table->severity_width + 2 + table->place_width + 2;

  g_string_append_printf (out, "  %s ", gj_finding_is_decided (finding) ? "✓" : signs[severity]);
  gj_text_pad (out, gj_severity_get_words (severity), (int) table->severity_width);
  g_string_append (out, "  ");
  gj_text_pad (out, get_place_words (table->form, finding, table->language), (int) table->place_width);
  g_string_append (out, "  ");
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (out, "%*s", (int) indent, "");
      write_line (out, reasons[i], indent, table->width);
    }

  if (suggestion != NULL && decision == NULL)
    write_more (out, _("Suggestion"), suggestion, indent, table->width);
  if (decision != NULL)
    write_more (out, decision, gj_finding_get_decision (finding)->reason, indent, table->width);
}

/**
 * gj_findings_write_text:
 * @out: where to
 * @path: the report's file
 * @report: a report
 * @groups: (element-type GjFindingGroup): what was found in it
 * @language: the language of the form's name
 * @width: columns of the terminal, or 0
 *
 * Writes a table for people.
 */
void
gj_findings_write_text (GString    *out,
                        const char *path,
                        GjReport   *report,
                        GPtrArray  *groups,
                        GjLanguage  language,
                        guint       width)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *description = gj_report_describe (report, language);
  Table table = { gj_report_get_form (report), language, gj_severity_get_width (), 0, width };

  for (guint i = 0; i < groups->len; i++)
    {
      GjFinding *lead = gj_finding_group_get_lead (g_ptr_array_index (groups, i));
      const char *place = get_place_words (table.form, lead, language);

      table.place_width = MAX (table.place_width, gj_text_get_width (place));
    }

  g_string_append_printf (out, "%s\n  %s\n", display, description);
  if (groups->len == 0)
    g_string_append_printf (out, "  ✓ %s\n", _("No findings"));
  for (guint i = 0; i < groups->len; i++)
    write_group_text (out, g_ptr_array_index (groups, i), &table);
  g_string_append_c (out, '\n');
}
