/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-buffer.h"

#include <glib/gi18n-lib.h>

#include "gj-line-cache.h"

/* Typing that stops for this long is a step. */
#define PAUSE_MS 1000

/**
 * GjNarrativeBuffer:
 *
 * A part of a narrative as text. Invariant: outside of a user action and of an update
 * from the report, the lines of the buffer are the blocks of the part. After every change
 * of the buffer the difference to the report becomes an edit; after every change of the
 * report the difference to the buffer is written into it, and nothing else, so that the
 * caret stays where it was.
 */
struct _GjNarrativeBuffer
{
  GtkTextBuffer    parent_instance;

  GjSession       *session;
  guint            section;
  GjNarrativePart  part;
  GjLineCache     *cache;
  guint            n_user_actions;
  guint            pause_id;
  const char      *step_label;
  gboolean         dirty;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (GjNarrativeBuffer, gj_narrative_buffer, GTK_TYPE_TEXT_BUFFER)

static GjNarrative *
get_narrative (GjNarrativeBuffer *self)
{
  return gj_report_get_narrative (gj_session_get_report (self->session), self->section);
}

static guint
find_table (GjNarrative *narrative)
{
  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    if (gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_TABLE)
      return i;

  return GJ_NONE;
}

/* The part's blocks in a narrative: the first one and their number. */
guint
gj_narrative_part_find (GjNarrative     *narrative,
                        GjNarrativePart  part,
                        guint           *n_blocks)
{
  guint n_all = gj_narrative_get_n_blocks (narrative);
  guint table = find_table (narrative);

  if (part == GJ_NARRATIVE_BEFORE)
    {
      *n_blocks = table == GJ_NONE ? n_all : table;
      return 0;
    }

  *n_blocks = table == GJ_NONE ? 0 : n_all - table - 1;

  return table == GJ_NONE ? n_all : table + 1;
}

guint
gj_narrative_buffer_get_first_block (GjNarrativeBuffer *self,
                                     guint             *n_blocks)
{
  return gj_narrative_part_find (get_narrative (self), self->part, n_blocks);
}

/* (element-type GjBlock) (transfer full) */
static GPtrArray *
list_report (GjNarrativeBuffer *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  GjNarrative *narrative = get_narrative (self);
  guint n_blocks;
  guint first = gj_narrative_buffer_get_first_block (self, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (lines, gj_block_ref (gj_narrative_get_block (narrative, first + i)));

  return lines;
}

/* Nothing at all and one empty paragraph look the same; they are told apart only by what
 * the report says. */
static void
drop_emptiness (GPtrArray *report,
                GPtrArray *lines)
{
  GjBlock *only = g_ptr_array_index (lines, 0);

  if (report->len == 0 && lines->len == 1
      && gj_block_get_kind (only) == GJ_BLOCK_PARAGRAPH && *gj_block_get_text (only) == '\0')
    g_ptr_array_set_size (lines, 0);
}

static void
change_text (GjNarrativeBuffer *self,
             GjEdit            *edit,
             guint              block,
             const char        *old_text,
             const char        *new_text)
{
  g_auto (GjTyping) change = { 0 };

  gj_typing_find (old_text, new_text, &change);
  gj_edit_change_text (edit, gj_session_get_report (self->session), self->section, block,
                       change.offset, change.removed, change.inserted);
}

static void
change_blocks (GjNarrativeBuffer *self,
               GjEdit            *edit,
               guint              position,
               GjLineChange       change,
               GPtrArray         *lines)
{
  g_autoptr (GPtrArray) added =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);

  /* Writing behind a table that has no place yet gives it its place. */
  if (self->part == GJ_NARRATIVE_AFTER && find_table (get_narrative (self)) == GJ_NONE)
    g_ptr_array_add (added, gj_block_new_table ());
  for (guint i = 0; i < change.n_new; i++)
    g_ptr_array_add (added, gj_block_ref (g_ptr_array_index (lines, change.first + i)));

  gj_edit_change_blocks (edit, gj_session_get_report (self->session), self->section,
                         position + change.first, change.n_old,
                         (GjBlock *const *) added->pdata, added->len);
}

static gboolean
pause_cb (gpointer user_data)
{
  GjNarrativeBuffer *self = user_data;

  self->pause_id = 0;
  gj_history_close_step (gj_session_get_history (self->session));

  return G_SOURCE_REMOVE;
}

static void
push (GjNarrativeBuffer *self,
      GjEdit            *edit,
      gboolean           typing)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);

  if (!typing)
    {
      gj_session_push (self->session, edit);
      return;
    }

  gj_session_push_joined (self->session, edit);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void update_from_report (GjNarrativeBuffer *self);

