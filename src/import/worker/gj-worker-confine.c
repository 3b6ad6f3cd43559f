/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memfd_create (). */
#define _GNU_SOURCE 1

#include "config.h"

#include "gj-worker-confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "gj-worker-files.h"

/* What a document that takes the worker over could still do: compute, within its time and
 * memory, and where its reader needs files, read some of the system's; its only way out is
 * the report. Calls that no reader makes kill, so that an attempt shows; what a library may
 * try in vain only fails. */

/* Sanitizers reserve more addresses than any limit allows. */
#if defined (__SANITIZE_ADDRESS__)
#define LIMITS_MEMORY 0
#elif defined (__has_feature)
#if __has_feature (address_sanitizer)
#define LIMITS_MEMORY 0
#endif
#endif
#ifndef LIMITS_MEMORY
#define LIMITS_MEMORY 1
#endif

#define MAX_FILES 64

static const int killed[] = {
  SCMP_SYS (socket), SCMP_SYS (connect), SCMP_SYS (bind), SCMP_SYS (listen), SCMP_SYS (accept), SCMP_SYS (accept4),
  SCMP_SYS (execve), SCMP_SYS (execveat), SCMP_SYS (ptrace), SCMP_SYS (process_vm_readv),
  SCMP_SYS (process_vm_writev),
};

static const int allowed[] = {
  SCMP_SYS (read), SCMP_SYS (readv), SCMP_SYS (pread64), SCMP_SYS (write), SCMP_SYS (writev), SCMP_SYS (close),
  SCMP_SYS (lseek), SCMP_SYS (fstat), SCMP_SYS (stat), SCMP_SYS (lstat), SCMP_SYS (newfstatat), SCMP_SYS (statx),
  SCMP_SYS (statfs), SCMP_SYS (fstatfs), SCMP_SYS (access), SCMP_SYS (faccessat), SCMP_SYS (faccessat2),
  SCMP_SYS (readlink), SCMP_SYS (readlinkat), SCMP_SYS (getdents), SCMP_SYS (getdents64), SCMP_SYS (getcwd),
  SCMP_SYS (fcntl), SCMP_SYS (dup), SCMP_SYS (dup2), SCMP_SYS (dup3), SCMP_SYS (pipe), SCMP_SYS (pipe2),
  SCMP_SYS (poll), SCMP_SYS (ppoll), SCMP_SYS (select), SCMP_SYS (pselect6), SCMP_SYS (fadvise64),
  SCMP_SYS (mmap), SCMP_SYS (munmap), SCMP_SYS (mremap), SCMP_SYS (mprotect), SCMP_SYS (madvise), SCMP_SYS (brk),
  SCMP_SYS (futex), SCMP_SYS (membarrier), SCMP_SYS (rseq), SCMP_SYS (set_robust_list),
  SCMP_SYS (set_tid_address), SCMP_SYS (arch_prctl), SCMP_SYS (sched_yield), SCMP_SYS (sched_getaffinity),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn), SCMP_SYS (sigaltstack),
  SCMP_SYS (restart_syscall), SCMP_SYS (nanosleep), SCMP_SYS (clock_nanosleep), SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_getres), SCMP_SYS (gettimeofday), SCMP_SYS (time), SCMP_SYS (times), SCMP_SYS (getrusage),
  SCMP_SYS (getpid), SCMP_SYS (gettid), SCMP_SYS (getppid), SCMP_SYS (getuid), SCMP_SYS (geteuid),
  SCMP_SYS (getgid), SCMP_SYS (getegid), SCMP_SYS (getrandom), SCMP_SYS (uname), SCMP_SYS (sysinfo),
  SCMP_SYS (getrlimit), SCMP_SYS (setrlimit), SCMP_SYS (prlimit64), SCMP_SYS (exit), SCMP_SYS (exit_group),
};

/* What the worker itself needs beside that, and its children do not. */
static const int allowed_to_parent[] = {
  SCMP_SYS (clone), SCMP_SYS (clone3), SCMP_SYS (fork), SCMP_SYS (vfork), SCMP_SYS (wait4), SCMP_SYS (waitid),
  SCMP_SYS (kill), SCMP_SYS (recvmsg), SCMP_SYS (sendmsg), SCMP_SYS (sendto), SCMP_SYS (recvfrom),
  SCMP_SYS (prctl), SCMP_SYS (seccomp),
};

