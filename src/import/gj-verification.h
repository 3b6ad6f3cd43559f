/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjVerificationResult:
 * @GJ_VERIFICATION_TOGETHER: everything that was given is of one and the same report
 * @GJ_VERIFICATION_APART: something differs
 * @GJ_VERIFICATION_UNPROVEN: nothing differs, but something has nothing to be compared
 *                            with, such as one file without a code
 */
typedef enum
{
  GJ_VERIFICATION_TOGETHER,
  GJ_VERIFICATION_APART,
  GJ_VERIFICATION_UNPROVEN,
} GjVerificationResult;

/**
 * GjEvidenceKind:
 * @GJ_EVIDENCE_REPORT: a native file, or the report that is open
 * @GJ_EVIDENCE_SOURCE: the report inside a PDF
 * @GJ_EVIDENCE_PAGES: what can be read on the pages of a document
 * @GJ_EVIDENCE_PRINTED: a digest that stands on the pages of a document
 * @GJ_EVIDENCE_TYPED: a digest that was typed or scanned
 */
typedef enum
{
  GJ_EVIDENCE_REPORT,
  GJ_EVIDENCE_SOURCE,
  GJ_EVIDENCE_PAGES,
  GJ_EVIDENCE_PRINTED,
  GJ_EVIDENCE_TYPED,
} GjEvidenceKind;

/**
 * GjEvidence:
 * @kind: what it is
 * @file: (nullable): the name of the file it is from, as it was given
 * @name: what it is, in the user's language
 * @digest: (nullable): its digest, or the beginning of one; pages have none
 * @agrees: whether it says the same as the first report that was found
 * @is_unread: whether it could not be read and so not compared
 * @is_signed: whether the PDF that it is from carries a digital signature
 */
typedef struct
{
  GjEvidenceKind  kind;
  char           *file;
  char           *name;
  char           *digest;
  gboolean        agrees;
  gboolean        is_unread;
  gboolean        is_signed;
} GjEvidence;

/**
 * GjVerification:
 *
 * Tells whether paper, PDF and report belong together: files, reports and codes are added,
 * then it is ended once, and from then on only read. Used by one thread at a time; adding a
 * document and ending block while the worker reads.
 */
typedef struct _GjVerification GjVerification;

GjVerification *     gj_verification_new               (void);
void                 gj_verification_free              (GjVerification  *self);

gboolean             gj_verification_add_file          (GjVerification  *self,
                                                        const char      *name,
                                                        GBytes          *bytes,
                                                        GCancellable    *cancellable,
                                                        GError         **error);
void                 gj_verification_add_report        (GjVerification  *self,
                                                        const char      *name,
                                                        GjReport        *report);
gboolean             gj_verification_add_code          (GjVerification  *self,
                                                        const char      *typed,
                                                        GError         **error);
GjVerificationResult gj_verification_end               (GjVerification  *self);

GjVerificationResult gj_verification_get_result        (GjVerification  *self);
char *               gj_verification_dup_summary       (GjVerification  *self);
guint                gj_verification_get_n_evidence    (GjVerification  *self);
const GjEvidence *   gj_verification_get_evidence      (GjVerification  *self,
                                                        guint            index);
GPtrArray *          gj_verification_get_differences   (GjVerification  *self,
                                                        guint            evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjVerification, gj_verification_free)

G_END_DECLS
