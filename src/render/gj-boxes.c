/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

/* The order of a report on paper: what comes after what. How it looks is each box's own
 * affair, where it stands the flow's. */

/* Above the signature: a seal, 42 mm high, begins within a line of the text and has the
 * body's name and the date a little below its centre (GB/T 9704-2012, 7.3.5.1). */
#define SEAL_LINES 2

/* Above the line for the signature of whoever is in charge: the seal reaches a little
 * below the date. */
#define SIGNING_LINES 2

static void
add_box (GPtrArray *boxes,
         GjBox     *box)
{
  if (box != NULL)
    g_ptr_array_add (boxes, box);
}

/* @place: where in the report it stands, @start characters into its text */
static void
add_placed (GPtrArray *boxes,
            GjBox     *box,
            guint      place,
            guint      start)
{
  if (box == NULL)
    return;

  box->place = place;
  box->place_start = start;
  g_ptr_array_add (boxes, box);
}

static void
add_title (GPtrArray *boxes,
           GjJob     *job,
           GjReport  *report)
{
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);
  const char *number = gj_report_get_field (report, GJ_FIELD_DOCUMENT_NUMBER);
  g_autofree char *title = g_strdup (gj_report_get_field (report, GJ_FIELD_TITLE));
  g_autofree char *lines = NULL;
  guint n_boxes = boxes->len;

  add_box (boxes, _gj_box_new_title (job, GJ_FONT_BODY, GJ_PAPER_SIZE_3, number != NULL ? number : ""));
  if (boxes->len > n_boxes)
    add_box (boxes, _gj_box_new_gap (1));

  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = gj_form_format_title (gj_report_get_form (report), body != NULL ? body : "",
                                    gj_report_get_year (report));
    }
  lines = _gj_title_break (title, body);
  n_boxes = boxes->len;
  add_placed (boxes, _gj_box_new_title (job, GJ_FONT_TITLE, GJ_PAPER_SIZE_2, lines), GJ_PLACE_TITLE, 0);
  if (boxes->len > n_boxes)
    add_box (boxes, _gj_box_new_gap (1));
}

/* A heading right above turns with its table. */
static void
turn_box (GPtrArray *boxes,
          GjBox     *box)
{
  GjBox *heading = boxes->len > 0 ? boxes->pdata[boxes->len - 1] : NULL;

  box->turned = TRUE;
  if (heading != NULL && heading->keep)
    heading->turned = TRUE;
}

static void
add_table (GPtrArray *boxes,
           GjJob     *job,
           GjReport  *report,
           guint      section)
{
  GjForm *form = gj_report_get_form (report);
  GjTableSets *sets;
  GjBox *box;
  guint table;

  if (section >= gj_form_get_n_sections (form))
    return;
  table = gj_form_get_section (form, section)->table;
  if (table == GJ_NONE)
    return;

  sets = _gj_table_sets_new (job, report, gj_form_get_table (form, table));
  if (sets == NULL)
    return;

  box = _gj_box_new (GJ_BOX_TABLE);
  box->table = sets;
  if (box->table->turned)
    turn_box (boxes, box);
  g_ptr_array_add (boxes, box);
}

static gboolean
has_table_anchor (GjNarrative *narrative)
{
  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    if (gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

static guint
count_blanks (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && g_unichar_isspace (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    n++;
  return n;
}

/* Places in a narrative are counted in all its paragraphs, joined by one line feed. */
static void
add_paragraph (GPtrArray  *boxes,
               GjJob      *job,
               guint       section,
               const char *text,
               guint      *start)
{
  add_placed (boxes, _gj_box_new_paragraph (job, text), section, *start + count_blanks (text));
  *start += g_utf8_strlen (text, -1) + 1;
}

static void
add_heading (GPtrArray *boxes,
             GjJob     *job,
             GjReport  *report,
             guint      section)
{
  GjBox *box = _gj_box_new_heading (job, gj_report_get_heading (report, section));

  box->is_heading = TRUE;
  add_placed (boxes, box, section, 0);
}

static void
add_narrative (GPtrArray *boxes,
               GjJob     *job,
               GjReport  *report,
               guint      section)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);
  guint start = 0;

  if (!has_table_anchor (narrative))
    add_table (boxes, job, report, section);

  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      switch (gj_block_get_kind (block))
        {
        case GJ_BLOCK_PARAGRAPH:
          add_paragraph (boxes, job, section, gj_block_get_text (block), &start);
          break;
        case GJ_BLOCK_PICTURE:
          add_box (boxes, _gj_box_new_picture (job, gj_block_get_picture (block)));
          break;
        case GJ_BLOCK_TABLE:
          add_table (boxes, job, report, section);
          break;
        }
    }
}

/* What never stands alone at the top of a page. */
static void
add_following (GPtrArray *boxes,
               guint      n_lines,
               GjBox     *box,
               guint      place)
{
  GjBox *gap;

  if (box == NULL)
    return;

  gap = _gj_box_new_gap (n_lines);
  gap->follows = TRUE;
  add_box (boxes, gap);
  add_placed (boxes, box, place, 0);
}

/* (element-type GjBox): the report from title to signature, and the line for whoever is
   in charge to sign on */
GPtrArray *
_gj_boxes_new (GjJob    *job,
               GjReport *report,
               gboolean  signing_line)
{
  GPtrArray *boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) _gj_box_free);

  add_title (boxes, job, report);
  add_narrative (boxes, job, report, gj_report_get_preface (report));
  for (guint i = 0; i < gj_form_get_n_sections (gj_report_get_form (report)); i++)
    {
      add_heading (boxes, job, report, i);
      add_narrative (boxes, job, report, i);
    }

  add_following (boxes, SEAL_LINES,
                 _gj_box_new_signature (job, gj_report_get_field (report, GJ_FIELD_SIGNATURE),
                                        gj_report_get_field (report, GJ_FIELD_DATE)),
                 GJ_PLACE_SIGNATURE);
  if (signing_line)
    add_following (boxes, SIGNING_LINES, _gj_box_new_signing_line (job), GJ_PLACE_SIGNING_LINE);
  return boxes;
}