static int
add_rules (scmp_filter_ctx filter,
           guint32         action,
           const int      *calls,
           guint           n_calls)
{
  int result = 0;

  for (guint i = 0; i < n_calls && result == 0; i++)
    {
      result = seccomp_rule_add (filter, action, calls[i], 0);
      /* A call that this machine does not have needs no rule. */
      if (result == -EDOM || result == -EINVAL)
        result = 0;
    }

  return result;
}

/* Files may be opened to read them only. */
static int
add_open_rules (scmp_filter_ctx filter)
{
  const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC;
  int result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                                 SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

  if (result == 0)
    result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1,
                               SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

  return result == -EDOM ? 0 : result;
}

static scmp_filter_ctx
new_filter (gboolean opens_files)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int result;

  if (filter == NULL)
    return NULL;

  result = add_rules (filter, SCMP_ACT_KILL_PROCESS, killed, G_N_ELEMENTS (killed));
  if (result == 0)
    result = add_rules (filter, SCMP_ACT_ALLOW, allowed, G_N_ELEMENTS (allowed));
  if (result == 0)
    result = add_rules (filter, SCMP_ACT_ALLOW, allowed_to_parent, G_N_ELEMENTS (allowed_to_parent));
  if (result == 0 && opens_files)
    result = add_open_rules (filter);
  if (result == 0)
    return filter;

  seccomp_release (filter);

  return NULL;
}

static gboolean
load_own_filter (gboolean opens_files)
{
  scmp_filter_ctx filter = new_filter (opens_files);
  gboolean loaded = filter != NULL && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);

  return loaded;
}

/* Making a filter takes longer than reading a document: that of the children is made once.
 * It stands before the worker's own and takes away what that one leaves to the worker. */

static struct sock_fprog child_filter;

static gboolean
read_filter (int fd)
{
  off_t size = lseek (fd, 0, SEEK_END);

  if (size <= 0 || size > 65536 || size % sizeof (struct sock_filter) != 0)
    return FALSE;

  child_filter.len = (unsigned short) ((gsize) size / sizeof (struct sock_filter));
  child_filter.filter = g_malloc ((gsize) size);

  return pread (fd, child_filter.filter, (gsize) size, 0) == size;
}

static gboolean
prepare_child_filter (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);
  int fd = memfd_create ("filter", MFD_CLOEXEC);
  gboolean prepared = filter != NULL && fd >= 0 &&
                      add_rules (filter, SCMP_ACT_ERRNO (EPERM), allowed_to_parent,
                                 G_N_ELEMENTS (allowed_to_parent)) == 0 &&
                      seccomp_export_bpf (filter, fd) == 0 && read_filter (fd);

  if (filter != NULL)
    seccomp_release (filter);
  if (fd >= 0)
    close (fd);

  return prepared;
}

static gboolean
set_limit (int    resource,
           rlim_t limit)
{
  struct rlimit both = { limit, limit };

  return setrlimit ((__rlimit_resource_t) resource, &both) == 0;
}

/**
 * gj_worker_confine:
 * @folders: (array zero-terminated=1) (nullable): the folders beneath which it may read
 *   files; %NULL when it may open none
 *
 * Confines the worker, before it sees any document. There is no way back.
 *
 * Returns: whether it is confined
 */
gboolean
gj_worker_confine (const char *const *folders)
{
  return prepare_child_filter () && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         set_limit (RLIMIT_CORE, 0) && set_limit (RLIMIT_FSIZE, 0) && set_limit (RLIMIT_NOFILE, MAX_FILES) &&
         gj_worker_confine_files (folders) && load_own_filter (folders != NULL);
}

/**
 * gj_worker_confine_child:
 * @seconds: processor time that is left to it
 * @mebibytes: memory that is left to it
 *
 * Confines the process that reads one document further.
 *
 * Returns: whether it is confined
 */
gboolean
gj_worker_confine_child (guint seconds,
                         guint mebibytes)
{
  if (prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || !set_limit (RLIMIT_CPU, seconds))
    return FALSE;
  if (LIMITS_MEMORY && !set_limit (RLIMIT_AS, (rlim_t) mebibytes << 20))
    return FALSE;

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &child_filter, 0, 0) == 0;
}
