/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_FIELD_LINK (gj_field_link_get_type ())

/* Ties an entry to a field of the report or to the heading of a section: it shows what
 * stands there, and what is typed becomes a step when it is left or Enter is pressed;
 * Escape takes it back. Signal "changed" when the entry says something else. */

G_DECLARE_FINAL_TYPE (GjFieldLink, gj_field_link, GJ, FIELD_LINK, GObject)

/* The entry is not held: it is to have the link, and to let go of it. */

GjFieldLink *gj_field_link_new (GtkEditable  *entry);

/* What the step is called. */

void         gj_field_link_set_label    (GjFieldLink  *self,
                                         const char   *label);

/* @session: (nullable): of which report */

void         gj_field_link_bind_field   (GjFieldLink  *self,
                                         GjSession    *session,
                                         GjField       field);
void         gj_field_link_bind_heading (GjFieldLink  *self,
                                         GjSession    *session,
                                         guint         section);
GjSession *  gj_field_link_get_session  (GjFieldLink  *self);
void         gj_field_link_commit       (GjFieldLink  *self);

/* What is doubtful about the words in the entry; the same of any words, or NULL. */

const char * gj_field_link_get_doubt    (GjFieldLink  *self);
const char * gj_field_find_doubt        (GjField       field,
                                         const char   *text);

G_END_DECLS
