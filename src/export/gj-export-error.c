/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-error.h"

G_DEFINE_QUARK (gj-export-error-quark, gj_export_error)
