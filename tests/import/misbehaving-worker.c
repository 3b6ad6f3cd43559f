/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "gj-worker-main.h"

/* The worker as a document could make it that has taken it over: the document says what it
 * does. Everything but that is the worker's own. */

static void
hang (void)
{
  for (volatile guint64 i = 0; i < G_MAXUINT64; i++)
    ;
}

static void
nap (void)
{
  g_usleep (60 * G_USEC_PER_SEC);
}

static void
hog (void)
{
  for (;;)
    memset (g_malloc (16 << 20), 1, 16 << 20);
}

static void
open_socket (void)
{
  socket (AF_UNIX, SOCK_STREAM, 0);
}

static void
run_program (void)
{
  execl ("/bin/true", "true", NULL);
}

static void
crash (void)
{
  *(volatile int *) NULL = 1;
}

/* What only fails comes back with its reason. */
static int
write_file (void)
{
  return open ("/tmp/gouji-worker-was-here", O_WRONLY | O_CREAT, 0600) < 0 ? errno : 0;
}

static int
change_file (void)
{
  return open ("/proc/self/oom_score_adj", O_RDWR) < 0 ? errno : 0;
}

static int
remove_file (void)
{
  return unlink ("/tmp/gouji-worker-was-here") < 0 ? errno : 0;
}

static int
fork_again (void)
{
  return fork () < 0 ? errno : 0;
}

static int
kill_parent (void)
{
  return kill (getppid (), 9) < 0 ? errno : 0;
}

static int
read_file (void)
{
  return open ("/etc/passwd", O_RDONLY) < 0 ? errno : 0;
}

static const struct
{
  const char *name;
  void      (*act) (void);
} acts[] = {
  { "hang", hang }, { "nap", nap }, { "hog", hog }, { "socket", open_socket }, { "exec", run_program },
  { "crash", crash },
};

static const struct
{
  const char *name;
  int       (*attempt) (void);
} attempts[] = {
  { "write", write_file }, { "change", change_file }, { "remove", remove_file }, { "fork", fork_again },
  { "kill", kill_parent }, { "read", read_file },
};

static GjReport *
misbehave (GBytes        *bytes,
           GjImportPart   part,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *word = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (word, acts[i].name))
      acts[i].act ();
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (g_str_equal (word, attempts[i].name))
      {
        g_set_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, "errno %d", attempts[i].attempt ());
        return NULL;
      }
  if (g_str_equal (word, "lie"))
    {
      /* Longer than any sentence, and no UTF-8. */
      g_autofree char *sentence = g_strnfill (100000, '\x80');

      g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, sentence);
      return NULL;
    }

  return gj_import_bytes (bytes, NULL, cancellable, error);
}

int
main (void)
{
  const GjWorkerTask task = { misbehave, NULL };

  return gj_worker_main (&task);
}
