/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-fonts.h"

#include <glib/gi18n-lib.h>

#include "gj-font-chain-private.h"
#include "gj-fonts-private.h"
#include "gj-paper-resources.h"

/* A GjFonts owns the faces it has opened. Each role has the candidates of its chain, of
* which the first that is installed is the role's face; the later ones are opened only
* when a character is missing in it. Fontconfig says which files there are and, at the
* very end, which face has a character that no candidate has; it never picks by name. */

G_DEFINE_QUARK (gj - render - error - quark, gj_render_error)

/* @next is the first candidate that has not been tried; bit N of @no_latin says that
   face N is not asked for figures and Latin letters. */
typedef struct
{
  GPtrArray *faces;
  guint      next;
  guint64    no_latin;
  gboolean   substituted;
  char      *used;
} Role;

struct _GjFonts
{
  GjFontChain *chain;
  FcConfig    *config;
  GHashTable  *patterns;
  GHashTable  *opened;
  GHashTable  *borrowed;
  Role         roles[GJ_N_FONT_ROLES];
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

/* Family name in lower case → the patterns of that family, for the names in the chain. */
static void
collect_patterns (GjFonts *self)
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
open_face (GjFonts    *self,
           const char *file,
           int         index,
           const char *family,
           const char *style)
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
open_pattern (GjFonts    *self,
              FcPattern  *pattern,
              const char *family)
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
open_installed (GjFonts            *self,
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

static GjFace *
open_choice (GjFonts            *self,
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

/* The role's face number @index, counting only those that are installed. */
static GjFace *
get_role_face (GjFonts    *self,
               GjFontRole  role,
               guint       index)
{
  Role *chosen = &self->roles[role];
  GPtrArray *choices = self->chain->choices[role];

  while (chosen->faces->len <= index && chosen->next < choices->len)
    {
      GjFontChoice *choice = choices->pdata[chosen->next++];
      GjFace *face = open_choice (self, choice);

      if (face == NULL || g_ptr_array_find (chosen->faces, face, NULL))
        continue;
      if (chosen->faces->len == 0)
        chosen->substituted = choice->stand_in;
      if (choice->no_latin && chosen->faces->len < 64)
        chosen->no_latin |= G_GUINT64_CONSTANT (1) << chosen->faces->len;
      g_ptr_array_add (chosen->faces, face);
    }
  return index < chosen->faces->len ? chosen->faces->pdata[index] : NULL;
}

/* The face that has the character, whatever it is: the last resort. */
static GjFace *
borrow_face (GjFonts  *self,
             gunichar  character)
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

static GjFace *
find_borrowed (GjFonts  *self,
               gunichar  character)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->borrowed, GUINT_TO_POINTER (character), NULL, &found))
    {
      found = borrow_face (self, character);
      g_hash_table_insert (self->borrowed, GUINT_TO_POINTER (character), found);
    }
  return found;
}

static gboolean
choose_faces (GjFonts  *self,
              GError  **error)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      GjFace *face = get_role_face (self, i, 0);

      if (face == NULL)
        {
          g_set_error (error, GJ_RENDER_ERROR, GJ_RENDER_ERROR_FONTS,
                       _("No Chinese font was found for %s. Install that font, or the package fonts-noto-cjk."),
                       self->chain->officials[i]);
          return FALSE;
        }
      self->roles[i].used = g_strstrip (g_strconcat (face->family, " ", face->style, NULL));
    }
  return TRUE;
}

/**
 * gj_fonts_new_for_chain:
 * @chain: a list of faces for each role, as data/paper/fonts.xml
 *
 * Chooses for each role the first face of the chain that is installed. Sets
 * %GJ_RENDER_ERROR when a role has none, and an error of #GMarkupError when the list
 * cannot be read.
 *
 * Returns: (transfer full): the faces, or %NULL with an error
 */
