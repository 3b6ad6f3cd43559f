/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memfd_create (). */
#define _GNU_SOURCE 1

#include "config.h"

#include "gj-worker-client.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gj-worker-protocol.h"

/* The program's side of the worker. Nothing that the worker says is believed: its report
 * is read like any file, and whatever else happens becomes one sentence. */

#define DEFAULT_MILLISECONDS 20000
#define DEFAULT_MEBIBYTES 512

/* A native file of the largest document. */
#define MAX_RESULT (256 * 1024 * 1024)
#define MAX_SENTENCE 4000

struct _GjImportWorker
{
  char   *program;
  GPid    pid;
  int     control;
  guint   milliseconds;
  guint   mebibytes;
};

typedef struct
{
  GjImportWorker *worker;
  GCancellable   *cancellable;
  gint64          deadline;
  int             out;
  GByteArray     *result;
  GjWorkerReply   reply;
} Reading;

static char *
find_program (GjImportKind kind)
{
  const char *folder = g_getenv ("GJ_LIBEXEC_DIR");

  return g_build_filename (folder != NULL ? folder : GJ_LIBEXEC_DIR,
                           kind == GJ_IMPORT_KIND_PDF ? "gouji-import-pdf-worker" : "gouji-import-worker", NULL);
}

/**
 * gj_import_worker_new:
 * @kind: what it is to read: %GJ_IMPORT_KIND_PDF, or any other that is foreign
 * @program: (nullable): another program than the one that belongs to this one
 *
 * Returns: (transfer full): a worker, not yet started
 */
GjImportWorker *
gj_import_worker_new (GjImportKind  kind,
                      const char   *program)
{
  GjImportWorker *self = g_new0 (GjImportWorker, 1);

  self->program = program != NULL ? g_strdup (program) : find_program (kind);
  self->control = -1;
  self->milliseconds = DEFAULT_MILLISECONDS;
  self->mebibytes = DEFAULT_MEBIBYTES;

  return self;
}

/**
 * gj_import_worker_set_limits:
 * @self: a worker
 * @milliseconds: how long one document may take
 * @mebibytes: how much memory it may take
 */
void
gj_import_worker_set_limits (GjImportWorker *self,
                             guint           milliseconds,
                             guint           mebibytes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (milliseconds > 0);

  self->milliseconds = milliseconds;
  self->mebibytes = mebibytes;
}

static void
reap (GPid pid)
{
  while (waitpid (pid, NULL, 0) < 0 && errno == EINTR)
    ;
}

/* Its child dies with it. */
static void
kill_worker (GjImportWorker *self)
{
  if (self->control >= 0)
    close (self->control);
  self->control = -1;
  if (self->pid > 0)
    {
      kill (self->pid, SIGKILL);
      reap (self->pid);
    }
  self->pid = 0;
}

/**
 * gj_import_worker_free:
 * @self: (transfer full): a worker
 *
 * Ends it.
 */
void
gj_import_worker_free (GjImportWorker *self)
{
  if (self == NULL)
    return;

  kill_worker (self);
  g_free (self->program);
  g_free (self);
}

static gboolean
fail (GError     **error,
      const char  *sentence)
{
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, sentence);

  return FALSE;
}

static gboolean
fail_to_start (GError     **error,
               const char  *reason)
{
  g_set_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_WORKER,
               _("The part of the program that reads documents cannot be started (%s). Install the program anew."),
               reason);

  return FALSE;
}

static gboolean
start (GjImportWorker  *self,
       GError         **error)
{
  const char *argv[] = { self->program, NULL };
  g_autoptr (GError) local_error = NULL;
  const int inside = GJ_WORKER_CONTROL_FD;
  int sockets[2];

  if (self->pid > 0)
    return TRUE;

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0)
    return fail_to_start (error, g_strerror (errno));
  if (!g_spawn_async_with_pipes_and_fds ("/", argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                                         NULL, NULL, -1, -1, -1, &sockets[1], &inside, 1,
                                         &self->pid, NULL, NULL, NULL, &local_error))
    {
      close (sockets[0]);
      close (sockets[1]);
      self->pid = 0;
      return fail_to_start (error, local_error->message);
    }
  close (sockets[1]);
  self->control = sockets[0];

  return TRUE;
}

static int
open_document (GBytes *bytes)
{
  int fd = memfd_create ("document", MFD_CLOEXEC);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (fd >= 0 && size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          close (fd);
          return -1;
        }
      data += n;
      size -= (gsize) n;
    }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);

  return fd;
}

static gboolean
send_request (GjImportWorker *self,
              GjImportPart    part,
              int             document,
              int             out)
{
  GjWorkerRequest request = { GJ_WORKER_MAGIC, self->milliseconds / 1000 + 1, self->mebibytes, (guint32) part };
  union { struct cmsghdr header; char space[CMSG_SPACE (2 * sizeof (int))]; } control = { 0 };
  struct iovec vector = { &request, sizeof request };
  struct msghdr message = { .msg_iov = &vector, .msg_iovlen = 1,
                            .msg_control = control.space, .msg_controllen = sizeof control.space };
  struct cmsghdr *header = CMSG_FIRSTHDR (&message);
  int fds[2] = { document, out };

  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN (sizeof fds);
  memcpy (CMSG_DATA (header), fds, sizeof fds);

  return sendmsg (self->control, &message, MSG_NOSIGNAL) == sizeof request;
}

/* Waits until one of the descriptors has something to say. Returns FALSE, and sets an
 * error, when the time is over or the reading was cancelled. */
