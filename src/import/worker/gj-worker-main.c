/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-worker-main.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "gj-import-private.h"
#include "gj-worker-confine.h"
#include "gj-worker-protocol.h"

/* The worker. It makes everything ready that a document needs, confines itself, and then
 * forks a child for each document, so that no document meets what another has left. It
 * never looks at a document itself. */

/* Nobody reads what the worker says, and a log may be a socket. */
static GLogWriterOutput
drop_message (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         data)
{
  return G_LOG_WRITER_HANDLED;
}

/* No file can be opened later. */
static void
make_ready (void)
{
  g_log_set_writer_func (drop_message, NULL, NULL);
  gj_locale_init ();
  tzset ();
  xmlInitParser ();
  /* The words of the program are read with the first of them. */
  (void) _("The file is empty. Choose the file that holds the report.");
  _gj_import_make_ready ();
}

static void
write_all (int         fd,
           const void *data,
           gsize       size)
{
  const char *p = data;

  while (size > 0)
    {
      gssize n = write (fd, p, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        _exit (1);
      p += n;
      size -= (gsize) n;
    }
}

static void
write_error (int           fd,
             const GError *error)
{
  gboolean is_no_report = g_error_matches (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
  char kind = is_no_report ? GJ_WORKER_NOT_A_REPORT : GJ_WORKER_UNREADABLE;

  write_all (fd, &kind, 1);
  write_all (fd, error->message, strlen (error->message));
}

static void
write_report (int       fd,
              GjReport *report)
{
  g_autoptr (GBytes) xml = gj_store_write (report);
  const char kind = GJ_WORKER_REPORT;

  write_all (fd, &kind, 1);
  write_all (fd, g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
}

static GBytes *
read_document (int fd)
{
  struct stat status;
  g_autofree char *data = NULL;
  gsize size;
  gsize at = 0;

  if (fstat (fd, &status) != 0 || status.st_size < 0 || status.st_size > GJ_FILE_MAX_SIZE)
    return NULL;

  size = (gsize) status.st_size;
  data = g_malloc (size + 1);
  while (at < size)
    {
      gssize n = pread (fd, data + at, size - at, (off_t) at);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return NULL;
      at += (gsize) n;
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

G_GNUC_NORETURN static void
run_child (GjWorkerImport         import,
           const GjWorkerRequest *request,
           int                    document,
           int                    out)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;

  close (GJ_WORKER_CONTROL_FD);
  if (!gj_worker_confine_child (request->seconds, request->mebibytes))
    _exit (1);

  bytes = read_document (document);
  if (bytes == NULL)
    _exit (1);
  report = import (bytes, (GjImportPart) request->part, NULL, &error);
  if (report != NULL)
    write_report (out, report);
  else
    write_error (out, error);

  _exit (0);
}

/* Waits for the end of the child, and for that of the program that asked. */
static int
wait_for_child (pid_t child,
                int   alive)
{
  struct pollfd fds[2] = { { .fd = alive, .events = POLLIN }, { .fd = GJ_WORKER_CONTROL_FD, .events = 0 } };
  int status = 0;

  while (poll (fds, 2, -1) < 0 && errno == EINTR)
    ;
  if ((fds[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0)
    kill (child, SIGKILL);
  while (waitpid (child, &status, 0) < 0 && errno == EINTR)
    ;

  return status;
}

static void
serve (GjWorkerImport         import,
       const GjWorkerRequest *request,
       int                    document,
       int                    out)
{
  GjWorkerReply reply = { GJ_WORKER_MAGIC, -1 };
  int alive[2];
  pid_t child;

  if (pipe (alive) != 0)
    _exit (1);
  child = fork ();
  if (child == 0)
    {
      close (alive[0]);
      run_child (import, request, document, out);
    }

  close (alive[1]);
  close (document);
  close (out);
  if (child > 0)
    reply.status = wait_for_child (child, alive[0]);
  close (alive[0]);
  if (send (GJ_WORKER_CONTROL_FD, &reply, sizeof reply, MSG_NOSIGNAL) != sizeof reply)
    _exit (0);
}

static gboolean
receive (GjWorkerRequest *request,
         int             *document,
         int             *out)
{
  union { struct cmsghdr header; char space[CMSG_SPACE (2 * sizeof (int))]; } control = { 0 };
  struct iovec part = { request, sizeof *request };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1,
                            .msg_control = control.space, .msg_controllen = sizeof control.space };
  struct cmsghdr *header;
  int fds[2];
  gssize n;

  do
    n = recvmsg (GJ_WORKER_CONTROL_FD, &message, 0);
  while (n < 0 && errno == EINTR);

  header = n == sizeof *request ? CMSG_FIRSTHDR (&message) : NULL;
  if (header == NULL || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN (sizeof fds) ||
      request->magic != GJ_WORKER_MAGIC)
    return FALSE;

  memcpy (fds, CMSG_DATA (header), sizeof fds);
  *document = fds[0];
  *out = fds[1];

  return TRUE;
}

/**
 * gj_worker_main:
 * @task: what this worker is for
 *
 * Reads documents until the program that started the worker is gone.
 *
 * Returns: the exit status
 */
int
gj_worker_main (const GjWorkerTask *task)
{
  GjWorkerRequest request;
  int document;
  int out;

  make_ready ();
  if (!gj_worker_confine (task->folders))
    return 1;

  while (receive (&request, &document, &out))
    serve (task->import, &request, document, out);

  return 0;
}
