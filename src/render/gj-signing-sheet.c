/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-signing-private.h"

#include <string.h>

#include "gj-final-copy.h"
#include "gj-review-private.h"
#include "gj-ruled-form-private.h"

/* The signing sheet (签发单): what goes with a report from desk to desk until it is signed.
 * One ruled form; below it what the head must know before signing: what is left open and
 * why. It is a page before the report, not one of it: no number, no part of the text. */

#define TITLE "政府信息公开工作年度报告签发单"
#define SIGN "签字：　　　　　　　　　年　　月　　日"
#define SECRECY "是否涉及国家秘密、工作秘密、商业秘密、个人隐私：\n是否同意公开："
#define NOTHING_OPEN "审核无必须修改的问题。"

#define MM GJ_PAPER_MM
#define TOP (20 * MM)
#define FORM_TOP (34 * MM)
#define BOTTOM (GJ_PAPER_HEIGHT - 20 * MM)
#define LABEL_SIZE 12.0
#define TEXT_SIZE 14.0
#define LEAST_SIZE 8.0
#define LABEL_WIDTH (30 * MM)

/* The head signs in the largest box, which takes what room there is. */
#define HEAD_LEAST (34 * MM)
#define HEAD_MOST (56 * MM)

#define PUBLICATION_LEAST (14 * MM)
#define PUBLICATION_MOST (22 * MM)

#define N_OPEN 5
#define OPEN_SIZE 10.5
#define OPEN_PITCH 16.0
#define SPACE (3 * MM)

typedef struct
{
  GjJob                *job;
  GjReport             *report;
  const GjPaperOptions *options;
  GjPage               *page;
  GPtrArray            *open;
  gboolean              has_errors;
  GjFitted              despite;
  double                y;
} Sheet;

/* The form */

static const char *
get_setting (const Sheet *self,
             const char  *name)
{
  const char *value = gj_report_get_setting (self->report, name);

  return value != NULL ? value : "";
}

static GjRuledCell
label (const char *text,
       double      width)
{
  return (GjRuledCell) { .width = width, .text = text, .role = GJ_FONT_TABLE, .size = LABEL_SIZE,
                         .least_size = LEAST_SIZE, .head = TRUE };
}

static GjRuledCell
field (const char *text,
       double      width)
{
  return (GjRuledCell) { .width = width, .text = text, .role = GJ_FONT_BODY, .size = TEXT_SIZE,
                         .least_size = LEAST_SIZE };
}

static void
add_row (Sheet             *self,
         const GjRuledCell *cells,
         guint              n_cells,
         double             least_height,
         double             most_height)
{
  g_autoptr (GjRuledRow) row = _gj_ruled_row_new (self->job, cells, n_cells, least_height, most_height);

  _gj_ruled_row_draw (row, GJ_PAPER_BINDING, self->y, self->page);
  self->y += _gj_ruled_row_get_height (row);
}

static void
add_field (Sheet      *self,
           const char *name,
           const char *text,
           double      least_height,
           double      most_height)
{
  const GjRuledCell cells[] = { label (name, LABEL_WIDTH), field (text, GJ_PAPER_TYPE_WIDTH - LABEL_WIDTH) };

  add_row (self, cells, G_N_ELEMENTS (cells), least_height, most_height);
}

/* Somebody writes and signs here. */
static void
add_opinion (Sheet      *self,
             const char *name,
             const char *prompt,
             double      height)
{
  GjRuledCell cells[] = { label (name, LABEL_WIDTH), label (prompt, GJ_PAPER_TYPE_WIDTH - LABEL_WIDTH) };

  cells[1].head = FALSE;
  cells[1].foot = SIGN;
  add_row (self, cells, G_N_ELEMENTS (cells), height, height);
}

static void
add_drafter (Sheet *self)
{
  g_autofree char *date = _gj_date_format (get_setting (self, GJ_SHEET_SETTING_DATE));
  GjRuledCell cells[] = {
    label ("拟 稿 人", LABEL_WIDTH),
    field (get_setting (self, GJ_SHEET_SETTING_DRAFTER), 22 * MM),
    label ("联系电话", 20 * MM),
    field (get_setting (self, GJ_SHEET_SETTING_TELEPHONE), 31 * MM),
    label ("拟稿日期", 20 * MM),
    field (date, GJ_PAPER_TYPE_WIDTH - LABEL_WIDTH - 93 * MM),
  };

  for (guint i = 1; i < G_N_ELEMENTS (cells); i += 2)
    {
      cells[i].centred = TRUE;
      cells[i].size = LABEL_SIZE;
    }
  add_row (self, cells, G_N_ELEMENTS (cells), 11 * MM, 11 * MM);
}

/* Where and how it is published; the report's own address when nothing was written. */
static char *
dup_publication (const Sheet *self)
{
  const char *written = get_setting (self, GJ_SHEET_SETTING_PUBLICATION);
  const char *website = gj_report_get_field (self->report, GJ_FIELD_WEBSITE);

  if (*written != '\0')
    return g_strdup (written);
  if (website != NULL && *website != '\0')
    return g_strconcat ("在政府网站主动公开：", website, NULL);
  return g_strdup ("");
}

