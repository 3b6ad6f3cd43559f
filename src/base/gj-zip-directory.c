/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-zip-private.h"

#include <string.h>

/* The records of a zip archive, as APPNOTE.TXT of PKWARE describes them. At the end stands
 * the directory, and behind it where it begins; before each part stands once more what the
 * directory says of it. Archives over more than one file do not occur. */

#define END "PK\x05\x06"
#define END_64 "PK\x06\x06"
#define END_64_PLACE "PK\x06\x07"
#define SIGNATURE "PK\x05\x05"
#define ENTRY "PK\x01\x02"
#define PART "PK\x03\x04"

#define END_SIZE 22
#define END_64_SIZE 56
#define END_64_PLACE_SIZE 20
#define ENTRY_SIZE 46
#define PART_SIZE 30
#define MAX_REMARK 65535

#define FLAG_ENCRYPTED 0x0001
#define FLAG_SIZE_BEHIND 0x0008

/* Where a number has no room, this stands, and the number in an extra field. */
#define ELSEWHERE 0xffffffff
#define EXTRA_64 0x0001

static guint
get_16 (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

static guint32
get_32 (const guint8 *p)
{
  return get_16 (p) | (guint32) get_16 (p + 2) << 16;
}

static guint64
get_64 (const guint8 *p)
{
  return get_32 (p) | (guint64) get_32 (p + 4) << 32;
}

static gboolean
is_record (const guint8 *data,
           gsize         size,
           guint64       at,
           const char   *signature,
           gsize         length)
{
  return at <= size && length <= size - at && memcmp (data + at, signature, 4) == 0;
}

/* Of a large archive, the end that has room for its place. */
static guint64
find_directory_64 (const guint8 *data,
                   gsize         size,
                   gsize         end)
{
  guint64 at;

  if (end < END_64_PLACE_SIZE ||
      !is_record (data, size, end - END_64_PLACE_SIZE, END_64_PLACE, END_64_PLACE_SIZE))
    return G_MAXUINT64;
  at = get_64 (data + end - END_64_PLACE_SIZE + 8);

  return is_record (data, size, at, END_64, END_64_SIZE) ? get_64 (data + at + 48) : G_MAXUINT64;
}

static gboolean
begins_directory (const guint8 *data,
                  gsize         size,
                  guint64       at)
{
  return is_record (data, size, at, ENTRY, ENTRY_SIZE) || is_record (data, size, at, END, END_SIZE) ||
         is_record (data, size, at, END_64, END_64_SIZE);
}

/* Behind the end stands a remark, in which anything may stand. */
gboolean
_gj_zip_find_directory (const guint8 *data,
                        gsize         size,
                        gsize        *at)
{
  for (gsize back = END_SIZE; back <= size && back <= END_SIZE + MAX_REMARK; back++)
    {
      gsize end = size - back;
      guint64 place;

      if (data[end] != 'P' || !is_record (data, size, end, END, END_SIZE))
        continue;
      place = get_32 (data + end + 16);
      if (place == ELSEWHERE)
        place = find_directory_64 (data, size, end);
      if (!begins_directory (data, size, place))
        continue;

      *at = (gsize) place;
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_64 (const guint8 **p,
         const guint8  *end,
         guint64       *number)
{
  if (*number != ELSEWHERE)
    return TRUE;
  if (end - *p < 8)
    return FALSE;

  *number = get_64 (*p);
  *p += 8;

  return TRUE;
}

static gboolean
read_extra (const guint8 *p,
            gsize         length,
            GjZipEntry   *entry)
{
  const guint8 *end = p + length;

  while (end - p >= 4)
    {
      guint kind = get_16 (p);
      gsize n = get_16 (p + 2);

      p += 4;
      if (n > (gsize) (end - p))
        return FALSE;
      if (kind == EXTRA_64)
        {
          end = p + n;
          return take_64 (&p, end, &entry->size) && take_64 (&p, end, &entry->n_packed) &&
                 take_64 (&p, end, &entry->offset);
        }
      p += n;
    }

  return TRUE;
}

/* Reads the entry at @at, and moves @at behind it. */
GjZipStep
_gj_zip_read_entry (const guint8 *data,
                    gsize         size,
                    gsize        *at,
                    GjZipEntry   *entry)
{
  const guint8 *p = data + *at;
  gsize n_extra;
  gsize length;

  if (is_record (data, size, *at, END, END_SIZE) || is_record (data, size, *at, END_64, END_64_SIZE) ||
      is_record (data, size, *at, SIGNATURE, 6))
    return GJ_ZIP_STEP_END;
  if (!is_record (data, size, *at, ENTRY, ENTRY_SIZE))
    return GJ_ZIP_STEP_DAMAGE;

  entry->name = (const char *) p + ENTRY_SIZE;
  entry->n_name = get_16 (p + 28);
  entry->is_dos = p[5] == 0;
  entry->is_encrypted = (get_16 (p + 8) & FLAG_ENCRYPTED) != 0;
  entry->method = get_16 (p + 10);
  entry->checksum = get_32 (p + 16);
  entry->n_packed = get_32 (p + 20);
  entry->size = get_32 (p + 24);
  entry->offset = get_32 (p + 42);

  n_extra = get_16 (p + 30);
  length = ENTRY_SIZE + entry->n_name + n_extra + get_16 (p + 32);
  if (length > size - *at || !read_extra (p + ENTRY_SIZE + entry->n_name, n_extra, entry))
    return GJ_ZIP_STEP_DAMAGE;
  *at += length;

  return GJ_ZIP_STEP_ENTRY;
}

/* The size stands behind the part when it was not yet known before. */
static gboolean
says_the_same (const guint8     *p,
               const GjZipEntry *entry)
{
  gboolean is_behind = (get_16 (p + 6) & FLAG_SIZE_BEHIND) != 0;
  guint32 n_packed = get_32 (p + 18);
  guint32 size = get_32 (p + 22);

  if (get_16 (p + 8) != entry->method || get_16 (p + 26) != entry->n_name ||
      memcmp (p + PART_SIZE, entry->name, entry->n_name) != 0)
    return FALSE;

  return is_behind ||
         ((size == ELSEWHERE || size == entry->size) && (n_packed == ELSEWHERE || n_packed == entry->n_packed));
}

/* The packed content of a part, @n_packed bytes; %NULL when the part is not where or what
 * the directory says. */
const guint8 *
_gj_zip_find_content (const guint8     *data,
                      gsize             size,
                      const GjZipEntry *entry)
{
  const guint8 *p;
  gsize left;
  gsize head;

  if (!is_record (data, size, entry->offset, PART, PART_SIZE))
    return NULL;

  p = data + entry->offset;
  left = size - (gsize) entry->offset;
  head = PART_SIZE + (gsize) get_16 (p + 26) + get_16 (p + 28);
  if (head > left || entry->n_packed > left - head || !says_the_same (p, entry))
    return NULL;

  return p + head;
}
