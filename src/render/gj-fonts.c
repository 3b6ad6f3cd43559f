/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-fonts.h"

#include <glib/gi18n-lib.h>

#include "gj-font-files-private.h"
#include "gj-fonts-private.h"
#include "gj-paper-resources.h"

/* A GjFonts owns the faces it has opened. Each role has the candidates of its chain, of
 * which the first that is installed is the role's face; the later ones are opened only
 * when a character is missing in it. */

G_DEFINE_QUARK (gj-render-error-quark, gj_render_error)

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
  GjFontFiles *files;
  GHashTable  *borrowed;
  Role         roles[GJ_N_FONT_ROLES];
};

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
      GjFace *face = _gj_font_files_open (self->files, choice);

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

static GjFace *
find_borrowed (GjFonts  *self,
               gunichar  character)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->borrowed, GUINT_TO_POINTER (character), NULL, &found))
    {
      found = _gj_font_files_borrow (self->files, character);
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

static GjFonts *
fonts_new (GjFontChain  *chain,
           GError      **error)
{
  g_autoptr (GjFonts) self = g_new0 (GjFonts, 1);

  self->chain = chain;
  self->files = _gj_font_files_new (chain);
  self->borrowed = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    self->roles[i].faces = g_ptr_array_new ();

  return choose_faces (self, error) ? g_steal_pointer (&self) : NULL;
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
  g_autoptr (GjFontChain) read = _gj_font_chain_new ();

  g_return_val_if_fail (chain != NULL, NULL);

  if (!_gj_font_chain_read (read, chain, error) || !_gj_font_chain_check (read, error))
    return NULL;

  return fonts_new (g_steal_pointer (&read), error);
}

/**
 * gj_fonts_dup_user_path:
 *
 * The user's own list of faces, written as data/paper/fonts.xml is; its faces come before
 * those that the program knows. It need not be there, nor hold every role.
 *
 * Returns: (transfer full): gouji/fonts.xml in the user's configuration folder
 */
char *
gj_fonts_dup_user_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "gouji", "fonts.xml", NULL);
}

static gboolean
read_user_list (GjFontChain  *chain,
                GError      **error)
{
  g_autofree char *path = gj_fonts_dup_user_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &failure);
  g_autofree char *shown = NULL;

  if (bytes == NULL && (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
                        g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)))
    return TRUE;
  if (bytes != NULL && _gj_font_chain_read (chain, bytes, &failure))
    return TRUE;

  shown = g_filename_display_name (path);
  g_set_error (error, GJ_RENDER_ERROR, GJ_RENDER_ERROR_FONTS,
               _("Your list of fonts %s cannot be used: %s. Mend the file or remove it."), shown, failure->message);
  return FALSE;
}

/**
 * gj_fonts_new:
 *
 * Chooses the faces of GB/T 9704-2012, or what stands in for them; first of all those of
 * the user's own list, gj_fonts_dup_user_path(). Sets %GJ_RENDER_ERROR when that cannot be
 * read, or when there is no Chinese font at all.
 *
 * Returns: (transfer full): the faces, or %NULL with an error
 */
GjFonts *
gj_fonts_new (GError **error)
{
  g_autoptr (GBytes) bytes = gj_resource_lookup_data (_gj_paper_get_resource,
                                                      "/io/github/gouji/Gouji/paper/fonts.xml", error);
  g_autoptr (GjFontChain) chain = _gj_font_chain_new ();

  if (bytes == NULL || !read_user_list (chain, error) || !_gj_font_chain_read (chain, bytes, error) ||
      !_gj_font_chain_check (chain, error))
    return NULL;

  return fonts_new (g_steal_pointer (&chain), error);
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
  _gj_font_files_free (self->files);
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

/**
 * gj_fonts_get_source:
 *
 * Returns: (nullable): where the face of the standard is to be had, in the user's language
 */
const char *
gj_fonts_get_source (GjFonts    *self,
                     GjFontRole  role)
{
  GjLabel source;

  g_return_val_if_fail (self != NULL && role < GJ_N_FONT_ROLES, NULL);

  source = (GjLabel) { self->chain->sources[role].zh, self->chain->sources[role].en };
  return gj_label_get_current (&source);
}

GjFace *
_gj_fonts_get_face (GjFonts    *self,
                    GjFontRole  role)
{
  return self->roles[role].faces->pdata[0];
}

/* A private character means something in its own face only: no other may lend it. */
static gboolean
is_private (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_PRIVATE_USE;
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
      if (i > 0 && is_private (character))
        break;
      if (!is_passed_over (self, role, i, character) && _gj_face_has (face, character, glyph))
        {
          *origin = i == 0 || is_latin (character) ? GJ_GLYPH_OWN : GJ_GLYPH_BORROWED;
          return face;
        }
    }

  face = is_private (character) ? NULL : find_borrowed (self, character);
  if (face != NULL && _gj_face_has (face, character, glyph))
    {
      *origin = GJ_GLYPH_BORROWED;
      return face;
    }
  *glyph = 0;
  *origin = GJ_GLYPH_MISSING;
  return _gj_fonts_get_face (self, role);
}
