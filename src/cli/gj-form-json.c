/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-text.h"

#include "gj-json-writer.h"

static const char *const type_ids[] = {
  [GJ_CELL_COUNT] = "count",
  [GJ_CELL_CHANGE] = "change",
  [GJ_CELL_AMOUNT] = "amount",
  [GJ_CELL_TEXT] = "text",
};

static const char *const kind_ids[] = {
  [GJ_RELATION_EQUAL] = "equal",
  [GJ_RELATION_AT_MOST] = "at-most",
  [GJ_RELATION_ZERO_TOGETHER] = "zero-together",
  [GJ_RELATION_ZERO_IMPLIES] = "zero-implies",
};

/* Words of a form are given in both languages: nothing here follows the locale. */

static void
write_label (GjJsonWriter  *writer,
             const char    *name,
             const GjLabel *label)
{
  gj_json_writer_begin_line (writer, name, '{');
  gj_json_writer_string (writer, "zh", label->zh);
  gj_json_writer_string (writer, "en", label->en);
  gj_json_writer_end_object (writer);
}

static void
write_head (GjJsonWriter *writer,
            GjForm       *form)
{
  int last_year = gj_form_get_last_year (form);

  gj_json_writer_string (writer, "id", gj_form_get_id (form));
  write_label (writer, "name", gj_form_get_name (form));
  gj_json_writer_string (writer, "basis", gj_form_get_basis (form));
  gj_json_writer_int (writer, "first_year", gj_form_get_first_year (form));
  if (last_year > 0)
    gj_json_writer_int (writer, "last_year", last_year);
  else
    gj_json_writer_null (writer, "last_year");
}

static void
write_sections (GjJsonWriter *writer,
                GjForm       *form)
{
  gj_json_writer_begin_array (writer, "sections");
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);

      gj_json_writer_begin_object (writer, NULL);
      gj_json_writer_string (writer, "id", section->id);
      write_label (writer, "heading", &section->heading);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

static void
write_cell (GjJsonWriter *writer,
            const GjCell *cell)
{
  gj_json_writer_begin_line (writer, NULL, '{');
  gj_json_writer_string (writer, "id", cell->id);
  gj_json_writer_string (writer, "type", type_ids[cell->type]);
  if (cell->unit != NULL)
    gj_json_writer_string (writer, "unit", cell->unit);
  gj_json_writer_end_object (writer);
}

static void
write_table (GjJsonWriter  *writer,
             GjForm        *form,
             const GjTable *table)
{
  gj_json_writer_begin_object (writer, NULL);
  gj_json_writer_string (writer, "id", table->id);

  gj_json_writer_begin_array (writer, "rows");
  for (guint i = 0; i < table->n_rows; i++)
    {
      gj_json_writer_begin_object (writer, NULL);
      gj_json_writer_string (writer, "id", table->rows[i].id);
      write_label (writer, "name", &table->rows[i].name);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);

  gj_json_writer_begin_array (writer, "columns");
  for (guint i = 0; i < table->n_columns; i++)
    {
      gj_json_writer_begin_object (writer, NULL);
      gj_json_writer_string (writer, "id", table->columns[i].id);
      write_label (writer, "name", &table->columns[i].name);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);

  gj_json_writer_begin_array (writer, "cells");
  for (guint i = 0; i < table->n_cells; i++)
    write_cell (writer, gj_form_get_cell (form, table->first_cell + i));
  gj_json_writer_end_array (writer);
  gj_json_writer_end_object (writer);
}

static void
write_quantity (GjJsonWriter     *writer,
                const char       *name,
                GjForm           *form,
                const GjQuantity *quantity)
{
  gj_json_writer_begin_object (writer, name);
  gj_json_writer_begin_array (writer, "terms");
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "cell", gj_form_get_cell (form, term->cell)->id);
      gj_json_writer_int (writer, "factor", term->factor);
      if (term->last_year)
        gj_json_writer_boolean (writer, "last_year", TRUE);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
  gj_json_writer_int (writer, "constant", quantity->constant);
  gj_json_writer_end_object (writer);
}

static void
write_relation (GjJsonWriter     *writer,
                GjForm           *form,
                const GjRelation *relation)
{
  gj_json_writer_begin_object (writer, NULL);
  gj_json_writer_string (writer, "key", relation->key);
  gj_json_writer_string (writer, "check", relation->check);
  gj_json_writer_string (writer, "kind", kind_ids[relation->kind]);
  gj_json_writer_string (writer, "severity", gj_severity_get_id (relation->severity));
  gj_json_writer_boolean (writer, "mandatory", relation->mandatory);
  write_label (writer, "rule", &relation->rule);
  gj_json_writer_string (writer, "source", relation->source);
  write_quantity (writer, "left", form, relation->left);
  write_quantity (writer, "right", form, relation->right);
  if (relation->when != NULL)
    write_quantity (writer, "when", form, relation->when);
  gj_json_writer_end_object (writer);
}

/**
 * gj_form_write_json:
 * @out: where to
 * @form: a form
 *
 * Writes the sections, tables, cells and rules of a form, for programs.
 */
void
gj_form_write_json (GString *out,
                    GjForm  *form)
{
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  write_head (&writer, form);
  write_sections (&writer, form);

  gj_json_writer_begin_array (&writer, "tables");
  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    write_table (&writer, form, gj_form_get_table (form, i));
  gj_json_writer_end_array (&writer);

  gj_json_writer_begin_array (&writer, "relations");
  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    write_relation (&writer, form, gj_form_get_relation (form, i));
  gj_json_writer_end_array (&writer);

  gj_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

/**
 * gj_forms_write_json:
 * @out: where to
 *
 * Writes the list of the known forms, for programs.
 */
void
gj_forms_write_json (GString *out)
{
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  gj_json_writer_begin_array (&writer, "forms");
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      gj_json_writer_begin_object (&writer, NULL);
      write_head (&writer, gj_form_catalogue_get_form (i));
      gj_json_writer_end_object (&writer);
    }
  gj_json_writer_end_array (&writer);
  gj_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}
