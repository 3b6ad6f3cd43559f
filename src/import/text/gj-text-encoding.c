/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-decode.h"

/* The names that documents give to encodings. */

typedef struct
{
  const char     *name;
  GjTextEncoding  encoding;
} Name;

static const Name names[] = {
  { "utf-8", GJ_TEXT_ENCODING_UTF8 },
  { "utf8", GJ_TEXT_ENCODING_UTF8 },
  { "gb2312", GJ_TEXT_ENCODING_GB18030 },
  { "gbk", GJ_TEXT_ENCODING_GB18030 },
  { "gb18030", GJ_TEXT_ENCODING_GB18030 },
  { "gb_2312-80", GJ_TEXT_ENCODING_GB18030 },
  { "cp936", GJ_TEXT_ENCODING_GB18030 },
  { "x-gbk", GJ_TEXT_ENCODING_GB18030 },
  { "big5", GJ_TEXT_ENCODING_BIG5 },
  { "big5-hkscs", GJ_TEXT_ENCODING_BIG5 },
  { "x-x-big5", GJ_TEXT_ENCODING_BIG5 },
  { "cp950", GJ_TEXT_ENCODING_BIG5 },
  { "iso-8859-1", GJ_TEXT_ENCODING_WESTERN },
  { "windows-1252", GJ_TEXT_ENCODING_WESTERN },
  { "us-ascii", GJ_TEXT_ENCODING_WESTERN },
  { "utf-16", GJ_TEXT_ENCODING_UTF16 },
  { "utf-16le", GJ_TEXT_ENCODING_UTF16 },
  { "utf-16be", GJ_TEXT_ENCODING_UTF16 },
  { "unicode", GJ_TEXT_ENCODING_UTF16 },
};

/**
 * gj_text_encoding_find:
 * @name: a name that a document declares
 * @encoding: (out): the encoding
 *
 * Every older set of mainland Chinese is read as GB18030, which holds them all.
 *
 * Returns: whether @name is known
 */
gboolean
gj_text_encoding_find (const char     *name,
                       GjTextEncoding *encoding)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (encoding != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, name) == 0)
      {
        *encoding = names[i].encoding;
        return TRUE;
      }

  return FALSE;
}

/**
 * gj_text_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: its name for people
 */
const char *
gj_text_encoding_get_name (GjTextEncoding encoding)
{
  switch (encoding)
    {
    case GJ_TEXT_ENCODING_UTF16:
      return "UTF-16";
    case GJ_TEXT_ENCODING_GB18030:
      return "GB18030";
    case GJ_TEXT_ENCODING_BIG5:
      return "Big5";
    case GJ_TEXT_ENCODING_WESTERN:
      return "Windows-1252";
    case GJ_TEXT_ENCODING_UTF8:
    default:
      return "UTF-8";
    }
}
