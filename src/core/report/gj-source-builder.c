/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-source-private.h"

/* GjSourceBuilder: puts a source together while an import finds it. The builder is the
 * source while it may still be changed; nobody else sees it before it ends. */

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

static char *
keep (GjSource   *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
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
 * gj_source_builder_set_unit:
 * @self: a builder
 * @unit: what the places of the notes count; lines unless it is said
 */
void
gj_source_builder_set_unit (GjSourceBuilder *self,
                            GjSourceUnit     unit)
{
  g_return_if_fail (self != NULL && self->source != NULL);

  self->source->unit = unit;
}

/**
 * gj_source_builder_get_unit:
 * @self: a builder
 *
 * Returns: what the places of the notes count
 */
GjSourceUnit
gj_source_builder_get_unit (GjSourceBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->source != NULL, GJ_SOURCE_UNIT_LINE);

  return self->source->unit;
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
