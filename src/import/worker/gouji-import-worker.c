/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-worker-main.h"

int
main (void)
{
  return gj_worker_main (gj_import_bytes);
}
