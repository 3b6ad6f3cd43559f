/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjLanguage:
 * @GJ_LANGUAGE_ZH: Chinese, the language of every form, of paper, exports and matching
 * @GJ_LANGUAGE_EN: English, for windows and messages only
 */
typedef enum
{
  GJ_LANGUAGE_ZH,
  GJ_LANGUAGE_EN,
} GjLanguage;

/**
 * GjLabel:
 * @zh: (nullable): the words in Chinese, as the form prints them
 * @en: (nullable): the same in English
 *
 * A text of a form in both languages. The strings belong to the form.
 */
typedef struct
{
  const char *zh;
  const char *en;
} GjLabel;

GjLanguage  gj_language_get_current (void);
void        gj_language_begin        (GjLanguage      language);
void        gj_language_end          (void);
const char *gj_label_get            (const GjLabel *self,
                                     GjLanguage     language);
const char *gj_label_get_current    (const GjLabel *self);

G_END_DECLS