static char *
dup_title (const Sheet *self)
{
  g_auto (GStrv) lines = g_strsplit (gj_report_get_field (self->report, GJ_FIELD_TITLE), "\n", -1);
  g_autofree char *title = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  title = g_strjoinv ("", lines);
  if (*title != '\0')
    return g_steal_pointer (&title);
  return gj_form_format_title (gj_report_get_form (self->report), gj_report_get_field (self->report, GJ_FIELD_BODY),
                               gj_report_get_year (self->report));
}

/* @below: what stands below the form, in pt */
static void
draw_form (Sheet  *self,
           double  below)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *publication = dup_publication (self);
  double top = self->y;

  double head;

  _gj_page_begin_tag (self->page, "Table");
  add_field (self, "标　　题", title, 16 * MM, 26 * MM);
  add_field (self, "单　　位", gj_report_get_field (self->report, GJ_FIELD_BODY), 11 * MM, 16 * MM);
  add_drafter (self);
  add_opinion (self, "科室（单位）\n数据确认", NULL, 19 * MM);
  add_opinion (self, "办公室审核", NULL, 19 * MM);
  add_opinion (self, "保密审查\n意　　见", SECRECY, 22 * MM);
  add_opinion (self, "分管负责人\n意　　见", NULL, 21 * MM);
  head = CLAMP (BOTTOM - below - PUBLICATION_MOST - self->y, HEAD_LEAST, HEAD_MOST);
  add_opinion (self, "负责人签发", NULL, head);
  add_field (self, "公开方式\n和 地 址", publication, PUBLICATION_LEAST, PUBLICATION_MOST);
  _gj_page_end_tag (self->page, "Table");
  _gj_ruled_frame_draw (GJ_PAPER_BINDING, top, GJ_PAPER_TYPE_WIDTH, self->y - top, self->page);
}

/* What is left open */

static int
get_rank (GjFinding *finding)
{
  return 2 * (int) gj_finding_get_severity (finding) + (gj_finding_is_decided (finding) ? 1 : 0);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const GjReviewItem *left = *(GjReviewItem *const *) a;
  const GjReviewItem *right = *(GjReviewItem *const *) b;
  int order = get_rank (gj_finding_group_get_lead (left->group)) - get_rank (gj_finding_group_get_lead (right->group));

  return order != 0 ? order : (int) left->number - (int) right->number;
}

/* What a person should know before signing: what is not decided, and what is kept with a
   reason. Hints are left to the review copy, and so is what was mended or was nothing. */
static GPtrArray *
list_open (GArray   *items,
           gboolean *has_errors)
{
  GPtrArray *open = g_ptr_array_new ();

  *has_errors = FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      GjReviewItem *item = &g_array_index (items, GjReviewItem, i);
      GjFinding *lead = gj_finding_group_get_lead (item->group);

      if (gj_finding_get_severity (lead) == GJ_SEVERITY_HINT ||
          (gj_finding_is_decided (lead) && gj_finding_get_decision (lead)->state != GJ_DECISION_ACCEPTED))
        continue;
      *has_errors |= gj_finding_get_severity (lead) == GJ_SEVERITY_ERROR;
      g_ptr_array_add (open, item);
    }
  g_ptr_array_sort (open, compare_ranks);
  return open;
}

static void
add_fitted (Sheet          *self,
            const GjFitted *words)
{
  if (words->lines == NULL)
    return;

  _gj_page_begin_tag (self->page, "P");
  _gj_fitted_draw (words, GJ_PAPER_BINDING, self->y, GJ_PAPER_TYPE_WIDTH, 0, self->page);
  _gj_page_end_tag (self->page, "P");
  self->y += words->lines->len * OPEN_PITCH;
}

static void
add_line (Sheet      *self,
          GjFontRole  role,
          const char *words)
{
  g_auto (GjFitted) line = { NULL };

  _gj_fitted_init (&line, self->job, role, words, OPEN_SIZE, OPEN_SIZE, GJ_PAPER_TYPE_WIDTH, OPEN_PITCH);
  add_fitted (self, &line);
}

/* Why it is still there; who and when is in the list of the review copy. */
static char *
dup_reason (GjFinding *finding)
{
  const GjDecision *decision = gj_finding_get_decision (finding);
  char *reason;

  if (decision == NULL)
    return g_strdup ("——尚未处理");
  if (gj_finding_is_reopened (finding))
    return g_strdup ("——数据有变动，请重新核实");

  reason = g_strconcat ("——保留理由：", decision->reason, NULL);
  return g_strdelimit (reason, "\n", ' ');
}

static double
get_line_width (const GjFitted *words)
{
  return words->lines != NULL ? g_array_index (words->lines, GjLine, 0).width : 0;
}

