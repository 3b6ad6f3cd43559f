/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-resource.h"

/**
 * gj_resource_lookup_data:
 * @get_resource: what gives the data that a library has brought with it
 * @path: a path in it
 * @error: (out) (optional): why there is none
 *
 * Looks something up, in any thread. While another thread registers what all libraries have
 * brought, GLib has no resource yet to give; asking for anything waits until that is done.
 *
 * Returns: (transfer full) (nullable): the data
 */
GBytes *
gj_resource_lookup_data (GResource   *(*get_resource)(void),
                         const char   *path,
                         GError      **error)
{
  GResource *resource = get_resource ();

  if (resource == NULL)
    {
      g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
      resource = get_resource ();
    }

  return g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}
