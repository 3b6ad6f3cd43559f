/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-group-list.h"

/**
 * GjGroupList:
 *
 * Follows the findings of a checker. An edit may change many of them: they are joined
 * anew once, when the edit is over and before the next frame, or when somebody asks. A
 * group that says the same stays the same object, so that a view keeps its card.
 */
struct _GjGroupList
{
  GObject    parent_instance;

  GjChecker *checker;
  GPtrArray *groups;
  guint      renew_id;
};

static void gj_group_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GjGroupList, gj_group_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      gj_group_list_model_init))

static GPtrArray *
make_groups (GjGroupList *self)
{
  GListModel *model = gj_checker_get_findings (self->checker);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (findings, g_list_model_get_item (model, i));

  return gj_finding_groups_make (gj_checker_get_report (self->checker), findings);
}

/* Both lists are in the same order, so what is kept keeps its order too. */
static void
keep_old (GPtrArray *old,
          GPtrArray *new)
{
  guint next = 0;

  for (guint i = 0; i < new->len; i++)
    for (guint j = next; j < old->len; j++)
      if (gj_finding_group_equal (old->pdata[j], new->pdata[i]))
        {
          g_object_unref (new->pdata[i]);
          new->pdata[i] = g_object_ref (old->pdata[j]);
          next = j + 1;
          break;
        }
}

/* Tells each run of changes by itself, with the list as far as it is told already. */
static void
take_over (GjGroupList *self,
           GPtrArray   *new)
{
  guint position = 0;

  while (position < self->groups->len || position < new->len)
    {
      guint n_removed = 0;
      guint n_added = 0;

      while (position + n_removed < self->groups->len &&
             !g_ptr_array_find (new, self->groups->pdata[position + n_removed], NULL))
        n_removed++;
      while (position + n_added < new->len &&
             !g_ptr_array_find (self->groups, new->pdata[position + n_added], NULL))
        n_added++;

      if (n_removed > 0)
        g_ptr_array_remove_range (self->groups, position, n_removed);
      for (guint i = position; i < position + n_added; i++)
        g_ptr_array_insert (self->groups, (int) i, g_object_ref (new->pdata[i]));
      if (n_removed + n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);

      position += n_added > 0 ? n_added : 1;
    }
}

/**
 * gj_group_list_renew:
 * @self: a list
 *
 * Takes over what the checker has found, now rather than before the next frame.
 */
void
gj_group_list_renew (GjGroupList *self)
{
  g_autoptr (GPtrArray) new = NULL;

  g_return_if_fail (GJ_IS_GROUP_LIST (self));

  if (self->renew_id == 0)
    return;

  g_clear_handle_id (&self->renew_id, g_source_remove);
  new = make_groups (self);
  keep_old (self->groups, new);
  take_over (self, new);
}

static gboolean
renew_cb (gpointer user_data)
{
  gj_group_list_renew (user_data);

  return G_SOURCE_REMOVE;
}

static void
findings_changed_cb (GjGroupList *self)
{
  if (self->renew_id == 0)
    self->renew_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, renew_cb, self, NULL);
}

static void
gj_group_list_dispose (GObject *object)
{
  GjGroupList *self = GJ_GROUP_LIST (object);

  g_clear_handle_id (&self->renew_id, g_source_remove);
  g_clear_object (&self->checker);

  G_OBJECT_CLASS (gj_group_list_parent_class)->dispose (object);
}

static void
gj_group_list_finalize (GObject *object)
{
  GjGroupList *self = GJ_GROUP_LIST (object);

  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (gj_group_list_parent_class)->finalize (object);
}

static GType
gj_group_list_get_item_type (GListModel *model)
{
  return GJ_TYPE_FINDING_GROUP;
}

static guint
gj_group_list_get_n_items (GListModel *model)
{
  return GJ_GROUP_LIST (model)->groups->len;
}

static gpointer
gj_group_list_get_item (GListModel *model,
                        guint       position)
{
  GjGroupList *self = GJ_GROUP_LIST (model);

  return position < self->groups->len ? g_object_ref (self->groups->pdata[position]) : NULL;
}

static void
gj_group_list_class_init (GjGroupListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gj_group_list_dispose;
  object_class->finalize = gj_group_list_finalize;
}

static void
gj_group_list_init (GjGroupList *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
gj_group_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gj_group_list_get_item_type;
  iface->get_n_items = gj_group_list_get_n_items;
  iface->get_item = gj_group_list_get_item;
}

GjGroupList *
gj_group_list_new (GjChecker *checker)
{
  GjGroupList *self;

  g_return_val_if_fail (GJ_IS_CHECKER (checker), NULL);

  self = g_object_new (GJ_TYPE_GROUP_LIST, NULL);
  self->checker = g_object_ref (checker);
  g_ptr_array_unref (self->groups);
  self->groups = make_groups (self);
  g_signal_connect_object (gj_checker_get_findings (checker), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
