/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

#include <string.h>

/* The texts of two reports side by side, paragraph by paragraph. Of two versions only what
 * was changed is shown, of two years everything. */

/* @ends: for each move, from 1, the paragraphs that it leaves and goes to. */
typedef struct
{
  guint old_paragraph;
  guint new_paragraph;
} MoveEnds;

typedef struct
{
  GjDossierPair  *pair;
  GjDossierEntry *entry;
  char          **old_paragraphs;
  char          **new_paragraphs;
  GArray         *ends;
  guint           n_same;
} Section;

static void
run_clear (gpointer data)
{
  g_free (((GjDossierRun *) data)->text);
}

static void
passage_free (gpointer data)
{
  GjDossierPassage *self = data;

  g_free (self->old_side.label);
  g_free (self->new_side.label);
  g_clear_pointer (&self->old_side.runs, g_array_unref);
  g_clear_pointer (&self->new_side.runs, g_array_unref);
  g_free (self);
}

static char *
join (char **paragraphs,
      guint  first,
      guint  n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", paragraphs[first + i]);
  return g_string_free (text, FALSE);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Runs */

static void
add_run (GArray           *runs,
         GjTextChangeKind  kind,
         gboolean          is_number,
         char             *text)
{
  GjDossierRun run = { kind, is_number, FALSE, text };

  if (*text == '\0')
    g_free (text);
  else
    g_array_append_val (runs, run);
}

static void
add_note (GArray *runs,
          char   *text)
{
  GjDossierRun run = { GJ_TEXT_SAME, FALSE, TRUE, text };

  g_array_append_val (runs, run);
}

static GArray *
new_runs (void)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (GjDossierRun));

  g_array_set_clear_func (runs, run_clear);
  return runs;
}

static GArray *
new_plain (char             *text,
           GjTextChangeKind  kind)
{
  GArray *runs = new_runs ();

  add_run (runs, kind, FALSE, text);
  return runs;
}

static gboolean
is_on_side (GjTextChangeKind kind,
            gboolean         is_new)
{
  return kind == GJ_TEXT_SAME || is_new == (kind == GJ_TEXT_ADDED || kind == GJ_TEXT_MOVED_HERE);
}

static void
add_change (const Section      *section,
            GArray             *runs,
            const GjTextChange *change,
            const char         *text,
            gboolean            is_new)
{
  gsize start = is_new ? change->new_start : change->old_start;
  gsize end = is_new ? change->new_end : change->old_end;
  const MoveEnds *ends = change->move > 0 && change->move < section->ends->len
                           ? &g_array_index (section->ends, MoveEnds, change->move) : NULL;

  if (ends != NULL && change->kind == GJ_TEXT_MOVED_HERE && ends->old_paragraph > 0)
    add_note (runs, g_strdup_printf ("〔←移自第%u段〕", ends->old_paragraph));
  /* Where the reports are of two years, so are the years in them: nothing to point at. */
  add_run (runs, change->is_moved_year ? GJ_TEXT_SAME : change->kind,
           change->is_number && !change->is_moved_year, g_strndup (text + start, end - start));
  if (ends != NULL && change->kind == GJ_TEXT_MOVED_AWAY && ends->new_paragraph > 0)
    add_note (runs, g_strdup_printf ("〔→移至第%u段〕", ends->new_paragraph));
}

static GArray *
new_changed (const Section   *section,
             const GjPassage *passage,
             const char      *text,
             gboolean         is_new)
{
  GArray *runs = new_runs ();

  for (guint i = 0; i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);

      if (is_on_side (change->kind, is_new))
        add_change (section, runs, change, text, is_new);
    }
  return runs;
}

/* Where moves begin and end */

static guint
count_lines (const char *text,
             gsize       end)
{
  guint n = 0;

  for (gsize i = 0; i < end; i++)
    n += text[i] == '\n';
  return n;
}

