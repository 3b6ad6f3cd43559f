/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-line-breaker-private.h"

/* Lines of Chinese. A line is as full as kinsoku allows: first what may be squeezed out
 * of punctuation and gaps decides whether one more character fits, then what is left is
 * spread over the gaps. Numbers and Latin words have no gaps inside. */

/* In em: what one gap may lose, what the blank half of a mark may lose, and from which
 * stretch of a gap a less good break is preferred. */
#define GAP_SHRINK 0.016
#define MARK_SHRINK 0.25
#define MARK_BLANK 0.5
#define SOFT_STRETCH 0.12
#define ADDRESS_STRETCH 0.3
#define EMERGENCY_STRETCH 2.5
#define EPSILON 0.01

/* What a line of clusters measures and how far it gives way. */
typedef struct
{
  double natural;
  double hanging;
  double marks;
  double gaps;
  guint  n_gaps;
} Measure;

static gboolean
is_blank (const GjCluster *self)
{
  return self->class == GJ_CHAR_SPACE || self->class == GJ_CHAR_NEWLINE;
}

/* Adds cluster @index to the line that begins with @start and ends before it. */
static void
extend_line (Measure         *measure,
             const GjCluster *clusters,
             guint            start,
             guint            index)
{
  const GjCluster *added = clusters + index;

  if (index > start + 1 && _gj_cluster_is_mark (added - 1))
    measure->marks += added[-1].size;
  if (index > start && _gj_cluster_has_gap (clusters, index))
    {
      measure->gaps += added->size;
      measure->n_gaps++;
    }
  measure->natural += added->advance;
  measure->hanging = added->class == GJ_CHAR_CLOSING && _gj_cluster_is_mark (added) ? MARK_BLANK * added->size : 0;
}

static Measure
measure_line (const GjCluster *clusters,
              guint            start,
              guint            end)
{
  Measure measure = { 0 };

  while (end > start && is_blank (clusters + end - 1))
    end--;
  for (guint i = start; i < end; i++)
    extend_line (&measure, clusters, start, i);
  return measure;
}

static double
get_least (const Measure *measure)
{
  return measure->natural - measure->hanging - MARK_SHRINK * measure->marks - GAP_SHRINK * measure->gaps;
}

/* How well a line may be broken, from the best to what is only better than nothing, and
   how far it may be stretched for that. */
static const GjBreak strengths[] = { GJ_BREAK_FREE, GJ_BREAK_SOFT, GJ_BREAK_ADDRESS, GJ_BREAK_EMERGENCY };
static const double limits[] = { SOFT_STRETCH, ADDRESS_STRETCH, EMERGENCY_STRETCH, G_MAXDOUBLE };

#define N_STRENGTHS G_N_ELEMENTS (strengths)

/* The ends of the furthest lines that fit and are broken at least so well. */
static void
find_ends (const GjCluster *clusters,
           guint            n_clusters,
           guint            start,
           double           room,
           guint            ends[N_STRENGTHS])
{
  Measure all = { 0 };
  Measure line = { 0 };

  for (guint i = 0; i < N_STRENGTHS; i++)
    ends[i] = start;
  for (guint i = start; i < n_clusters; i++)
    {
      GjBreak found = _gj_break_get (clusters, n_clusters, i);

      extend_line (&all, clusters, start, i);
      if (!is_blank (clusters + i))
        line = all;
      if (all.natural > 2 * room + 4 * clusters[i].size)
        break;
      if (get_least (&line) <= room + EPSILON)
        for (guint j = 0; j < N_STRENGTHS; j++)
          if (found >= strengths[j])
            ends[j] = i + 1;
      if (found == GJ_BREAK_FORCED)
        break;
    }
}

static double
get_stretch (const GjCluster *clusters,
             guint            start,
             guint            end,
             double           room)
{
  Measure measure = measure_line (clusters, start, end);

  if (measure.natural >= room)
    return 0;
  return measure.gaps > 0 ? (room - measure.natural) / measure.gaps : G_MAXDOUBLE;
}

