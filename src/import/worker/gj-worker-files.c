/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For O_PATH. */
#define _GNU_SOURCE 1

#include "config.h"

#include "gj-worker-files.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Landlock: which files a process reaches, whatever the person may read. Descriptors that
 * are open already stay as they are. */

#define READS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

/* The rights that the first Landlock knows: all that there are to open a file. */
#define EVERYTHING \
  (READS | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
   LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | \
   LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | \
   LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

/* A folder that is not there cannot be read anyway. */
static gboolean
allow_folder (int         rules,
              const char *folder)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = READS };
  gboolean allowed;

  rule.parent_fd = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (rule.parent_fd < 0)
    return TRUE;
  allowed = syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  close (rule.parent_fd);

  return allowed;
}

/**
 * gj_worker_confine_files:
 * @folders: (array zero-terminated=1) (nullable): beneath which files may still be read
 *
 * Closes all other files to this process and its children. A kernel that cannot do so, or
 * a container that forbids it, is let pass: the system call filter holds there too. New
 * privileges must have been given up.
 *
 * Returns: %FALSE when the files should be closed but are not
 */
gboolean
gj_worker_confine_files (const char *const *folders)
{
  const struct landlock_ruleset_attr wanted = { .handled_access_fs = EVERYTHING };
  int rules = (int) syscall (SYS_landlock_create_ruleset, &wanted, sizeof wanted, 0);
  gboolean confined = TRUE;

  if (rules < 0)
    return TRUE;

  for (guint i = 0; folders != NULL && folders[i] != NULL && confined; i++)
    confined = allow_folder (rules, folders[i]);
  confined = confined && syscall (SYS_landlock_restrict_self, rules, 0) == 0;
  close (rules);

  return confined;
}
