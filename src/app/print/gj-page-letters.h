/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* Draws the letters of pages once, in a thread and onto nothing: cairo keeps them, and a
 * page that is come to for the first time is on the screen as soon as one seen before. */

typedef struct _GjPageLetters GjPageLetters;

GjPageLetters *gj_page_letters_new     (void);
void           gj_page_letters_free    (GjPageLetters *self);

/* At a factor of the size on paper; what was begun for another one is given up. */

void           gj_page_letters_prepare (GjPageLetters *self,
                                        GjPages       *pages,
                                        double         factor);

G_END_DECLS
