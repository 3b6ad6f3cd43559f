/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

/* The rules that bind one year to the next. */

void
_gj_dossier_add_relations (GjDossierPair *self)
{
  g_autoptr (GPtrArray) lines = gj_comparison_list_rule_lines (self->comparison);

  if (lines->len > 0)
    _gj_dossier_add (self->dossier, GJ_ENTRY_HEADING, g_strdup ("跨年勾稽"));
  for (guint i = 0; i < lines->len; i++)
    {
      const GjRuleLine *line = lines->pdata[i];

      _gj_dossier_add_item (self->dossier, line->is_held ? "✓" : "✕",
                            line->n_others > 0 ? g_strdup_printf ("%s；另有%u项同样相符", line->words, line->n_others)
                                               : g_strdup (line->words));
    }
}
