/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pages.h"

#include <cairo-ft.h>
#include <freetype/ftincrem.h>
#include <hb-ot.h>
#include <hb-subset.h>

#include "gj-page-private.h"
#include "gj-pages-private.h"

/* A Chinese face holds some 20 MB of outlines, of which a report shows half a percent.
 * cairo would load all of them for each face. So the pages for a file are the same
 * display lists with each face replaced by one that holds the shown glyphs only: made by
 * HarfBuzz, without hints and subroutines, which no printer needs. */

/* cairo loads every outline twice and more, only to know how large the glyph is; what it
 * writes comes from the file. It is given a box instead, which takes a fifth of the time:
 * 28 begins a number, 21 moves, 6 and 7 draw sideways and up, 14 ends. Advances are those
 * of the file. */
static FT_Byte box[] = {
  28, 0xfc, 0x18, 28, 0xfc, 0x18, 21, 28, 0x0b, 0xb8, 6, 28, 0x0b, 0xb8, 7, 28, 0xf4, 0x48, 6, 14,
};

/* What a subset face needs for as long as cairo holds it. */
typedef struct
{
  FT_Library  library;
  FT_Face     face;
  hb_blob_t  *blob;
} Memory;

static const cairo_user_data_key_t memory_key;

/* A face on the pages: its shown glyphs, and when @subset is made, where they went. */
typedef struct
{
  GjFace           *face;
  hb_set_t         *glyphs;
  hb_subset_plan_t *plan;
  GjFace           *subset;
} Embedding;

static const hb_tag_t dropped[] = {
  HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
  HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'),
  HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('D', 'S', 'I', 'G'),
};

static void
memory_free (void *data)
{
  Memory *memory = data;

  if (memory->face != NULL)
    FT_Done_Face (memory->face);
  if (memory->library != NULL)
    FT_Done_FreeType (memory->library);
  hb_blob_destroy (memory->blob);
  g_free (memory);
}

static void
embedding_free (gpointer data)
{
  Embedding *embedding = data;

  hb_set_destroy (embedding->glyphs);
  if (embedding->plan != NULL)
    hb_subset_plan_destroy (embedding->plan);
  g_clear_pointer (&embedding->subset, _gj_face_unref);
  g_free (embedding);
}

static FT_Error
get_box (FT_Incremental  object,
         FT_UInt         glyph,
         FT_Data        *data)
{
  data->pointer = box;
  data->length = sizeof box;
  return 0;
}

static void
free_box (FT_Incremental  object,
          FT_Data        *data)
{
}

static FT_Error
open_face (FT_Library   library,
           const char  *data,
           unsigned int length,
           gboolean     boxes,
           FT_Face     *face)
{
  static const FT_Incremental_FuncsRec functions = { get_box, free_box, NULL };
  static FT_Incremental_InterfaceRec interface = { &functions, NULL };
  FT_Parameter parameter = { FT_PARAM_TAG_INCREMENTAL, &interface };
  FT_Open_Args arguments = { 0 };

  arguments.flags = FT_OPEN_MEMORY | (boxes ? FT_OPEN_PARAMS : 0);
  arguments.memory_base = (const FT_Byte *) data;
  arguments.memory_size = length;
  arguments.num_params = boxes ? 1 : 0;
  arguments.params = boxes ? &parameter : NULL;

  return FT_Open_Face (library, &arguments, 0, face);
}

/* (nullable): a face of cairo over a font in memory. */
static cairo_font_face_t *
open_blob (hb_blob_t *blob,
           gboolean   boxes)
{
  Memory *memory = g_new0 (Memory, 1);
  cairo_font_face_t *face = NULL;
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);

  memory->blob = hb_blob_reference (blob);
  if (FT_Init_FreeType (&memory->library) == 0 &&
      open_face (memory->library, data, length, boxes, &memory->face) == 0)
    {
      face = cairo_ft_font_face_create_for_ft_face (memory->face, FT_LOAD_NO_HINTING);
      if (cairo_font_face_set_user_data (face, &memory_key, memory, memory_free) == CAIRO_STATUS_SUCCESS)
        return face;
      cairo_font_face_destroy (face);
    }
  memory_free (memory);
  return NULL;
}

static gboolean
is_dropped (hb_tag_t tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    if (dropped[i] == tag)
      return TRUE;
  return FALSE;
}

/* The face without the tables that a drawn glyph does not need. Not only are they left
   out: to plan a subset of a face with a cmap takes HarfBuzz 10 ms more. */