static gboolean
wait_for (Reading        *reading,
          struct pollfd  *fds,
          guint           n_fds,
          GError        **error)
{
  for (;;)
    {
      gint64 left = (reading->deadline - g_get_monotonic_time ()) / 1000;
      struct pollfd all[3] = { 0 };
      GPollFD cancel = { .fd = -1 };
      gboolean can_cancel = g_cancellable_make_pollfd (reading->cancellable, &cancel);
      int n;

      memcpy (all, fds, n_fds * sizeof *fds);
      all[n_fds] = (struct pollfd) { .fd = can_cancel ? cancel.fd : -1, .events = POLLIN };
      n = poll (all, n_fds + 1, (int) CLAMP (left, 0, G_MAXINT));
      if (can_cancel)
        g_cancellable_release_fd (reading->cancellable);
      memcpy (fds, all, n_fds * sizeof *fds);

      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return FALSE;
      if (n > 0)
        return TRUE;
      if (n == 0 || errno != EINTR)
        return fail (error, _("Reading the document took too long and was given up. "
                              "Open it in WPS or Word, save it as a new Word document (.docx) and open that."));
    }
}

static gboolean
fail_for_crash (GError **error)
{
  return fail (error, _("The document cannot be read: it is damaged, or built like no usual document. "
                        "Open it in WPS or Word, save it as a new Word document (.docx) and open that."));
}

static gboolean
read_result (Reading  *reading,
             GError  **error)
{
  g_autofree guint8 *buffer = g_malloc (65536);

  for (;;)
    {
      struct pollfd fds[1] = { { .fd = reading->out, .events = POLLIN } };
      gssize n;

      if (!wait_for (reading, fds, 1, error))
        return FALSE;
      n = read (reading->out, buffer, 65536);
      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        return fail_for_crash (error);
      if (n > 0)
        g_byte_array_append (reading->result, buffer, (guint) n);
      if (reading->result->len > MAX_RESULT)
        return fail_for_crash (error);
    }
}

static gboolean
read_reply (Reading  *reading,
            GError  **error)
{
  struct pollfd fds[1] = { { .fd = reading->worker->control, .events = POLLIN } };

  if (!wait_for (reading, fds, 1, error))
    return FALSE;
  if (recv (reading->worker->control, &reading->reply, sizeof reading->reply, 0) != sizeof reading->reply ||
      reading->reply.magic != GJ_WORKER_MAGIC)
    return fail_for_crash (error);

  return TRUE;
}

static GjReport *
take_result (Reading  *reading,
             GError  **error)
{
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *sentence = NULL;
  guint8 kind;

  if (!WIFEXITED (reading->reply.status) || WEXITSTATUS (reading->reply.status) != 0 || reading->result->len < 2)
    {
      fail_for_crash (error);
      return NULL;
    }

  kind = reading->result->data[0];
  if (kind == GJ_WORKER_REPORT)
    {
      g_autoptr (GBytes) all = g_byte_array_free_to_bytes (g_steal_pointer (&reading->result));

      xml = g_bytes_new_from_bytes (all, 1, g_bytes_get_size (all) - 1);
      return gj_store_read (xml, error);
    }

  sentence = g_utf8_make_valid ((const char *) reading->result->data + 1,
                                MIN (reading->result->len - 1, MAX_SENTENCE));
  g_set_error_literal (error, GJ_IMPORT_ERROR,
                       kind == GJ_WORKER_NOT_A_REPORT ? GJ_IMPORT_ERROR_NOT_A_REPORT : GJ_IMPORT_ERROR_UNREADABLE,
                       sentence);

  return NULL;
}

/* A worker that does not even take the request has not started. */
static gboolean
hand_over (GjImportWorker *self,
           GBytes         *bytes,
           GjImportPart    part,
           int            *out,
           GError        **error)
{
  int pipes[2] = { -1, -1 };
  int document;
  gboolean sent;

  if (!start (self, error))
    return FALSE;
  document = open_document (bytes);
  if (document < 0 || !g_unix_open_pipe (pipes, FD_CLOEXEC, NULL))
    {
      if (document >= 0)
        close (document);
      return fail_to_start (error, g_strerror (errno));
    }

  sent = send_request (self, part, document, pipes[1]);
  close (document);
  close (pipes[1]);
  *out = pipes[0];
  if (!sent)
    {
      close (pipes[0]);
      return fail_to_start (error, g_strerror (errno));
    }

  return TRUE;
}

/**
 * gj_import_worker_read:
 * @self: a worker
 * @bytes: the content of a document
 * @part: what of it is read
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a document in the worker; blocks until it is done, too late or cancelled. After a
 * failure the next document has a new worker.
 *
 * Sets the errors of gj_import_document(), and those of the store should the worker lie.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_import_worker_read (GjImportWorker  *self,
                       GBytes          *bytes,
                       GjImportPart     part,
                       GCancellable    *cancellable,
                       GError         **error)
{
  Reading reading = { .worker = self, .cancellable = cancellable };
  GjReport *report = NULL;
  gboolean answered;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!hand_over (self, bytes, part, &reading.out, error))
    {
      kill_worker (self);
      return NULL;
    }

  reading.deadline = g_get_monotonic_time () + (gint64) self->milliseconds * 1000;
  reading.result = g_byte_array_new ();
  answered = read_result (&reading, error) && read_reply (&reading, error);
  if (answered)
    report = take_result (&reading, error);
  else
    kill_worker (self);

  close (reading.out);
  g_clear_pointer (&reading.result, g_byte_array_unref);

  return report;
}
