/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-year-breaks.h"

#define LONG_TEXT "全年组织档案开放审核四次，开放档案三万余件，接待群众查阅六千余人次，整理破损卷宗三百余卷，编印地方史料两种，" \
  "新馆展厅对市民免费开放，每周组织志愿者讲解，基层档案室达标率逐步提高。"
#define PROBLEM "一是查阅设备偏少，高峰时段群众排队时间较长，服务效率有待提高。"

const GjYearBreak gj_year_breaks[] = {
  { "A11", 2021, "disclosure/fees/amount=12.5", "disclosure/fees/amount=125000", NULL, NULL, NULL },
  { "C01", 2021, "requests/carried-out/enterprise=6;requests/carried-out/total=6",
    "requests/carried-in/enterprise=4;requests/carried-in/total=4", NULL, NULL, NULL },
  { "C02", 2021, "disclosure/rules/in-force=3", "disclosure/rules/in-force=9;disclosure/rules/issued=1", NULL, NULL, NULL },
  { "C03", 2021, "disclosure/normative-documents/in-force=21",
    "disclosure/normative-documents/in-force=30;disclosure/normative-documents/issued=1", NULL, NULL, NULL },
  { "C04", 2019, "disclosure/licences/items-last-year=25;disclosure/licences/items-change=2",
    "disclosure/licences/items-last-year=25", NULL, NULL, NULL },
  { "C05", 2019, "disclosure/rules/released-total=1",
    "disclosure/rules/released-total=9;disclosure/rules/released=1;disclosure/rules/made=1", NULL, NULL, NULL },
  { "C06", 2020, "disclosure/rules/released-total=5", "disclosure/rules/in-force=9;disclosure/rules/issued=1", NULL, NULL,
    NULL },
  { "C07", 2021, "cases/review/pending=3;cases/review/total=3", "cases/review/upheld=1;cases/review/total=1", NULL, NULL,
    NULL },
  { "C08", 2021, "disclosure/licences/decisions=10", "disclosure/licences/decisions=51", NULL, NULL, NULL },
  { "C09", 2021, "disclosure/licences/decisions=146", "disclosure/licences/decisions=146;disclosure/penalties/decisions=4",
    NULL, NULL, NULL },
  { "C10", 2021, "", "", "overview", LONG_TEXT, LONG_TEXT },
  { "C11", 2021, "", "", "telephone", "0533-7654321", "0533-1234567" },
  { "C12", 2021, "requests/received/natural-person=10;requests/received/total=10",
    "requests/received/natural-person=20;requests/received/total=20", "overview", "",
    "全年收到政府信息公开申请20件，同比增长50%。" },
  { "C13", 2021, "", "", "problems", "（一）存在的主要问题。" PROBLEM, "（一）存在的主要问题。" PROBLEM },
};

const guint gj_n_year_breaks = G_N_ELEMENTS (gj_year_breaks);

static void
write_cells (GjReport   *report,
             const char *cells)
{
  g_auto (GStrv) items = g_strsplit (cells, ";", -1);

  for (guint i = 0; items[i] != NULL && *items[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), words[0]), words[1]);
    }
}

static void
write_section (GjReport   *report,
               const char *section,
               const char *text)
{
  g_autoptr (GjNarrative) narrative = NULL;
  GjField field;

  if (gj_field_find (section, &field))
    {
      gj_report_init_field (report, field, text);
      return;
    }

  narrative = gj_narrative_new_for_text (text);
  gj_report_init_narrative (report, gj_form_find_section (gj_report_get_form (report), section), narrative);
}

/* All cells of the year's form are 0 but those of the break. */
GjReport *
gj_year_break_create_report (const GjYearBreak *self,
                             gboolean           is_new)
{
  int year = self->old_year + (is_new ? 1 : 0);
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *report = gj_report_new_for_year (form, "云溪市档案馆", year);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");
  write_cells (report, is_new ? self->new_cells : self->old_cells);
  if (self->section != NULL)
    write_section (report, self->section, is_new ? self->new_text : self->old_text);

  return report;
}
