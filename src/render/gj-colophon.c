/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-colophon-private.h"

#include <glib/gi18n-lib.h>

/**
 * gj_font_role_get_label:
 *
 * Returns: what the role is for, in the user's language
 */
const char *
gj_font_role_get_label (GjFontRole role)
{
  static const char *const labels[GJ_N_FONT_ROLES] = {
    NC_("font", "Title"), NC_("font", "Text"), NC_("font", "First-level headings"),
    NC_("font", "Second-level headings"), NC_("font", "Tables"), NC_("font", "Page numbers"),
  };

  g_return_val_if_fail (role < GJ_N_FONT_ROLES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "font", labels[role]);
}

static void
use_clear (gpointer data)
{
  GjFontUse *use = data;

  g_free (use->official);
  g_free (use->used);
  g_free (use->source);
}

static void
find_roles (GPtrArray *pages,
            gboolean  *shown)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const GjPage *page = pages->pdata[i];

      for (guint j = 0; j < page->ops->len; j++)
        {
          const GjOp *op = &g_array_index (page->ops, GjOp, j);

          if (op->kind == GJ_OP_TEXT)
            shown[op->text.role] = TRUE;
        }
    }
}

static void
add_uses (GjColophon *self,
          GjFonts    *fonts,
          GPtrArray  *pages)
{
  gboolean shown[GJ_N_FONT_ROLES] = { FALSE };

  find_roles (pages, shown);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      GjFontUse use = {
        i, g_strdup (gj_fonts_get_official (fonts, i)), g_strdup (gj_fonts_get_used (fonts, i)),
        gj_fonts_is_substituted (fonts, i), g_strdup (gj_fonts_get_source (fonts, i)),
      };

      if (shown[i])
        g_array_append_val (self->uses, use);
      else
        use_clear (&use);
    }
}

/* One remark for a face, whatever number of roles it has. */
static void
add_substitutions (GjColophon *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const GjFontUse *use = &g_array_index (self->uses, GjFontUse, i);
      char *remark;

      if (!use->substituted)
        continue;
      remark = g_strdup_printf (_("The font %s is not installed; %s stands in for it. %s"), use->official, use->used,
                                use->source != NULL ? use->source : "");
      g_strchomp (remark);
      if (g_ptr_array_find_with_equal_func (self->remarks, remark, g_str_equal, NULL))
        g_free (remark);
      else
        g_ptr_array_add (self->remarks, remark);
    }
}

static int
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  gunichar left = *(const gunichar *) a;
  gunichar right = *(const gunichar *) b;

  return (left > right) - (left < right);
}

/* The characters in the order of Unicode, so that the list is the same every time. */
static GArray *
list_characters (GHashTable *borrowed)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, borrowed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gunichar character = GPOINTER_TO_UINT (key);

      g_array_append_val (characters, character);
    }
  g_array_sort (characters, compare_characters);
  return characters;
}

static void
add_missing (GjColophon *self,
             gunichar    character)
{
  char written[7] = { 0 };

  if (g_array_binary_search (self->missing, &character, compare_characters, NULL))
    return;

  g_unichar_to_utf8 (character, written);
  g_array_append_val (self->missing, character);
  g_array_sort (self->missing, compare_characters);
  g_ptr_array_add (self->remarks,
                   g_strdup_printf (_("No font has the character “%s” (U+%04X); it is printed as a box with this number."),
                                    written, character));
}

static void
add_borrowed (GjColophon *self,
              GjJob      *job,
              GjFontRole  role)
{
  g_autoptr (GArray) characters = list_characters (job->borrowed[role]);

  for (guint i = 0; i < characters->len; i++)
    {
      gunichar character = g_array_index (characters, gunichar, i);
      GjFace *face = g_hash_table_lookup (job->borrowed[role], GUINT_TO_POINTER (character));
      char written[7] = { 0 };

      g_unichar_to_utf8 (character, written);
      if (face == NULL)
        add_missing (self, character);
      else
        g_ptr_array_add (self->remarks,
                         g_strdup_printf (_("%s lacks the character “%s” (U+%04X); it is set in %s."),
                                          gj_fonts_get_used (job->fonts, role), written, character, face->family));
    }
}

/* About the pages (element-type GjPage) of a job. */
GjColophon *
_gj_colophon_new (GjJob     *job,
                  GPtrArray *pages)
{
  GjColophon *self = g_atomic_rc_box_new0 (GjColophon);

  self->uses = g_array_new (FALSE, FALSE, sizeof (GjFontUse));
  g_array_set_clear_func (self->uses, use_clear);
  self->missing = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  add_uses (self, job->fonts, pages);
  add_substitutions (self);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    add_borrowed (self, job, i);
  return self;
}

GjColophon *
_gj_colophon_ref (GjColophon *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
colophon_clear (gpointer data)
{
  GjColophon *self = data;

  g_array_unref (self->uses);
  g_array_unref (self->missing);
  g_ptr_array_unref (self->remarks);
}

void
_gj_colophon_unref (GjColophon *self)
{
  g_atomic_rc_box_release_full (self, colophon_clear);
}
