/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-signing-private.h"

#include "gj-signing-open-private.h"

/* The signing sheet (签发单): what goes with a report from desk to desk until it is signed.
 * One ruled form; below it what the head must know before signing: what is left open and
 * why. It is a page before the report, not one of it: no number, no part of the text. */

#define TITLE "政府信息公开工作年度报告签发单"
#define SIGN "签字：　　　　　　　　　年　　月　　日"
#define SECRECY "是否涉及国家秘密、工作秘密、商业秘密、个人隐私：\n是否同意公开："

#define MM GJ_PAPER_MM
#define TOP (20 * MM)
#define FORM_TOP (34 * MM)
#define BOTTOM (GJ_PAPER_HEIGHT - 20 * MM)
#define LABEL_SIZE 12.0
#define TEXT_SIZE 14.0
#define LEAST_SIZE 8.0
#define LABEL_WIDTH (30 * MM)

/* Those of the one row that is parted; the others have a label and one field. */
#define N_COLUMNS 6

/* The head signs in the largest box, which takes what room there is. */
#define HEAD_LEAST (30 * MM)
#define HEAD_MOST (56 * MM)

#define PUBLICATION_LEAST (14 * MM)
#define PUBLICATION_MOST (18 * MM)

#define SPACE (3 * MM)

typedef struct
{
  GjJob                *job;
  GjReport             *report;
  const GjPaperOptions *options;
  GjPage               *page;
  GjSigningOpen         open;
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
  GjRuledCell cells[] = { label (name, LABEL_WIDTH), field (text, GJ_PAPER_TYPE_WIDTH - LABEL_WIDTH) };

  cells[1].n_columns = N_COLUMNS - 1;
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

  cells[1].n_columns = N_COLUMNS - 1;
  cells[1].head = FALSE;
  cells[1].foot = SIGN;
  add_row (self, cells, G_N_ELEMENTS (cells), height, height);
}

static void
add_drafter (Sheet *self)
{
  g_autofree char *date = _gj_date_format (get_setting (self, GJ_SHEET_SETTING_DATE));
  GjRuledCell cells[N_COLUMNS] = {
    label ("拟 稿 人", LABEL_WIDTH),
    field (get_setting (self, GJ_SHEET_SETTING_DRAFTER), 22 * MM),
    label ("联系电话", 20 * MM),
    field (get_setting (self, GJ_SHEET_SETTING_TELEPHONE), 31 * MM),
    label ("拟稿日期", 20 * MM),
    field (date, GJ_PAPER_TYPE_WIDTH - LABEL_WIDTH - 93 * MM),
  };

  for (guint i = 1; i < N_COLUMNS; i += 2)
    {
      cells[i].centred = TRUE;
      cells[i].size = LABEL_SIZE;
    }
  add_row (self, cells, N_COLUMNS, 11 * MM, 11 * MM);
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

/* In one line, or broken by sense like the title of the report. */
static char *
dup_title_lines (const Sheet *self)
{
  g_autofree char *title = dup_title (self);
  g_auto (GjFitted) line = { NULL };

  _gj_fitted_init (&line, self->job, GJ_FONT_BODY, title, TEXT_SIZE, TEXT_SIZE,
                   GJ_PAPER_TYPE_WIDTH - LABEL_WIDTH - 4 * MM, G_MAXDOUBLE);
  if (line.lines == NULL || line.lines->len == 1)
    return g_steal_pointer (&title);
  return gj_paper_break_title (title, gj_report_get_field (self->report, GJ_FIELD_BODY));
}

/* @below: what stands below the form, in pt */
static void
draw_form (Sheet  *self,
           double  below)
{
  g_autofree char *title = dup_title_lines (self);
  g_autofree char *publication = dup_publication (self);
  double top = self->y;

  double head;

  _gj_page_begin_tag (self->page, "Table");
  add_field (self, "标　　题", title, 16 * MM, 22 * MM);
  add_field (self, "单　　位", gj_report_get_field (self->report, GJ_FIELD_BODY), 11 * MM, 14 * MM);
  add_drafter (self);
  add_opinion (self, "科室（单位）\n数据确认", NULL, 18 * MM);
  add_opinion (self, "办公室审核", NULL, 18 * MM);
  add_opinion (self, "保密审查\n意　　见", SECRECY, 22 * MM);
  add_opinion (self, "分管负责人\n意　　见", NULL, 21 * MM);
  head = CLAMP (BOTTOM - below - PUBLICATION_MOST - self->y, HEAD_LEAST, HEAD_MOST);
  add_opinion (self, "负责人签发", NULL, head);
  add_field (self, "公开方式\n和 地 址", publication, PUBLICATION_LEAST, PUBLICATION_MOST);
  _gj_page_end_tag (self->page, "Table");
  _gj_ruled_frame_draw (GJ_PAPER_BINDING, top, GJ_PAPER_TYPE_WIDTH, self->y - top, self->page);
}

static double
get_height_below (const Sheet *self)
{
  double digest = self->options->digest ? _gj_digest_get_height (self->report) + SPACE : 0;

  return SPACE + _gj_signing_open_get_height (&self->open) + digest;
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
  _gj_signing_open_draw (&self->open, self->y, self->page);
  self->y += _gj_signing_open_get_height (&self->open);
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

  self.page->part = GJ_PART_SHEET;
  _gj_signing_open_init (&self.open, job, report, options);
  draw_sheet (&self);
  _gj_signing_open_clear (&self.open);
  return self.page;
}