static hb_face_t *
make_bare_face (hb_face_t *face)
{
  hb_face_t *bare = hb_face_builder_create ();
  hb_tag_t tags[64];
  unsigned int n_tags = G_N_ELEMENTS (tags);

  hb_face_get_table_tags (face, 0, &n_tags, tags);
  for (guint i = 0; i < n_tags; i++)
    {
      g_autoptr (hb_blob_t) table = NULL;

      if (is_dropped (tags[i]))
        continue;
      table = hb_face_reference_table (face, tags[i]);
      hb_face_builder_add_table (bare, tags[i], table);
    }
  return bare;
}

static hb_subset_plan_t *
make_plan (const Embedding *embedding,
           hb_face_t       *face)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t *plan;

  if (input == NULL)
    return NULL;

  hb_set_set (hb_subset_input_glyph_set (input), embedding->glyphs);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  plan = hb_subset_plan_create_or_fail (face, input);
  hb_subset_input_destroy (input);
  return plan;
}

/* Leaves the face as it is when no subset can be made of it: one instance of a variable
   font would lose what makes it that instance. */
static void
make_subset (Embedding *embedding)
{
  hb_face_t *whole = hb_font_get_face (embedding->face->hb);
  g_autoptr (hb_face_t) bare = NULL;
  g_autoptr (hb_face_t) face = NULL;
  g_autoptr (hb_blob_t) blob = NULL;
  cairo_font_face_t *cairo;

  if (hb_ot_var_has_data (whole))
    return;

  bare = make_bare_face (whole);
  embedding->plan = make_plan (embedding, bare);
  if (embedding->plan != NULL)
    face = hb_subset_plan_execute_or_fail (embedding->plan);
  if (face == NULL)
    return;

  blob = hb_face_reference_blob (face);
  cairo = open_blob (blob, TRUE);
  if (cairo == NULL)
    return;

  embedding->subset = _gj_face_new_for_cairo (cairo, embedding->face->family, embedding->face->style);
}

static Embedding *
find_embedding (GHashTable *embeddings,
                GjFace     *face)
{
  Embedding *embedding = g_hash_table_lookup (embeddings, face);

  if (embedding == NULL)
    {
      embedding = g_new0 (Embedding, 1);
      embedding->face = face;
      embedding->glyphs = hb_set_create ();
      g_hash_table_insert (embeddings, face, embedding);
    }
  return embedding;
}

static void
collect_glyphs (GHashTable   *embeddings,
                const GjPage *page)
{
  for (guint i = 0; i < page->ops->len; i++)
    {
      const GjOp *op = &g_array_index (page->ops, GjOp, i);

      if (op->kind != GJ_OP_TEXT || op->text.drawn || op->text.face->hb == NULL)
        continue;
      for (guint j = 0; j < op->text.n_glyphs; j++)
        hb_set_add (find_embedding (embeddings, op->text.face)->glyphs, op->text.glyphs[j].index);
    }
}

static void
replace_face (GHashTable *embeddings,
              GjTextRun  *run)
{
  const Embedding *embedding = g_hash_table_lookup (embeddings, run->face);
  const hb_map_t *map;

  if (embedding == NULL || embedding->subset == NULL)
    return;

  map = hb_subset_plan_old_to_new_glyph_mapping (embedding->plan);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      hb_codepoint_t glyph = hb_map_get (map, run->glyphs[i].index);

      run->glyphs[i].index = glyph != HB_MAP_VALUE_INVALID ? glyph : 0;
    }
  _gj_face_unref (run->face);
  run->face = _gj_face_ref (embedding->subset);
}

/**
 * gj_pages_dup_embeddable:
 *
 * Makes pages that look the same and whose faces hold nothing but the glyphs that are
 * shown: what is to be written into a file.
 *
 * Returns: (transfer full): the pages
 */
GjPages *
gj_pages_dup_embeddable (GjPages *self)
{
  g_autoptr (GHashTable) embeddings = g_hash_table_new_full (NULL, NULL, NULL, embedding_free);
  GHashTableIter iter;
  gpointer embedding;
  GjPages *copy;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < gj_pages_get_n_pages (self); i++)
    collect_glyphs (embeddings, gj_pages_get_page (self, i));
  g_hash_table_iter_init (&iter, embeddings);
  while (g_hash_table_iter_next (&iter, NULL, &embedding))
    make_subset (embedding);

  copy = _gj_pages_dup (self);
  for (guint i = 0; i < gj_pages_get_n_pages (copy); i++)
    {
      const GjPage *page = gj_pages_get_page (copy, i);

      for (guint j = 0; j < page->ops->len; j++)
        {
          GjOp *op = &g_array_index (page->ops, GjOp, j);

          if (op->kind == GJ_OP_TEXT && !op->text.drawn)
            replace_face (embeddings, &op->text);
        }
    }
  return copy;
}
