/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-base.h"

/* Any text at all: what is read as a number reads the same when it is written plainly. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *plain = NULL;
  GjNumberText read;
  GjNumberText again;

  gj_number_text_read (text, &read);
  if (read.state != GJ_NUMBER_READ)
    return 0;

  plain = gj_decimal_to_string (&read.value);
  gj_number_text_read (plain, &again);
  g_assert_cmpint (again.state, ==, GJ_NUMBER_READ);
  g_assert_cmpint (again.flags, ==, 0);
  g_assert_cmpint (again.value.mantissa, ==, read.value.mantissa);
  g_assert_cmpint (again.value.scale, ==, read.value.scale);
  return 0;
}
