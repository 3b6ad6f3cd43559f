/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-badge.h"
#include "gj-finding-words.h"
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
  GjSessionView  parent_instance;

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

  GjFindingGroup *group;
};

G_DEFINE_FINAL_TYPE (GjFindingCard, gj_finding_card, GJ_TYPE_SESSION_VIEW)

enum { PROP_0, PROP_GROUP, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GjSession *
get_session (GjFindingCard *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

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

static void
show_message (GjFindingCard *self)
{
  g_autofree char *markup = gj_finding_group_dup_markup (self->group);

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

static void
show_decision (GjFindingCard *self)
{
  GjDecision *decision = gj_finding_get_decision (get_lead (self));
  g_autofree char *words = decision != NULL ? gj_decision_dup_words (decision) : NULL;
  gboolean decided = gj_finding_is_decided (get_lead (self));

  set_optional (self->state, gj_finding_get_state_words (get_lead (self)));
  set_optional (self->decision, words);

  if (decided)
    gtk_widget_add_css_class (self->content, "decided");
  else
    gtk_widget_remove_css_class (self->content, "decided");

  gtk_widget_set_visible (self->reason_button,
                          !decided && !gj_finding_is_mandatory (get_lead (self)));
  gtk_widget_set_visible (self->take_back_button, decision != NULL);
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
  gboolean is_decided = gj_finding_is_decided (get_lead (self));
  g_autofree char *label = is_decided ? NULL : gj_finding_group_dup_remedy_label (self->group);
  gboolean can_edit = get_session (self) != NULL && gj_session_can_edit (get_session (self));

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
show (GjFindingCard *self)
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
  gj_session_go_to_finding (get_session (self), gj_finding_group_get_finding (self->group, index));
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
  gj_session_apply_remedies (get_session (self), group);
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
  gj_reason_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), get_session (self), group);
}

static void
take_back_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GjFindingCard *self = GJ_FINDING_CARD (widget);
  g_autoptr (GjFindingGroup) group = g_object_ref (self->group);

  go_to_place (self, 0);
  gj_session_undecide (get_session (self), group);
}

static void
gj_finding_card_finalize (GObject *object)
{
  g_clear_object (&GJ_FINDING_CARD (object)->group);

  G_OBJECT_CLASS (gj_finding_card_parent_class)->finalize (object);
}

static void
gj_finding_card_session_changed (GjSessionView *view,
                                 GjSession     *session)
{
  if (session != NULL)
    gj_session_view_listen (view, session, "notify::mode", G_CALLBACK (show));
  show (GJ_FINDING_CARD (view));
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

  object_class->finalize = gj_finding_card_finalize;
  object_class->get_property = gj_finding_card_get_property;
  object_class->set_property = gj_finding_card_set_property;

  properties[PROP_GROUP] =
    g_param_spec_object ("group", NULL, NULL, GJ_TYPE_FINDING_GROUP, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  GJ_SESSION_VIEW_CLASS (klass)->session_changed = gj_finding_card_session_changed;

  gtk_widget_class_install_action (widget_class, "finding.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "finding.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (widget_class, "finding.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "finding.take-back", NULL, take_back_cb);

  g_type_ensure (GJ_TYPE_BADGE);
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

  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}
