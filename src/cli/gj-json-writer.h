/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjJsonWriter:
 * @out: where the text goes
 * @depth: how many objects and arrays are open
 * @inlined: the depth from which on everything stands in one line, or 0
 * @fresh: whether nothing stands yet in what was opened last
 *
 * Writes JSON as it comes, indented for people, UTF-8 whatever the locale. A value in an
 * object has a name, one in an array has %NULL for it.
 */
typedef struct
{
  GString  *out;
  guint     depth;
  guint     inlined;
  gboolean  fresh;
} GjJsonWriter;

void gj_json_writer_init         (GjJsonWriter *self,
                                  GString      *out,
                                  guint         depth);
void gj_json_writer_begin_object (GjJsonWriter *self,
                                  const char   *name);
void gj_json_writer_begin_line   (GjJsonWriter *self,
                                  const char   *name,
                                  char          bracket);
void gj_json_writer_begin_array  (GjJsonWriter *self,
                                  const char   *name);
void gj_json_writer_end_object   (GjJsonWriter *self);
void gj_json_writer_end_array    (GjJsonWriter *self);
void gj_json_writer_string       (GjJsonWriter *self,
                                  const char   *name,
                                  const char   *value);
void gj_json_writer_take_string  (GjJsonWriter *self,
                                  const char   *name,
                                  char         *value);
void gj_json_writer_filename     (GjJsonWriter *self,
                                  const char   *path);
void gj_json_writer_int          (GjJsonWriter *self,
                                  const char   *name,
                                  gint64        value);
void gj_json_writer_ratio        (GjJsonWriter *self,
                                  const char   *name,
                                  double        value);
void gj_json_writer_boolean      (GjJsonWriter *self,
                                  const char   *name,
                                  gboolean      value);
void gj_json_writer_null         (GjJsonWriter *self,
                                  const char   *name);

G_END_DECLS