/* The difference between buffer and report becomes a step. */
static void
write_to_report (GjNarrativeBuffer *self)
{
  g_autoptr (GPtrArray) report = list_report (self);
  g_autoptr (GPtrArray) lines = gj_line_cache_list (self->cache);
  g_autoptr (GjEdit) edit = NULL;
  GjLineChange change;
  gboolean typing;
  guint n_blocks;
  guint position = gj_narrative_buffer_get_first_block (self, &n_blocks);

  self->dirty = FALSE;
  drop_emptiness (report, lines);
  change = gj_lines_compare (report, lines);
  typing = change.n_old == 1 && change.n_new == 1
           && gj_lines_is_paragraph (report, change.first)
           && gj_lines_is_paragraph (lines, change.first);

  if (change.n_old > 0 || change.n_new > 0)
    {
      edit = gj_edit_new (self->step_label != NULL ? self->step_label : _("Typing"));
      if (typing)
        change_text (self, edit, position + change.first,
                     gj_block_get_text (g_ptr_array_index (report, change.first)),
                     gj_block_get_text (g_ptr_array_index (lines, change.first)));
      else
        change_blocks (self, edit, position, change, lines);

      push (self, edit, typing && self->step_label == NULL);
    }

  /* A picture never shares a line, and a reviewer's typing is refused. */
  update_from_report (self);
}

/* The difference between report and buffer is written into the buffer. */
static void
update_from_report (GjNarrativeBuffer *self)
{
  g_autoptr (GPtrArray) wanted = list_report (self);
  g_autoptr (GPtrArray) shown = gj_line_cache_list (self->cache);

  self->updating = TRUE;
  gj_lines_show (GTK_TEXT_BUFFER (self), shown, wanted);
  self->updating = FALSE;
  gj_line_cache_take (self->cache, wanted);
}

static void
narrative_changed_cb (GjNarrativeBuffer *self,
                      guint              section)
{
  if (section == self->section && !self->updating && !self->dirty)
    update_from_report (self);
}

static void
gj_narrative_buffer_insert_text (GtkTextBuffer *buffer,
                                 GtkTextIter   *iter,
                                 const char    *text,
                                 int            length)
{
  GjNarrativeBuffer *self = GJ_NARRATIVE_BUFFER (buffer);
  g_autofree char *clean = NULL;

  if (!self->updating)
    clean = gj_lines_dup_clean (text, length, TRUE);
  if (clean != NULL && *clean == '\0')
    return;

  gj_line_cache_touch (self->cache, iter, iter);
  GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->insert_text (
    buffer, iter, clean != NULL ? clean : text, clean != NULL ? (int) strlen (clean) : length);
}

static void
gj_narrative_buffer_delete_range (GtkTextBuffer *buffer,
                                  GtkTextIter   *start,
                                  GtkTextIter   *end)
{
  gj_line_cache_touch (GJ_NARRATIVE_BUFFER (buffer)->cache, start, end);

  GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->delete_range (buffer, start, end);
}

static void
gj_narrative_buffer_insert_paintable (GtkTextBuffer *buffer,
                                      GtkTextIter   *iter,
                                      GdkPaintable  *paintable)
{
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class);

  gj_line_cache_touch (GJ_NARRATIVE_BUFFER (buffer)->cache, iter, iter);
  parent_class->insert_paintable (buffer, iter, paintable);
}

