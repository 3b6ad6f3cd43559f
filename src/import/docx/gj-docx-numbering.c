/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-numbering.h"

#include <string.h>

#include "gj-docx-names.h"
#include "gj-word-number.h"

/* Counting as Word does it: all lists made from one abstract list go on with one another's
 * numbers, except that a list with a start of its own begins there when it comes first. */

#define N_LEVELS 9
#define MAX_NUMBER 999999
#define MAX_TEXT 64

typedef struct
{
  guint    start;
  char    *format;
  char    *text;
  char    *style;
  int      restart;
  gboolean is_legal;
  gboolean has_space;
} Level;

typedef struct
{
  Level   *levels[N_LEVELS];
  char    *style_link;
  guint    counters[N_LEVELS];
  gboolean counted[N_LEVELS];
} Abstract;

typedef struct
{
  Abstract *abstract;
  Level    *levels[N_LEVELS];
  int       starts[N_LEVELS];
} List;

struct _GjDocxNumbering
{
  GHashTable   *abstracts;
  GHashTable   *lists;
  GjDocxStyles *styles;
};

static void
level_free (Level *self)
{
  if (self == NULL)
    return;

  g_free (self->format);
  g_free (self->text);
  g_free (self->style);
  g_free (self);
}

static void
abstract_free (gpointer data)
{
  Abstract *self = data;

  for (guint i = 0; i < N_LEVELS; i++)
    level_free (self->levels[i]);
  g_free (self->style_link);
  g_free (self);
}

static void
list_free (gpointer data)
{
  List *self = data;

  for (guint i = 0; i < N_LEVELS; i++)
    level_free (self->levels[i]);
  g_free (self);
}

/* The number format may stand in an mc:AlternateContent, for programs that know more. */
static const char *
find_format (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      GjDocxName name = gj_docx_get_name (child);

      if (name == GJ_DOCX_NUM_FMT)
        return gj_docx_get_attribute (child, "val");
      if (name == GJ_DOCX_ALTERNATE)
        return gj_docx_get_value (gj_docx_choose (child), "numFmt");
    }

  return NULL;
}

static Level *
read_level (const xmlNode *node,
            guint          index)
{
  Level *self = g_new0 (Level, 1);
  const xmlNode *start = gj_docx_find_child (node, "start");
  const xmlNode *restart = gj_docx_find_child (node, "lvlRestart");

  self->start = start != NULL ? (guint) CLAMP (gj_docx_get_int (start, "val", 0), 0, MAX_NUMBER) : 0;
  self->format = g_strdup (find_format (node));
  self->text = g_strdup (gj_docx_get_value (node, "lvlText"));
  self->style = g_strdup (gj_docx_get_value (node, "pStyle"));
  self->restart = restart != NULL ? gj_docx_get_int (restart, "val", (int) index) : (int) index;
  self->is_legal = gj_docx_is_on (gj_docx_find_child (node, "isLgl"));
  self->has_space = g_strcmp0 (gj_docx_get_value (node, "suff"), "space") == 0;

  return self;
}

/* The first of two that say they are one level. */
static void
take_level (Level         **levels,
            const xmlNode  *node)
{
  int index = gj_docx_get_int (node, "ilvl", -1);

  if (index >= 0 && index < N_LEVELS && levels[index] == NULL)
    levels[index] = read_level (node, (guint) index);
}

static void
add_abstract (GjDocxNumbering *self,
              const xmlNode   *node)
{
  int id = gj_docx_get_int (node, "abstractNumId", -1);
  Abstract *abstract = g_new0 (Abstract, 1);

  abstract->style_link = g_strdup (gj_docx_get_value (node, "numStyleLink"));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (gj_docx_get_name (child) == GJ_DOCX_LVL)
      take_level (abstract->levels, child);
  g_hash_table_replace (self->abstracts, GINT_TO_POINTER (id), abstract);
}

static void
read_override (List          *list,
               const xmlNode *node)
{
  int index = gj_docx_get_int (node, "ilvl", -1);
  const xmlNode *start = gj_docx_find_child (node, "startOverride");
  const xmlNode *level = gj_docx_find_child (node, "lvl");

  if (index < 0 || index >= N_LEVELS)
    return;
  if (start != NULL)
    list->starts[index] = CLAMP (gj_docx_get_int (start, "val", 0), 0, MAX_NUMBER);
  if (level != NULL && list->levels[index] == NULL)
    list->levels[index] = read_level (level, (guint) index);
}

static void
add_list (GjDocxNumbering *self,
          const xmlNode   *node)
{
  int id = gj_docx_get_int (node, "numId", 0);
  const xmlNode *of = gj_docx_find_child (node, "abstractNumId");
  Abstract *abstract = g_hash_table_lookup (self->abstracts,
                                            GINT_TO_POINTER (of != NULL ? gj_docx_get_int (of, "val", -1) : -1));
  List *list;

  if (id <= 0 || abstract == NULL)
    return;

  list = g_new0 (List, 1);
  list->abstract = abstract;
  for (guint i = 0; i < N_LEVELS; i++)
    list->starts[i] = -1;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (gj_docx_get_name (child) == GJ_DOCX_LVL_OVERRIDE)
      read_override (list, child);
  g_hash_table_replace (self->lists, GINT_TO_POINTER (id), list);
}

