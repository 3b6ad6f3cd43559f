/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <math.h>
#include <string.h>

/* How a table is set: the form's proportions, changed as little as the texts allow, and
 * the largest size in which the table stands on one page. Nobody knows which faces the
 * reader has, so a character is as wide as it is high, and a figure half as wide. */

static const struct
{
  double size;
  double padding;
} settings[] = {
  { GJ_PAPER_SIZE_5, 3.5 },
  { GJ_PAPER_SIZE_5, 2.5 },
  { 10.0, 2.5 },
  { 9.5, 2.0 },
  { GJ_PAPER_SIZE_SMALL_5, 1.8 },
};

#define LEAD 1.24
#define MARGIN 3.0
#define LEAST_SIZE 5.0

/* What a page has for a table under its heading; the rules take some of it. */
#define ROOM (GJ_PAPER_TYPE_HEIGHT - 1.5 * GJ_PAPER_PITCH)

/* Of what columns of numbers have over, for labels that are too long. */
#define SPARE_PART 0.9

typedef struct
{
  GjReport            *report;
  const GjTableLayout *layout;
  GjDocxSetting       *setting;
  double              *columns;
} Setter;

/**
 * _gj_docx_export_get_text:
 *
 * Returns: what stands in a slot of a table, "" for nothing
 */
const char *
_gj_docx_export_get_text (GjReport     *report,
                          const GjSlot *slot)
{
  const char *text = slot->text.zh;

  if (slot->kind == GJ_SLOT_CELL)
    text = slot->cell != GJ_NONE && gj_report_has_cell (report, slot->cell)
             ? gj_report_get_cell_text (report, slot->cell) : NULL;
  return text != NULL ? text : "";
}

/**
 * _gj_docx_export_is_left:
 *
 * Returns: whether a slot is set to the left: labels that form a list, and remarks
 */
gboolean
_gj_docx_export_is_left (const GjSlot *slot)
{
  const char *text = slot->text.zh != NULL ? slot->text.zh : "";
  const char *second = *text != '\0' ? g_utf8_next_char (text) : text;

  if (slot->kind == GJ_SLOT_NOTE)
    return TRUE;
  if (slot->kind != GJ_SLOT_LABEL || slot->n_lines > 1)
    return FALSE;
  if (g_str_has_prefix (text, "（") || g_str_has_prefix (text, "(") || g_str_has_prefix (second, "、"))
    return TRUE;
  return g_ascii_isdigit (*text) && (g_str_has_prefix (second, ".") || g_str_has_prefix (second, "．"));
}

/* The longest line of a text, in its own size. */
static double
get_width (const char *text)
{
  double width = 0;

  while (TRUE)
    {
      gsize length = strcspn (text, "\n");

      width = MAX (width, _gj_docx_export_measure (text, (gssize) length));
      if (text[length] == '\0')
        return width;
      text += length + 1;
    }
}

/* The longest piece that is not broken: a number or a word of ASCII. */
static double
get_widest_word (const char *text)
{
  double widest = *text != '\0' ? 1 : 0;

  while (*text != '\0')
    {
      gsize length = 0;

      while ((guchar) text[length] > ' ' && (guchar) text[length] < 0x7f)
        length++;
      widest = MAX (widest, length * 0.5);
      text += MAX (length, 1);
    }
  return widest;
}

static guint
count_lines (const char *text,
             double      characters)
{
  guint n = 0;

  while (TRUE)
    {
      gsize length = strcspn (text, "\n");

      n += MAX (1, (guint) ceil (_gj_docx_export_measure (text, (gssize) length) / MAX (1, characters) - 0.001));
      if (text[length] == '\0')
        return n;
      text += length + 1;
    }
}

/* Columns */

static double
get_need (const Setter *self,
          guint         position)
{
  double size = self->setting->size;
  double need = size + 2 * MARGIN;

  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = &self->layout->slots[i];
      const char *text = _gj_docx_export_get_text (self->report, slot);

      if (slot->position != position || slot->n_positions != 1 || slot->vertical || *text == '\0')
        continue;
      if (slot->kind == GJ_SLOT_CELL)
        need = MAX (need, get_widest_word (text) * size + 2 * MARGIN + 0.5);
      else
        need = MAX (need, MIN (slot->n_lines > 1 && slot->kind == GJ_SLOT_LABEL ? 4 : 2, get_width (text)) * size +
                    2 * MARGIN);
    }
  return need;
}

static double
get_wish (const Setter *self,
          guint         position)
{
  double wish = 0;

  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = &self->layout->slots[i];

      if (slot->kind == GJ_SLOT_LABEL && slot->position == position && slot->n_positions == 1 &&
          slot->n_lines == 1)
        wish = MAX (wish, get_width (slot->text.zh) * self->setting->size + 2 * MARGIN + 1 - self->columns[position]);
    }
  return wish;
}

/* Those that have too little take from those that have too much; when all together have
   too little, all suffer alike. */
static void
meet_needs (double       *widths,
            const double *needs,
            guint         n)
{
  double lack = 0;
  double slack = 0;

  for (guint i = 0; i < n; i++)
    {
      lack += MAX (0, needs[i] - widths[i]);
      slack += MAX (0, widths[i] - needs[i]);
    }
  for (guint i = 0; i < n && lack > 0; i++)
    {
      if (lack >= slack)
        widths[i] = needs[i] * GJ_PAPER_TYPE_WIDTH / (GJ_PAPER_TYPE_WIDTH + lack - slack);
      else if (widths[i] < needs[i])
        widths[i] = needs[i];
      else
        widths[i] -= (widths[i] - needs[i]) * lack / slack;
    }
}

