/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GjTextEncoding:
 *
 * The encodings that a text may be in.
 */
typedef enum
{
  GJ_TEXT_ENCODING_UTF8,
  GJ_TEXT_ENCODING_UTF16,
  GJ_TEXT_ENCODING_GB18030,
  GJ_TEXT_ENCODING_BIG5,
  GJ_TEXT_ENCODING_WESTERN,
} GjTextEncoding;

/**
 * GjTextDecoded:
 * @text: the text in UTF-8, without NUL
 * @length: its length in bytes
 * @n_dropped: characters that no document can hold and that were left out
 * @is_cut: whether the bytes end in the middle of a character
 */
typedef struct
{
  char           *text;
  gsize           length;
  GjTextEncoding  encoding;
  guint           n_dropped;
  gboolean        is_cut;
} GjTextDecoded;

void        gj_text_load_encodings    (void);
gboolean    gj_text_decode            (GBytes          *bytes,
                                       GjTextDecoded   *out,
                                       GError         **error);
gboolean    gj_text_decode_page       (GBytes          *bytes,
                                       const char      *declared,
                                       GjTextDecoded   *out,
                                       GError         **error);
gboolean    gj_text_encoding_find     (const char      *name,
                                       GjTextEncoding  *encoding);
const char *gj_text_encoding_get_name (GjTextEncoding   encoding);
void        gj_text_decoded_clear     (GjTextDecoded   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjTextDecoded, gj_text_decoded_clear)

G_END_DECLS
