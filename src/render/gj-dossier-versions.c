/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

/* Two versions: the result on one page, to be put on file, then all changes. */

#define MOST_REVISIONS 14
#define LEAST_REVISIONS 4
#define MOST_FINDINGS 4
#define MOST_CHARACTERS 44

/* What a landscape page has for changes and findings, and what each of them takes, in pt. */
#define PAGE_ROOM 315.0
#define REVISION_ROOM 29.0
#define FINDING_ROOM 16.0
#define HEADING_ROOM 28.0

void
_gj_dossier_add_findings (GjDossierPair *self,
                          const char    *heading,
                          GPtrArray     *findings,
                          guint          most)
{
  static const char *const severities[] = {
    [GJ_SEVERITY_ERROR] = "必须修改",
    [GJ_SEVERITY_WARNING] = "请核实",
    [GJ_SEVERITY_HINT] = "建议",
  };

  _gj_dossier_add (self->dossier, GJ_ENTRY_SUBHEADING, g_strdup_printf ("%s（%u项）", heading, findings->len));
  for (guint i = 0; i < MIN (most, findings->len); i++)
    {
      GjFinding *finding = findings->pdata[i];
      const GjDecision *decision = gj_finding_is_decided (finding) ? gj_finding_get_decision (finding) : NULL;
      g_autofree char *mark = g_strdup_printf ("%u.", i + 1);
      gboolean has_reason = decision != NULL && decision->reason != NULL && *decision->reason != '\0';

      _gj_dossier_add_item (self->dossier, mark,
                            g_strconcat ("【", severities[gj_finding_get_severity (finding)], "】",
                                         gj_finding_get_message (finding), decision != NULL ? "（已处理" : "",
                                         has_reason ? "：" : "", has_reason ? decision->reason : "",
                                         decision != NULL ? "）" : "", NULL));
    }
  if (findings->len > most)
    _gj_dossier_add_item (self->dossier, "", g_strdup_printf ("……其余%u项从略。", findings->len - most));
}

static void
add_verdict (GjDossierPair         *self,
             const GjVersionResult *result)
{
  guint n = result->revisions->len;
  guint n_cells = gj_version_result_count (result, GJ_REVISION_CELL);
  guint n_words = gj_version_result_count (result, GJ_REVISION_WORDS);

  _gj_dossier_add (self->dossier, GJ_ENTRY_HEADING, g_strdup (n > 0 ? "对比结果：两稿不一致" : "对比结果：两稿一致"));
  if (n == 0)
    _gj_dossier_add (self->dossier, GJ_ENTRY_PARAGRAPH,
                     g_strdup_printf ("逐项核对%u个数据和%u部分文字、标题、署名，没有差异。",
                                      result->n_cells, result->n_sections));
  else
    _gj_dossier_add (self->dossier, GJ_ENTRY_PARAGRAPH,
                     g_strdup_printf ("共%u处不同：数据%u处，文字%u处，标题、署名等%u处；其余%u个数据一致。审核问题已消除%u项，"
                                      "新出现%u项，仍存在%u项；没有审核意见而改动的有%u处。",
                                      n, n_cells, n_words, n - n_cells - n_words, result->n_cells - n_cells,
                                      result->gone->len, result->fresh->len, result->kept->len, result->n_besides));
}

static char *
write_place (const GjRevision *revision)
{
  return revision->paragraph > 0 ? g_strdup_printf ("%s　第%u段", revision->name, revision->paragraph)
                                 : g_strdup (revision->name);
}

static char *
cut (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (_gj_dossier_say (text)), "\n", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= MOST_CHARACTERS)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, MOST_CHARACTERS);
  return g_strconcat (head, "…", NULL);
}

static void
add_revision (GjDossierEntry   *table,
              guint             number,
              const GjRevision *revision)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *place = write_place (revision);
  g_autofree char *old_text = cut (revision->old_text);
  g_autofree char *new_text = cut (revision->new_text);

  _gj_dossier_add_row (table, count, place, old_text, new_text,
                       revision->difference != NULL ? revision->difference : revision->is_moved ? "移动" : "",
                       revision->is_asked ? "有" : "无", NULL);
}

static void
add_revisions (GjDossierPair         *self,
               const GjVersionResult *result,
               const char            *name,
               guint                  first,
               guint                  end)
{
  GjDossierEntry *table;

  if (first >= end)
    return;

  table = _gj_dossier_add_table (self->dossier, g_strdup (name));
  _gj_dossier_add_column (table, "序号", 14, FALSE);
  _gj_dossier_add_column (table, "位置", 48, FALSE);
  _gj_dossier_add_column (table, self->old_head, 79, FALSE);
  _gj_dossier_add_column (table, self->new_head, 79, FALSE);
  _gj_dossier_add_column (table, "增减", 20, TRUE);
  _gj_dossier_add_column (table, "审核意见", 21, FALSE);
  for (guint i = first; i < end; i++)
    add_revision (table, i + 1, result->revisions->pdata[i]);
}

static double
get_findings_room (GPtrArray *findings)
{
  return findings->len > 0 ? HEADING_ROOM + MIN (findings->len, MOST_FINDINGS + 1) * FINDING_ROOM : 0;
}

/* How many changes the first page shows beside the findings. */
static guint
count_shown (const GjVersionResult *result)
{
  double room = PAGE_ROOM - get_findings_room (result->gone) - get_findings_room (result->fresh) -
                get_findings_room (result->kept);
  guint n = room > 0 ? (guint) (room / REVISION_ROOM) : 0;

  return MIN (result->revisions->len, CLAMP (n, LEAST_REVISIONS, MOST_REVISIONS));
}

void
_gj_dossier_add_versions (GjDossierPair *self)
{
  g_autoptr (GjVersionResult) result = gj_version_result_new (self->comparison, NULL, NULL);
  guint n = result->revisions->len;
  guint n_shown = count_shown (result);

  add_verdict (self, result);
  add_revisions (self, result, "改动之处", 0, n_shown);
  if (n > n_shown)
    _gj_dossier_add (self->dossier, GJ_ENTRY_PARAGRAPH, g_strdup_printf ("其余%u处见后。", n - n_shown));
  if (result->gone->len > 0)
    _gj_dossier_add_findings (self, "已消除的问题", result->gone, MOST_FINDINGS);
  if (result->fresh->len > 0)
    _gj_dossier_add_findings (self, "新出现的问题", result->fresh, MOST_FINDINGS);
  if (result->kept->len > 0)
    _gj_dossier_add_findings (self, "仍存在的问题", result->kept, MOST_FINDINGS);
  if (n > n_shown)
    {
      _gj_dossier_add (self->dossier, GJ_ENTRY_PAGE, NULL);
      add_revisions (self, result, "其余改动", n_shown, n);
      self->flows = TRUE;
    }
  _gj_dossier_add_passages (self);
}
