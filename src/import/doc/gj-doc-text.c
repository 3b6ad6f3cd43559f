/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-text.h"

/* Where the text lies: it was written in pieces, some with a byte for a character and some
 * with two. Fields are found here too, since a field's code may go over many pieces. */

#define CLX_CHANGES 1
#define CLX_PIECES 2

#define PIECE_NARROW 0x40000000u

#define FIELD_BEGIN 0x13
#define FIELD_RESULT 0x14
#define FIELD_END 0x15
#define MAX_CODE 64
#define MAX_RESULT 64

/* Changes of one byte have a short form. */
typedef struct
{
  guint8  index;
  guint16 code;
} ShortChange;

static const ShortChange short_changes[] = {
  { 0x0c, 0x260a }, { 0x18, 0x2416 }, { 0x19, 0x2417 }, { 0x41, 0x0800 }, { 0x42, 0x0801 }, { 0x5c, 0x083c },
};

typedef struct
{
  GjDocPiece piece;
  guint8     change[3];
} Piece;

static const guint16 high_letters[32] = {
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
};

/* Pieces */

/* The changes that stand before the pieces, as far as one is asked for. */
static GjDocSpan
find_change (const GjDocSpan *parts,
             guint            index)
{
  gsize at = 0;

  for (guint i = 0; gj_doc_span_u8 (parts, at) == CLX_CHANGES; i++)
    {
      gsize size = gj_doc_span_u16 (parts, at + 1);

      if (i == index)
        return gj_doc_span_part (parts, at + 3, size);
      at += 3 + size;
    }

  return (GjDocSpan) { NULL, 0 };
}

/* The table of pieces, and how many it should have; it may have been cut off. */
static GjDocSpan
find_pieces (const GjDocSpan *parts,
             guint           *n_pieces)
{
  gsize at = 0;
  gsize size;

  while (gj_doc_span_u8 (parts, at) == CLX_CHANGES)
    at += 3 + (gsize) gj_doc_span_u16 (parts, at + 1);
  if (gj_doc_span_u8 (parts, at) != CLX_PIECES)
    return (GjDocSpan) { NULL, 0 };

  size = gj_doc_span_u32 (parts, at + 1);
  *n_pieces = size >= 4 ? (guint) MIN ((size - 4) / 12, parts->size / 4) : 0;

  return gj_doc_span_rest (parts, at + 5);
}

static void
set_properties (Piece           *self,
                const GjDocSpan *parts,
                guint            change)
{
  if (change & 1)
    {
      self->piece.properties = find_change (parts, change >> 1);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (short_changes); i++)
    if (short_changes[i].index == (change >> 1 & 0x7f))
      {
        self->change[0] = short_changes[i].code & 0xff;
        self->change[1] = short_changes[i].code >> 8;
        self->change[2] = (guint8) (change >> 8);
        self->piece.properties = (GjDocSpan) { self->change, sizeof self->change };
      }
}

static void
read_units (GjDocText       *self,
            const GjDocFile *file,
            GjDocPiece      *piece)
{
  for (guint32 at = piece->first; at < piece->end; at++)
    {
      gsize offset = gj_doc_piece_get_offset (piece, at);
      guint c;

      if (!gj_doc_span_has (&file->main, offset, piece->width))
        {
          self->is_cut = TRUE;
          piece->end = at;
          break;
        }
      if (piece->width == 2)
        c = gj_doc_span_u16 (&file->main, offset);
      else
        c = gj_doc_span_u8 (&file->main, offset);
      if (piece->width == 1 && c >= 0x80 && c < 0xa0)
        c = high_letters[c - 0x80];
      self->units[at] = (guint16) c;
    }
  self->n_units = piece->end;
}

/* Pieces follow one another without a gap; what comes after one that does not is lost. */
static void
read_pieces (GjDocText       *self,
             const GjDocFile *file,
             const GjDocSpan *parts,
             guint32          n_wanted)
{
  guint n = 0;
  GjDocSpan table = find_pieces (parts, &n);
  gsize second = 4 * ((gsize) n + 1);

  g_array_set_size (self->pieces, n);
  for (guint i = 0; i < n; i++)
    {
      Piece *made = &g_array_index (self->pieces, Piece, i);
      guint32 first = gj_doc_span_u32 (&table, 4 * (gsize) i);
      guint32 end = gj_doc_span_u32 (&table, 4 * (gsize) i + 4);
      guint32 offset = gj_doc_span_u32 (&table, second + 8 * (gsize) i + 2);
      gboolean is_narrow = (offset & PIECE_NARROW) != 0;

      if (first != self->n_units || end <= first || self->is_cut || first >= n_wanted ||
          !gj_doc_span_has (&table, second + 8 * (gsize) i, 8))
        {
          g_array_set_size (self->pieces, i);
          break;
        }
      offset &= PIECE_NARROW - 1;
      made->piece = (GjDocPiece) {
        .first = first,
        .end = MIN (end, n_wanted),
        .offset = is_narrow ? offset / 2 : offset,
        .width = is_narrow ? 1 : 2,
      };
      set_properties (made, parts, gj_doc_span_u16 (&table, second + 8 * (gsize) i + 6));
      read_units (self, file, &made->piece);
    }
  self->is_cut = self->is_cut || self->n_units < n_wanted;
}

/* Fields */

enum
{
  MARK_CODE_BEGINS = 1,
  MARK_CODE_ENDS = 2,
  MARK_CODE = 4,
  MARK_OUTERMOST = 8,
};

typedef struct
{
  guint32 begin;
  guint32 code_end;
} Field;

