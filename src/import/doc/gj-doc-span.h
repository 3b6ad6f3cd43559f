/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a file, lent. Nothing outside of them can be read: what is not there is 0, and
 * a part that reaches beyond them is empty. All numbers of the format begin with their
 * lowest byte. */

typedef struct
{
  const guint8 *data;
  gsize         size;
} GjDocSpan;

static inline gboolean
gj_doc_span_has (const GjDocSpan *self,
                 gsize            offset,
                 gsize            n)
{
  return offset <= self->size && n <= self->size - offset;
}

static inline guint
gj_doc_span_u8 (const GjDocSpan *self,
                gsize            offset)
{
  return gj_doc_span_has (self, offset, 1) ? self->data[offset] : 0;
}

static inline guint
gj_doc_span_u16 (const GjDocSpan *self,
                 gsize            offset)
{
  return gj_doc_span_has (self, offset, 2) ? self->data[offset] | (guint) self->data[offset + 1] << 8 : 0;
}

static inline int
gj_doc_span_i16 (const GjDocSpan *self,
                 gsize            offset)
{
  return (gint16) gj_doc_span_u16 (self, offset);
}

static inline guint32
gj_doc_span_u32 (const GjDocSpan *self,
                 gsize            offset)
{
  return gj_doc_span_has (self, offset, 4) ?
         gj_doc_span_u16 (self, offset) | (guint32) gj_doc_span_u16 (self, offset + 2) << 16 : 0;
}

static inline GjDocSpan
gj_doc_span_part (const GjDocSpan *self,
                  gsize            offset,
                  gsize            n)
{
  GjDocSpan part = { NULL, 0 };

  if (gj_doc_span_has (self, offset, n) && n > 0)
    part = (GjDocSpan) { self->data + offset, n };

  return part;
}

/* All behind the offset. */
static inline GjDocSpan
gj_doc_span_rest (const GjDocSpan *self,
                  gsize            offset)
{
  return offset < self->size ? gj_doc_span_part (self, offset, self->size - offset) : (GjDocSpan) { NULL, 0 };
}

G_END_DECLS
