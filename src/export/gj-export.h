/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The room that writes files for other programs. */

#include "gj-render.h"

#include "gj-comparison-export.h"
#include "gj-docx-export.h"
#include "gj-export-error.h"
#include "gj-export-format.h"
#include "gj-export-target.h"
#include "gj-export-words.h"
#include "gj-html-export.h"
#include "gj-pdf-export.h"
#include "gj-pdf-update.h"
#include "gj-xlsx-export.h"
