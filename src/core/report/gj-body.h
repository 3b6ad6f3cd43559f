/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GJ_SETTING_FORMER_BODY:
 *
 * The setting of a report that links it to what its body was before it was renamed or
 * merged: full names, one on a line. It travels with the file and is no part of what is
 * published.
 */
#define GJ_SETTING_FORMER_BODY "former-body"

/**
 * GjBodyMatch:
 * @GJ_BODY_SAME: both name the same body
 * @GJ_BODY_LINKED: one of them says that it was named as the other names itself
 * @GJ_BODY_UNKNOWN: one of them names no body
 * @GJ_BODY_OTHER: they name two bodies
 */
typedef enum
{
  GJ_BODY_SAME,
  GJ_BODY_LINKED,
  GJ_BODY_UNKNOWN,
  GJ_BODY_OTHER,
} GjBodyMatch;

GjBodyMatch gj_report_match_body (GjReport *self,
                                  GjReport *other);

G_END_DECLS
