/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-kind-choice.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *kind;
  const char *name;
} choices[] = {
  { "", N_("Not chosen") },
  { "department", N_("Department of a government") },
  { "government", N_("Local government") },
  { "ministry", N_("Ministry or agency of the State Council") },
};

static guint
find (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (kind, choices[i].kind) == 0)
      return i;

  return 0;
}

GListModel *
gj_kind_choice_create_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (names, _(choices[i].name));

  return G_LIST_MODEL (names);
}

guint
gj_kind_choice_find (GjReport *report)
{
  g_return_val_if_fail (GJ_IS_REPORT (report), 0);

  return find (gj_report_get_field (report, GJ_FIELD_BODY_KIND));
}

/* What is no kind that is known is said as it stands there. */
const char *
gj_kind_choice_get_name (const char *kind)
{
  guint choice = find (kind);

  return choice > 0 ? _(choices[choice].name) : kind;
}

gboolean
gj_kind_choice_push (GjSession *session,
                     guint      selected)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), FALSE);
  g_return_val_if_fail (selected < G_N_ELEMENTS (choices), FALSE);

  edit = gj_edit_new (_("Kind of body"));
  gj_edit_set_field (edit, gj_session_get_report (session), GJ_FIELD_BODY_KIND,
                     choices[selected].kind);

  return gj_session_push (session, edit);
}
