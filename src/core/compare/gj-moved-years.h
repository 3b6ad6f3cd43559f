/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "gj-text-alignment.h"

G_BEGIN_DECLS

/* Years in sentences that moved on with the report: 2024年 in the report of 2024, 2025年
 * in that of 2025.
 *
 * An old number and the new one in its place are such a year when each is four figures
 * from 1980 to 2099 with 年 behind it (blanks between are let pass), and the new is later
 * by exactly @distance, the years that lie between the two reports. Everything else is a
 * change like any other: a year later or earlier by more or less, one written otherwise,
 * one that was put in or taken out, the first year of 2023—2024年. Two versions of one
 * year have no distance, and no such years. */

void _gj_passages_mark_years (GPtrArray         *passages,
                              const char *const *old_paragraphs,
                              const char *const *new_paragraphs,
                              int                distance);

G_END_DECLS
