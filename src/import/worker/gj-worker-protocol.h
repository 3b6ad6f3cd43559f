/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is said between a program and its worker, over a socket of packets: a request with
 * two descriptors, the document and where its report goes; when the report is written or
 * the child that should have written it has ended, a reply. */

#define GJ_WORKER_CONTROL_FD 3
#define GJ_WORKER_MAGIC 0x676a3032

/**
 * GjWorkerRequest:
 * @seconds: processor time that the document may take
 * @mebibytes: memory that it may take
 * @part: a #GjImportPart
 */
typedef struct
{
  guint32 magic;
  guint32 seconds;
  guint32 mebibytes;
  guint32 part;
} GjWorkerRequest;

/**
 * GjWorkerReply:
 * @status: how the child ended, as waitpid() gives it
 */
typedef struct
{
  guint32 magic;
  gint32  status;
} GjWorkerReply;

/* The first byte of what the child writes. Behind GJ_WORKER_REPORT stands the native file,
 * behind the others a sentence. */

#define GJ_WORKER_REPORT 'R'
#define GJ_WORKER_UNREADABLE 'U'
#define GJ_WORKER_NOT_A_REPORT 'N'

G_END_DECLS
