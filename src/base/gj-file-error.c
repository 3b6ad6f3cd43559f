/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-private.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

/* One sentence for each cause that a person can do something about; %s is the file. */

typedef struct
{
  int         numbers[8];
  const char *read;
  const char *write;
} Reason;

static const Reason reasons[] = {
  { { ENOSPC, EDQUOT },
    N_("“%s” could not be read: the disk is full."),
    N_("“%s” was not saved: the disk is full. Make room, or save under another name on another disk.") },
  { { EFBIG },
    N_("“%s” is too large to be read."),
    N_("“%s” was not saved: the disk takes no file as large as this. Save under another name on another disk.") },
  { { EROFS },
    N_("“%s” could not be read: the disk is read-only."),
    N_("“%s” was not saved: the folder is read-only. Save under another name in another folder.") },
  { { EACCES, EPERM },
    N_("“%s” could not be read: you have no permission to read it. Ask its owner for access."),
    N_("“%s” was not saved: you have no permission to write there. Save under another name in another folder.") },
  { { ENOENT },
    N_("“%s” is not there. Check its name, or whether it was moved or deleted."),
    N_("“%s” was not saved: its folder is not there any more. Save under another name in another folder.") },
  { { ENOTDIR, ELOOP },
    N_("“%s” is not there: its path does not lead to a file."),
    N_("“%s” was not saved: its path does not lead to a folder. Save under another name in another folder.") },
  { { EISDIR },
    N_("“%s” is a folder, not a file."),
    N_("“%s” was not saved: a folder has this name. Save under another name.") },
  { { ENAMETOOLONG },
    N_("“%s” is not there: the name is too long."),
    N_("“%s” was not saved: the name is too long. Save under a shorter name.") },
  { { EIO, ENXIO, ENODEV },
    N_("“%s” could not be read: the disk reports a failure."),
    N_("“%s” was not saved: the disk reports a failure. Save under another name on another disk.") },
  { { ESTALE, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETDOWN, ENETUNREACH, ENOTCONN },
    N_("“%s” could not be read: the network folder does not answer. Try again later."),
    N_("“%s” was not saved: the network folder does not answer. Save under another name on this computer.") },
  { { EBUSY, ETXTBSY, EAGAIN },
    N_("“%s” could not be read: another program is using it. Try again later."),
    N_("“%s” was not saved: another program is using it. Close that program, or save under another name.") },
};

static const Reason *
find_reason (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (reasons[i].numbers); j++)
      if (reasons[i].numbers[j] == number)
        return &reasons[i];
  return NULL;
}

/* Not printf(), because the format comes from the table. */

static char *
format_reason (const char *format,
               const char *name)
{
  GString *message = g_string_new (format);

  g_string_replace (message, "%s", name, 1);
  return g_string_free (message, FALSE);
}

void
_gj_file_set_read_error (GError     **error,
                         int          number,
                         const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = NULL;
  const Reason *reason = find_reason (number);

  if (reason != NULL)
    message = format_reason (_(reason->read), name);
  else
    message = g_strdup_printf (_("“%s” could not be read: %s."), name, g_strerror (number));
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), message);
}

void
_gj_file_set_write_error (GError     **error,
                          int          number,
                          const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = NULL;
  const Reason *reason = find_reason (number);

  if (reason != NULL)
    message = format_reason (_(reason->write), name);
  else
    message = g_strdup_printf (_("“%s” was not saved: %s. Save under another name."),
                               name, g_strerror (number));
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), message);
}
