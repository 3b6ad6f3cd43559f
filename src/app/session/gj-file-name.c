/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-name.h"

#include <string.h>

/* In bytes: a name has room for 255 with its suffix and what a save puts round it. */
#define MAX_SIZE 200

/* Files are handed on to Windows, where these mean something. */
static gboolean
is_refused (gunichar character)
{
  return g_unichar_iscntrl (character) || (character < 0x80 && strchr ("/\\:*?\"<>|", (int) character));
}

static void
shorten (char *name)
{
  char *end;

  if (strlen (name) <= MAX_SIZE)
    return;

  end = g_utf8_find_prev_char (name, name + MAX_SIZE + 1);
  if (end != NULL)
    *end = '\0';
}

char *
gj_file_name_dup_safe (const char *stem)
{
  GString *name;
  gsize end;

  g_return_val_if_fail (stem != NULL, NULL);

  name = g_string_new (NULL);
  for (const char *p = stem; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (name, is_refused (character) ? '-' : character);
    }
  shorten (name->str);

  /* Neither hidden nor with an end that Windows drops. */
  end = strlen (name->str);
  while (end > 0 && strchr (" .", name->str[end - 1]) != NULL)
    end--;
  g_string_truncate (name, end);
  while (name->len > 0 && strchr (" .", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);

  return g_string_free (name, FALSE);
}
