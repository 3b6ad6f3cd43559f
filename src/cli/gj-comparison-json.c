/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-text.h"

#include "gj-findings-text.h"

/* A comparison for programs. Words for people follow the locale, all else does not. */

/**
 * gj_compared_file_write_json:
 * @writer: a writer
 * @file: a file
 * @name: (nullable): the name of the object
 *
 * Writes whose report a file is; of one that could not be read, why.
 */
void
gj_compared_file_write_json (GjJsonWriter         *writer,
                             const GjComparedFile *file,
                             const char           *name)
{
  GjReport *report = file->report;
  int year = report != NULL ? gj_report_get_year (report) : 0;

  gj_json_writer_begin_object (writer, name);
  gj_json_writer_filename (writer, file->path);
  if (report == NULL)
    {
      gj_json_writer_string (writer, "error", file->failure);
    }
  else
    {
      gj_json_writer_string (writer, "body", gj_report_get_field (report, GJ_FIELD_BODY));
      if (year > 0)
        gj_json_writer_int (writer, "year", year);
      else
        gj_json_writer_null (writer, "year");
      gj_json_writer_string (writer, "form", gj_form_get_id (gj_report_get_form (report)));
      if (gj_report_get_variant (report) != NULL)
        gj_json_writer_string (writer, "variant", gj_report_get_variant (report));
    }
  gj_json_writer_end_object (writer);
}

static const char *
get_change_id (GjCellChange change)
{
  static const char *const ids[] = {
    [GJ_CELL_SAME] = "same",
    [GJ_CELL_CHANGED] = "changed",
    [GJ_CELL_ONLY_OLD] = "only-old",
    [GJ_CELL_ONLY_NEW] = "only-new",
    [GJ_CELL_INCOMPARABLE] = "incomparable",
  };

  return ids[change];
}

static void
write_pair (GjJsonWriter     *writer,
            const GjCellPair *pair)
{
  gj_json_writer_begin_line (writer, NULL, '{');
  gj_json_writer_string (writer, "cell", pair->id);
  gj_json_writer_string (writer, "old", pair->old_text);
  gj_json_writer_string (writer, "new", pair->new_text);
  gj_json_writer_string (writer, "difference", pair->difference);
  gj_json_writer_ratio (writer, "ratio", pair->ratio);
  if (pair->unit != NULL)
    gj_json_writer_string (writer, "unit", pair->unit);
  gj_json_writer_boolean (writer, "comparable", pair->change != GJ_CELL_INCOMPARABLE);
  gj_json_writer_string (writer, "change", get_change_id (pair->change));
  if (pair->reason.zh != NULL)
    gj_json_writer_string (writer, "reason", gj_label_get_current (&pair->reason));
  gj_json_writer_boolean (writer, "jump", pair->is_jump);
  gj_json_writer_boolean (writer, "repeated", pair->is_repeated);
  gj_json_writer_end_object (writer);
}

static void
write_cells (GjJsonWriter            *writer,
             const GjComparisonPrint *print)
{
  guint n_tables = print->comparison != NULL ? gj_comparison_get_n_tables (print->comparison) : 0;

  gj_json_writer_begin_array (writer, "cells");
  for (guint i = 0; i < n_tables; i++)
    {
      GPtrArray *pairs = gj_comparison_get_pairs (print->comparison, i);

      for (guint j = 0; j < pairs->len; j++)
        write_pair (writer, pairs->pdata[j]);
    }
  gj_json_writer_end_array (writer);
}

static void
write_sections (GjJsonWriter            *writer,
                const GjComparisonPrint *print)
{
  guint n_sections = print->comparison != NULL ? gj_comparison_get_n_sections (print->comparison) : 0;

  gj_json_writer_begin_array (writer, "sections");
  for (guint i = 0; i < n_sections; i++)
    gj_section_write_json (writer, print->comparison, i);
  gj_json_writer_end_array (writer);
}

/* What is small */