static void
add_ends (Section         *section,
          const GjPassage *passage)
{
  g_autofree char *old_text = join (section->old_paragraphs, passage->old_first, passage->n_old);
  g_autofree char *new_text = join (section->new_paragraphs, passage->new_first, passage->n_new);

  for (guint i = 0; passage->changes != NULL && i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);
      MoveEnds *ends;

      if (change->move == 0)
        continue;
      if (change->move >= section->ends->len)
        g_array_set_size (section->ends, change->move + 1);
      ends = &g_array_index (section->ends, MoveEnds, change->move);
      if (change->kind == GJ_TEXT_MOVED_AWAY)
        ends->old_paragraph = passage->old_first + count_lines (old_text, change->old_start) + 1;
      else if (change->kind == GJ_TEXT_MOVED_HERE)
        ends->new_paragraph = passage->new_first + count_lines (new_text, change->new_start) + 1;
    }
}

/* Passages */

static char *
name_paragraphs (guint first,
                 guint n)
{
  return n > 1 ? g_strdup_printf ("第%u—%u段", first + 1, first + n) : g_strdup_printf ("第%u段", first + 1);
}

static const char *
get_fate (const GjPassage *passage,
          gboolean         is_years)
{
  switch (passage->kind)
    {
    case GJ_PASSAGE_SAME:
      return is_years ? "　逐字相同" : "";
    case GJ_PASSAGE_REMOVED:
      return is_years ? "　本年没有" : "　删去";
    case GJ_PASSAGE_ADDED:
      return is_years ? "　本年新增" : "　新增";
    case GJ_PASSAGE_CHANGED:
    default:
      return passage->has_moved_years_only ? "　仅年份顺延" : "";
    }
}

/* "第2段", and where it went or came from, what became of it. */
static char *
write_label (const GjPassage *passage,
             gboolean         is_years,
             gboolean         is_new)
{
  guint first = is_new ? passage->new_first : passage->old_first;
  guint n = is_new ? passage->n_new : passage->n_old;
  g_autofree char *own = name_paragraphs (first, n);
  g_autofree char *other = name_paragraphs (is_new ? passage->old_first : passage->new_first,
                                            is_new ? passage->n_old : passage->n_new);
  const char *move = is_new ? "　←移自" : "　→移至";

  return g_strconcat (own, passage->is_moved ? move : "", passage->is_moved ? other : "", get_fate (passage, is_years),
                      NULL);
}

/* A whole paragraph of another year is there to be read: its label and the empty place beside
   it tell enough. */
static GjTextChangeKind
get_whole_kind (const Section   *section,
                const GjPassage *passage)
{
  if (section->pair->is_years)
    return GJ_TEXT_SAME;
  return passage->kind == GJ_PASSAGE_REMOVED ? GJ_TEXT_REMOVED
         : passage->kind == GJ_PASSAGE_ADDED ? GJ_TEXT_ADDED : GJ_TEXT_SAME;
}

static gboolean
is_whole (const GjPassage *passage)
{
  return passage->kind != GJ_PASSAGE_CHANGED || passage->changes == NULL || passage->changes->len == 0;
}

static void
set_side (const Section   *section,
          const GjPassage *passage,
          gboolean         is_new,
          GjDossierSide   *side)
{
  guint n = is_new ? passage->n_new : passage->n_old;
  g_autofree char *text = NULL;

  if (n == 0)
    {
      side->label = g_strdup ("");
      return;
    }
  text = join (is_new ? section->new_paragraphs : section->old_paragraphs,
               is_new ? passage->new_first : passage->old_first, n);
  side->label = write_label (passage, section->pair->is_years, is_new);
  if (is_whole (passage))
    side->runs = new_plain (g_steal_pointer (&text), get_whole_kind (section, passage));
  else
    side->runs = new_changed (section, passage, text, is_new);
}

static gboolean
is_empty (const Section   *section,
          const GjPassage *passage)
{
  g_autofree char *old_text = join (section->old_paragraphs, passage->old_first, passage->n_old);
  g_autofree char *new_text = join (section->new_paragraphs, passage->new_first, passage->n_new);

  return is_blank (old_text) && is_blank (new_text);
}

