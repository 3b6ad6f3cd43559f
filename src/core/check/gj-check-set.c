/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-checker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* GjCheckSet: one bit for each id of the catalogue, a word for each group, so that the
 * question whether a check is asked for costs next to nothing. */

#define N_GROUPS 8

struct _GjCheckSet
{
  guint64 groups[N_GROUPS];
};

/* How many ids each group of the catalogue has. */
static const guint8 group_sizes[N_GROUPS] = { 19, 9, 15, 23, 17, 34, 27, 12 };

/* The heading that stands for the checks of the 2021 form asked of the 2019 form. */
#define HEADING "B01"
#define HEADING_CHECKS "A01,A02,A03,A04,A05,A06,A07,A08,A14"

G_DEFINE_QUARK (gj-check-error-quark, gj_check_error)

static gboolean
read_check (const char *check,
            gsize       length,
            guint      *group,
            guint      *number)
{
  if (length != 3 || check[0] < 'A' || check[0] >= 'A' + N_GROUPS ||
      !g_ascii_isdigit (check[1]) || !g_ascii_isdigit (check[2]))
    return FALSE;

  *group = check[0] - 'A';
  *number = (check[1] - '0') * 10 + (check[2] - '0');

  return *number >= 1 && *number <= group_sizes[*group];
}

static void
set_unknown (GError     **error,
             const char  *name)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < N_GROUPS; i++)
    g_string_append_printf (known, "%s%c01–%c%02u", i > 0 ? ", " : "", 'A' + i, 'A' + i,
                            group_sizes[i]);

  g_set_error (error, GJ_CHECK_ERROR, GJ_CHECK_ERROR_UNKNOWN,
               _("There is no check “%1$s”. Name groups (A–H) or checks, parted by commas: %2$s."),
               name, known->str);
}

static gboolean
add_name (GjCheckSet  *self,
          const char  *name,
          GError     **error)
{
  gsize length = strlen (name);
  guint group;
  guint number;

  if (length == 1 && *name >= 'A' && *name < 'A' + N_GROUPS)
    {
      self->groups[*name - 'A'] = G_MAXUINT64;
      return TRUE;
    }

  if (!read_check (name, length, &group, &number))
    {
      set_unknown (error, name);
      return FALSE;
    }

  self->groups[group] |= G_GUINT64_CONSTANT (1) << number;

  return TRUE;
}

static gboolean
add_list (GjCheckSet  *self,
          const char  *list,
          GError     **error)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  if (names[0] == NULL)
    {
      set_unknown (error, "");
      return FALSE;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (!add_name (self, name, error))
        return FALSE;
      if (strcmp (name, HEADING) == 0 && !add_list (self, HEADING_CHECKS, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * gj_check_set_new:
 * @list: (nullable): groups and ids parted by commas ("A,B,D07"); %NULL for all checks
 * @error: return location
 *
 * Reads which checks are asked for. A name that the catalogue does not have is an error
 * %GJ_CHECK_ERROR_UNKNOWN that says which ones it has.
 *
 * Returns: (transfer full) (nullable): the set
 */
GjCheckSet *
gj_check_set_new (const char  *list,
                  GError     **error)
{
  g_autoptr (GjCheckSet) self = g_new0 (GjCheckSet, 1);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (list == NULL)
    memset (self->groups, 0xff, sizeof self->groups);
  else if (!add_list (self, list, error))
    return NULL;

  return g_steal_pointer (&self);
}

GjCheckSet *
gj_check_set_copy (const GjCheckSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

void
gj_check_set_free (GjCheckSet *self)
{
  g_free (self);
}

/**
 * gj_check_set_contains:
 * @self: (nullable): a set; %NULL stands for all checks
 * @check: the id of a check
 *
 * Returns: whether the check is asked for
 */
gboolean
gj_check_set_contains (const GjCheckSet *self,
                       const char       *check)
{
  guint group;
  guint number;

  g_return_val_if_fail (check != NULL, FALSE);

  if (self == NULL)
    return TRUE;

  return read_check (check, strlen (check), &group, &number) &&
         (self->groups[group] & G_GUINT64_CONSTANT (1) << number) != 0;
}
