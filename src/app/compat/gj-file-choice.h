/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for files to open, or, with a name proposed, for one to write. @filters is a list
 * of GtkFileFilter, the first one being chosen. Finishing gives NULL without an error
 * when the person thought better of it; of several files, a list of GFile. */

void   gj_file_choice_open_async (GtkWindow            *parent,
                                  const char           *title,
                                  GListModel           *filters,
                                  GFile                *folder,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void   gj_file_choice_save_async (GtkWindow            *parent,
                                  const char           *title,
                                  GListModel           *filters,
                                  GFile                *folder,
                                  const char           *name,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GListModel *
       gj_file_choice_finish_several
                                 (GAsyncResult         *result);
GFile *gj_file_choice_finish     (GAsyncResult         *result);

G_END_DECLS
