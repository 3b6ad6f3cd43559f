/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-font-words.h"

#include <glib/gi18n-lib.h>

/* How many characters without a font the one line names. */
#define N_NAMED 5

/* Two roles may share a face: it is named once. */
static GPtrArray *
list_substituted (GjPages *pages)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_uses;
  const GjFontUse *uses = gj_pages_get_font_uses (pages, &n_uses);

  for (guint i = 0; i < n_uses; i++)
    if (uses[i].substituted && g_hash_table_add (seen, uses[i].official))
      g_ptr_array_add (list, (gpointer) &uses[i]);

  return list;
}

static char *
dup_officials (GPtrArray *substituted)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < substituted->len; i++)
    {
      const GjFontUse *use = g_ptr_array_index (substituted, i);

      g_string_append_printf (names, "%s%s", i > 0 ? C_("list", ", ") : "", use->official);
    }

  return g_string_free (names, FALSE);
}

static char *
dup_missing (GjPages *pages,
             guint    n_named)
{
  GString *names = g_string_new (NULL);
  guint n_characters;
  const gunichar *characters = gj_pages_get_missing (pages, &n_characters);

  for (guint i = 0; i < MIN (n_characters, n_named); i++)
    {
      g_string_append (names, i > 0 ? C_("list", ", ") : "");
      if (g_unichar_isprint (characters[i]))
        g_string_append_unichar (names, characters[i]);
      g_string_append_printf (names, " (U+%04X)", characters[i]);
    }
  if (n_characters > n_named)
    g_string_append (names, "…");

  return g_string_free (names, FALSE);
}

char *
gj_font_words_dup_summary (GjPages *pages)
{
  g_autoptr (GPtrArray) substituted = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *missing = NULL;
  guint n_characters;

  g_return_val_if_fail (pages != NULL, NULL);

  substituted = list_substituted (pages);
  gj_pages_get_missing (pages, &n_characters);
  if (substituted->len > 0)
    {
      g_autofree char *officials = dup_officials (substituted);

      fonts = g_strdup_printf (_("Not on this computer: %s. Other fonts stand in."), officials);
    }
  if (n_characters > 0)
    {
      g_autofree char *names = dup_missing (pages, N_NAMED);

      missing = g_strdup_printf (ngettext ("No font has this character: %s",
                                           "No font has these characters: %s", n_characters), names);
    }

  if (fonts != NULL && missing != NULL)
    return g_strdup_printf ("%s %s", missing, fonts);

  return missing != NULL ? g_steal_pointer (&missing) : g_steal_pointer (&fonts);
}

static void
add_line (GString    *text,
          const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

char *
gj_font_words_dup_details (GjPages *pages)
{
  g_autoptr (GPtrArray) substituted = NULL;
  GString *text;
  guint n_characters;

  g_return_val_if_fail (pages != NULL, NULL);

  text = g_string_new (NULL);
  gj_pages_get_missing (pages, &n_characters);
  if (n_characters > 0)
    {
      g_autofree char *names = dup_missing (pages, G_MAXUINT);
      g_autofree char *line = g_strdup_printf (_("Printed as a box with their number, because no font has them: %s"),
                                               names);

      add_line (text, line);
    }

  substituted = list_substituted (pages);
  for (guint i = 0; i < substituted->len; i++)
    {
      const GjFontUse *use = g_ptr_array_index (substituted, i);
      g_autofree char *line = NULL;

      line = g_strdup_printf (_("%s (%s): %s stands in. %s"), use->official,
                              gj_font_role_get_label (use->role), use->used,
                              use->source != NULL ? use->source : "");
      add_line (text, line);
    }

  return g_string_free (text, text->len == 0);
}
