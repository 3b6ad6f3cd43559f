/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-expectation.h"

/* Built from the form's printed layouts, so that a form that nobody has seen yet is found
 * in a document like the known ones. */

typedef struct
{
  const GjSlot *slot;
  guint         table;
} Printed;

struct _GjExpectation
{
  GjForm     *form;
  const char *variant;
  GArray     *lines;
  GHashTable *lines_by_words;
  GHashTable *printed;
  GPtrArray  *strings;
};

static void
expected_line_clear (gpointer data)
{
  GjExpectedLine *self = data;

  for (guint i = 0; i < self->n_labels; i++)
    gj_words_clear (&self->labels[i]);
  g_free (self->labels);
  g_free (self->groups);
  g_free (self->cells);
  g_free (self->heads);
}

static gboolean
covers_line (const GjSlot *slot,
             guint         line)
{
  return slot->line <= line && line < slot->line + slot->n_lines;
}

static gboolean
covers_position (const GjSlot *slot,
                 guint         position)
{
  return slot->position <= position && position < slot->position + slot->n_positions;
}

static const char *
keep_normalized (GjExpectation *self,
                 const char    *text)
{
  char *words = gj_words_normalize (text);

  g_ptr_array_add (self->strings, words);

  return words;
}

static void
add_label (GArray     *labels,
           const char *text)
{
  GjWords words;

  if (text == NULL)
    return;

  gj_words_init (&words, text);
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (g_array_index (labels, GjWords, i).text, words.text))
      {
        gj_words_clear (&words);
        return;
      }
  g_array_append_val (labels, words);
}

/* The innermost label names the line; a variant's label comes from its own layout. */
static void
add_labels (GjExpectedLine *out,
            const GjTable  *table,
            const GjSlot   *label)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (GjWords));

  if (label != NULL)
    {
      out->label = label->text.zh;
      add_label (labels, label->text.zh);
    }
  if (label != NULL && out->row != GJ_NONE && label->row == out->row)
    {
      const GjRow *row = &table->rows[out->row];

      for (guint i = 0; row->aliases != NULL && row->aliases[i] != NULL; i++)
        add_label (labels, row->aliases[i]);
    }
  out->n_labels = labels->len;
  out->labels = (GjWords *) g_array_free (g_steal_pointer (&labels), FALSE);
}

static void
add_groups (GjExpectation       *self,
            GjExpectedLine      *out,
            const GjTableLayout *layout,
            guint                line,
            const GjSlot        *label)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  const GjSlot *title = NULL;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->kind == GJ_SLOT_TITLE && slot->line <= line)
        title = slot;
    }
  if (title != NULL)
    g_ptr_array_add (groups, (gpointer) keep_normalized (self, title->text.zh));
  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->kind == GJ_SLOT_LABEL && slot != label && covers_line (slot, line))
        g_ptr_array_add (groups, (gpointer) keep_normalized (self, slot->text.zh));
    }
  out->n_groups = groups->len;
  out->groups = (const char **) g_ptr_array_free (g_steal_pointer (&groups), FALSE);
}

static const GjSlot *
find_head (const GjTableLayout *layout,
           const GjSlot        *cell)
{
  const GjSlot *head = NULL;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->line >= cell->line)
        break;
      if (slot->kind == GJ_SLOT_HEAD && covers_position (slot, cell->position))
        head = slot;
    }

  return head;
}

static void
add_cells (GjExpectedLine      *out,
           const GjTable       *table,
           const GjTableLayout *layout,
           GPtrArray           *cells)
{
  out->n_cells = cells->len;
  out->cells = g_new (guint, cells->len);
  out->heads = g_new (const GjSlot *, cells->len);
  out->row = ((const GjSlot *) cells->pdata[0])->row;
  for (guint i = 0; i < cells->len; i++)
    {
      const GjSlot *slot = cells->pdata[i];

      out->cells[i] = slot->cell;
      out->heads[i] = find_head (layout, slot);
      if (slot->row != out->row)
        out->row = GJ_NONE;
    }
}

static void
add_line (GjExpectation       *self,
          guint                table_index,
          const GjTableLayout *layout,
          guint                line)
{
  const GjTable *table = gj_form_get_table (self->form, table_index);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  GjExpectedLine out = { .table = table_index, .row = GJ_NONE };
  const GjSlot *label = NULL;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->kind == GJ_SLOT_CELL && slot->line == line)
        g_ptr_array_add (cells, (gpointer) slot);
      else if (slot->kind == GJ_SLOT_LABEL && covers_line (slot, line) &&
               (label == NULL || slot->position > label->position))
        label = slot;
    }
  if (cells->len == 0)
    return;

  add_cells (&out, table, layout, cells);
  add_labels (&out, table, label);
  add_groups (self, &out, layout, line, label);
  g_array_append_val (self->lines, out);
}

