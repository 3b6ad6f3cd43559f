/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "gj-core.h"

typedef struct
{
  const char *locale;
  const char *list;
  GjLanguage  language;
} LanguageCase;

static const LanguageCase languages[] = {
  { "C", NULL, GJ_LANGUAGE_EN },
  { "C", "zh_CN", GJ_LANGUAGE_EN },
  { "C.UTF-8", NULL, GJ_LANGUAGE_EN },
  { "C.UTF-8", "", GJ_LANGUAGE_EN },
  { "C.UTF-8", "zh_CN", GJ_LANGUAGE_ZH },
  { "C.UTF-8", "zh", GJ_LANGUAGE_ZH },
  { "C.UTF-8", "zh_CN:en", GJ_LANGUAGE_ZH },
  { "C.UTF-8", "en_GB:zh_CN", GJ_LANGUAGE_EN },
  { "C.UTF-8", "fr:zh_CN", GJ_LANGUAGE_ZH },
  { "C.UTF-8", "zha", GJ_LANGUAGE_EN },
  { "C.UTF-8", ":::", GJ_LANGUAGE_EN },
  { "zh_CN.UTF-8", NULL, GJ_LANGUAGE_ZH },
  { "zh_CN.UTF-8", "en", GJ_LANGUAGE_EN },
};

static void
test_language (gconstpointer data)
{
  const LanguageCase *c = data;

  if (setlocale (LC_MESSAGES, c->locale) == NULL)
    {
      g_test_skip ("the locale is not installed");
      return;
    }

  if (c->list != NULL)
    g_setenv ("LANGUAGE", c->list, TRUE);
  else
    g_unsetenv ("LANGUAGE");

  g_assert_cmpint (gj_language_get_current (), ==, c->language);
}

static void
test_label (void)
{
  GjLabel both = { "行", "row" };
  GjLabel chinese = { "行", NULL };
  GjLabel english = { NULL, "row" };
  GjLabel none = { NULL, NULL };

  g_assert_cmpstr (gj_label_get (&both, GJ_LANGUAGE_ZH), ==, "行");
  g_assert_cmpstr (gj_label_get (&both, GJ_LANGUAGE_EN), ==, "row");
  g_assert_cmpstr (gj_label_get (&chinese, GJ_LANGUAGE_EN), ==, "行");
  g_assert_cmpstr (gj_label_get (&english, GJ_LANGUAGE_ZH), ==, "row");
  g_assert_null (gj_label_get (&none, GJ_LANGUAGE_ZH));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/label/language/%u", i);

      g_test_add_data_func (path, &languages[i], test_language);
    }
  g_test_add_func ("/core/label/get", test_label);

  return g_test_run ();
}
