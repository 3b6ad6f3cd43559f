/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

#include "gj-report-private.h"

/**
 * GjReport:
 *
 * One filled-in report: metadata, headings, narratives, cells with the numbers read from
 * them, what the import found, decisions, comments and settings. It knows no file, no
 * selection and no finding, and changes only by edits once it has been built.
 */

G_DEFINE_FINAL_TYPE (GjReport, gj_report, G_TYPE_OBJECT)

guint _gj_report_signals[GJ_REPORT_N_SIGNALS];

static void
gj_report_finalize (GObject *object)
{
  GjReport *self = GJ_REPORT (object);

  for (guint i = 0; i < GJ_N_FIELDS; i++)
    g_clear_pointer (&self->fields[i], g_ref_string_release);
  for (guint i = 0; i < self->n_sections; i++)
    g_clear_pointer (&self->headings[i], g_ref_string_release);
  for (guint i = 0; i <= self->n_sections; i++)
    gj_narrative_unref (self->narratives[i]);
  for (guint i = 0; i < self->n_cells; i++)
    _gj_report_cell_clear (&self->cells[i]);

  g_clear_pointer (&self->variant, g_ref_string_release);
  g_free (self->headings);
  g_free (self->narratives);
  g_free (self->cells);
  g_clear_pointer (&self->source, gj_source_unref);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->comments);
  g_ptr_array_unref (self->setting_names);
  g_ptr_array_unref (self->setting_values);
  g_clear_pointer (&self->form, gj_form_unref);

  G_OBJECT_CLASS (gj_report_parent_class)->finalize (object);
}

static void
add_signal (GjReportSignal  signal,
            const char     *name,
            GType           type)
{
  _gj_report_signals[signal] =
    g_signal_new (name, GJ_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, type != G_TYPE_NONE ? 1 : 0, type);
}

static void
gj_report_class_init (GjReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gj_report_finalize;

  add_signal (GJ_REPORT_SIGNAL_CELL_CHANGED, "cell-changed", G_TYPE_UINT);
  add_signal (GJ_REPORT_SIGNAL_FIELD_CHANGED, "field-changed", G_TYPE_UINT);
  add_signal (GJ_REPORT_SIGNAL_HEADING_CHANGED, "heading-changed", G_TYPE_UINT);
  add_signal (GJ_REPORT_SIGNAL_NARRATIVE_CHANGED, "narrative-changed", G_TYPE_UINT);
  add_signal (GJ_REPORT_SIGNAL_VARIANT_CHANGED, "variant-changed", G_TYPE_NONE);
  add_signal (GJ_REPORT_SIGNAL_DECISION_CHANGED, "decision-changed", G_TYPE_STRING);
  add_signal (GJ_REPORT_SIGNAL_COMMENT_CHANGED, "comment-changed", G_TYPE_STRING);
  add_signal (GJ_REPORT_SIGNAL_SETTING_CHANGED, "setting-changed", G_TYPE_STRING);

  _gj_report_cells_init ();
}

static void
gj_report_init (GjReport *self)
{
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_decision_unref);
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_comment_unref);
  self->setting_names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->setting_values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

static GjReport *
report_alloc (GjForm *form)
{
  GjReport *self = g_object_new (GJ_TYPE_REPORT, NULL);

  self->form = gj_form_ref (form);
  self->n_cells = gj_form_get_n_cells (form);
  self->n_sections = gj_form_get_n_sections (form);
  self->headings = g_new0 (char *, self->n_sections);
  self->narratives = g_new0 (GjNarrative *, self->n_sections + 1);
  self->cells = g_new0 (GjReportCell, self->n_cells);

  return self;
}

/**
 * gj_report_new:
 * @form: the form that the report follows
 *
 * Makes a report with nothing in it: every field "", every heading as in the form, every
 * cell present and blank, every narrative empty but for the place of the section's table.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_report_new (GjForm *form)
{
  g_autoptr (GjBlock) table = gj_block_new_table ();
  g_autoptr (GjNarrative) empty = gj_narrative_new (NULL, 0);
  g_autoptr (GjNarrative) only_table = gj_narrative_new (&table, 1);
  GjReport *self;

  g_return_val_if_fail (form != NULL, NULL);

  self = report_alloc (form);
  for (guint i = 0; i < self->n_cells; i++)
    _gj_report_cell_set (&self->cells[i], "");
  for (guint i = 0; i < self->n_sections; i++)
    {
      gboolean has_table = gj_form_get_section (form, i)->table != GJ_NONE;

      self->narratives[i] = gj_narrative_ref (has_table ? only_table : empty);
    }
  self->narratives[self->n_sections] = gj_narrative_ref (empty);

  return self;
}

static gpointer
copy_ref_string (gconstpointer string,
                 gpointer      user_data)
{
  return g_ref_string_acquire ((char *) string);
}

static gpointer
copy_decision (gconstpointer decision,
               gpointer      user_data)
{
  return gj_decision_ref ((GjDecision *) decision);
}

static gpointer
copy_comment (gconstpointer comment,
              gpointer      user_data)
{
  return gj_comment_ref ((GjComment *) comment);
}

static void
copy_strings (char  **to,
              char  **from,
              guint   n)
{
  for (guint i = 0; i < n; i++)
    if (from[i] != NULL)
      to[i] = g_ref_string_acquire (from[i]);
}

static void
copy_array (GPtrArray *to,
            GPtrArray *from,
            GCopyFunc  copy)
{
  g_ptr_array_extend (to, from, copy, NULL);
}

/**
 * gj_report_dup_snapshot:
 * @self: a report
 *
 * Makes a copy that shares everything it can with @self and is never changed: it may be
 * handed to another thread and read by several.
 *
 * Returns: (transfer full): the snapshot; @self itself when it is one
 */
GjReport *
gj_report_dup_snapshot (GjReport *self)
{
  GjReport *copy;

  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);

  if (self->frozen)
    return g_object_ref (self);

  copy = report_alloc (self->form);
  copy->frozen = TRUE;
  copy->year = self->year;
  copy->variant = self->variant != NULL ? g_ref_string_acquire (self->variant) : NULL;
  copy_strings (copy->fields, self->fields, GJ_N_FIELDS);
  copy_strings (copy->headings, self->headings, self->n_sections);
  for (guint i = 0; i <= self->n_sections; i++)
    copy->narratives[i] = gj_narrative_ref (self->narratives[i]);
  for (guint i = 0; i < self->n_cells; i++)
    _gj_report_cell_copy (&copy->cells[i], &self->cells[i]);
  copy->source = self->source != NULL ? gj_source_ref (self->source) : NULL;
  copy_array (copy->decisions, self->decisions, copy_decision);
  copy_array (copy->comments, self->comments, copy_comment);
  copy_array (copy->setting_names, self->setting_names, copy_ref_string);
  copy_array (copy->setting_values, self->setting_values, copy_ref_string);

  return copy;
}

/**
 * gj_report_is_snapshot:
 * @self: a report
 *
 * Returns: whether @self is a snapshot and so cannot be changed
 */
gboolean
gj_report_is_snapshot (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), FALSE);

  return self->frozen;
}

/**
 * gj_report_get_form:
 * @self: a report
 *
 * Returns: (transfer none): the form that it follows
 */
GjForm *
gj_report_get_form (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);

  return self->form;
}
