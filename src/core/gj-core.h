/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The room that knows reports: forms, one filled-in report, its checks, its file. */

#include "gj-base.h"

#include "gj-block.h"
#include "gj-body.h"
#include "gj-checker.h"
#include "gj-comment.h"
#include "gj-comparison.h"
#include "gj-decision.h"
#include "gj-difference.h"
#include "gj-digest.h"
#include "gj-edit.h"
#include "gj-finding-group.h"
#include "gj-finding.h"
#include "gj-form-catalogue.h"
#include "gj-form.h"
#include "gj-history.h"
#include "gj-journal.h"
#include "gj-label.h"
#include "gj-narrative.h"
#include "gj-relation.h"
#include "gj-report.h"
#include "gj-similarity.h"
#include "gj-source.h"
#include "gj-store.h"
#include "gj-table.h"
#include "gj-text-alignment.h"
#include "gj-text-change.h"
#include "gj-totals.h"
