/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-expectation.h"

G_BEGIN_DECLS

const GjExpectation *gj_known_forms_get_expectation (GjForm     *form,
                                                     const char *variant);
GHashTable *         gj_known_forms_ref_printed     (void);
GHashTable *         gj_known_forms_ref_headings    (void);
GHashTable *         gj_known_forms_ref_labels      (void);

G_END_DECLS