static void
write_remarks (GjJsonWriter            *writer,
               const GjComparisonPrint *print)
{
  guint n = 0;
  const char *const *remarks = print->comparison != NULL ? gj_comparison_get_remarks (print->comparison, &n) : NULL;

  gj_json_writer_begin_array (writer, "remarks");
  for (guint i = 0; i < n; i++)
    gj_json_writer_string (writer, NULL, remarks[i]);
  if (print->old_file->failure != NULL)
    gj_json_writer_string (writer, NULL, print->old_file->failure);
  if (print->new_file->failure != NULL)
    gj_json_writer_string (writer, NULL, print->new_file->failure);
  gj_json_writer_end_array (writer);
}

static void
write_fields (GjJsonWriter *writer,
              GjComparison *comparison)
{
  GPtrArray *fields = gj_comparison_get_fields (comparison);
  GPtrArray *headings = gj_comparison_get_headings (comparison);

  gj_json_writer_begin_array (writer, "fields");
  for (guint i = 0; i < fields->len; i++)
    {
      const GjFieldChange *change = fields->pdata[i];

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "field", gj_field_get_id (change->field));
      gj_json_writer_string (writer, "old", change->old_text);
      gj_json_writer_string (writer, "new", change->new_text);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);

  gj_json_writer_begin_array (writer, "headings");
  for (guint i = 0; i < headings->len; i++)
    {
      const GjHeadingChange *change = headings->pdata[i];

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "section", gj_comparison_get_section_id (comparison, change->section));
      gj_json_writer_string (writer, "old", change->old_text);
      gj_json_writer_string (writer, "new", change->new_text);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

