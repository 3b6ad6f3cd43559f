/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-store-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

/* Files of earlier versions become files of this one before they are read: the reader
 * knows one version only. A new version adds the step from the one before it and never
 * changes an earlier step. */

static const GjStoreStep known_steps[] = {
  { 0, NULL },
};

static const GjStoreStep *
find_step (const GjStoreStep *steps,
           gsize              n_steps,
           guint              version)
{
  for (gsize i = 0; i < n_steps; i++)
    if (steps[i].version == version && steps[i].run != NULL)
      return &steps[i];
  return NULL;
}

static GBytes *
run_steps (xmlDoc            *document,
           guint              version,
           guint              wanted,
           const GjStoreStep *steps,
           gsize              n_steps)
{
  xmlChar *text = NULL;
  int size = 0;

  for (; version < wanted; version++)
    {
      const GjStoreStep *step = find_step (steps, n_steps, version);

      if (step == NULL || !step->run (document))
        return NULL;

      g_autofree char *next = g_strdup_printf ("%u", version + 1);

      xmlSetProp (xmlDocGetRootElement (document), (const xmlChar *) "version",
                  (const xmlChar *) next);
    }

  xmlDocDumpMemoryEnc (document, &text, &size, "UTF-8");
  return text != NULL ? g_bytes_new_with_free_func (text, (gsize) size, xmlFree, text) : NULL;
}

/**
 * _gj_store_upgrade:
 * @bytes: a file whose XML has been seen to be well-formed and without a DTD
 * @version: its version
 * @wanted: the version to make of it
 * @steps: the steps from version to version
 * @n_steps: how many
 * @error: %GJ_STORE_ERROR_INVALID when there is no way to @wanted
 *
 * Returns: (transfer full) (nullable): the file as one of version @wanted
 */
GBytes *
_gj_store_upgrade (GBytes             *bytes,
                   guint               version,
                   guint               wanted,
                   const GjStoreStep  *steps,
                   gsize               n_steps,
                   GError            **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOCDATA
                                    | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  GBytes *upgraded = NULL;

  if (document != NULL && document->intSubset == NULL)
    upgraded = run_steps (document, version, wanted, steps, n_steps);
  if (document != NULL)
    xmlFreeDoc (document);

  if (upgraded == NULL)
    g_set_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID,
                 _("The report's file is damaged: it claims to be of version %u, which cannot be read. Open an earlier copy of it, or ask for it again."),
                 version);
  return upgraded;
}

GBytes *
_gj_store_upgrade_known (GBytes  *bytes,
                         guint    version,
                         GError **error)
{
  return _gj_store_upgrade (bytes, version, GJ_STORE_VERSION,
                            known_steps, G_N_ELEMENTS (known_steps), error);
}