/* A field that does not end is none. */
static void
find_fields (GjDocText *self,
             guint32    first,
             guint32    end)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Field));

  for (guint32 i = first; i < end; i++)
    {
      guint c = self->units[i];
      Field *field = open->len > 0 ? &g_array_index (open, Field, open->len - 1) : NULL;

      if (c == FIELD_BEGIN)
        {
          Field begun = { i, 0 };

          g_array_append_val (open, begun);
        }
      else if (c == FIELD_RESULT && field != NULL && field->code_end == 0)
        {
          field->code_end = i;
        }
      else if (c == FIELD_END && field != NULL)
        {
          self->marks[field->begin] |= MARK_CODE_BEGINS;
          self->marks[field->code_end != 0 ? field->code_end : i] |= MARK_CODE_ENDS;
          g_array_set_size (open, open->len - 1);
        }
    }
}

static void
mark_codes (GjDocText *self)
{
  guint depth = 0;

  for (guint32 i = 0; i < self->n_units; i++)
    {
      if ((self->marks[i] & MARK_CODE_BEGINS) && depth++ == 0)
        self->marks[i] |= MARK_OUTERMOST;
      if (depth > 0)
        self->marks[i] |= MARK_CODE;
      if ((self->marks[i] & MARK_CODE_ENDS) && depth > 0)
        depth--;
    }
}

/**
 * gj_doc_text_new:
 * @file: a document, which must live as long
 *
 * Returns: (transfer full): its text, as far as the file goes
 */
GjDocText *
gj_doc_text_new (const GjDocFile *file)
{
  GjDocText *self = g_new0 (GjDocText, 1);
  GjDocSpan parts = gj_doc_file_get_part (file, GJ_DOC_PART_PIECES);
  guint32 n_wanted = gj_doc_file_get_start (file, GJ_DOC_STORY_PAGE_BOXES) + file->lengths[GJ_DOC_STORY_PAGE_BOXES];

  /* A character takes a byte at least, but a byte may be shown twice. */
  self->units = g_new0 (guint16, n_wanted);
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  read_pieces (self, file, &parts, n_wanted);

  self->marks = g_new0 (guint8, MAX (self->n_units, 1));
  for (guint i = 0; i < GJ_DOC_N_STORIES; i++)
    {
      guint32 first = MIN (gj_doc_file_get_start (file, i), self->n_units);

      find_fields (self, first, MIN (first + file->lengths[i], self->n_units));
    }
  mark_codes (self);

  return self;
}

void
gj_doc_text_free (GjDocText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pieces);
  g_free (self->units);
  g_free (self->marks);
  g_free (self);
}

/**
 * gj_doc_text_find:
 * @at: a character of the text
 *
 * Returns: (transfer none): the piece that it is in
 */
const GjDocPiece *
gj_doc_text_find (const GjDocText *self,
                  guint32          at)
{
  guint low = 0;
  guint high = self->pieces->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, Piece, middle).piece.first <= at)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->pieces, Piece, low).piece;
}

gboolean
gj_doc_text_in_code (const GjDocText *self,
                     guint32          at)
{
  return (self->marks[at] & MARK_CODE) != 0;
}

/**
 * gj_doc_text_find_field:
 * @at: a character
 * @field: (out): the field that begins there
 *
 * Returns: whether one begins there that stands in no other's code
 */
gboolean
gj_doc_text_find_field (const GjDocText *self,
                        guint32          at,
                        GjDocField      *field)
{
  guint32 i = at;
  guint32 last;

  if (!(self->marks[at] & MARK_OUTERMOST))
    return FALSE;

  while (i + 1 < self->n_units && (self->marks[i + 1] & MARK_CODE) && !(self->marks[i + 1] & MARK_OUTERMOST))
    i++;
  *field = (GjDocField) { .code = at + 1, .code_end = i, .end = i, .has_result = self->units[i] == FIELD_RESULT };
  last = MIN (i + MAX_RESULT, self->n_units);
  while (field->has_result && field->end + 1 < last && self->units[field->end] != FIELD_END)
    field->end++;

  return TRUE;
}

/**
 * gj_doc_text_dup_code:
 * @field: a field
 *
 * Returns: (transfer full): how its code begins
 */
char *
gj_doc_text_dup_code (const GjDocText  *self,
                      const GjDocField *field)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint32 i = field->code; i < MIN (field->code_end, field->code + MAX_CODE); i++)
    if (self->units[i] >= 0x20 && g_unichar_validate (self->units[i]))
      g_string_append_unichar (out, self->units[i]);

  return g_strdup (g_strstrip (out->str));
}

/**
 * gj_doc_text_dup_plain:
 * @first: a character
 * @end: the character behind the last
 *
 * Returns: (transfer full): the text without marks and codes, its paragraphs parted by
 *          line feeds, blanks around it taken off
 */
char *
gj_doc_text_dup_plain (const GjDocText *self,
                       guint32          first,
                       guint32          end)
{
  g_autoptr (GString) out = g_string_new (NULL);

  end = MIN (end, self->n_units);
  for (guint32 i = first; i < end; i++)
    {
      gunichar c = self->units[i];

      if (gj_doc_text_in_code (self, i))
        continue;
      if (c == '\r' || c == '\v' || c == '\f' || c == '\a')
        c = '\n';
      else if (c == 0x1e)
        c = '-';
      if (c >= 0xd800 && c < 0xdc00 && i + 1 < end && (self->units[i + 1] & 0xfc00) == 0xdc00)
        c = 0x10000 + ((c & 0x3ff) << 10) + (self->units[++i] & 0x3ff);
      if ((c >= 0x20 && g_unichar_validate (c)) || c == '\n' || c == '\t')
        g_string_append_unichar (out, c);
    }

  return g_strdup (g_strstrip (out->str));
}
