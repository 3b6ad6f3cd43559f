/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-badge.h"
#include "gj-reason-dialog.h"

/**
 * GjFindingCard:
 *
 * What is one finding to a person, in plain words: what is wrong, both sides, the
 * difference, where the rule comes from, and the safe button first. Changes the report
 * only through its session.
 */
struct _GjFindingCard
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GjBadge   *badge;
  GtkLabel  *title;
  GtkLabel  *state;
  GtkLabel  *message;
  GtkWidget *sides;
  GtkLabel  *left;
  GtkLabel  *right;
  GtkLabel  *difference;
  GtkLabel  *suggestion;
  GtkLabel  *source;
  GtkLabel  *decision;
  GtkButton *remedy_button;
  GtkWidget *reason_button;
  GtkWidget *take_back_button;

  GjSession      *session;
  GjFindingGroup *group;
};

G_DEFINE_FINAL_TYPE (GjFindingCard, gj_finding_card, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_GROUP, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_optional (GtkLabel   *label,
              const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static GjFinding *
get_lead (GjFindingCard *self)
{
  return gj_finding_group_get_lead (self->group);
}

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

static void
show_message (GjFindingCard *self)
{
  const char *message = gj_finding_group_get_message (self->group);
  const char *names = gj_finding_group_get_names (self->group);
  const char *start = names != NULL ? strstr (message, names) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *links = NULL;
  g_autofree char *after = NULL;
  g_autofree char *markup = NULL;

  if (start == NULL)
    {
      gtk_label_set_text (self->message, message);
      return;
    }

  before = g_markup_escape_text (message, start - message);
  links = link_names (self->group);
  after = g_markup_escape_text (start + strlen (names), -1);
  markup = g_strconcat (before, links, after, NULL);
  gtk_label_set_markup (self->message, markup);
}

static void
show_words (GjFindingCard *self)
{
  GjSeverity severity = gj_finding_get_severity (get_lead (self));
  const char *source = gj_finding_get_source (get_lead (self));
  g_autofree char *title = NULL;
  g_autofree char *sourced = NULL;

  title = g_strdup_printf ("%s · %s", gj_severity_get_words (severity),
                           gj_finding_group_get_title (self->group));
  if (source != NULL && *source != '\0')
    sourced = g_strdup_printf (_("Based on: %s"), source);

  gj_badge_set_severity (self->badge, severity);
  gtk_label_set_label (self->title, title);
  show_message (self);
  set_optional (self->source, sourced);
}

/* A message that names the numbers is not to be said twice. */
static gboolean
is_said (GjFindingCard *self,
         const char    *number)
{
  return number == NULL || strstr (gj_finding_group_get_message (self->group), number) != NULL;
}

static void
show_sides (GjFindingCard *self)
{
  const char *left = gj_finding_get_left (get_lead (self));
  const char *right = gj_finding_get_right (get_lead (self));

  gtk_widget_set_visible (self->sides, left != NULL && right != NULL
                          && !(is_said (self, left) && is_said (self, right)));
  gtk_label_set_label (self->left, left != NULL ? left : "");
  gtk_label_set_label (self->right, right != NULL ? right : "");
  set_optional (self->difference, gj_finding_get_difference (get_lead (self)));
}

static const char *
get_state_words (GjFinding *finding)
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

static char *
dup_decision_words (GjDecision *decision)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _("Reason: %s"), decision->reason != NULL ? decision->reason : "");
  if (decision->who != NULL && *decision->who != '\0')
    g_string_append_printf (words, " — %s", decision->who);
  if (decision->when != NULL && *decision->when != '\0')
    g_string_append_printf (words, " %s", decision->when);

  return g_string_free (words, FALSE);
}

static void
show_decision (GjFindingCard *self)
{
  GjDecision *decision = gj_finding_get_decision (get_lead (self));
  g_autofree char *words = decision != NULL ? dup_decision_words (decision) : NULL;
  gboolean decided = gj_finding_is_decided (get_lead (self));

  set_optional (self->state, get_state_words (get_lead (self)));
  set_optional (self->decision, words);

  if (decided)
    gtk_widget_add_css_class (self->content, "decided");
  else
    gtk_widget_remove_css_class (self->content, "decided");

  gtk_widget_set_visible (self->reason_button,
                          !decided && !gj_finding_is_mandatory (get_lead (self)));
  gtk_widget_set_visible (self->take_back_button, decision != NULL);
}

