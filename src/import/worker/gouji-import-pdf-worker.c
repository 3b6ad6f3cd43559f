/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"
#include "gj-worker-main.h"

/* A PDF need not hold its fonts nor the tables of its character sets: those of the system
 * are read, and nothing that belongs to a person. */
static const char *const folders[] = {
  "/usr/share",
  "/usr/local/share",
  "/etc/fonts",
  "/var/cache/fontconfig",

  /* In a Flatpak */
  "/app/share",
  "/run/host/fonts",
  "/run/host/fonts-cache",
  "/run/host/local-fonts",
  NULL,
};

int
main (void)
{
  const GjWorkerTask task = { _gj_import_pdf, folders };

  return gj_worker_main (&task);
}
