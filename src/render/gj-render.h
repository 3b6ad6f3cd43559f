/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The room that makes paper: a report becomes pages, a page is painted on any cairo_t. */

#include "gj-core.h"

#include "gj-chart-draw.h"
#include "gj-chart.h"
#include "gj-dossier.h"
#include "gj-final-copy.h"
#include "gj-font-use.h"
#include "gj-fonts.h"
#include "gj-missing-places.h"
#include "gj-page.h"
#include "gj-pages.h"
#include "gj-paper-options.h"
#include "gj-paper.h"
#include "gj-table-lines.h"
