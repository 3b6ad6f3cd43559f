/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

G_BEGIN_DECLS

/* What programs that did not end well have left behind: work that was not saved, and
 * copies of files that were being written. */

typedef struct
{
  GPtrArray *works;
  GPtrArray *copies;
} GjLostList;

GjLostList *gj_lost_list_new           (void);
void        gj_lost_list_free          (GjLostList        *self);
guint       gj_lost_list_count         (const GjLostList  *self);
char *      gj_lost_list_dup_message   (const GjLostList  *self,
                                        GFile             *own);

/* Which report, in which file, how much, when. */

char *      gj_lost_work_dup_title     (const GjLostWork  *work);
char *      gj_lost_work_dup_subtitle  (const GjLostWork  *work);
char *      gj_kept_file_dup_title     (const GjKeptFile  *file);
char *      gj_kept_file_dup_subtitle  (const GjKeptFile  *file);
char *      gj_lost_dup_when           (gint64             seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjLostList, gj_lost_list_free)

G_END_DECLS
