/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-list.h"

/* GjFindingList: always sorted by gj_finding_compare(). A few changes are told one by one,
 * so that a view keeps its selection and scrolls nowhere; many are told as one. */

#define MANY_CHANGES 16

struct _GjFindingList
{
  GObject parent_instance;

  GPtrArray *findings;
};

static void gj_finding_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GjFindingList, gj_finding_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      gj_finding_list_model_init))

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return gj_finding_compare (*(GjFinding *const *) a, *(GjFinding *const *) b);
}

static guint
find_place (GPtrArray *findings,
            GjFinding *finding)
{
  guint low = 0;
  guint high = findings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (gj_finding_compare (g_ptr_array_index (findings, middle), finding) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Findings that compare as equal stand beside each other in no special order. */
static guint
find_finding (GPtrArray *findings,
              GjFinding *finding)
{
  for (guint i = find_place (findings, finding); i < findings->len; i++)
    if (g_ptr_array_index (findings, i) == finding)
      return i;

  g_return_val_if_reached (findings->len);
}

static void
replace_one (GjFindingList *self,
             GjFinding     *old,
             GjFinding     *new)
{
  guint position = find_finding (self->findings, old);

  if (position == self->findings->len)
    return;

  g_object_unref (self->findings->pdata[position]);
  self->findings->pdata[position] = g_object_ref (new);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

static void
remove_one (GjFindingList *self,
            GjFinding     *finding)
{
  guint position = find_finding (self->findings, finding);

  if (position == self->findings->len)
    return;

  g_ptr_array_remove_index (self->findings, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
insert_one (GjFindingList *self,
            GjFinding     *finding)
{
  guint position = find_place (self->findings, finding);

  g_ptr_array_insert (self->findings, position, g_object_ref (finding));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static GjFinding *
find_successor (GPtrArray *added,
                GjFinding *finding)
{
  for (guint i = 0; i < added->len; i++)
    if (gj_finding_compare (g_ptr_array_index (added, i), finding) == 0)
      return g_ptr_array_index (added, i);

  return NULL;
}

static void
update_singly (GjFindingList *self,
               GPtrArray     *removed,
               GPtrArray     *added)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  g_ptr_array_extend (rest, added, NULL, NULL);
  for (guint i = 0; i < removed->len; i++)
    {
      GjFinding *old = g_ptr_array_index (removed, i);
      GjFinding *new = find_successor (rest, old);

      if (new == NULL)
        {
          remove_one (self, old);
          continue;
        }

      replace_one (self, old, new);
      g_ptr_array_remove_fast (rest, new);
    }

  for (guint i = 0; i < rest->len; i++)
    insert_one (self, g_ptr_array_index (rest, i));
}

static GPtrArray *
make_new_order (GjFindingList *self,
                GPtrArray     *removed,
                GPtrArray     *added)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < removed->len; i++)
    g_hash_table_add (gone, g_ptr_array_index (removed, i));
  for (guint i = 0; i < self->findings->len; i++)
    if (!g_hash_table_contains (gone, g_ptr_array_index (self->findings, i)))
      g_ptr_array_add (findings, g_object_ref (g_ptr_array_index (self->findings, i)));
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (findings, g_object_ref (g_ptr_array_index (added, i)));

  g_ptr_array_sort (findings, compare_pointers);

  return findings;
}

static void
update_at_once (GjFindingList *self,
                GPtrArray     *removed,
                GPtrArray     *added)
{
  GPtrArray *new = make_new_order (self, removed, added);
  g_autoptr (GPtrArray) old = self->findings;
  guint start = 0;
  guint end = 0;

  self->findings = new;

  while (start < old->len && start < new->len && old->pdata[start] == new->pdata[start])
    start++;
  while (end < old->len - start && end < new->len - start &&
         old->pdata[old->len - 1 - end] == new->pdata[new->len - 1 - end])
    end++;

  g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                              new->len - start - end);
}

static GType
gj_finding_list_get_item_type (GListModel *model)
{
  return GJ_TYPE_FINDING;
}

static guint
gj_finding_list_get_n_items (GListModel *model)
{
  return GJ_FINDING_LIST (model)->findings->len;
}

static gpointer
gj_finding_list_get_item (GListModel *model,
                          guint       position)
{
  GjFindingList *self = GJ_FINDING_LIST (model);

  if (position >= self->findings->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->findings, position));
}

static void
gj_finding_list_finalize (GObject *object)
{
  GjFindingList *self = GJ_FINDING_LIST (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_finding_list_parent_class)->finalize (object);
}

static void
gj_finding_list_class_init (GjFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gj_finding_list_finalize;
}

static void
gj_finding_list_init (GjFindingList *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
gj_finding_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gj_finding_list_get_item_type;
  iface->get_n_items = gj_finding_list_get_n_items;
  iface->get_item = gj_finding_list_get_item;
}

/**
 * _gj_finding_list_new:
 *
 * Returns: (transfer full): an empty list
 */
GjFindingList *
_gj_finding_list_new (void)
{
  return g_object_new (GJ_TYPE_FINDING_LIST, NULL);
}

/**
 * _gj_finding_list_update:
 * @self: a list
 * @removed: (element-type GjFinding): findings of the list that are no more
 * @added: (element-type GjFinding): new findings
 *
 * Takes over a change of the findings.
 */
void
_gj_finding_list_update (GjFindingList *self,
                         GPtrArray     *removed,
                         GPtrArray     *added)
{
  if (removed->len + added->len == 0)
    return;

  if (removed->len + added->len <= MANY_CHANGES)
    update_singly (self, removed, added);
  else
    update_at_once (self, removed, added);
}