static guint
choose_end (const GjCluster *clusters,
            guint            n_clusters,
            guint            start,
            double           room,
            gboolean         justify)
{
  guint ends[N_STRENGTHS];
  guint end = start;

  find_ends (clusters, n_clusters, start, room, ends);
  for (guint i = 0; i < N_STRENGTHS; i++)
    {
      end = ends[i];
      if (end == n_clusters)
        break;
      if (end > start && _gj_break_get (clusters, n_clusters, end - 1) == GJ_BREAK_FORCED)
        break;
      if (end > start && (!justify || get_stretch (clusters, start, end, room) <= limits[i]))
        break;
    }
  if (end > start)
    return end;

  /* Not even one cluster fits: it stands alone, with the blanks behind it. */
  end = start + 1;
  while (end < n_clusters && _gj_break_get (clusters, n_clusters, end - 1) == GJ_BREAK_NEVER)
    end++;
  return end;
}

static void
adjust (GjLine        *line,
        const Measure *measure,
        double         room,
        gboolean       spread)
{
  double excess = measure->natural - measure->hanging - room;
  double shrunk;

  line->width = measure->natural;
  if (excess > EPSILON)
    {
      double capacity = MARK_SHRINK * measure->marks + GAP_SHRINK * measure->gaps;

      shrunk = capacity > 0 ? MIN (1, excess / capacity) : 0;
      line->squeeze = shrunk * MARK_SHRINK;
      line->gap = measure->n_gaps > 0 ? -shrunk * GAP_SHRINK * measure->gaps / measure->n_gaps : 0;
      line->width -= shrunk * capacity;
    }
  else if (spread && measure->natural < room && measure->n_gaps > 0)
    {
      line->gap = (room - measure->natural) / measure->n_gaps;
      line->width = room;
    }
}

static void
set_line (const GjCluster *clusters,
          GjLine          *line,
          guint            start,
          guint            end,
          double           room,
          gboolean         spread)
{
  Measure measure = measure_line (clusters, start, end);

  while (end > start && is_blank (clusters + end - 1))
    end--;
  *line = (GjLine) { .start = start, .end = end };
  adjust (line, &measure, room, spread);
}

static guint
count_characters (const GjCluster *clusters,
                  const GjLine    *line)
{
  guint n = 0;

  for (guint i = line->start; i < line->end; i++)
    n += clusters[i].class != GJ_CHAR_CLOSING && clusters[i].class != GJ_CHAR_SPACE;
  return n;
}

/* One character alone on the last line (单字不成行) gets company from the line above. */
static void
fill_last_line (const GjCluster *clusters,
                guint            n_clusters,
                GArray          *lines,
                double           indent,
                double           width)
{
  GjLine *last = &g_array_index (lines, GjLine, lines->len - 1);
  GjLine *previous = last - 1;
  double room = lines->len == 2 ? width - indent : width;
  guint end = last->start;

  if (count_characters (clusters, last) > 1)
    return;
  for (end = last->start - 1; end > previous->start; end--)
    if (_gj_break_get (clusters, n_clusters, end - 1) == GJ_BREAK_FREE)
      break;
  if (end <= previous->start || get_stretch (clusters, previous->start, end, room) > SOFT_STRETCH)
    return;

  set_line (clusters, previous, previous->start, end, room, TRUE);
  while (end < last->start && clusters[end].class == GJ_CHAR_SPACE)
    end++;
  set_line (clusters, last, end, last->end, width, FALSE);
}

/* Lines (#GjLine) that together hold every cluster. The first is shorter by @indent.
   With @justify all but the last and those before a forced break fill @width. */
GArray *
_gj_break_lines (const GjCluster *clusters,
                 guint            n_clusters,
                 double           indent,
                 double           width,
                 gboolean         justify)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (GjLine));
  guint start = 0;

  while (start < n_clusters)
    {
      double room = MAX (0, start == 0 ? width - indent : width);
      guint end = choose_end (clusters, n_clusters, start, room, justify);
      gboolean last = end == n_clusters || clusters[end - 1].class == GJ_CHAR_NEWLINE;
      GjLine line;

      set_line (clusters, &line, start, end, room, justify && !last);
      g_array_append_val (lines, line);

      start = end;
      while (start < n_clusters && clusters[start - 1].class != GJ_CHAR_NEWLINE &&
             clusters[start].class == GJ_CHAR_SPACE)
        start++;
    }
  if (justify && lines->len >= 2 &&
      clusters[g_array_index (lines, GjLine, lines->len - 1).start - 1].class != GJ_CHAR_NEWLINE)
    fill_last_line (clusters, n_clusters, lines, indent, width);
  return lines;
}
