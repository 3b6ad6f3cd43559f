/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The room that knows no reports: exact numbers, XML, zip, the structure of PDF, files. */

#include "gj-decimal.h"
#include "gj-file.h"
#include "gj-integer.h"
#include "gj-locale.h"
#include "gj-number-text.h"
#include "gj-pdf-structure.h"
#include "gj-relative-path.h"
#include "gj-resource.h"
#include "gj-xml-tree.h"
#include "gj-xml.h"
#include "gj-zip-writer.h"
#include "gj-zip.h"
