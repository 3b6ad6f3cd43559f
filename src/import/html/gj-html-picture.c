/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* Pictures: the bytes when the page itself holds them, else the words that stand for it. */

#define MAX_DECORATION 20

static const char *
get_source (const xmlNode *node)
{
  static const char *const names[] = { "src", "data-src", "data-original" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = _gj_html_get_attribute (node, names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return NULL;
}

static gboolean
is_kept (const guchar *data,
         gsize         size)
{
  return (size > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0) || (size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0);
}

static GBytes *
decode_data (const char *source)
{
  const char *comma = strchr (source, ',');
  g_autofree guchar *data = NULL;
  gsize size = 0;

  if (comma == NULL || g_strstr_len (source, comma - source, ";base64") == NULL)
    return NULL;

  data = g_base64_decode (comma + 1, &size);

  return is_kept (data, size) ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}

/* An address may be relative to that of the page. */
static GBytes *
find_file (const GjHtmlFiles *files,
           const char        *source)
{
  GBytes *found = g_hash_table_lookup (files->files, source);
  gsize size;
  const guchar *data;

  if (found == NULL && files->base != NULL)
    {
      const char *slash = strrchr (files->base, '/');
      g_autofree char *whole = slash != NULL ?
                               g_strdup_printf ("%.*s/%s", (int) (slash - files->base), files->base, source) : NULL;

      found = whole != NULL ? g_hash_table_lookup (files->files, whole) : NULL;
    }
  if (found == NULL)
    return NULL;
  data = g_bytes_get_data (found, &size);

  return is_kept (data, size) ? g_bytes_ref (found) : NULL;
}

static char *
dup_name (const char *source)
{
  const char *end = source + strcspn (source, "?#");
  const char *start = end;

  if (g_ascii_strncasecmp (source, "data:", 5) == 0)
    return g_strndup (source + 5, strcspn (source + 5, ";,"));
  while (start > source && start[-1] != '/' && start[-1] != '\\')
    start--;

  return g_strndup (start, (gsize) (end - start));
}

/* A dot that keeps a place, a line, the sign of a file's type. */
static gboolean
is_decoration (const xmlNode *node)
{
  guint width = _gj_html_get_number (node, "width", G_MAXUINT16);
  guint height = _gj_html_get_number (node, "height", G_MAXUINT16);

  return MIN (width, height) <= 3 || MAX (width, height) <= MAX_DECORATION;
}

/**
 * _gj_html_add_picture:
 * @self: a walk
 * @node: an img element
 *
 * The picture stands after the paragraph that it is in, or before it when nothing of the
 * paragraph stands before the picture.
 */
void
_gj_html_add_picture (GjHtmlWalk    *self,
                      const xmlNode *node)
{
  const char *source = get_source (node);
  const char *words = _gj_html_get_attribute (node, "alt");
  g_autofree char *name = NULL;
  g_autoptr (GBytes) picture = NULL;
  GjRawBlock *block;

  if (source == NULL || is_decoration (node))
    return;

  if (g_ascii_strncasecmp (source, "data:", 5) == 0)
    picture = decode_data (source);
  else if (self->files != NULL)
    picture = find_file (self->files, source);
  /* A picture that is here needs no name; the words of an address are a name. */
  name = picture != NULL && g_ascii_strncasecmp (source, "data:", 5) == 0 ? g_strdup ("") : dup_name (source);
  if (picture == NULL)
    _gj_html_walk_note (self, GJ_RAW_NOTE_PICTURE_LEFT_OUT, name, 1);

  block = gj_raw_block_new_picture (picture, words != NULL && *words != '\0' ? words : name, self->n_paragraphs + 1);
  if (self->cell == NULL && self->line->len == 0)
    _gj_html_add_piece (self, block, 0);
  else
    g_ptr_array_add (self->pictures, block);
}
