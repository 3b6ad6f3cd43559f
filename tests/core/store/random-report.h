/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

/* Any form will do when none is given. */

char *     random_text   (GRand  *rand,
                          int     max_length);
GjBlock *  random_block  (GRand  *rand);
GjReport * random_report (GRand  *rand,
                          GjForm *form);
GjEdit *   random_edit   (GRand    *rand,
                          GjReport *report,
                          int       kind);
