/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xml-private.h"

#include <string.h>

/* The parser holds every attribute of a tag against every other one before anybody is
 * asked: a hundred thousand of them take a minute. Such a tag is found before. Only a large
 * document can have one, so that others are not looked through. */

#define SMALL_DOCUMENT (64 << 10)
#define MAX_IN_TAG 1000

static const char *
skip_to (const char *p,
         const char *end,
         const char *mark)
{
  const char *found = g_strstr_len (p, end - p, mark);

  return found != NULL ? found + strlen (mark) : end;
}

/* After the tag that begins at @p. */
static const char *
count_in_tag (const char *p,
              const char *end,
              guint      *n)
{
  for (*n = 0; p < end && *p != '>'; p++)
    {
      if (*p == '=')
        (*n)++;
      if (*p == '"' || *p == '\'')
        p = memchr (p + 1, *p, (gsize) (end - p - 1));
      if (p == NULL)
        return end;
    }

  return p;
}

/* Whether a tag in @data has more attributes than any document of ours. */
gboolean
_gj_xml_is_crowded (const char *data,
                    gsize       size)
{
  const char *end = data + size;
  const char *p = data;

  if (size <= SMALL_DOCUMENT)
    return FALSE;

  while (p < end && (p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      gsize left = (gsize) (end - p);
      guint n;

      if (left >= 4 && memcmp (p, "<!--", 4) == 0)
        {
          p = skip_to (p + 4, end, "-->");
        }
      else if (left >= 9 && memcmp (p, "<![CDATA[", 9) == 0)
        {
          p = skip_to (p + 9, end, "]]>");
        }
      else
        {
          p = count_in_tag (p, end, &n);
          if (n > MAX_IN_TAG)
            return TRUE;
        }
    }

  return FALSE;
}
