/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-lists.h"

#include "gj-word-number.h"

/* Lists, and how paragraphs use them: several uses of one list go on with one another's
 * numbers, except that a use with a start of its own begins there when it comes first. */

#define N_LEVELS 9
#define MAX_NUMBER 999999
#define MAX_TEXT 64

#define LIST_SIZE 28
#define LIST_IS_SIMPLE 0x01

#define LEVEL_SIZE 28
#define LEVEL_IS_LEGAL 0x04
#define LEVEL_NO_RESTART 0x08

#define USE_SIZE 16
#define MAX_USES 2047
#define OVERRIDE_START 0x10
#define OVERRIDE_LEVEL 0x20

#define NUMBER_BULLET 23
#define FOLLOWED_BY_SPACE 1

/* The names that the later format gave to the ways of counting, by their old numbers. */
static const char *const formats[] = {
  "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText",
  "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth",
  "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle",
  "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung",
  "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese",
  "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional",
  "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital",
  "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
};

typedef struct
{
  guint     start;
  guint     format;
  guint     restart;
  gboolean  is_legal;
  gboolean  has_space;
  GjDocSpan text;
} Level;

typedef struct
{
  guint32  id;
  guint    n_levels;
  Level    levels[N_LEVELS];
  guint    counters[N_LEVELS];
  gboolean counted[N_LEVELS];
} List;

typedef struct
{
  List  *list;
  Level *levels[N_LEVELS];
  int    starts[N_LEVELS];
} Use;

struct _GjDocLists
{
  GArray *lists;
  GArray *uses;
};

/* Reading */

static void
read_level (Level           *self,
            const GjDocSpan *bytes,
            gsize           *at,
            guint            index)
{
  guint flags = gj_doc_span_u8 (bytes, *at + 5);
  gsize text = *at + LEVEL_SIZE + gj_doc_span_u8 (bytes, *at + 24) + gj_doc_span_u8 (bytes, *at + 25);
  gsize size = 2 * (gsize) gj_doc_span_u16 (bytes, text);

  *self = (Level) {
    .start = MIN (gj_doc_span_u32 (bytes, *at), MAX_NUMBER),
    .format = gj_doc_span_u8 (bytes, *at + 4),
    .restart = flags & LEVEL_NO_RESTART ? gj_doc_span_u8 (bytes, *at + 26) : index,
    .is_legal = (flags & LEVEL_IS_LEGAL) != 0,
    .has_space = gj_doc_span_u8 (bytes, *at + 15) == FOLLOWED_BY_SPACE,
    .text = gj_doc_span_part (bytes, text + 2, size),
  };
  *at = text + 2 + size;
}

/* The levels of all lists stand behind the table of the lists. */
static void
read_lists (GjDocLists      *self,
            const GjDocFile *file)
{
  GjDocSpan table = gj_doc_file_get_part (file, GJ_DOC_PART_LISTS);
  GjDocSpan levels = gj_doc_file_get_behind (file, GJ_DOC_PART_LISTS);
  guint n = gj_doc_span_u16 (&table, 0);
  gsize at = 0;

  for (guint i = 0; i < n && gj_doc_span_has (&table, 2 + LIST_SIZE * (gsize) i, LIST_SIZE); i++)
    {
      gsize list = 2 + LIST_SIZE * (gsize) i;
      List made = { .id = gj_doc_span_u32 (&table, list) };

      made.n_levels = gj_doc_span_u8 (&table, list + 26) & LIST_IS_SIMPLE ? 1 : N_LEVELS;
      for (guint j = 0; j < made.n_levels && gj_doc_span_has (&levels, at, LEVEL_SIZE); j++)
        read_level (&made.levels[j], &levels, &at, j);
      g_array_append_val (self->lists, made);
    }
}

static List *
find_list (GjDocLists *self,
           guint32     id)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (g_array_index (self->lists, List, i).id == id)
      return &g_array_index (self->lists, List, i);

  return NULL;
}

static void
read_override (Use             *use,
               const GjDocSpan *bytes,
               gsize           *at)
{
  guint32 flags = gj_doc_span_u32 (bytes, *at + 4);
  guint index = flags & 0xf;
  guint start = MIN (gj_doc_span_u32 (bytes, *at), MAX_NUMBER);

  *at += 8;
  if (flags & OVERRIDE_LEVEL)
    {
      Level level;

      read_level (&level, bytes, at, index);
      if (index < N_LEVELS && use->levels[index] == NULL)
        use->levels[index] = g_memdup2 (&level, sizeof level);
    }
  else if (index < N_LEVELS && flags & OVERRIDE_START)
    {
      use->starts[index] = (int) start;
    }
}