static void
add_printed (GjExpectation *self,
             guint          table,
             const GjSlot  *slot,
             const char    *text)
{
  Printed printed = { slot, table };
  char *words;
  GArray *slots;

  if (text == NULL)
    return;

  words = gj_words_normalize (text);
  slots = g_hash_table_lookup (self->printed, words);
  if (slots == NULL)
    {
      slots = g_array_new (FALSE, FALSE, sizeof (Printed));
      g_hash_table_insert (self->printed, g_steal_pointer (&words), slots);
    }
  g_free (words);

  /* The first slot of each table speaks for the others. */
  if (slots->len == 0 || g_array_index (slots, Printed, slots->len - 1).table != table)
    g_array_append_val (slots, printed);
}

static void
add_layout (GjExpectation       *self,
            guint                index,
            const GjTableLayout *layout)
{
  const GjTable *table = gj_form_get_table (self->form, index);

  for (guint line = 0; line < layout->n_lines; line++)
    add_line (self, index, layout, line);

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->kind == GJ_SLOT_CELL)
        continue;
      add_printed (self, index, slot, slot->text.zh);
      if (slot->kind == GJ_SLOT_HEAD && slot->column != GJ_NONE)
        {
          const char *const *aliases = table->columns[slot->column].aliases;

          for (guint j = 0; aliases != NULL && aliases[j] != NULL; j++)
            add_printed (self, index, slot, aliases[j]);
        }
    }
}

static void
index_lines (GjExpectation *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GjExpectedLine *line = &g_array_index (self->lines, GjExpectedLine, i);

      for (guint j = 0; j < line->n_labels; j++)
        {
          GArray *lines = g_hash_table_lookup (self->lines_by_words, line->labels[j].text);

          if (lines == NULL)
            {
              lines = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (self->lines_by_words, line->labels[j].text, lines);
            }
          g_array_append_val (lines, i);
        }
    }
}

/**
 * gj_expectation_new:
 * @form: a form
 * @variant: (nullable): id of a variant of @form
 *
 * Returns: (transfer full): what a document of @form holds
 */
GjExpectation *
gj_expectation_new (GjForm     *form,
                    const char *variant)
{
  GjExpectation *self;

  g_return_val_if_fail (form != NULL, NULL);

  self = g_new0 (GjExpectation, 1);
  self->form = gj_form_ref (form);
  self->variant = variant;
  self->lines = g_array_new (FALSE, FALSE, sizeof (GjExpectedLine));
  g_array_set_clear_func (self->lines, expected_line_clear);
  self->lines_by_words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    add_layout (self, i, gj_table_get_layout (gj_form_get_table (form, i), variant));
  index_lines (self);

  return self;
}

/**
 * gj_expectation_free:
 * @self: (transfer full): an expectation
 */
void
gj_expectation_free (GjExpectation *self)
{
  g_hash_table_unref (self->lines_by_words);
  g_hash_table_unref (self->printed);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->strings);
  gj_form_unref (self->form);
  g_free (self);
}

/**
 * gj_expectation_get_form:
 * @self: an expectation
 *
 * Returns: (transfer none): its form
 */
GjForm *
gj_expectation_get_form (const GjExpectation *self)
{
  return self->form;
}

/**
 * gj_expectation_get_variant:
 * @self: an expectation
 *
 * Returns: (nullable): the variant's id
 */
const char *
gj_expectation_get_variant (const GjExpectation *self)
{
  return self->variant;
}

/**
 * gj_expectation_get_n_lines:
 * @self: an expectation
 *
 * Returns: how many lines of cells the tables have together
 */
guint
gj_expectation_get_n_lines (const GjExpectation *self)
{
  return self->lines->len;
}

/**
 * gj_expectation_get_line:
 * @self: an expectation
 * @index: which line
 *
 * Returns: (transfer none): the line
 */
const GjExpectedLine *
gj_expectation_get_line (const GjExpectation *self,
                         guint                index)
{
  return &g_array_index (self->lines, GjExpectedLine, index);
}

/**
 * gj_expectation_find_lines:
 * @self: an expectation
 * @words: a normalized label
 *
 * Returns: (transfer none) (nullable) (element-type guint): the lines with this label
 */
const GArray *
gj_expectation_find_lines (const GjExpectation *self,
                           const char          *words)
{
  return g_hash_table_lookup (self->lines_by_words, words);
}

/**
 * gj_expectation_find_slot:
 * @self: an expectation
 * @words: a normalized text
 * @table: (inout) (optional): the table to look in first; the table that was found
 *
 * Returns: (transfer none) (nullable): the first slot in which these words are printed
 */
const GjSlot *
gj_expectation_find_slot (const GjExpectation *self,
                          const char          *words,
                          guint               *table)
{
  const GArray *slots = g_hash_table_lookup (self->printed, words);
  const Printed *found = NULL;

  if (slots == NULL)
    return NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      const Printed *printed = &g_array_index (slots, Printed, i);

      if (found == NULL || (table != NULL && printed->table == *table))
        found = printed;
    }
  if (table != NULL)
    *table = found->table;

  return found->slot;
}