static void
meet_wishes (const Setter *self,
             const double *needs,
             guint         n)
{
  g_autofree double *wishes = g_new0 (double, n);
  double wished = 0;
  double spare = 0;

  for (guint i = 0; i < n; i++)
    {
      wishes[i] = get_wish (self, i);
      wished += wishes[i];
      if (wishes[i] <= 0)
        spare += SPARE_PART * MAX (0, self->columns[i] - needs[i]);
    }
  for (guint i = 0; i < n && wished > 0 && spare > 0; i++)
    {
      if (wishes[i] > 0)
        self->columns[i] += wishes[i] * MIN (1, spare / wished);
      else
        self->columns[i] -= SPARE_PART * MAX (0, self->columns[i] - needs[i]) * MIN (1, wished / spare);
    }
}

static void
set_columns (const Setter *self,
             gboolean      generous)
{
  guint n = self->layout->n_positions;
  g_autofree double *needs = g_new (double, n);
  double weights = 0;

  for (guint i = 0; i < n; i++)
    weights += MAX (1, self->layout->widths[i]);
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = MAX (1, self->layout->widths[i]) * GJ_PAPER_TYPE_WIDTH / weights;
      needs[i] = get_need (self, i);
    }
  meet_needs (self->columns, needs, n);
  if (generous)
    meet_wishes (self, needs, n);
}

/* In twips, the sum exact. */
static void
round_columns (const Setter *self)
{
  guint n = self->layout->n_positions;
  double sum = 0;
  int done = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += self->columns[i];
      self->setting->widths[i] = (int) lround (sum * GJ_DOCX_TYPE_WIDTH / GJ_PAPER_TYPE_WIDTH) - done;
      done += self->setting->widths[i];
    }
}

/* Lines */

static double
get_room (const Setter *self,
          const GjSlot *slot)
{
  double room = -2 * MARGIN;

  for (guint i = 0; i < slot->n_positions; i++)
    room += self->columns[slot->position + i];
  return room;
}

/* A number that is too wide is set smaller. */
static double
fit_size (const Setter *self,
          const GjSlot *slot,
          const char   *text)
{
  double room = get_room (self, slot);
  double size = self->setting->size;

  if (slot->kind != GJ_SLOT_CELL || slot->vertical)
    return size;
  while (size > LEAST_SIZE && get_widest_word (text) * size > room + 0.1 && get_width (text) < 20)
    size -= 0.5;
  return size;
}

static double
get_slot_height (const Setter *self,
                 const GjSlot *slot,
                 double        size)
{
  const char *text = _gj_docx_export_get_text (self->report, slot);
  double room = get_room (self, slot);

  if (slot->vertical)
    return (g_utf8_strlen (text, -1) + 0.5) * size + 2 * self->setting->padding;
  return count_lines (text, floor (room / size * 2 + 0.01) / 2) * size * LEAD + 2 * self->setting->padding;
}

static void
set_lines (const Setter *self)
{
  GjDocxSetting *setting = self->setting;
  guint widest = 1;

  memset (setting->heights, 0, self->layout->n_lines * sizeof (double));
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = &self->layout->slots[i];

      setting->sizes[i] = fit_size (self, slot, _gj_docx_export_get_text (self->report, slot));
      widest = MAX (widest, slot->n_lines);
    }
  for (guint n_lines = 1; n_lines <= widest; n_lines++)
    for (guint i = 0; i < self->layout->n_slots; i++)
      {
        const GjSlot *slot = &self->layout->slots[i];
        double lack;

        if (slot->n_lines != n_lines)
          continue;
        lack = get_slot_height (self, slot, setting->sizes[i]);
        for (guint j = 0; j < n_lines; j++)
          lack -= setting->heights[slot->line + j];
        for (guint j = 0; j < n_lines && lack > 0; j++)
          setting->heights[slot->line + j] += lack / n_lines;
      }
}

static gboolean
fits (const Setter *self)
{
  double height = 0;

  for (guint i = 0; i < self->layout->n_lines; i++)
    height += self->setting->heights[i];
  return height <= ROOM;
}

/**
 * _gj_docx_setting_new:
 * @report: a report
 * @layout: the layout of one of its tables
 *
 * Returns: (transfer full): how the table is set with the report's cells in it
 */
GjDocxSetting *
_gj_docx_setting_new (GjReport            *report,
                      const GjTableLayout *layout)
{
  GjDocxSetting *setting = g_new0 (GjDocxSetting, 1);
  g_autofree double *columns = g_new0 (double, layout->n_positions);
  Setter self = { .report = report, .layout = layout, .setting = setting, .columns = columns };

  setting->widths = g_new0 (int, layout->n_positions);
  setting->heights = g_new0 (double, layout->n_lines);
  setting->sizes = g_new0 (double, layout->n_slots);
  for (guint i = 0; i < G_N_ELEMENTS (settings) && !setting->is_whole; i++)
    for (guint generous = 0; generous < 2 && !setting->is_whole; generous++)
      {
        setting->size = settings[i].size;
        setting->padding = settings[i].padding;
        set_columns (&self, generous);
        set_lines (&self);
        setting->is_whole = fits (&self);
      }
  round_columns (&self);
  return setting;
}

void
_gj_docx_setting_free (GjDocxSetting *self)
{
  if (self == NULL)
    return;

  g_free (self->widths);
  g_free (self->heights);
  g_free (self->sizes);
  g_free (self);
}
