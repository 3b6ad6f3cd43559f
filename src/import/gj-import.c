/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import.h"

#include "gj-match.h"
#include "gj-match-note.h"
#include "gj-raw-block.h"
#include "gj-text-decode.h"
#include "gj-text-reader.h"

G_DEFINE_QUARK (gj-import-error-quark, gj_import_error)

static void
note_encoding (GjSourceBuilder     *source,
               const GjTextDecoded *decoded)
{
  GjMatchNote note = { .place = "", .n = decoded->n_dropped };

  if (decoded->encoding == GJ_TEXT_ENCODING_GB18030)
    gj_match_note_add (source, GJ_MATCH_NOTE_GB18030, &note);
  if (decoded->encoding == GJ_TEXT_ENCODING_UTF16)
    gj_match_note_add (source, GJ_MATCH_NOTE_UTF16, &note);
  if (decoded->n_dropped > 0)
    gj_match_note_add (source, GJ_MATCH_NOTE_DROPPED_CHARACTERS, &note);
}

/**
 * gj_import_bytes:
 * @bytes: the content of a text file, or a pasted text
 * @name: (nullable): the file's name; nothing is read from it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a text into a report. Cells keep the text that stood there; what was guessed,
 * moved or dropped is a note in the report's source.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when @bytes are no text, %GJ_IMPORT_ERROR_NOT_A_REPORT
 * when the text is no annual report.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_import_bytes (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (GjTextDecoded) decoded = { 0 };
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GjSourceBuilder) builder = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjSource) source = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!gj_text_decode (bytes, &decoded, error))
    return NULL;
  blocks = gj_text_read_blocks (decoded.text, decoded.length, error);
  if (blocks == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  builder = gj_source_builder_new ("text", digest);
  note_encoding (builder, &decoded);
  report = gj_match_blocks (blocks, builder, cancellable, error);
  if (report == NULL)
    return NULL;

  source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);

  return g_steal_pointer (&report);
}
