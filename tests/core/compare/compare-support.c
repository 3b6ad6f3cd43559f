/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-support.h"

#include <string.h>

/* The other end of a move, or %NULL. */

static const GjTextChange *
find_end (const GArray     *changes,
          guint             move,
          GjTextChangeKind  kind)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);

      if (change->kind == kind && change->move == move)
        return change;
    }

  return NULL;
}

static void
assert_whole_characters (const char *text,
                         gsize       start,
                         gsize       end)
{
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, strlen (text));
  g_assert_true (g_utf8_validate (text + start, end - start, NULL));
}

static void
assert_stretch (const char         *old_text,
                const char         *new_text,
                const GjTextChange *change)
{
  gsize old_length = change->old_end - change->old_start;
  gsize new_length = change->new_end - change->new_start;

  assert_whole_characters (old_text, change->old_start, change->old_end);
  assert_whole_characters (new_text, change->new_start, change->new_end);

  switch (change->kind)
    {
    case GJ_TEXT_SAME:
      g_assert_cmpmem (old_text + change->old_start, old_length, new_text + change->new_start, new_length);
      break;

    case GJ_TEXT_REMOVED:
    case GJ_TEXT_MOVED_AWAY:
      g_assert_cmpuint (old_length, >, 0);
      g_assert_cmpuint (new_length, ==, 0);
      break;

    case GJ_TEXT_ADDED:
    case GJ_TEXT_MOVED_HERE:
    default:
      g_assert_cmpuint (old_length, ==, 0);
      g_assert_cmpuint (new_length, >, 0);
      break;
    }

  g_assert_cmpint (change->move != 0, ==,
                   change->kind == GJ_TEXT_MOVED_AWAY || change->kind == GJ_TEXT_MOVED_HERE);
}

/* The new text is made of the old one and of what was added, and of nothing else. */

void
assert_reproduces (const char   *old_text,
                   const char   *new_text,
                   const GArray *changes)
{
  g_autoptr (GString) made = g_string_new (NULL);
  gsize old_end = 0, new_end = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);

      g_assert_cmpuint (change->old_start, ==, old_end);
      g_assert_cmpuint (change->new_start, ==, new_end);
      old_end = change->old_end;
      new_end = change->new_end;
      assert_stretch (old_text, new_text, change);

      if (change->kind == GJ_TEXT_SAME)
        g_string_append_len (made, old_text + change->old_start, change->old_end - change->old_start);
      else if (change->kind == GJ_TEXT_ADDED)
        g_string_append_len (made, new_text + change->new_start, change->new_end - change->new_start);
      else if (change->kind == GJ_TEXT_MOVED_HERE)
        {
          const GjTextChange *from = find_end (changes, change->move, GJ_TEXT_MOVED_AWAY);

          g_assert_nonnull (from);
          g_string_append_len (made, old_text + from->old_start, from->old_end - from->old_start);
        }
      else if (change->kind == GJ_TEXT_MOVED_AWAY)
        g_assert_nonnull (find_end (changes, change->move, GJ_TEXT_MOVED_HERE));
    }

  g_assert_cmpuint (old_end, ==, strlen (old_text));
  g_assert_cmpstr (made->str, ==, new_text);
}

/* As a person would note them: [-removed-] {+added+} <1-moved away-1> <1+moved here+1>,
 * numbers in [#1#] {#2#}. */

char *
write_changes (const char   *old_text,
               const char   *new_text,
               const GArray *changes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);
      g_autofree char *old_part = g_strndup (old_text + change->old_start, change->old_end - change->old_start);
      g_autofree char *new_part = g_strndup (new_text + change->new_start, change->new_end - change->new_start);

      switch (change->kind)
        {
        case GJ_TEXT_REMOVED:
          g_string_append_printf (out, change->is_number ? "[#%s#]" : "[-%s-]", old_part);
          break;

        case GJ_TEXT_ADDED:
          g_string_append_printf (out, change->is_number ? "{#%s#}" : "{+%s+}", new_part);
          break;

        case GJ_TEXT_MOVED_AWAY:
          g_string_append_printf (out, "<%u-%s-%u>", change->move, old_part, change->move);
          break;

        case GJ_TEXT_MOVED_HERE:
          g_string_append_printf (out, "<%u+%s+%u>", change->move, new_part, change->move);
          break;

        case GJ_TEXT_SAME:
        default:
          g_string_append (out, old_part);
          break;
        }
    }

  return g_string_free (out, FALSE);
}
