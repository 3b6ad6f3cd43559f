/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-font-files-private.h"

#include <fontconfig/fontconfig.h>

/* Fontconfig says which files there are and, at the very end, which face has a character
 * that no candidate has. It never picks by name: it answers 仿宋_GB2312, 黑体 and 小标宋
 * all with DejaVu Sans. */

/* @patterns: family name in lower case → the patterns of that family, for the names of
 * the chain; @opened: "index file" → face. */
struct _GjFontFiles
{
  const GjFontChain *chain;
  FcConfig          *config;
  GHashTable        *patterns;
  GHashTable        *opened;
};

static char *
fold (const char *family)
{
  return g_ascii_strdown (family, -1);
}

static void
collect_names (GHashTable *wanted,
               FcPattern  *pattern)
{
  FcChar8 *name;

  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    {
      g_autofree char *folded = fold ((const char *) name);
      GPtrArray *patterns = g_hash_table_lookup (wanted, folded);

      if (patterns != NULL)
        g_ptr_array_add (patterns, pattern);
    }
}

static void
collect_patterns (GjFontFiles *self)
{
  static const FcSetName sets[] = { FcSetSystem, FcSetApplication };

  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      for (guint j = 0; j < self->chain->choices[i]->len; j++)
        {
          GjFontChoice *choice = self->chain->choices[i]->pdata[j];

          g_hash_table_insert (self->patterns, fold (choice->family), g_ptr_array_new ());
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      FcFontSet *set = FcConfigGetFonts (self->config, sets[i]);

      for (int j = 0; set != NULL && j < set->nfont; j++)
        collect_names (self->patterns, set->fonts[j]);
    }
}

/* How far a pattern is from what is wanted; negative when it is not to be had. */
static int
judge_pattern (FcPattern          *pattern,
               const GjFontChoice *choice)
{
  int weight = FC_WEIGHT_REGULAR;
  int slant = FC_SLANT_ROMAN;
  FcBool variable = FcFalse;
  FcBool outline = FcTrue;
  FcChar8 *file;

  FcPatternGetInteger (pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger (pattern, FC_SLANT, 0, &slant);
  FcPatternGetBool (pattern, FC_VARIABLE, 0, &variable);
  FcPatternGetBool (pattern, FC_OUTLINE, 0, &outline);
  if (slant != FC_SLANT_ROMAN || variable || !outline ||
      FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return -1;
  if (choice->weight != 0)
    return weight == choice->weight ? 0 : -1;
  return ABS (weight - FC_WEIGHT_REGULAR);
}

static GjFace *
open_face (GjFontFiles *self,
           const char  *file,
           int          index,
           const char  *family,
           const char  *style)
{
  g_autofree char *key = g_strdup_printf ("%d %s", index, file);
  GjFace *face = g_hash_table_lookup (self->opened, key);

  if (face == NULL)
    {
      face = _gj_face_new (file, index, family, style);
      if (face != NULL)
        g_hash_table_insert (self->opened, g_steal_pointer (&key), face);
    }
  return face;
}

static GjFace *
open_pattern (GjFontFiles *self,
              FcPattern   *pattern,
              const char  *family)
{
  FcChar8 *file = NULL;
  FcChar8 *style = NULL;
  int index = 0;

  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  FcPatternGetString (pattern, FC_STYLE, 0, &style);
  return open_face (self, (const char *) file, index, family, (const char *) style);
}

static GjFace *
open_installed (GjFontFiles        *self,
                const GjFontChoice *choice)
{
  g_autofree char *folded = fold (choice->family);
  GPtrArray *patterns = g_hash_table_lookup (self->patterns, folded);
  FcPattern *best = NULL;
  int distance = G_MAXINT;

  for (guint i = 0; i < patterns->len; i++)
    {
      int found = judge_pattern (patterns->pdata[i], choice);

      if (found >= 0 && found < distance)
        {
          best = patterns->pdata[i];
          distance = found;
        }
    }
  return best != NULL ? open_pattern (self, best, choice->family) : NULL;
}

/* (transfer none) (nullable): the face of a candidate, %NULL when it is not installed */
GjFace *
_gj_font_files_open (GjFontFiles        *self,
                     const GjFontChoice *choice)
{
  for (guint i = 0; choice->file != NULL && i < self->chain->directories->len; i++)
    {
      g_autofree char *path = g_build_filename (self->chain->directories->pdata[i], choice->file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          GjFace *face = open_face (self, path, 0, choice->family, NULL);

          if (face != NULL)
            return face;
        }
    }
  return open_installed (self, choice);
}

/* The face that has the character, whatever it is: the last resort. */
GjFace *
_gj_font_files_borrow (GjFontFiles *self,
                       gunichar     character)
{
  g_autoptr (FcPattern) pattern = FcPatternCreate ();
  g_autoptr (FcPattern) match = NULL;
  FcCharSet *characters = FcCharSetCreate ();
  FcChar8 *family = NULL;
  FcResult result;
  hb_codepoint_t glyph;
  GjFace *face = NULL;

  FcCharSetAddChar (characters, character);
  FcPatternAddCharSet (pattern, FC_CHARSET, characters);
  FcPatternAddBool (pattern, FC_OUTLINE, FcTrue);
  FcPatternAddString (pattern, FC_LANG, (const FcChar8 *) "zh-cn");
  FcConfigSubstitute (self->config, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  match = FcFontMatch (self->config, pattern, &result);
  FcCharSetDestroy (characters);

  if (match != NULL && FcPatternGetString (match, FC_FAMILY, 0, &family) == FcResultMatch)
    face = open_pattern (self, match, (const char *) family);
  return face != NULL && _gj_face_has (face, character, &glyph) ? face : NULL;
}

/* The files for a chain, which must live as long. */
GjFontFiles *
_gj_font_files_new (const GjFontChain *chain)
{
  GjFontFiles *self = g_new0 (GjFontFiles, 1);

  self->chain = chain;
  self->config = FcConfigReference (NULL);
  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _gj_face_unref);
  collect_patterns (self);
  return self;
}

void
_gj_font_files_free (GjFontFiles *self)
{
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->patterns);
  FcConfigDestroy (self->config);
  g_free (self);
}