/* The reason is worth as much as the finding: neither crowds the other out. */
static void
add_open (Sheet              *self,
          guint               number,
          const GjReviewItem *item)
{
  g_autofree char *reason = dup_reason (gj_finding_group_get_lead (item->group));
  g_autofree char *problem = _gj_review_dup_problem (item->group);
  g_autofree char *words = g_strdup_printf ("%u.%s", number, problem);
  g_auto (GjFitted) tail = { NULL };
  g_auto (GjFitted) head = { NULL };

  g_strdelimit (words, "\n", ' ');
  _gj_fitted_init (&tail, self->job, GJ_FONT_SUBHEADING, reason, OPEN_SIZE, OPEN_SIZE,
                   0.5 * GJ_PAPER_TYPE_WIDTH, OPEN_PITCH);
  _gj_fitted_init (&head, self->job, GJ_FONT_BODY, words, OPEN_SIZE, OPEN_SIZE,
                   GJ_PAPER_TYPE_WIDTH - get_line_width (&tail), OPEN_PITCH);
  _gj_page_begin_tag (self->page, "P");
  _gj_fitted_draw (&head, GJ_PAPER_BINDING, self->y, GJ_PAPER_TYPE_WIDTH, 0, self->page);
  _gj_fitted_draw (&tail, GJ_PAPER_BINDING + get_line_width (&head), self->y, GJ_PAPER_TYPE_WIDTH, 0, self->page);
  _gj_page_end_tag (self->page, "P");
  self->y += OPEN_PITCH;
}

/* A decision that the final copy is made all the same is told before the findings, whole
   in two of the lines at most. */
static void
init_despite (Sheet *self)
{
  GjDecision *decision = self->has_errors ? gj_report_find_decision (self->report, GJ_FINAL_DESPITE_KEY) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (decision == NULL)
    return;

  words = _gj_review_dup_decision (decision);
  line = g_strconcat ("定稿决定：", words, NULL);
  g_strdelimit (line, "\n", ' ');
  _gj_fitted_init (&self->despite, self->job, GJ_FONT_BODY, line, OPEN_SIZE, OPEN_SIZE, GJ_PAPER_TYPE_WIDTH,
                   2 * OPEN_PITCH);
}

static guint
count_despite (const Sheet *self)
{
  return self->despite.lines != NULL ? self->despite.lines->len : 0;
}

static const char *
get_verdict (const Sheet *self)
{
  if (self->has_errors)
    return "审核情况：以下问题尚未处理或说明情况后保留";
  return self->open->len > 0 ? "审核情况：" NOTHING_OPEN "以下事项请核实" : "审核情况：" NOTHING_OPEN;
}

/* At most five lines: when there is more, the last says how much. */
static void
draw_open (Sheet *self)
{
  guint room = N_OPEN - count_despite (self);
  guint n = self->open->len;
  guint shown = n <= room ? n : room - 1;

  add_line (self, GJ_FONT_HEADING, get_verdict (self));
  add_fitted (self, &self->despite);
  for (guint i = 0; i < shown; i++)
    add_open (self, i + 1, self->open->pdata[i]);
  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf ("……等%u项，其余%u项见送审稿或审核稿所附清单", n, n - shown);

      add_line (self, GJ_FONT_BODY, more);
    }
}

static double
get_height_below (Sheet *self)
{
  guint n_lines = 1 + MIN (N_OPEN, self->open->len + count_despite (self));
  double digest = self->options->digest ? _gj_digest_get_height (self->report) + SPACE : 0;

  return SPACE + n_lines * OPEN_PITCH + digest;
}

static void
draw_sheet (Sheet *self)
{
  g_auto (GjFitted) title = { NULL };

  _gj_fitted_init (&title, self->job, GJ_FONT_TITLE, TITLE, GJ_PAPER_SIZE_2, LEAST_SIZE, GJ_PAPER_TYPE_WIDTH, 12 * MM);
  _gj_page_begin_tag (self->page, "Sect");
  _gj_page_begin_tag (self->page, "H1");
  _gj_fitted_draw (&title, GJ_PAPER_BINDING, TOP, GJ_PAPER_TYPE_WIDTH, 0.5, self->page);
  _gj_page_end_tag (self->page, "H1");
  draw_form (self, get_height_below (self));
  self->y += SPACE;
  draw_open (self);
  if (self->options->digest)
    _gj_digest_draw (self->job, self->report, GJ_PAPER_BINDING, self->y + SPACE, GJ_PAPER_TYPE_WIDTH, self->page);
  _gj_page_end_tag (self->page, "Sect");
}

/* The page that goes before the report. */
GjPage *
_gj_signing_sheet_new (GjJob                *job,
                       GjReport             *report,
                       const GjPaperOptions *options)
{
  Sheet self = { .job = job, .report = report, .options = options, .page = _gj_page_new (0), .y = FORM_TOP };
  GjReview review;

  self.page->part = GJ_PART_SHEET;
  _gj_review_init (&review, job, report, options, NULL);
  self.open = list_open (review.items, &self.has_errors);
  init_despite (&self);
  draw_sheet (&self);
  _gj_fitted_clear (&self.despite);
  g_ptr_array_unref (self.open);
  _gj_review_clear (&review);
  return self.page;
}
