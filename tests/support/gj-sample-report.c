/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-sample-report.h"

static const char *const preface[] = {
  "本报告根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求编制。全文由总体情况、主动公开政府信息情况、"
  "收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"
  "所列数据的统计期限自2025年1月1日起至2025年12月31日止。如有疑问，请与云溪市文化和旅游局办公室联系"
  "（地址：云溪市江滨路18号；邮编：345600；电话：0599-6123456；电子邮箱：bgs@yunxi.example）。",
  NULL,
};

static const char *const overview[] = {
  "2025年，云溪市文化和旅游局坚持以公开为常态、不公开为例外，围绕文旅融合、公共服务和市场监管，推动政务公开与业务工作同步部署、"
  "同步落实，全年通过门户网站主动公开政府信息1286条，公众满意度持续提升。",
  "（一）主动公开情况。公开重点领域信息412条，其中旅游市场监管信息158条，公共文化服务信息254条；召开新闻发布会4次，"
  "发布政策解读18篇，形式包括图解、短视频和“局长访谈”。",
  "（二）依申请公开情况。全年收到政府信息公开申请49件，同比增长12.5%，上年结转2件；予以公开27件，部分公开6件，"
  "无法提供9件，结转下年度继续办理5件，均在法定期限内答复，未收取任何费用。",
  "（三）政府信息管理情况",
  "落实公文公开属性源头认定，做到“应公开尽公开”；对历年规范性文件逐件清理，废止4件，宣布失效2件，继续有效54件。",
  "1.完善制度",
  "修订《云溪市文化和旅游局信息公开工作规程》，明确拟制、审核、发布三个环节的责任；建立台账，按月核对，按季通报。",
  "2.严格审查",
  "坚持先审查、后公开，全年开展保密审查1286次，未发生失泄密情况。",
  "（四）政府信息公开平台建设情况。完成门户网站适老化改造，栏目由46个归并为31个；政务新媒体发布信息2190条，"
  "阅读量超过320万次。",
  "（五）监督保障情况。将政务公开纳入绩效考核，分值权重不低于4%；举办业务培训3期，参训186人次。",
  NULL,
};

static const char *const problems[] = {
  "2025年，本局政府信息公开工作取得了一定成效，但仍存在一些问题：一是政策解读形式不够丰富，图表、动漫运用较少；"
  "二是基层单位公开意识不够强，个别信息更新不及时；三是依申请公开答复的规范化程度有待提高。",
  "针对上述问题，采取以下改进措施：一是推行“解读材料与文件同步起草、同步审批、同步发布”；二是对所属12个单位开展"
  "全覆盖培训；三是印发答复文书示范文本11种，由法制机构统一审核把关。",
  NULL,
};

static const char *const others[] = {
  "本年度未收取信息处理费。除此之外，无其他需要报告的事项。",
  NULL,
};

/* Replaces the text of a section; the section's table stays before it. */
void
gj_sample_report_set_text (GjReport          *report,
                           const char        *section,
                           const char *const *paragraphs)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  g_autoptr (GjNarrative) narrative = NULL;
  GjForm *form = gj_report_get_form (report);
  guint index = gj_form_find_section (form, section);

  if (index == GJ_NONE)
    index = gj_report_get_preface (report);
  else if (gj_form_get_section (form, index)->table != GJ_NONE)
    g_ptr_array_add (blocks, gj_block_new_table ());
  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_ptr_array_add (blocks, gj_block_new_paragraph (paragraphs[i]));
  narrative = gj_narrative_new ((GjBlock *const *) blocks->pdata, blocks->len);
  gj_report_init_narrative (report, index, narrative);
}

void
gj_sample_report_fill_cells (GjReport   *report,
                             const char *text)
{
  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    if (gj_report_has_cell (report, i))
      gj_report_init_cell (report, i, text);
}

GjReport *
gj_sample_report_new_empty (void)
{
  GjForm *form = gj_form_catalogue_find_year (2025);

  g_assert_nonnull (form);
  return gj_report_new (form);
}

GjReport *
gj_sample_report_new (void)
{
  GjReport *report = gj_sample_report_new_empty ();

  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市文化和旅游局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2025");
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市文化和旅游局\n2025年政府信息公开工作年度报告");
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市文化和旅游局");
  gj_report_init_field (report, GJ_FIELD_DATE, "2026-01-08");
  gj_sample_report_set_text (report, "preface", preface);
  gj_sample_report_set_text (report, "overview", overview);
  gj_sample_report_set_text (report, "problems", problems);
  gj_sample_report_set_text (report, "others", others);
  gj_sample_report_fill_cells (report, "0");
  return report;
}