static void
write_figures (GjJsonWriter *writer,
               GjComparison *comparison)
{
  const GArray *figures = gj_comparison_get_figures (comparison);

  gj_json_writer_begin_array (writer, "figures");
  for (guint i = 0; i < figures->len; i++)
    {
      const GjFigure *figure = &g_array_index (figures, GjFigure, i);

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "id", figure->id);
      gj_json_writer_take_string (writer, "old", figure->has_old ? gj_decimal_to_string (&figure->old_value) : NULL);
      gj_json_writer_take_string (writer, "new", figure->has_new ? gj_decimal_to_string (&figure->new_value) : NULL);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

static void
write_keys (GjJsonWriter *writer,
            const char   *name,
            GPtrArray    *findings)
{
  gj_json_writer_begin_array (writer, name);
  for (guint i = 0; i < findings->len; i++)
    {
      GjFinding *finding = findings->pdata[i];

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "check", gj_finding_get_check (finding));
      gj_json_writer_string (writer, "key", gj_finding_get_key (finding));
      gj_json_writer_string (writer, "message", gj_finding_get_message (finding));
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

static const char *
get_revision_id (GjRevisionKind kind)
{
  static const char *const ids[] = {
    [GJ_REVISION_CELL] = "cell",
    [GJ_REVISION_FIELD] = "field",
    [GJ_REVISION_HEADING] = "heading",
    [GJ_REVISION_WORDS] = "words",
  };

  return ids[kind];
}

static void
write_versions (GjJsonWriter          *writer,
                const GjVersionResult *versions)
{
  gj_json_writer_begin_object (writer, "versions");
  gj_json_writer_boolean (writer, "agree", versions->revisions->len == 0);
  gj_json_writer_int (writer, "besides", versions->n_besides);
  gj_json_writer_begin_array (writer, "revisions");
  for (guint i = 0; i < versions->revisions->len; i++)
    {
      const GjRevision *revision = versions->revisions->pdata[i];

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "kind", get_revision_id (revision->kind));
      gj_json_writer_string (writer, "place", revision->place);
      if (revision->paragraph > 0)
        gj_json_writer_int (writer, "paragraph", revision->paragraph);
      gj_json_writer_string (writer, "old", revision->old_text);
      gj_json_writer_string (writer, "new", revision->new_text);
      if (revision->is_moved)
        gj_json_writer_boolean (writer, "moved", TRUE);
      gj_json_writer_boolean (writer, "asked", revision->is_asked);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
  write_keys (writer, "gone", versions->gone);
  write_keys (writer, "fresh", versions->fresh);
  write_keys (writer, "kept", versions->kept);
  gj_json_writer_end_object (writer);
}

static void
write_summary (GjJsonWriter            *writer,
               const GjComparisonPrint *print)
{
  guint n_findings[GJ_N_SEVERITIES] = { 0 };
  guint n_changes[GJ_CELL_INCOMPARABLE + 1] = { 0 };
  guint n_tables = print->comparison != NULL ? gj_comparison_get_n_tables (print->comparison) : 0;
  GjSimilarity overall = { 0 };

  for (guint i = 0; i < n_tables; i++)
    {
      GPtrArray *pairs = gj_comparison_get_pairs (print->comparison, i);

      for (guint j = 0; j < pairs->len; j++)
        n_changes[((GjCellPair *) pairs->pdata[j])->change]++;
    }
  for (guint i = 0; print->findings != NULL && i < print->findings->len; i++)
    if (!gj_finding_is_decided (print->findings->pdata[i]))
      n_findings[gj_finding_get_severity (print->findings->pdata[i])]++;
  if (print->comparison != NULL)
    overall = gj_comparison_get_overall (print->comparison);

  gj_json_writer_begin_line (writer, "summary", '{');
  gj_json_writer_int (writer, "same", n_changes[GJ_CELL_SAME]);
  gj_json_writer_int (writer, "changed", n_changes[GJ_CELL_CHANGED] + n_changes[GJ_CELL_ONLY_OLD] +
                      n_changes[GJ_CELL_ONLY_NEW]);
  gj_json_writer_int (writer, "incomparable", n_changes[GJ_CELL_INCOMPARABLE]);
  gj_json_writer_ratio (writer, "similarity", gj_similarity_get_ratio (&overall));
  gj_json_writer_int (writer, "reports", print->new_file->report != NULL);
  gj_json_writer_int (writer, "errors", n_findings[GJ_SEVERITY_ERROR]);
  gj_json_writer_int (writer, "warnings", n_findings[GJ_SEVERITY_WARNING]);
  gj_json_writer_int (writer, "hints", n_findings[GJ_SEVERITY_HINT]);
  gj_json_writer_int (writer, "unreadable", (print->old_file->report == NULL) + (print->new_file->report == NULL));
  gj_json_writer_end_object (writer);
}

/* (nullable): the report that the findings of years name cells of */
static GjReport *
get_last_year (const GjComparisonPrint *print)
{
  return print->versions == NULL ? print->old_file->report : NULL;
}

static void
write_reports (GjJsonWriter            *writer,
               const GjComparisonPrint *print)
{
  gj_json_writer_begin_array (writer, "reports");
  if (print->findings != NULL)
    {
      gj_findings_write_json (writer->out, print->new_file->path, print->new_file->report, get_last_year (print),
                              print->findings);
      writer->fresh = FALSE;
    }
  gj_json_writer_end_array (writer);
}

/**
 * gj_comparison_write_json:
 * @out: where to
 * @print: what to write
 *
 * Writes a whole comparison for programs.
 */
void
gj_comparison_write_json (GString                 *out,
                          const GjComparisonPrint *print)
{
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  gj_compared_file_write_json (&writer, print->old_file, "old");
  gj_compared_file_write_json (&writer, print->new_file, "new");
  if (print->comparison != NULL)
    gj_json_writer_string (&writer, "kind", gj_comparison_get_kind (print->comparison) == GJ_COMPARISON_YEARS
                                              ? "years" : "versions");
  else
    gj_json_writer_null (&writer, "kind");
  write_remarks (&writer, print);
  write_cells (&writer, print);
  write_sections (&writer, print);
  if (print->comparison != NULL)
    {
      write_fields (&writer, print->comparison);
      write_figures (&writer, print->comparison);
    }
  if (print->versions != NULL)
    write_versions (&writer, print->versions);
  write_reports (&writer, print);
  write_summary (&writer, print);
  gj_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}
