/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-view.h"

/**
 * GjSessionView:
 *
 * What all views of a session have in common: they hold it, listen to what belongs to it
 * for as long as it is theirs, look once before the next frame at what many changes have
 * done, and let go of their children. It shows nothing by itself.
 */
typedef struct
{
  GjSession *session;
  GPtrArray *instances;
  guint      update_id;
} GjSessionViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GjSessionView, gj_session_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GjSessionViewPrivate *
get_private (GjSessionView *self)
{
  return gj_session_view_get_instance_private (self);
}

static void
let_go (GjSessionView *self)
{
  GjSessionViewPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->update_id, g_source_remove);
  for (guint i = 0; i < priv->instances->len; i++)
    g_signal_handlers_disconnect_by_data (priv->instances->pdata[i], self);
  g_ptr_array_set_size (priv->instances, 0);
}

static gboolean
update_cb (gpointer user_data)
{
  GjSessionView *self = user_data;
  GjSessionViewClass *klass = GJ_SESSION_VIEW_GET_CLASS (self);

  get_private (self)->update_id = 0;
  if (klass->update != NULL)
    klass->update (self);

  return G_SOURCE_REMOVE;
}

static void
gj_session_view_dispose (GObject *object)
{
  GjSessionView *self = GJ_SESSION_VIEW (object);
  GtkWidget *child;

  let_go (self);
  g_clear_object (&get_private (self)->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gj_session_view_parent_class)->dispose (object);
}

static void
gj_session_view_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (GJ_SESSION_VIEW (object))->instances);

  G_OBJECT_CLASS (gj_session_view_parent_class)->finalize (object);
}

static void
gj_session_view_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, gj_session_view_get_session (GJ_SESSION_VIEW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_session_view_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      gj_session_view_set_session (GJ_SESSION_VIEW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_session_view_class_init (GjSessionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gj_session_view_dispose;
  object_class->finalize = gj_session_view_finalize;
  object_class->get_property = gj_session_view_get_property;
  object_class->set_property = gj_session_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gj_session_view_init (GjSessionView *self)
{
  get_private (self)->instances = g_ptr_array_new_with_free_func (g_object_unref);
}

GjSession *
gj_session_view_get_session (GjSessionView *self)
{
  g_return_val_if_fail (GJ_IS_SESSION_VIEW (self), NULL);

  return get_private (self)->session;
}

void
gj_session_view_set_session (GjSessionView *self,
                             GjSession     *session)
{
  GjSessionViewPrivate *priv;
  g_autoptr (GjSession) old = NULL;

  g_return_if_fail (GJ_IS_SESSION_VIEW (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  priv = get_private (self);
  if (priv->session == session)
    return;

  /* The old one lives until nobody looks at it any more. */
  let_go (self);
  old = priv->session;
  priv->session = session != NULL ? g_object_ref (session) : NULL;
  GJ_SESSION_VIEW_GET_CLASS (self)->session_changed (self, session);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
gj_session_view_listen (GjSessionView *self,
                        gpointer       instance,
                        const char    *signal,
                        GCallback      callback)
{
  g_return_if_fail (GJ_IS_SESSION_VIEW (self));
  g_return_if_fail (G_IS_OBJECT (instance));

  g_signal_connect_object (instance, signal, callback, self, G_CONNECT_SWAPPED);
  g_ptr_array_add (get_private (self)->instances, g_object_ref (instance));
}

/* Many things change at one edit; a view looks once, after the session has. */
void
gj_session_view_queue_update (GjSessionView *self)
{
  GjSessionViewPrivate *priv;

  g_return_if_fail (GJ_IS_SESSION_VIEW (self));

  priv = get_private (self);
  if (priv->session != NULL && priv->update_id == 0)
    priv->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, update_cb, self, NULL);
}
