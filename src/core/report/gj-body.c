/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-body.h"

#include <string.h>

/* Whether two reports are of one body (C15). */

/* A name as it is compared: where it was broken says nothing. */
static char *
fold_name (const char *name)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/* Whether @self says that it was named @name. */
static gboolean
was_named (GjReport   *self,
           const char *name)
{
  const char *setting = gj_report_get_setting (self, GJ_SETTING_FORMER_BODY);
  g_auto (GStrv) names = setting != NULL ? g_strsplit (setting, "\n", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *former = fold_name (names[i]);

      if (*former != '\0' && strcmp (former, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * gj_report_match_body:
 * @self: a report
 * @other: another report, of another year or version
 *
 * Compares full names, and asks both reports for former names: what two names mean only a
 * person can know.
 *
 * Returns: whether both are of one body
 */
GjBodyMatch
gj_report_match_body (GjReport *self,
                      GjReport *other)
{
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (self), GJ_BODY_UNKNOWN);
  g_return_val_if_fail (GJ_IS_REPORT (other), GJ_BODY_UNKNOWN);

  name = fold_name (gj_report_get_field (self, GJ_FIELD_BODY));
  other_name = fold_name (gj_report_get_field (other, GJ_FIELD_BODY));

  if (*name == '\0' || *other_name == '\0')
    return GJ_BODY_UNKNOWN;
  if (strcmp (name, other_name) == 0)
    return GJ_BODY_SAME;
  if (was_named (self, other_name) || was_named (other, name))
    return GJ_BODY_LINKED;

  return GJ_BODY_OTHER;
}