static void
gj_narrative_buffer_changed (GtkTextBuffer *buffer)
{
  GjNarrativeBuffer *self = GJ_NARRATIVE_BUFFER (buffer);

  if (!self->updating && self->session != NULL)
    {
      self->dirty = TRUE;
      if (self->n_user_actions == 0)
        write_to_report (self);
    }

  if (GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->changed != NULL)
    GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->changed (buffer);
}

static void
gj_narrative_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  GJ_NARRATIVE_BUFFER (buffer)->n_user_actions++;

  if (GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->begin_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->begin_user_action (buffer);
}

static void
gj_narrative_buffer_end_user_action (GtkTextBuffer *buffer)
{
  GjNarrativeBuffer *self = GJ_NARRATIVE_BUFFER (buffer);

  self->n_user_actions--;
  if (self->n_user_actions == 0 && self->dirty)
    write_to_report (self);

  if (GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->end_user_action != NULL)
    GTK_TEXT_BUFFER_CLASS (gj_narrative_buffer_parent_class)->end_user_action (buffer);
}

static void
gj_narrative_buffer_dispose (GObject *object)
{
  GjNarrativeBuffer *self = GJ_NARRATIVE_BUFFER (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_narrative_buffer_parent_class)->dispose (object);
}

static void
gj_narrative_buffer_finalize (GObject *object)
{
  GjNarrativeBuffer *self = GJ_NARRATIVE_BUFFER (object);

  g_clear_pointer (&self->cache, gj_line_cache_free);

  G_OBJECT_CLASS (gj_narrative_buffer_parent_class)->finalize (object);
}

static void
gj_narrative_buffer_class_init (GjNarrativeBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_narrative_buffer_dispose;
  G_OBJECT_CLASS (klass)->finalize = gj_narrative_buffer_finalize;
  buffer_class->insert_text = gj_narrative_buffer_insert_text;
  buffer_class->delete_range = gj_narrative_buffer_delete_range;
  buffer_class->insert_paintable = gj_narrative_buffer_insert_paintable;
  buffer_class->changed = gj_narrative_buffer_changed;
  buffer_class->begin_user_action = gj_narrative_buffer_begin_user_action;
  buffer_class->end_user_action = gj_narrative_buffer_end_user_action;
}

static void
gj_narrative_buffer_init (GjNarrativeBuffer *self)
{
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  self->cache = gj_line_cache_new (GTK_TEXT_BUFFER (self));
}

GjNarrativeBuffer *
gj_narrative_buffer_new (GjSession       *session,
                         guint            section,
                         GjNarrativePart  part)
{
  GjNarrativeBuffer *self;
  GtkTextIter start;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_NARRATIVE_BUFFER, NULL);
  self->session = g_object_ref (session);
  self->section = section;
  self->part = part;
  update_from_report (self);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
  g_signal_connect_object (gj_session_get_report (session), "narrative-changed",
                           G_CALLBACK (narrative_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

GjSession *
gj_narrative_buffer_get_session (GjNarrativeBuffer *self)
{
  g_return_val_if_fail (GJ_IS_NARRATIVE_BUFFER (self), NULL);

  return self->session;
}

guint
gj_narrative_buffer_get_section (GjNarrativeBuffer *self)
{
  g_return_val_if_fail (GJ_IS_NARRATIVE_BUFFER (self), GJ_NONE);

  return self->section;
}

void
gj_narrative_buffer_begin_step (GjNarrativeBuffer *self,
                                const char        *label)
{
  g_return_if_fail (GJ_IS_NARRATIVE_BUFFER (self));

  gj_history_close_step (gj_session_get_history (self->session));
  self->step_label = label;
}

void
gj_narrative_buffer_end_step (GjNarrativeBuffer *self)
{
  g_return_if_fail (GJ_IS_NARRATIVE_BUFFER (self));

  self->step_label = NULL;
}