/* The button says what it will do: to one cell, or to how many of a row. */
static char *
dup_remedy_label (GjFindingCard *self)
{
  guint n_remedies = 0;
  const char *remedy = NULL;

  for (guint i = 0; i < gj_finding_group_get_n_findings (self->group); i++)
    {
      const char *text;

      if (!gj_finding_get_remedy (gj_finding_group_get_finding (self->group, i), NULL, &text))
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

static void
show_suggestion (GjFindingCard *self,
                 const char    *button)
{
  const char *suggestion = gj_finding_group_get_kind (self->group) == GJ_GROUP_PLACE
                           ? gj_finding_get_suggestion (get_lead (self)) : NULL;

  set_optional (self->suggestion, suggestion);
  if (suggestion != NULL && button != NULL && g_str_has_prefix (suggestion, button))
    gtk_widget_set_visible (GTK_WIDGET (self->suggestion), FALSE);
}

/* What is offered must be what the report would take: in the reviewing mode nothing of
 * the report changes. A suggestion that the button says already is not repeated. */
static void
show_remedy (GjFindingCard *self)
{
  g_autofree char *label = gj_finding_is_decided (get_lead (self)) ? NULL : dup_remedy_label (self);
  gboolean can_edit = self->session != NULL && gj_session_can_edit (self->session);

  show_suggestion (self, label);
  gtk_widget_set_visible (GTK_WIDGET (self->remedy_button), label != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.apply", label != NULL && can_edit);
  if (label == NULL)
    return;

  gtk_button_set_label (self->remedy_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remedy_button),
                               can_edit ? NULL
                               : _("While reviewing, the report cannot be changed"));
}

static void
update (GjFindingCard *self)
{
  if (self->group == NULL)
    return;

  show_words (self);
  show_sides (self);
  show_decision (self);
  show_remedy (self);
}

/* A card goes away when its finding does, and the keyboard's focus with it. So the focus
 * is put where the finding is before anything is done about it. */
static void
go_to_place (GjFindingCard *self,
             guint          index)
{
  gj_session_go_to_finding (self->session, gj_finding_group_get_finding (self->group, index));
  gtk_widget_activate_action (GTK_WIDGET (self), "report.focus-place", NULL);
}

static gboolean
link_cb (GjFindingCard *self,
         const char    *uri)
{
  go_to_place (self, (guint) g_ascii_strtoull (uri, NULL, 10));

  return GDK_EVENT_STOP;
}

static void
apply_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GjFindingCard *self = GJ_FINDING_CARD (widget);
  g_autoptr (GjFindingGroup) group = g_object_ref (self->group);

  go_to_place (self, 0);
  gj_session_apply_remedies (self->session, group);
}

static void
go_to_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  go_to_place (GJ_FINDING_CARD (widget), 0);
}

static void
explain_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GjFindingCard *self = GJ_FINDING_CARD (widget);
  g_autoptr (GjFindingGroup) group = g_object_ref (self->group);

  go_to_place (self, 0);
  gj_reason_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, group);
}

static void
take_back_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GjFindingCard *self = GJ_FINDING_CARD (widget);
  g_autoptr (GjFindingGroup) group = g_object_ref (self->group);

  go_to_place (self, 0);
  gj_session_undecide (self->session, group);
}

static void
gj_finding_card_dispose (GObject *object)
{
  GjFindingCard *self = GJ_FINDING_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  g_clear_object (&self->session);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (gj_finding_card_parent_class)->dispose (object);
}

static void
gj_finding_card_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GjFindingCard *self = GJ_FINDING_CARD (object);

  switch (property_id)
    {
    case PROP_GROUP:
      g_value_set_object (value, self->group);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_finding_card_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  GjFindingCard *self = GJ_FINDING_CARD (object);

  switch (property_id)
    {
    case PROP_GROUP:
      gj_finding_card_set_group (self, g_value_get_object (value));
      break;

    case PROP_SESSION:
      gj_finding_card_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, content);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, badge);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, title);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, state);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, message);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, sides);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, left);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, right);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, difference);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, suggestion);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, source);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, decision);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, remedy_button);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, reason_button);
  gtk_widget_class_bind_template_child (widget_class, GjFindingCard, take_back_button);
}

static void
gj_finding_card_class_init (GjFindingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gj_finding_card_dispose;
  object_class->get_property = gj_finding_card_get_property;
  object_class->set_property = gj_finding_card_set_property;

  properties[PROP_GROUP] =
    g_param_spec_object ("group", NULL, NULL, GJ_TYPE_FINDING_GROUP, flags);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "finding.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "finding.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (widget_class, "finding.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "finding.take-back", NULL, take_back_cb);

  g_type_ensure (GJ_TYPE_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-finding-card.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
}

static void
gj_finding_card_init (GjFindingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_finding_card_new (void)
{
  return g_object_new (GJ_TYPE_FINDING_CARD, NULL);
}

GjFindingGroup *
gj_finding_card_get_group (GjFindingCard *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_CARD (self), NULL);

  return self->group;
}

void
gj_finding_card_set_group (GjFindingCard  *self,
                           GjFindingGroup *group)
{
  g_return_if_fail (GJ_IS_FINDING_CARD (self));
  g_return_if_fail (group == NULL || GJ_IS_FINDING_GROUP (group));

  if (!g_set_object (&self->group, group))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

GjSession *
gj_finding_card_get_session (GjFindingCard *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_CARD (self), NULL);

  return self->session;
}

void
gj_finding_card_set_session (GjFindingCard *self,
                             GjSession     *session)
{
  g_return_if_fail (GJ_IS_FINDING_CARD (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::mode", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