/* What a use has of its own stands behind the table of the uses. */
static void
read_uses (GjDocLists      *self,
           const GjDocFile *file)
{
  GjDocSpan part = gj_doc_file_get_part (file, GJ_DOC_PART_LIST_USES);
  GjDocSpan table = part;
  guint n = (guint) MIN (gj_doc_span_u32 (&part, 0), MIN (part.size / USE_SIZE, MAX_USES));
  gsize own = 4 + USE_SIZE * (gsize) gj_doc_span_u32 (&part, 0);

  if (part.size > 0)
    table = gj_doc_span_rest (&file->table, (gsize) (part.data - file->table.data));
  for (guint i = 0; i < n; i++)
    {
      gsize at = 4 + USE_SIZE * (gsize) i;
      guint n_overrides = gj_doc_span_u8 (&table, at + 12);
      Use made = { .list = find_list (self, gj_doc_span_u32 (&table, at)) };

      for (guint j = 0; j < N_LEVELS; j++)
        made.starts[j] = -1;
      own += 4;
      for (guint j = 0; j < n_overrides && gj_doc_span_has (&table, own, 8); j++)
        read_override (&made, &table, &own);
      g_array_append_val (self->uses, made);
    }
}

/**
 * gj_doc_lists_new:
 * @file: a document, which must live as long
 *
 * Returns: (transfer full): the lists, before the first number
 */
GjDocLists *
gj_doc_lists_new (const GjDocFile *file)
{
  GjDocLists *self = g_new0 (GjDocLists, 1);

  self->lists = g_array_new (FALSE, TRUE, sizeof (List));
  self->uses = g_array_new (FALSE, TRUE, sizeof (Use));
  read_lists (self, file);
  read_uses (self, file);

  return self;
}

void
gj_doc_lists_free (GjDocLists *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->uses->len; i++)
    for (guint j = 0; j < N_LEVELS; j++)
      g_free (g_array_index (self->uses, Use, i).levels[j]);
  g_array_unref (self->uses);
  g_array_unref (self->lists);
  g_free (self);
}

/* Counting */

static const Level *
get_level (const Use *use,
           guint      index)
{
  return use->levels[index] != NULL ? use->levels[index] : &use->list->levels[index];
}

/* A start of the use's own counts once. */
static void
begin (Use   *use,
       guint  index)
{
  int own = use->starts[index];

  use->starts[index] = -1;
  use->list->counters[index] = own >= 0 ? (guint) own : get_level (use, index)->start;
  use->list->counted[index] = TRUE;
}

static void
count (Use   *use,
       guint  index)
{
  List *list = use->list;

  for (guint i = 0; i < index; i++)
    if (!list->counted[i] || use->starts[i] >= 0)
      begin (use, i);

  if (!list->counted[index] || use->starts[index] >= 0)
    begin (use, index);
  else if (list->counters[index] < MAX_NUMBER)
    list->counters[index]++;

  for (guint i = index + 1; i < list->n_levels; i++)
    if (index < get_level (use, i)->restart)
      list->counted[i] = FALSE;
}

static void
append_counter (GString   *out,
                const Use *use,
                guint      index,
                gboolean   is_legal)
{
  guint format = is_legal ? 0 : get_level (use, index)->format;

  if (format == 0xff)
    return;
  gj_word_format_number (out, format < G_N_ELEMENTS (formats) ? formats[format] : NULL, use->list->counters[index]);
}

/* A character below nine stands for the number of that level. */
static void
append_text (GString     *out,
             const Use   *use,
             const Level *level)
{
  gsize n = MIN (level->text.size / 2, MAX_TEXT);

  for (gsize i = 0; i < n; i++)
    {
      gunichar c = gj_doc_span_u16 (&level->text, 2 * i);

      if (c < N_LEVELS)
        append_counter (out, use, c, level->is_legal);
      else if (c >= 0x20 && g_unichar_validate (c))
        g_string_append_unichar (out, c);
    }
}

/**
 * gj_doc_lists_next:
 * @list: which use of a list, counted from 1
 * @level: the level, counted from 0, or unset
 * @out: is appended to
 *
 * Counts one paragraph of a list, and writes its number as it stands before the text. A
 * bullet is no number.
 *
 * Returns: whether anything was written
 */
gboolean
gj_doc_lists_next (GjDocLists *self,
                   int         list,
                   int         level,
                   GString    *out)
{
  gsize start = out->len;
  const Level *found;
  Use *use;

  if (list <= 0 || (guint) list > self->uses->len)
    return FALSE;
  use = &g_array_index (self->uses, Use, list - 1);
  if (use->list == NULL)
    return FALSE;

  level = CLAMP (level, 0, (int) use->list->n_levels - 1);
  found = get_level (use, (guint) level);
  count (use, (guint) level);
  if (found->format == NUMBER_BULLET)
    return FALSE;

  append_text (out, use, found);
  /* A digit must not run into a digit of the text. */
  if (out->len > start && (found->has_space || g_ascii_isalnum (out->str[out->len - 1])))
    g_string_append_c (out, ' ');

  return out->len > start;
}
