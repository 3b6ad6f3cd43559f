/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "gj-store.h"

G_BEGIN_DECLS

#define GJ_STORE_NAMESPACE_STEM "https://gouji.github.io/ns/report/"
#define GJ_STORE_NAMESPACE GJ_STORE_NAMESPACE_STEM "1"
#define GJ_STORE_VERSION 1
#define GJ_STORE_PUBLISHED_NAMESPACE "https://gouji.github.io/ns/published/1"

/**
 * GjStoreStep:
 * @version: the version that the step reads; it makes the next one of it
 * @run: changes the document; returns whether that could be done
 *
 * How a file of an earlier version becomes one of the next.
 */
typedef struct
{
  guint      version;
  gboolean (*run) (xmlDoc *document);
} GjStoreStep;

GBytes *   _gj_store_upgrade       (GBytes             *bytes,
                                    guint               version,
                                    guint               wanted,
                                    const GjStoreStep  *steps,
                                    gsize               n_steps,
                                    GError            **error);
GBytes *   _gj_store_upgrade_known (GBytes             *bytes,
                                    guint               version,
                                    GError            **error);

GjReport * _gj_store_read_document (GBytes             *bytes,
                                    guint              *old_version,
                                    GError            **error);

GBytes *   _gj_store_write_canonical (GjReport         *report);

gboolean   _gj_store_is_known_kind (GBytes             *bytes);
void       _gj_store_set_not_a_report_error (GError **error,
                                             GBytes  *bytes);

const char *_gj_severity_get_id    (GjSeverity          severity);
gboolean    _gj_severity_find      (const char         *id,
                                    GjSeverity         *severity);

G_END_DECLS