GjFonts *
gj_fonts_new_for_chain (GBytes  *chain,
                        GError **error)
{
  g_autoptr (GjFontChain) read = NULL;
  g_autoptr (GjFonts) self = NULL;

  g_return_val_if_fail (chain != NULL, NULL);

  read = _gj_font_chain_new (chain, error);
  if (read == NULL)
    return NULL;

  self = g_new0 (GjFonts, 1);
  self->chain = g_steal_pointer (&read);
  self->config = FcConfigReference (NULL);
  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _gj_face_unref);
  self->borrowed = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    self->roles[i].faces = g_ptr_array_new ();

  collect_patterns (self);
  return choose_faces (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * gj_fonts_new:
 *
 * Chooses the faces of GB/T 9704-2012, or what stands in for them. Sets
 * %GJ_RENDER_ERROR when there is no Chinese font at all.
 *
 * Returns: (transfer full): the faces, or %NULL with an error
 */
GjFonts *
gj_fonts_new (GError **error)
{
  g_autoptr (GBytes) chain = g_resource_lookup_data (_gj_paper_get_resource (),
                                                     "/io/github/gouji/Gouji/paper/fonts.xml",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return chain != NULL ? gj_fonts_new_for_chain (chain, error) : NULL;
}

/**
 * gj_fonts_free:
 *
 * Frees the faces; pages made with them keep those that they need.
 */
void
gj_fonts_free (GjFonts *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      g_ptr_array_unref (self->roles[i].faces);
      g_free (self->roles[i].used);
    }
  g_hash_table_unref (self->borrowed);
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->patterns);
  FcConfigDestroy (self->config);
  _gj_font_chain_free (self->chain);
  g_free (self);
}

/**
 * gj_fonts_get_official:
 *
 * Returns: the name of the face that the standard asks for
 */
const char *
gj_fonts_get_official (GjFonts    *self,
                       GjFontRole  role)
{
  g_return_val_if_fail (self != NULL && role < GJ_N_FONT_ROLES, NULL);

  return self->chain->officials[role];
}

/**
 * gj_fonts_get_used:
 *
 * Returns: the name of the face that is used
 */
const char *
gj_fonts_get_used (GjFonts    *self,
                   GjFontRole  role)
{
  g_return_val_if_fail (self != NULL && role < GJ_N_FONT_ROLES, NULL);

  return self->roles[role].used;
}

/**
 * gj_fonts_is_substituted:
 *
 * Returns: whether another face stands in for the one of the standard
 */
gboolean
gj_fonts_is_substituted (GjFonts    *self,
                         GjFontRole  role)
{
  g_return_val_if_fail (self != NULL && role < GJ_N_FONT_ROLES, FALSE);

  return self->roles[role].substituted;
}

GjFace *
_gj_fonts_get_face (GjFonts    *self,
                    GjFontRole  role)
{
  return self->roles[role].faces->pdata[0];
}

static gboolean
is_latin (gunichar character)
{
  return character < 0x250;
}

/* Whether the face is passed over for the character: then another, if there is one, has
   it in a form that goes better with the rest. */
static gboolean
is_passed_over (GjFonts    *self,
                GjFontRole  role,
                guint       index,
                gunichar    character)
{
  return is_latin (character) && index < 64 && (self->roles[role].no_latin >> index & 1) != 0 &&
         get_role_face (self, role, index + 1) != NULL;
}

/* (transfer none): the face to draw a character with, never %NULL. */
GjFace *
_gj_fonts_find_glyph (GjFonts        *self,
                      GjFontRole      role,
                      gunichar        character,
                      hb_codepoint_t *glyph,
                      GjGlyphOrigin  *origin)
{
  GjFace *face;

  for (guint i = 0; (face = get_role_face (self, role, i)) != NULL; i++)
    {
      if (!is_passed_over (self, role, i, character) && _gj_face_has (face, character, glyph))
        {
          *origin = i == 0 || is_latin (character) ? GJ_GLYPH_OWN : GJ_GLYPH_BORROWED;
          return face;
        }
    }

  face = find_borrowed (self, character);
  if (face != NULL && _gj_face_has (face, character, glyph))
    {
      *origin = GJ_GLYPH_BORROWED;
      return face;
    }
  *glyph = 0;
  *origin = GJ_GLYPH_MISSING;
  return _gj_fonts_get_face (self, role);
}
