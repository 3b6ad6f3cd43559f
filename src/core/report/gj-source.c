/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-source-private.h"

static const char *const units[] = {
  [GJ_SOURCE_UNIT_LINE] = "line",
  [GJ_SOURCE_UNIT_PARAGRAPH] = "paragraph",
  [GJ_SOURCE_UNIT_PAGE] = "page",
};

/**
 * gj_source_unit_get_id:
 * @unit: a unit
 *
 * Returns: the word for it in files
 */
const char *
gj_source_unit_get_id (GjSourceUnit unit)
{
  g_return_val_if_fail (unit < G_N_ELEMENTS (units), NULL);

  return units[unit];
}

/**
 * gj_source_unit_find:
 * @id: a word
 * @unit: (out): the unit of that word
 *
 * Returns: whether @id is the word of a unit
 */
gboolean
gj_source_unit_find (const char   *id,
                     GjSourceUnit *unit)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (unit != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], id))
      {
        *unit = (GjSourceUnit) i;
        return TRUE;
      }

  return FALSE;
}

static void
source_clear (gpointer data)
{
  GjSource *self = data;

  g_ptr_array_unref (self->title_lines);
  g_array_unref (self->notes);
  g_array_unref (self->labels);
  g_array_unref (self->surpluses);
  g_array_unref (self->residues);
  g_string_chunk_free (self->strings);
}

/**
 * gj_source_ref:
 * @self: a source
 *
 * Returns: (transfer full): @self
 */
GjSource *
gj_source_ref (GjSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * gj_source_unref:
 * @self: (transfer full): a source
 */
void
gj_source_unref (GjSource *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, source_clear);
}

/**
 * gj_source_get_format:
 * @self: a source
 *
 * Returns: the format that was read: "text", "docx", "html", "pdf", "doc"
 */
const char *
gj_source_get_format (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->format;
}

/**
 * gj_source_get_digest:
 * @self: a source
 *
 * Returns: the digest of the bytes that were read
 */
const char *
gj_source_get_digest (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->digest;
}

/**
 * gj_source_get_unit:
 * @self: a source
 *
 * Returns: what the places of its notes count
 */
GjSourceUnit
gj_source_get_unit (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, GJ_SOURCE_UNIT_LINE);

  return self->unit;
}

/**
 * gj_source_get_title_lines:
 * @self: a source
 *
 * Returns: (array zero-terminated=1): the lines of the title as they stood
 */
const char *const *
gj_source_get_title_lines (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->title_lines->pdata;
}

/**
 * gj_source_get_n_notes:
 * @self: a source
 *
 * Returns: how many notes the import left
 */
guint
gj_source_get_n_notes (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

/**
 * gj_source_get_note:
 * @self: a source
 * @index: which note
 *
 * Returns: the note
 */
const GjNote *
gj_source_get_note (const GjSource *self,
                    guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->notes->len, NULL);

  return &g_array_index (self->notes, GjNote, index);
}

/**
 * gj_source_get_n_labels:
 * @self: a source
 *
 * Returns: how many labels and headings are kept
 */
guint
gj_source_get_n_labels (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->labels->len;
}

/**
 * gj_source_get_label:
 * @self: a source
 * @index: which label
 *
 * Returns: the label
 */
const GjSourceLabel *
gj_source_get_label (const GjSource *self,
                     guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->labels->len, NULL);

  return &g_array_index (self->labels, GjSourceLabel, index);
}

/**
 * gj_source_find_label:
 * @self: a source
 * @place: "table/row", "table//column" or a section id
 *
 * Returns: (nullable): the label as it stood, or %NULL when none is kept
 */
const char *
gj_source_find_label (const GjSource *self,
                      const char     *place)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  for (guint i = 0; i < self->labels->len; i++)
    {
      const GjSourceLabel *label = &g_array_index (self->labels, GjSourceLabel, i);

      if (g_str_equal (label->place, place))
        return label->text;
    }

  return NULL;
}

/**
 * gj_source_get_n_surpluses:
 * @self: a source
 *
 * Returns: how many rows had more values than cells
 */
guint
gj_source_get_n_surpluses (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->surpluses->len;
}

/**
 * gj_source_get_surplus:
 * @self: a source
 * @index: which one
 *
 * Returns: the values beyond a row's cells
 */
const GjSurplus *
gj_source_get_surplus (const GjSource *self,
                       guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->surpluses->len, NULL);

  return &g_array_index (self->surpluses, GjSurplus, index);
}

/**
 * gj_source_get_n_residues:
 * @self: a source
 *
 * Returns: how many pieces of the document found no place
 */
guint
gj_source_get_n_residues (const GjSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->residues->len;
}

/**
 * gj_source_get_residue:
 * @self: a source
 * @index: which one
 *
 * Returns: a piece of the document that found no place, and where it stood
 */
const GjSourceLabel *
gj_source_get_residue (const GjSource *self,
                       guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->residues->len, NULL);

  return &g_array_index (self->residues, GjSourceLabel, index);
}
