/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-signing-open-private.h"

#include "gj-final-copy.h"

/* What the head must know before signing, in a few lines: what is not decided, and what is
 * kept with a reason. Hints are left to the review copy, and so is what was mended or was
 * nothing. */

#define NOTHING_OPEN "审核无必须修改的问题。"
#define N_OPEN 5
#define SIZE 10.5
#define PITCH 16.0

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
add_fitted (GjSigningOpen  *self,
            const GjFitted *words)
{
  if (words->lines == NULL)
    return;

  _gj_page_begin_tag (self->page, "P");
  _gj_fitted_draw (words, GJ_PAPER_BINDING, self->y, GJ_PAPER_TYPE_WIDTH, 0, self->page);
  _gj_page_end_tag (self->page, "P");
  self->y += words->lines->len * PITCH;
}

static void
add_line (GjSigningOpen *self,
          GjFontRole     role,
          const char    *words)
{
  g_auto (GjFitted) line = { NULL };

  _gj_fitted_init (&line, self->job, role, words, SIZE, SIZE, GJ_PAPER_TYPE_WIDTH, PITCH);
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
add_open (GjSigningOpen      *self,
          guint               number,
          const GjReviewItem *item)
{
  g_autofree char *reason = dup_reason (gj_finding_group_get_lead (item->group));
  g_autofree char *problem = _gj_review_dup_problem (item->group);
  g_autofree char *words = g_strdup_printf ("%u.%s", number, problem);
  g_auto (GjFitted) tail = { NULL };
  g_auto (GjFitted) head = { NULL };

  g_strdelimit (words, "\n", ' ');
  _gj_fitted_init (&tail, self->job, GJ_FONT_SUBHEADING, reason, SIZE, SIZE,
                   0.5 * GJ_PAPER_TYPE_WIDTH, PITCH);
  _gj_fitted_init (&head, self->job, GJ_FONT_BODY, words, SIZE, SIZE,
                   GJ_PAPER_TYPE_WIDTH - get_line_width (&tail), PITCH);
  _gj_page_begin_tag (self->page, "P");
  _gj_fitted_draw (&head, GJ_PAPER_BINDING, self->y, GJ_PAPER_TYPE_WIDTH, 0, self->page);
  _gj_fitted_draw (&tail, GJ_PAPER_BINDING + get_line_width (&head), self->y, GJ_PAPER_TYPE_WIDTH, 0, self->page);
  _gj_page_end_tag (self->page, "P");
  self->y += PITCH;
}

/* A decision that the final copy is made all the same is told before the findings, whole
   in two of the lines at most. */
static void
init_despite (GjSigningOpen *self)
{
  GjDecision *decision = self->has_errors ? gj_report_find_decision (self->report, GJ_FINAL_DESPITE_KEY) : NULL;
  g_autofree char *hand = NULL;
  g_autofree char *line = NULL;

  if (decision == NULL)
    return;

  hand = _gj_review_dup_hand (decision);
  line = g_strconcat ("仍予定稿的理由：", decision->reason, hand, NULL);
  g_strdelimit (line, "\n", ' ');
  _gj_fitted_init (&self->despite, self->job, GJ_FONT_BODY, line, SIZE, SIZE, GJ_PAPER_TYPE_WIDTH,
                   2 * PITCH);
}

static guint
count_despite (const GjSigningOpen *self)
{
  return self->despite.lines != NULL ? self->despite.lines->len : 0;
}

static const char *
get_verdict (const GjSigningOpen *self)
{
  if (self->has_errors)
    return "审核情况：以下问题尚未处理或说明情况后保留";
  return self->open->len > 0 ? "审核情况：" NOTHING_OPEN "以下事项请核实" : "审核情况：" NOTHING_OPEN;
}

void
_gj_signing_open_init (GjSigningOpen        *self,
                       GjJob                *job,
                       GjReport             *report,
                       const GjPaperOptions *options)
{
  *self = (GjSigningOpen) { .job = job, .report = report };
  _gj_review_init (&self->review, job, report, options, NULL);
  self->open = list_open (self->review.items, &self->has_errors);
  init_despite (self);
}

void
_gj_signing_open_clear (GjSigningOpen *self)
{
  _gj_fitted_clear (&self->despite);
  g_ptr_array_unref (self->open);
  _gj_review_clear (&self->review);
}

double
_gj_signing_open_get_height (const GjSigningOpen *self)
{
  return (1 + MIN (N_OPEN, self->open->len + count_despite (self))) * PITCH;
}

/* At most five lines below the verdict: when there is more, the last says how much. */
void
_gj_signing_open_draw (GjSigningOpen *self,
                       double         y,
                       GjPage        *page)
{
  guint room = N_OPEN - count_despite (self);
  guint n = self->open->len;
  guint shown = n <= room ? n : room - 1;

  self->page = page;
  self->y = y;
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
