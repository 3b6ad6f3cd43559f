/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjZipEntry:
 * @name: its name, not terminated
 * @is_encrypted: whether a password protects it
 * @is_dos: whether its name may have backslashes between its steps
 * @method: how it is packed
 * @checksum: the CRC-32 of its content
 * @n_packed: how many bytes it takes in the archive
 * @size: how many bytes its content has
 * @offset: where the archive says that it begins
 *
 * What the directory at the end of an archive says of a part. Nothing of it is believed
 * before it was compared.
 */
typedef struct
{
  const char *name;
  gsize       n_name;
  gboolean    is_encrypted;
  gboolean    is_dos;
  guint       method;
  guint32     checksum;
  guint64     n_packed;
  guint64     size;
  guint64     offset;
} GjZipEntry;

typedef enum
{
  GJ_ZIP_STEP_ENTRY,
  GJ_ZIP_STEP_END,
  GJ_ZIP_STEP_DAMAGE,
} GjZipStep;

#define GJ_ZIP_STORED 0
#define GJ_ZIP_DEFLATED 8

gboolean       _gj_zip_find_directory (const guint8     *data,
                                       gsize             size,
                                       gsize            *at);
GjZipStep      _gj_zip_read_entry     (const guint8     *data,
                                       gsize             size,
                                       gsize            *at,
                                       GjZipEntry       *entry);
const guint8 * _gj_zip_find_content   (const guint8     *data,
                                       gsize             size,
                                       const GjZipEntry *entry);

G_END_DECLS
