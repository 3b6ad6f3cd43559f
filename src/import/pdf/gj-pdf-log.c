/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-log.h"

#include <string.h>

/* Poppler reads on over everything that it does not understand and tells of it in the log
 * only. What it tells while a page is read is the one sign that something of the page is
 * missing. */

#define DOMAIN "Poppler"

static GPrivate count_of_thread;

/* These are about how a page looks, not about what it says. */
static const char *const harmless[] = { "find a font", "non-embedded font", "Annot", "annotation", "olor", "ICC" };

static gboolean
is_damage (const char *message)
{
  if (!g_str_has_prefix (message, "Syntax error") && !g_str_has_prefix (message, "Internal error"))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (strstr (message, harmless[i]) != NULL)
      return FALSE;

  return TRUE;
}

static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        data)
{
  if (message != NULL && is_damage (message))
    g_private_set (&count_of_thread, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_private_get (&count_of_thread)) + 1));
}

/**
 * gj_pdf_log_listen:
 *
 * Begins to count, for every thread by itself. Only what poppler says for information is
 * listened to; its own faults are told as ever.
 */
void
gj_pdf_log_listen (void)
{
  static gsize is_listening;

  if (g_once_init_enter (&is_listening))
    {
      g_log_set_handler (DOMAIN, G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_MESSAGE, log_cb, NULL);
      g_once_init_leave (&is_listening, 1);
    }
  g_private_set (&count_of_thread, NULL);
}

/**
 * gj_pdf_log_take:
 *
 * Returns: how often poppler told of damage in this thread since it was asked last
 */
guint
gj_pdf_log_take (void)
{
  guint n = GPOINTER_TO_UINT (g_private_get (&count_of_thread));

  g_private_set (&count_of_thread, NULL);

  return n;
}
