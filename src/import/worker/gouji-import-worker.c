/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"
#include "gj-worker-main.h"

/* Everything that these readers need is in memory before the first document. */

int
main (void)
{
  const GjWorkerTask task = { _gj_import_office, NULL };

  return gj_worker_main (&task);
}