/**
 * gj_docx_numbering_new:
 * @doc: (nullable): the part that holds the lists
 * @styles: the styles, which must live as long
 *
 * Returns: (transfer full): the lists, before the first number
 */
GjDocxNumbering *
gj_docx_numbering_new (const xmlDoc *doc,
                       GjDocxStyles *styles)
{
  GjDocxNumbering *self = g_new0 (GjDocxNumbering, 1);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  self->styles = styles;
  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, abstract_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, list_free);
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (gj_docx_get_name (node) == GJ_DOCX_ABSTRACT_NUM)
      add_abstract (self, node);
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (gj_docx_get_name (node) == GJ_DOCX_NUM)
      add_list (self, node);

  return self;
}

void
gj_docx_numbering_free (GjDocxNumbering *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->abstracts);
  g_free (self);
}

/* An abstract list may only say which style has the list that is meant. */
static List *
find_list (GjDocxNumbering *self,
           int              num_id)
{
  List *list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (num_id));

  for (guint i = 0; i < 4 && list != NULL && list->abstract->style_link != NULL; i++)
    {
      GjDocxStyle style;

      gj_docx_styles_look_up (self->styles, list->abstract->style_link, &style);
      list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (style.num_id));
    }

  return list;
}

static const Level *
get_level (const List *list,
           guint       index)
{
  return list->levels[index] != NULL ? list->levels[index] : list->abstract->levels[index];
}

/* Where the level begins; a start of the list's own counts once. */
static guint
take_start (List  *list,
            guint  index)
{
  const Level *level = get_level (list, index);
  int own = list->starts[index];

  list->starts[index] = -1;
  if (own >= 0)
    return (guint) own;

  return level != NULL ? level->start : 1;
}

static void
count (List  *list,
       guint  index)
{
  Abstract *abstract = list->abstract;

  for (guint i = 0; i < index; i++)
    if (!abstract->counted[i] || list->starts[i] >= 0)
      {
        abstract->counters[i] = take_start (list, i);
        abstract->counted[i] = TRUE;
      }

  if (!abstract->counted[index] || list->starts[index] >= 0)
    abstract->counters[index] = take_start (list, index);
  else if (abstract->counters[index] < MAX_NUMBER)
    abstract->counters[index]++;
  abstract->counted[index] = TRUE;

  for (guint i = index + 1; i < N_LEVELS; i++)
    {
      const Level *level = get_level (list, i);

      if (level == NULL || (int) index < level->restart)
        abstract->counted[i] = FALSE;
    }
}

static void
append_counter (GString    *out,
                const List *list,
                guint       index,
                gboolean    is_legal)
{
  const Level *level = get_level (list, index);

  gj_word_format_number (out, is_legal || level == NULL ? NULL : level->format, list->abstract->counters[index]);
}

static void
append_text (GString     *out,
             const List  *list,
             const Level *level)
{
  const char *text = level->text;

  for (guint n = 0; *text != '\0' && n < MAX_TEXT; n++)
    if (text[0] == '%' && text[1] >= '1' && text[1] <= '9')
      {
        append_counter (out, list, (guint) (text[1] - '1'), level->is_legal);
        text += 2;
      }
    else
      {
        const char *next = g_utf8_next_char (text);

        g_string_append_len (out, text, next - text);
        text = next;
      }
}

/* A digit must not run into a digit of the text. */
static void
part (GString     *out,
      gsize        start,
      const Level *level)
{
  if (out->len > start && (level->has_space || g_ascii_isalnum (out->str[out->len - 1])))
    g_string_append_c (out, ' ');
}

static guint
find_level (const List *list,
            int         level,
            const char *style)
{
  if (level >= 0 && level < N_LEVELS)
    return (guint) level;

  for (guint i = 0; i < N_LEVELS && style != NULL; i++)
    if (get_level (list, i) != NULL && g_strcmp0 (get_level (list, i)->style, style) == 0)
      return i;

  return 0;
}

/**
 * gj_docx_numbering_next:
 * @num_id: a list's id
 * @level: the level, counted from 0, or %GJ_DOCX_UNSET for that of the style
 * @style: (nullable): the paragraph's style
 * @out: is appended to
 *
 * Counts one paragraph of a list, and writes its number as it stands before the text. A
 * bullet is no number.
 *
 * Returns: whether anything was written
 */
gboolean
gj_docx_numbering_next (GjDocxNumbering *self,
                        int              num_id,
                        int              level,
                        const char      *style,
                        GString         *out)
{
  List *list = num_id > 0 ? find_list (self, num_id) : NULL;
  const Level *found;
  gsize start = out->len;
  guint index;

  if (list == NULL)
    return FALSE;

  index = find_level (list, level, style);
  found = get_level (list, index);
  count (list, index);
  if (found == NULL || found->text == NULL || g_strcmp0 (found->format, "bullet") == 0)
    return FALSE;
  append_text (out, list, found);
  part (out, start, found);

  return out->len > start;
}
