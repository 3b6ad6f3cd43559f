/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-body.h"

#include <string.h>

/* Whether two reports are of one body (C15). */

/* Signs and blanks in a name say nothing about whose name it is. */
static GString *
read_body (const char *name)
{
  GString *body = g_string_new (NULL);
  g_autofree char *text = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (body, g_utf8_get_char (p));

  return body;
}

/* A place inside a place is another one: 云溪市财政局, 云溪市东城区财政局. */
static gboolean
names_place (gunichar c)
{
  return c < 0x10000 && g_utf8_strchr ("省市区县州盟旗镇乡村", -1, c) != NULL;
}

/* Whether @shorter is @longer with words left out in the middle. */
static gboolean
is_shortened (const char *shorter,
              const char *longer)
{
  const char *p = shorter;
  const char *last = longer + strlen (longer);

  if (g_utf8_strlen (shorter, -1) < 4 || g_utf8_get_char (shorter) != g_utf8_get_char (longer) ||
      g_utf8_get_char (g_utf8_prev_char (shorter + strlen (shorter))) !=
      g_utf8_get_char (g_utf8_prev_char (last)))
    return FALSE;

  for (const char *q = longer; *q != '\0'; q = g_utf8_next_char (q))
    if (*p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q))
      p = g_utf8_next_char (p);
    else if (names_place (g_utf8_get_char (q)))
      return FALSE;

  return *p == '\0';
}

/* A short form is the same body (市发展改革局, 市发展和改革局), an office of it is not
 * (人民政府, 人民政府办公室). */
static gboolean
is_same_name (const GString *a,
              const GString *b)
{
  if (strcmp (a->str, b->str) == 0)
    return TRUE;

  return a->len < b->len ? is_shortened (a->str, b->str) : is_shortened (b->str, a->str);
}

/* Whether @self says that it was named @name. */
static gboolean
was_named (GjReport      *self,
           const GString *name)
{
  const char *setting = gj_report_get_setting (self, GJ_SETTING_FORMER_BODY);
  g_auto (GStrv) names = setting != NULL ? g_strsplit (setting, "\n", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GString) former = read_body (names[i]);

      if (former->len > 0 && is_same_name (former, name))
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
  g_autoptr (GString) name = NULL;
  g_autoptr (GString) other_name = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (self), GJ_BODY_UNKNOWN);
  g_return_val_if_fail (GJ_IS_REPORT (other), GJ_BODY_UNKNOWN);

  name = read_body (gj_report_get_field (self, GJ_FIELD_BODY));
  other_name = read_body (gj_report_get_field (other, GJ_FIELD_BODY));

  if (name->len == 0 || other_name->len == 0)
    return GJ_BODY_UNKNOWN;
  if (is_same_name (name, other_name))
    return GJ_BODY_SAME;
  if (was_named (self, other_name) || was_named (other, name))
    return GJ_BODY_LINKED;

  return GJ_BODY_OTHER;
}
