/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-session.h"

G_BEGIN_DECLS

/**
 * GjRecent:
 * @uri: the file
 * @title: body and year
 * @tally: how many findings were open when it was saved last
 * @when: when it was opened or saved last, in seconds since 1970
 *
 * A report that was worked on lately.
 */
typedef struct
{
  char    *uri;
  char    *title;
  GjTally  tally;
  gint64   when;
} GjRecent;

void       gj_recent_free   (GjRecent   *self);

/* (element-type GjRecent): newest first; files that are gone are left out. */

GPtrArray *gj_recent_list   (void);
void       gj_recent_note   (GjSession  *session,
                             GFile      *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjRecent, gj_recent_free)

G_END_DECLS
