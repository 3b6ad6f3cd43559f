/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-version-asks.h"

#include <string.h>

/* A finding asks for a change of its cells, and of the sentence that it quotes: who mends a
 * number often rewords what stands around it. One without cells and words asks for its
 * whole section. Decided findings ask for nothing any more. */

typedef struct
{
  char  *section;
  gsize  start;
  gsize  end;
} Ask;

struct _GjVersionAsks
{
  gboolean *cells;
  guint     n_cells;
  GArray   *asks;
};

static void
ask_clear (gpointer data)
{
  g_free (((Ask *) data)->section);
}

static guint
find_narrative (GjReport   *report,
                const char *section)
{
  if (g_str_equal (section, "preface"))
    return gj_report_get_preface (report);

  return gj_form_find_section (gj_report_get_form (report), section);
}

static gboolean
is_sentence_end (gunichar c)
{
  return c == '\n' || c == 0x3002 || c == 0xff1b || c == 0xff01 || c == 0xff1f;
}

/* The bytes of the sentences around characters @from to @to. */
static void
find_sentence (const char *text,
               guint       from,
               guint       to,
               gsize      *start,
               gsize      *end)
{
  glong length = g_utf8_strlen (text, -1);
  const char *first = g_utf8_offset_to_pointer (text, MIN ((glong) from, length));
  const char *last = g_utf8_offset_to_pointer (text, MIN ((glong) to, length));

  while (first > text && !is_sentence_end (g_utf8_get_char (g_utf8_prev_char (first))))
    first = g_utf8_prev_char (first);
  while (*last != '\0' && !is_sentence_end (g_utf8_get_char (last)))
    last = g_utf8_next_char (last);

  *start = first - text;
  *end = last - text;
}

static void
add_finding (GjVersionAsks *self,
             GjReport      *report,
             GjFinding     *finding)
{
  const char *section = gj_finding_get_section (finding);
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);
  Ask ask = { NULL, 0, G_MAXSIZE };
  guint from;
  guint to;

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] < self->n_cells)
      self->cells[cells[i]] = TRUE;

  if (section == NULL)
    return;

  if (gj_finding_get_text (finding, NULL, &from, &to))
    {
      guint narrative = find_narrative (report, section);

      if (narrative != GJ_NONE)
        {
          g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, narrative));

          find_sentence (text, from, to, &ask.start, &ask.end);
        }
    }
  else if (n_cells > 0)
    {
      return;
    }

  ask.section = g_strdup (section);
  g_array_append_val (self->asks, ask);
}

GjVersionAsks *
_gj_version_asks_new (GjReport  *report,
                      GPtrArray *findings)
{
  GjVersionAsks *self = g_new0 (GjVersionAsks, 1);

  self->n_cells = gj_form_get_n_cells (gj_report_get_form (report));
  self->cells = g_new0 (gboolean, self->n_cells);
  self->asks = g_array_new (FALSE, FALSE, sizeof (Ask));
  g_array_set_clear_func (self->asks, ask_clear);

  for (guint i = 0; i < findings->len; i++)
    if (!gj_finding_is_decided (findings->pdata[i]))
      add_finding (self, report, findings->pdata[i]);

  return self;
}

void
_gj_version_asks_free (GjVersionAsks *self)
{
  g_array_unref (self->asks);
  g_free (self->cells);
  g_free (self);
}

gboolean
_gj_version_asks_cell (const GjVersionAsks *self,
                       guint                cell)
{
  return cell < self->n_cells && self->cells[cell];
}

gboolean
_gj_version_asks_section (const GjVersionAsks *self,
                          const char          *section)
{
  for (guint i = 0; i < self->asks->len; i++)
    {
      const Ask *ask = &g_array_index (self->asks, Ask, i);

      if (g_str_equal (ask->section, section))
        return TRUE;
    }

  return FALSE;
}

/* Findings name the place of a field by what stands around it on paper. */
gboolean
_gj_version_asks_field (const GjVersionAsks *self,
                        GjField              field)
{
  switch (field)
    {
    case GJ_FIELD_TITLE:
    case GJ_FIELD_DOCUMENT_NUMBER:
    case GJ_FIELD_BODY:
    case GJ_FIELD_BODY_KIND:
    case GJ_FIELD_YEAR:
      return _gj_version_asks_section (self, "title");

    case GJ_FIELD_SIGNATURE:
    case GJ_FIELD_DATE:
      return _gj_version_asks_section (self, "signature");

    case GJ_FIELD_PERIOD_START:
    case GJ_FIELD_PERIOD_END:
    case GJ_FIELD_BASIS:
    case GJ_FIELD_ADDRESS:
    case GJ_FIELD_POSTCODE:
    case GJ_FIELD_TELEPHONE:
    case GJ_FIELD_MAILBOX:
    case GJ_FIELD_WEBSITE:
    case GJ_N_FIELDS:
    default:
      return _gj_version_asks_section (self, "preface");
    }
}

/**
 * _gj_version_asks_words:
 * @self: what is asked for
 * @section: a section's id
 * @start: first byte in its text that was changed
 * @end: the byte after the last
 *
 * Returns: whether a finding asks for that
 */
gboolean
_gj_version_asks_words (const GjVersionAsks *self,
                        const char          *section,
                        gsize                start,
                        gsize                end)
{
  for (guint i = 0; i < self->asks->len; i++)
    {
      const Ask *ask = &g_array_index (self->asks, Ask, i);

      if (g_str_equal (ask->section, section) && start <= ask->end && end >= ask->start)
        return TRUE;
    }

  return FALSE;
}
