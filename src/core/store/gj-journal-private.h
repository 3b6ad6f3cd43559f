/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-journal.h"

G_BEGIN_DECLS

/* A journal's file: a line that says what it is, then records. The first record holds the
 * base, the others what was done since. A record is
 *
 *   kind (1 byte) · length of the content (4 bytes) · number (4 bytes) ·
 *   checksum (8 bytes) · content
 *
 * with numbers in little endian. The number counts the records from 0; the checksum covers
 * kind, length, number, content and the checksum of the record before, so that reading
 * stops at the first record that was torn, and nothing of an earlier use of the same bytes
 * is taken for a record. Contents are GVariants in little endian. */

#define GJ_JOURNAL_SUFFIX ".journal"

typedef enum
{
  GJ_RECORD_BASE  = 'B',
  GJ_RECORD_EDIT  = 'E',
  GJ_RECORD_DRAFT = 'D',
} GjRecordKind;

#define GJ_RECORD_BASE_TYPE G_VARIANT_TYPE ("(ssisbay)")
#define GJ_RECORD_DRAFT_TYPE G_VARIANT_TYPE ("(sms)")

typedef struct
{
  guint32 number;
  guint8  checksum[8];
} GjRecordChain;

typedef struct
{
  const char    *next;
  const char    *end;
  GjRecordChain  chain;
} GjRecordReader;

void       _gj_record_append      (GByteArray      *to,
                                   GjRecordChain   *chain,
                                   GjRecordKind     kind,
                                   GVariant        *content);
void       _gj_record_append_head (GByteArray      *to);
gboolean   _gj_record_reader_init (GjRecordReader  *self,
                                   GBytes          *bytes);
GVariant * _gj_record_reader_next (GjRecordReader  *self,
                                   GjRecordKind    *kind);

/* The base is where the report is stored, body, year, digest of its bytes, whether it is
 * work recovered and not yet saved, and its bytes. */

char *     _gj_journal_take_recovered (const char   *digest);

G_END_DECLS
