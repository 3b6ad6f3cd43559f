/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-choice.h"

typedef enum
{
  CHOOSE_SEVERAL,
  CHOOSE_TARGET,
} Choice;

/* What is told is a list of files in either case. */
static void
return_files (GTask      *task,
              GListModel *files)
{
  g_task_return_pointer (task, files, g_object_unref);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  return_files (task, gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GListStore) files = NULL;

  if (file != NULL)
    {
      files = g_list_store_new (G_TYPE_FILE);
      g_list_store_append (files, file);
    }
  return_files (task, (GListModel *) g_steal_pointer (&files));
}

static void
ask (GTask      *task,
     Choice      choice,
     const char *title,
     GListModel *filters,
     GFile      *folder,
     const char *name)
{
  GtkWindow *parent = g_task_get_source_object (task);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);

  if (choice == CHOOSE_TARGET)
    gtk_file_dialog_save (dialog, parent, NULL, save_cb, g_object_ref (task));
  else
    gtk_file_dialog_open_multiple (dialog, parent, NULL, open_cb, g_object_ref (task));
}

#else

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             GTask           *task)
{
  GListModel *files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  return_files (task, files);
  g_object_unref (task);
  g_object_unref (dialog);
}

static void
ask (GTask      *task,
     Choice      choice,
     const char *title,
     GListModel *filters,
     GFile      *folder,
     const char *name)
{
  GtkWindow *parent = g_task_get_source_object (task);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (title, parent,
                                        choice == CHOOSE_TARGET ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                                : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), choice == CHOOSE_SEVERAL);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (task));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

void
gj_file_choice_open_async (GtkWindow           *parent,
                           const char          *title,
                           GListModel          *filters,
                           GFile               *folder,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  ask (task, CHOOSE_SEVERAL, title, filters, folder, NULL);
}

void
gj_file_choice_save_async (GtkWindow           *parent,
                           const char          *title,
                           GListModel          *filters,
                           GFile               *folder,
                           const char          *name,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  ask (task, CHOOSE_TARGET, title, filters, folder, name);
}

GListModel *
gj_file_choice_finish_several (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

GFile *
gj_file_choice_finish (GAsyncResult *result)
{
  g_autoptr (GListModel) files = gj_file_choice_finish_several (result);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}
