/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjSign:
 * @start: its first byte
 * @end: the byte after its last
 * @exact: its name
 * @loose: its name, which all numbers share
 * @n_counted: how many characters it counts
 *
 * A letter, a number or a phrase of the form. Punctuation and blanks are no signs. No sign
 * but a phrase goes beyond its line.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 exact;
  guint32 loose;
  guint32 n_counted;
} GjSign;

typedef struct _GjSignReader GjSignReader;

GjSignReader *_gj_sign_reader_new  (const char *const *boilerplate);
void          _gj_sign_reader_free (GjSignReader      *self);
void          _gj_sign_reader_read (GjSignReader      *self,
                                    const char        *text,
                                    gsize              start,
                                    gsize              end,
                                    GArray            *signs);
GArray *      _gj_sign_reader_join (GjSignReader      *self,
                                    const GArray      *signs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjSignReader, _gj_sign_reader_free)

G_END_DECLS
