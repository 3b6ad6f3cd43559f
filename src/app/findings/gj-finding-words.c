/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a card says about a finding beside the finding's own words. */

/* The names of cells lead to the cells. */
static char *
link_names (GjFindingGroup *group)
{
  GString *links = g_string_new (NULL);

  for (guint i = 0; i < gj_finding_group_get_n_findings (group); i++)
    {
      g_autofree char *name = g_markup_escape_text (gj_finding_group_get_name (group, i), -1);

      g_string_append_printf (links, "%s<a href=\"%u\">%s</a>", i > 0 ? C_("list", ", ") : "", i, name);
    }

  return g_string_free (links, FALSE);
}

/* The message as markup, with a link to the nth finding in the place of the nth name. */
char *
gj_finding_group_dup_markup (GjFindingGroup *group)
{
  const char *message = gj_finding_group_get_message (group);
  const char *names = gj_finding_group_get_names (group);
  const char *start = names != NULL ? strstr (message, names) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *links = NULL;
  g_autofree char *after = NULL;

  if (start == NULL)
    return g_markup_escape_text (message, -1);

  before = g_markup_escape_text (message, start - message);
  links = link_names (group);
  after = g_markup_escape_text (start + strlen (names), -1);

  return g_strconcat (before, links, after, NULL);
}

/* Whether a person has decided about the finding, and how; NULL when nobody has. */
const char *
gj_finding_get_state_words (GjFinding *finding)
{
  GjDecision *decision = gj_finding_get_decision (finding);

  if (gj_finding_is_reopened (finding))
    return _("Figures have changed, please verify again");
  if (!gj_finding_is_decided (finding) || decision == NULL)
    return NULL;
  if (decision->state == GJ_DECISION_ACCEPTED)
    return _("Kept, with a reason");
  if (decision->state == GJ_DECISION_FIXED)
    return _("Fixed");

  return _("Not a problem");
}

char *
gj_decision_dup_words (GjDecision *decision)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _("Reason: %s"), decision->reason != NULL ? decision->reason : "");
  if (decision->who != NULL && *decision->who != '\0')
    g_string_append_printf (words, " — %s", decision->who);
  if (decision->when != NULL && *decision->when != '\0')
    g_string_append_printf (words, " %s", decision->when);

  return g_string_free (words, FALSE);
}

/* The button says what it will do: to one cell, or to how many of a row. NULL when nothing
 * is offered. */
char *
gj_finding_group_dup_remedy_label (GjFindingGroup *group)
{
  guint n_remedies = 0;
  const char *remedy = NULL;

  for (guint i = 0; i < gj_finding_group_get_n_findings (group); i++)
    {
      const char *text;

      if (!gj_finding_get_remedy (gj_finding_group_get_finding (group, i), NULL, &text))
        continue;

      remedy = text;
      n_remedies++;
    }

  if (n_remedies == 0)
    return NULL;
  if (n_remedies > 1)
    return g_strdup_printf (ngettext ("Put %1$s into %2$u Cell", "Put %1$s into %2$u Cells",
                                      n_remedies), remedy, n_remedies);

  return *remedy != '\0' ? g_strdup_printf (_("Change to %s"), remedy) : g_strdup (_("Clear"));
}
