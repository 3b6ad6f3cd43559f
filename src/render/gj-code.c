/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-code-private.h"

#include <qrencode.h>
#include <string.h>

/* The modules stand in one path, so that no seam shows between two of them. */

/* libqrencode's bit for a dark module. */
#define DARK 1

/* Returns FALSE when @text is longer than such a code can hold. */
gboolean
_gj_code_init (GjCode     *self,
               const char *text,
               double      x,
               double      y,
               double      size)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);

  if (code == NULL)
    return FALSE;

  self->x = x;
  self->y = y;
  self->size = size;
  self->text = g_strdup (text);
  self->n = (guint) code->width;
  self->modules = g_malloc ((gsize) self->n * self->n);
  for (guint i = 0; i < self->n * self->n; i++)
    self->modules[i] = code->data[i] & DARK;
  QRcode_free (code);

  return TRUE;
}

void
_gj_code_clear (GjCode *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->modules, g_free);
}

/* Without the white around it. */
gboolean
_gj_code_is_dark (const GjCode *self,
                  guint         column,
                  guint         row)
{
  return self->modules[row * self->n + column] != 0;
}

void
_gj_code_draw (const GjCode *self,
               cairo_t      *cr)
{
  double module = self->size / (self->n + 2 * GJ_CODE_QUIET);
  double left = self->x + GJ_CODE_QUIET * module;
  double top = self->y + GJ_CODE_QUIET * module;

  cairo_new_path (cr);
  for (guint row = 0; row < self->n; row++)
    for (guint start = 0, end; start < self->n; start = end + 1)
      {
        for (end = start; end < self->n && _gj_code_is_dark (self, end, row); end++)
          ;
        if (end > start)
          cairo_rectangle (cr, left + start * module, top + row * module, (end - start) * module, module);
      }
  cairo_fill (cr);
}

/* How wide the code of @text must be at least, in pt; 0 when there is none. */
double
_gj_code_get_room (const char *text)
{
  GjCode code = { 0 };
  double room = 0;

  if (_gj_code_init (&code, text, 0, 0, 0))
    room = (code.n + 2 * GJ_CODE_QUIET) * GJ_CODE_MIN_MODULE;
  _gj_code_clear (&code);

  return room;
}

/* The square of @size pt, of which the white around the code is part, has its left upper
 * corner at (@x, @y). Returns FALSE, and adds nothing, when @text is too long. */
gboolean
_gj_page_add_code (GjPage     *page,
                   const char *text,
                   double      x,
                   double      y,
                   double      size)
{
  GjOp op = { .kind = GJ_OP_CODE };

  if (!_gj_code_init (&op.code, text, x, y, size))
    return FALSE;
  g_array_append_val (page->ops, op);

  return TRUE;
}
