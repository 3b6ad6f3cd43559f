/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-source.h"

/* Everything of a source is built once and freed at once: all its strings lie in one
 * chunk. The builder is the source while it may still be changed. */

struct _GjSource
{
  GStringChunk *strings;
  char         *format;
  char         *digest;
  GPtrArray    *title_lines;
  GArray       *notes;
  GArray       *labels;
  GArray       *surpluses;
  GArray       *residues;
};

struct _GjSourceBuilder
{
  GjSource *source;
};

static void
surplus_clear (gpointer data)
{
  GjSurplus *surplus = data;

  g_free (surplus->values);
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

static char *
keep (GjSource   *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
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
 * Returns: the format that was read: "text", "docx", "html", "pdf"
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

/**
 * gj_source_builder_new:
 * @format: the format that is read
 * @digest: the digest of the bytes that are read
 *
 * Returns: (transfer full): a builder of what an import finds
 */
GjSourceBuilder *
gj_source_builder_new (const char *format,
                       const char *digest)
{
  GjSourceBuilder *self;
  GjSource *source;

  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (digest != NULL, NULL);

  source = g_atomic_rc_box_new0 (GjSource);
  source->strings = g_string_chunk_new (1000);
  source->format = keep (source, format);
  source->digest = keep (source, digest);
  source->title_lines = g_ptr_array_new ();
  source->notes = g_array_new (FALSE, FALSE, sizeof (GjNote));
  source->labels = g_array_new (FALSE, FALSE, sizeof (GjSourceLabel));
  source->surpluses = g_array_new (FALSE, FALSE, sizeof (GjSurplus));
  source->residues = g_array_new (FALSE, FALSE, sizeof (GjSourceLabel));
  g_array_set_clear_func (source->surpluses, surplus_clear);

  self = g_new0 (GjSourceBuilder, 1);
  self->source = source;

  return self;
}

/**
 * gj_source_builder_free:
 * @self: (transfer full): a builder
 */
void
gj_source_builder_free (GjSourceBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->source, gj_source_unref);
  g_free (self);
}

/**
 * gj_source_builder_add_title_line:
 * @self: a builder
 * @line: a line of the title as it stood
 */
void
gj_source_builder_add_title_line (GjSourceBuilder *self,
                                  const char      *line)
{
  g_return_if_fail (self != NULL && self->source != NULL);
  g_return_if_fail (line != NULL);

  g_ptr_array_add (self->source->title_lines, keep (self->source, line));
}

static void
add_label (GjSource   *source,
           GArray     *labels,
           const char *place,
           const char *text)
{
  GjSourceLabel label = { keep (source, place), keep (source, text) };

  g_array_append_val (labels, label);
}

/**
 * gj_source_builder_add_label:
 * @self: a builder
 * @place: "table/row", "table//column" or a section id
 * @text: the label or heading as it stood
 */
void
gj_source_builder_add_label (GjSourceBuilder *self,
                             const char      *place,
                             const char      *text)
{
  g_return_if_fail (self != NULL && self->source != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (text != NULL);

  add_label (self->source, self->source->labels, place, text);
}

/**
 * gj_source_builder_add_surplus:
 * @self: a builder
 * @place: "table/row"
 * @values: (array zero-terminated=1): the values beyond the row's cells, as they stood
 */
void
gj_source_builder_add_surplus (GjSourceBuilder   *self,
                               const char        *place,
                               const char *const *values)
{
  GjSurplus surplus;
  guint n;

  g_return_if_fail (self != NULL && self->source != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (values != NULL);

  n = g_strv_length ((char **) values);
  surplus.place = keep (self->source, place);
  surplus.values = g_new (char *, n + 1);
  for (guint i = 0; i < n; i++)
    surplus.values[i] = keep (self->source, values[i]);
  surplus.values[n] = NULL;

  g_array_append_val (self->source->surpluses, surplus);
}

/**
 * gj_source_builder_add_residue:
 * @self: a builder
 * @place: where it stood
 * @text: a piece of the document that found no place
 */
void
gj_source_builder_add_residue (GjSourceBuilder *self,
                               const char      *place,
                               const char      *text)
{
  g_return_if_fail (self != NULL && self->source != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (text != NULL);

  add_label (self->source, self->source->residues, place, text);
}

/**
 * gj_source_builder_add_note:
 * @self: a builder
 * @severity: how much a person should look at it
 * @code: what kind of note
 * @place: where it went, or ""
 * @message_zh: one sentence in Chinese
 * @message_en: the same in English
 * @fragment: (nullable): the text as it stood
 * @line: the line of the source counted from 1, or 0
 *
 * Adds a note. Notes are numbered in the order in which they are added: "n1", "n2" …
 */
void
gj_source_builder_add_note (GjSourceBuilder *self,
                            GjSeverity       severity,
                            const char      *code,
                            const char      *place,
                            const char      *message_zh,
                            const char      *message_en,
                            const char      *fragment,
                            guint            line)
{
  GjNote note = { NULL, severity };
  char id[16];

  g_return_if_fail (self != NULL && self->source != NULL);
  g_return_if_fail (code != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (message_zh != NULL);
  g_return_if_fail (message_en != NULL);

  g_snprintf (id, sizeof id, "n%u", self->source->notes->len + 1);
  note.id = keep (self->source, id);
  note.code = keep (self->source, code);
  note.place = keep (self->source, place);
  note.message_zh = keep (self->source, message_zh);
  note.message_en = keep (self->source, message_en);
  note.fragment = keep (self->source, fragment);
  note.line = line;

  g_array_append_val (self->source->notes, note);
}

/**
 * gj_source_builder_end:
 * @self: a builder
 *
 * Ends the building. The builder can only be freed afterwards.
 *
 * Returns: (transfer full): the source
 */
GjSource *
gj_source_builder_end (GjSourceBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->source != NULL, NULL);

  g_ptr_array_add (self->source->title_lines, NULL);

  return g_steal_pointer (&self->source);
}
