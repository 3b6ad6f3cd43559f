/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The characters that numbers are written with, in half and full width. */

typedef enum
{
  GJ_NUMBER_TOKEN_END,
  GJ_NUMBER_TOKEN_DIGIT,
  GJ_NUMBER_TOKEN_POINT,
  GJ_NUMBER_TOKEN_THOUSANDS,
  GJ_NUMBER_TOKEN_MINUS,
  GJ_NUMBER_TOKEN_PLUS,
  GJ_NUMBER_TOKEN_BLANK,
  GJ_NUMBER_TOKEN_THIN_BLANK,
  GJ_NUMBER_TOKEN_OTHER,
} GjNumberTokenKind;

typedef struct
{
  GjNumberTokenKind kind;
  gboolean          full_width;
  int               digit;
  gunichar          character;
  const char       *next;
} GjNumberToken;

GjNumberToken _gj_number_token_read (const char *text);

G_END_DECLS
