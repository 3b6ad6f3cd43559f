/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pages-private.h"

#include <glib/gi18n-lib.h>

static void
add_substitutions (GPtrArray *remarks,
                   GjFonts   *fonts)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      char *remark;

      if (!gj_fonts_is_substituted (fonts, i))
        continue;
      remark = g_strdup_printf (_("The font %s is not installed; %s stands in for it."),
                                gj_fonts_get_official (fonts, i), gj_fonts_get_used (fonts, i));
      if (g_ptr_array_find_with_equal_func (remarks, remark, g_str_equal, NULL))
        g_free (remark);
      else
        g_ptr_array_add (remarks, remark);
    }
}

static int
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* The characters in the order of Unicode, so that the list is the same every time. */
static GArray *
list_characters (GHashTable *borrowed)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, borrowed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint character = GPOINTER_TO_UINT (key);

      g_array_append_val (characters, character);
    }
  g_array_sort (characters, compare_characters);
  return characters;
}

static void
add_borrowed (GPtrArray  *remarks,
              GjJob      *job,
              GjFontRole  role)
{
  g_autoptr (GArray) characters = list_characters (job->borrowed[role]);

  for (guint i = 0; i < characters->len; i++)
    {
      guint character = g_array_index (characters, guint, i);
      GjFace *face = g_hash_table_lookup (job->borrowed[role], GUINT_TO_POINTER (character));
      char written[7] = { 0 };

      g_unichar_to_utf8 (character, written);
      if (face == NULL)
        g_ptr_array_add (remarks, g_strdup_printf (_("No font has the character “%s” (U+%04X); it is not printed."),
                                                   written, character));
      else
        g_ptr_array_add (remarks, g_strdup_printf (_("%s lacks the character “%s” (U+%04X); it is set in %s."),
                                                   gj_fonts_get_used (job->fonts, role), written, character,
                                                   face->family));
    }
}

/* What a person should know before printing, about this job. */
void
_gj_remarks_add (GPtrArray *remarks,
                 GjJob     *job)
{
  add_substitutions (remarks, job->fonts);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    add_borrowed (remarks, job, i);
}
