/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-raw-document.h"

G_BEGIN_DECLS

char *raw_dump_blocks   (const GjRawDocument *document);
char *raw_dump_notes    (const GjRawDocument *document);
char *raw_dump_comments (const GjRawDocument *document);

G_END_DECLS
