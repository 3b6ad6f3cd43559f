/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-private.h"
#include "gj-paper.h"

#include <math.h>

/* The dump is what tests compare: one operation a line, positions in pt with two
 * decimals, the same in every locale. */

static const char *const roles[GJ_N_FONT_ROLES] = {
  "title", "body", "heading", "subheading", "table", "number",
};

/* A space and the number; never "-0.00". */
static void
add_number (GString *out,
            double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (out, ' ');
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.2f",
                                         fabs (number) < 0.005 ? 0 : number));
}

static void
dump_text (const GjTextRun *run,
           GString         *out)
{
  g_string_append (out, run->drawn ? "drawn" : "text");
  add_number (out, run->x);
  add_number (out, run->y);
  add_number (out, run->width);
  add_number (out, run->size);
  g_string_append_printf (out, " %s \"%s\"\n", roles[run->role], run->string);
}

static void
dump_rule (const GjRule *rule,
           GString      *out)
{
  g_string_append (out, rule->upright ? "vline" : "hline");
  add_number (out, rule->x);
  add_number (out, rule->y);
  add_number (out, rule->length);
  add_number (out, rule->width);
  g_string_append_c (out, '\n');
}

static void
dump_fill (const GjFill *fill,
           GString      *out)
{
  g_string_append (out, "fill");
  add_number (out, fill->x);
  add_number (out, fill->y);
  add_number (out, fill->width);
  add_number (out, fill->height);
  add_number (out, fill->grey);
  g_string_append_c (out, '\n');
}

static void
dump_plate (const GjPlate *plate,
            GString       *out)
{
  g_string_append (out, "picture");
  add_number (out, plate->x);
  add_number (out, plate->y);
  add_number (out, plate->width);
  add_number (out, plate->height);
  g_string_append_printf (out, " \"%s\"\n", plate->title);
}

/* One line, whatever stands in the code. */
static void
dump_code (const GjCode *code,
           GString      *out)
{
  g_autofree char *text = g_strdup (code->text);

  g_strdelimit (text, "\n", '|');
  g_string_append (out, "code");
  add_number (out, code->x);
  add_number (out, code->y);
  add_number (out, code->size);
  g_string_append_printf (out, " %u \"%s\"\n", code->n, text);
}

void
_gj_page_dump (const GjPage *self,
               GString      *out)
{
  g_string_append_printf (out, "page %u", self->number);
  add_number (out, self->format->width);
  add_number (out, self->format->height);
  g_string_append_c (out, '\n');

  for (guint i = 0; i < self->ops->len; i++)
    {
      const GjOp *op = &g_array_index (self->ops, GjOp, i);

      switch (op->kind)
        {
        case GJ_OP_TEXT:
          dump_text (&op->text, out);
          break;
        case GJ_OP_LINE:
          dump_rule (&op->rule, out);
          break;
        case GJ_OP_FILL:
          dump_fill (&op->fill, out);
          break;
        case GJ_OP_PICTURE:
          dump_plate (&op->plate, out);
          break;
        case GJ_OP_CODE:
          dump_code (&op->code, out);
          break;
        case GJ_OP_TAG_BEGIN:
          g_string_append_printf (out, "begin %s\n", op->tag.name);
          break;
        case GJ_OP_TAG_END:
          g_string_append_printf (out, "end %s\n", op->tag.name);
          break;
        case GJ_OP_TURN:
          g_string_append (out, op->turned ? "turn\n" : "upright\n");
          break;
        }
    }
}
