/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-badge.h"

#include <glib/gi18n-lib.h>

/**
 * GjBadge:
 *
 * The sign of a severity, told by form as well as by colour, and a count beside it.
 */
struct _GjBadge
{
  GtkWidget   parent_instance;

  GtkWidget  *label;
  GjSeverity  severity;
  guint       count;
};

G_DEFINE_FINAL_TYPE (GjBadge, gj_badge, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SEVERITY, PROP_COUNT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const char *const signs[] = { "✕", "!", "i" };
static const char *const classes[] = { "error", "warning", "hint" };

const char *
gj_severity_get_words (GjSeverity severity)
{
  switch (severity)
    {
    case GJ_SEVERITY_ERROR:
      return _("Must be fixed");

    case GJ_SEVERITY_WARNING:
      return _("Please verify");

    case GJ_SEVERITY_HINT:
    default:
      return _("Suggestion");
    }
}

static void
update (GjBadge *self)
{
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[self->severity]);

  if (self->count == 0)
    {
      text = g_strdup (signs[self->severity]);
      spoken = g_strdup (gj_severity_get_words (self->severity));
    }
  else
    {
      text = g_strdup_printf ("%s %u", signs[self->severity], self->count);
      spoken = g_strdup_printf ("%s %u", gj_severity_get_words (self->severity), self->count);
    }

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
gj_badge_dispose (GObject *object)
{
  GjBadge *self = GJ_BADGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_badge_parent_class)->dispose (object);
}

static void
gj_badge_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  GjBadge *self = GJ_BADGE (object);

  switch (property_id)
    {
    case PROP_SEVERITY:
      g_value_set_uint (value, self->severity);
      break;

    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_badge_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  GjBadge *self = GJ_BADGE (object);

  switch (property_id)
    {
    case PROP_SEVERITY:
      gj_badge_set_severity (self, g_value_get_uint (value));
      break;

    case PROP_COUNT:
      gj_badge_set_count (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_badge_class_init (GjBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gj_badge_dispose;
  object_class->get_property = gj_badge_get_property;
  object_class->set_property = gj_badge_set_property;

  properties[PROP_SEVERITY] =
    g_param_spec_uint ("severity", NULL, NULL, 0, GJ_SEVERITY_HINT, 0, flags);
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gj_badge_init (GjBadge *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update (self);
}

GtkWidget *
gj_badge_new (GjSeverity severity)
{
  return g_object_new (GJ_TYPE_BADGE, "severity", (guint) severity, NULL);
}

GjSeverity
gj_badge_get_severity (GjBadge *self)
{
  g_return_val_if_fail (GJ_IS_BADGE (self), GJ_SEVERITY_ERROR);

  return self->severity;
}

void
gj_badge_set_severity (GjBadge    *self,
                       GjSeverity  severity)
{
  g_return_if_fail (GJ_IS_BADGE (self));

  if (self->severity == severity)
    return;

  self->severity = severity;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEVERITY]);
}

guint
gj_badge_get_count (GjBadge *self)
{
  g_return_val_if_fail (GJ_IS_BADGE (self), 0);

  return self->count;
}

/* Without a count (0) only the sign is shown. */
void
gj_badge_set_count (GjBadge *self,
                    guint    count)
{
  g_return_if_fail (GJ_IS_BADGE (self));

  if (self->count == count)
    return;

  self->count = count;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