static void
add_passage (Section         *section,
             const GjPassage *passage)
{
  GjDossierPassage *side_by_side;

  if (is_empty (section, passage))
    return;
  if (!section->pair->is_years && passage->kind == GJ_PASSAGE_SAME && !passage->is_moved)
    {
      section->n_same++;
      return;
    }
  if (section->entry == NULL)
    {
      section->entry = _gj_dossier_add (section->pair->dossier, GJ_ENTRY_PASSAGES, NULL);
      section->entry->passages = g_ptr_array_new_with_free_func (passage_free);
      section->entry->heads[0] = g_strdup (section->pair->old_head);
      section->entry->heads[1] = g_strdup (section->pair->new_head);
    }
  side_by_side = g_new0 (GjDossierPassage, 1);
  set_side (section, passage, FALSE, &side_by_side->old_side);
  set_side (section, passage, TRUE, &side_by_side->new_side);
  g_ptr_array_add (section->entry->passages, side_by_side);
}

static void
add_heading (GjDossierPair *self,
             guint          index)
{
  const char *name = gj_label_get_current (gj_comparison_get_section_name (self->comparison, index));
  GjSimilarity similarity = gj_comparison_get_similarity (self->comparison, index);

  _gj_dossier_add (self->dossier, GJ_ENTRY_SUBHEADING,
                   self->is_years && similarity.n_counted > 0
                     ? g_strdup_printf ("%s　与上年逐字相同%u%%", name, gj_similarity_get_percent (&similarity))
                     : g_strdup (name));
}

/* Whether the section has anything to show. */
static gboolean
has_words (const Section *section,
           GPtrArray     *passages)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      if (!is_empty (section, passage) &&
          (section->pair->is_years || passage->kind != GJ_PASSAGE_SAME || passage->is_moved))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_section (GjDossierPair *self,
             guint          index,
             gboolean       is_first)
{
  GPtrArray *passages = gj_comparison_get_passages (self->comparison, index);
  Section section = { self, NULL };
  gboolean any;

  section.old_paragraphs = gj_comparison_dup_paragraphs (self->comparison, FALSE, index);
  section.new_paragraphs = gj_comparison_dup_paragraphs (self->comparison, TRUE, index);
  section.ends = g_array_new (FALSE, TRUE, sizeof (MoveEnds));
  any = has_words (&section, passages);
  if (any)
    {
      if (is_first)
        {
          if (!self->flows)
            _gj_dossier_add (self->dossier, GJ_ENTRY_PAGE, NULL);
          _gj_dossier_add (self->dossier, GJ_ENTRY_HEADING, g_strdup ("文字对照"));
          _gj_dossier_add (self->dossier, GJ_ENTRY_PARAGRAPH,
                           g_strconcat ("删去的文字加删除线，新增的文字加下划线，变动的数字用黑体，"
                                        "移动的文字加虚线并注明去处和来处。",
                                        self->is_years ? "随报告年度顺延的年份不作标记。" : "", NULL));
        }
      add_heading (self, index);
      for (guint i = 0; i < passages->len; i++)
        add_ends (&section, passages->pdata[i]);
      for (guint i = 0; i < passages->len; i++)
        add_passage (&section, passages->pdata[i]);
      if (section.n_same > 0)
        _gj_dossier_add (self->dossier, GJ_ENTRY_PARAGRAPH, g_strdup_printf ("其余%u段相同，未列出。", section.n_same));
    }
  g_strfreev (section.old_paragraphs);
  g_strfreev (section.new_paragraphs);
  g_array_unref (section.ends);
  return any;
}

/* The preface comes first, as it is read. */
void
_gj_dossier_add_passages (GjDossierPair *self)
{
  guint n = gj_comparison_get_n_sections (self->comparison);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gj_comparison_get_section_id (self->comparison, i), "preface"))
      any |= add_section (self, i, TRUE);
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gj_comparison_get_section_id (self->comparison, i), "preface"))
      any |= add_section (self, i, !any);
}
