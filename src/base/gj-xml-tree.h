/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define GJ_XML_TREE_MAX_LEFT_OUT 64

xmlDoc *gj_xml_tree_read (gconstpointer       data,
                          gsize               size,
                          const char *const  *left_out,
                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
