/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "gj-base.h"

/* Replaces a file by another's content, as the program saves: what the file was is looked
 * at first. Exits 0 when it was done and 3 when not. */

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFileStamp) stamp = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) new = NULL;

  if (argc != 3)
    return 2;

  old = gj_file_load (argv[1], GJ_FILE_MAX_SIZE, &stamp, &error);
  if (old != NULL)
    new = gj_file_load (argv[2], GJ_FILE_MAX_SIZE, NULL, &error);
  if (new != NULL && gj_file_replace (argv[1], new, stamp, NULL, &error))
    return 0;

  fprintf (stderr, "%s\n", error->message);
  return 3;
}
