/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

#include "gj-match.h"

/* What the preface says about the report: the period, the notice that it follows, how the
 * body can be reached. Only places where reports say it are searched, and every value is
 * kept as it stood. A report without preface says it in its first paragraphs. */

#define MAX_SEARCHED 16384
#define N_OVERVIEW 3

typedef struct
{
  GjField     field;
  const char *pattern;
} Pattern;

/* Blanks are taken for good (*+): a line of nothing but blanks must not be tried in all the
 * ways in which it can be parted. */

#define DIGIT "[0-9０-９]"

static const Pattern patterns[] = {
  { GJ_FIELD_ADDRESS, "(?<![网站箱载络])地\\s*+址\\s*+(?:为|是)?\\s*+[:：]\\s*+([^，,；;。）)\\n]+)" },
  { GJ_FIELD_POSTCODE, "邮\\s*+(?:政)?\\s*+编\\s*+(?:码)?\\s*+(?:为|是)?\\s*+[:：]?\\s*+(" DIGIT "{4,8})" },
  { GJ_FIELD_TELEPHONE,
    "(?:电\\s*+话|热\\s*+线)\\s*+(?:号码)?\\s*+(?:为|是)?\\s*+[:：]?\\s*+"
    "([0-9０-９+（(][-0-9０-９－—–()（）、/转 ]*[0-9０-９])" },
  { GJ_FIELD_MAILBOX, "((?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++)" },
  { GJ_FIELD_WEBSITE, "((?:https?://|www\\.)[\\x21-\\x7e]*[A-Za-z0-9/_-])" },
};

static GRegex *
get_pattern (guint index)
{
  static GRegex *compiled[G_N_ELEMENTS (patterns)];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        compiled[i] = g_regex_new (patterns[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return compiled[index];
}

static GRegex *
get_period_pattern (void)
{
  static GRegex *compiled;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      compiled = g_regex_new ("(\\d{4})年(\\d{1,2})月(\\d{1,2})日起?[,、]?(?:至|到|-|~)+"
                              "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日",
                              G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  return compiled;
}

/* The paragraphs in which a report speaks of itself. */
static GPtrArray *
collect_paragraphs (GjMatch *self)
{
  GPtrArray *paragraphs = g_ptr_array_new ();
  guint preface = gj_form_get_n_sections (self->form);
  guint n_overview = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const GjMatchItem *item = gj_match_item (self, i);
      const char *text = item->role == GJ_MATCH_ROLE_HEADING ? item->rest : item->text;

      if (text == NULL || strlen (text) > MAX_SEARCHED || paragraphs->len > 64 ||
          (item->role != GJ_MATCH_ROLE_NONE && item->role != GJ_MATCH_ROLE_HEADING))
        continue;
      if (item->section == preface || (item->section == 0 && n_overview++ < N_OVERVIEW))
        g_ptr_array_add (paragraphs, (gpointer) text);
    }

  return paragraphs;
}

static char *
search (GPtrArray *paragraphs,
        GRegex    *pattern)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autoptr (GMatchInfo) info = NULL;

      if (g_regex_match (pattern, paragraphs->pdata[i], 0, &info))
        return g_strstrip (g_match_info_fetch (info, 1));
    }

  return NULL;
}

static int
fetch_int (GMatchInfo *info,
           int         group)
{
  g_autofree char *text = g_match_info_fetch (info, group);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
set_date (GjMatch *self,
          GjField  field,
          int      year,
          int      month,
          int      day)
{
  g_autofree char *date = NULL;

  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  gj_report_init_field (self->report, field, date);

  return TRUE;
}

/* Returns the year that the period ends in, or 0. */
static int
read_period (GjMatch    *self,
             const char *paragraph,
             gboolean    about_statistics)
{
  g_autofree char *text = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  int year;
  int last;

  if (about_statistics && strstr (paragraph, "统计") == NULL)
    return 0;

  text = gj_words_normalize (paragraph);
  if (!g_regex_match (get_period_pattern (), text, 0, &info))
    return 0;

  year = fetch_int (info, 1);
  last = fetch_int (info, 4) != 0 ? fetch_int (info, 4) : year;
  if (!set_date (self, GJ_FIELD_PERIOD_START, year, fetch_int (info, 2), fetch_int (info, 3)) ||
      !set_date (self, GJ_FIELD_PERIOD_END, last, fetch_int (info, 5), fetch_int (info, 6)))
    return 0;

  return last;
}

static int
find_period (GjMatch   *self,
             GPtrArray *paragraphs)
{
  int year = 0;

  for (guint pass = 0; pass < 2 && year == 0; pass++)
    for (guint i = 0; i < paragraphs->len && year == 0; i++)
      year = read_period (self, paragraphs->pdata[i], pass == 0);

  return year;
}

/* The notice that the report names is that of another form than its tables. */
static void
note_basis (GjMatch    *self,
            const char *found)
{
  g_autofree char *words = gj_words_normalize (found);
  GjMatchNote note = { .place = "preface", .name = *gj_form_get_name (self->form), .text = found };

  for (guint i = 0; i < gj_form_catalogue_get_n_forms () && self->alignment->n_found > 0; i++)
    {
      GjForm *form = gj_form_catalogue_get_form (i);
      g_autofree char *basis = gj_words_normalize (gj_form_get_basis (form) != NULL ? gj_form_get_basis (form) : "");

      if (form != self->form && strcmp (words, basis) == 0)
        gj_match_note_add (self->source, GJ_MATCH_NOTE_FORM_BASIS, &note);
    }
}

/* The number of the notice, as a form knows it up to its brackets. */
static GRegex *
new_basis_pattern (GjForm *form)
{
  const char *basis = gj_form_get_basis (form);
  const char *bracket = basis != NULL ? strstr (basis, "〔") : NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *pattern = NULL;

  if (bracket == NULL)
    return NULL;
  prefix = g_regex_escape_string (basis, (int) (bracket - basis));
  pattern = g_strconcat ("(", prefix, "\\s*[〔\\[（(【]\\s*\\d{4}\\s*[〕\\]）)】]\\s*第?\\s*\\d{1,4}\\s*号)", NULL);

  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

static GRegex *
get_basis_pattern (guint form)
{
  static GRegex **compiled;

  if (g_once_init_enter (&compiled))
    {
      guint n = gj_form_catalogue_get_n_forms ();
      GRegex **made = g_new0 (GRegex *, n);

      for (guint i = 0; i < n; i++)
        made[i] = new_basis_pattern (gj_form_catalogue_get_form (i));
      g_once_init_leave (&compiled, made);
    }

  return compiled[form];
}

static void
find_basis (GjMatch   *self,
            GPtrArray *paragraphs)
{
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      GRegex *pattern = get_basis_pattern (i);
      g_autofree char *found = pattern != NULL ? search (paragraphs, pattern) : NULL;

      if (found == NULL)
        continue;
      gj_report_init_field (self->report, GJ_FIELD_BASIS, found);
      note_basis (self, found);
      return;
    }
}

static void
settle_year (GjMatch   *self,
             GPtrArray *paragraphs,
             int        period_year)
{
  g_autofree char *text = NULL;
  GjMatchNote note = { .place = "title" };

  if (self->year == 0)
    {
      int year = period_year;

      note.text = year != 0 ? gj_report_get_field (self->report, GJ_FIELD_PERIOD_END) : NULL;
      for (guint i = 0; i < paragraphs->len && year == 0; i++)
        {
          year = _gj_match_find_year (paragraphs->pdata[i], NULL, NULL);
          note.text = paragraphs->pdata[i];
        }
      self->year = year;
      note.n = (guint) year;
      gj_match_note_add (self->source,
                         year != 0 ? GJ_MATCH_NOTE_YEAR_GUESSED : GJ_MATCH_NOTE_YEAR_MISSING, &note);
    }
  if (self->year == 0)
    return;

  text = g_strdup_printf ("%d", self->year);
  gj_report_init_field (self->report, GJ_FIELD_YEAR, text);
}

static void
settle_body (GjMatch *self)
{
  GjMatchNote note = { .place = "title" };

  if (self->body == NULL)
    {
      g_auto (GStrv) lines = g_strsplit (gj_report_get_field (self->report, GJ_FIELD_SIGNATURE), "\n", 2);

      if (lines[0] == NULL || *lines[0] == '\0')
        {
          gj_match_note_add (self->source, GJ_MATCH_NOTE_BODY_MISSING, &note);
          return;
        }
      self->body = g_strdup (lines[0]);
      note.text = self->body;
      gj_match_note_add (self->source, GJ_MATCH_NOTE_BODY_GUESSED, &note);
    }
  gj_report_init_field (self->report, GJ_FIELD_BODY, self->body);
}

/**
 * _gj_match_read_metadata:
 * @self: a match all of whose items have found their places
 *
 * Gives the report the fields that its preface states.
 */
void
_gj_match_read_metadata (GjMatch *self)
{
  g_autoptr (GPtrArray) paragraphs = collect_paragraphs (self);

  settle_year (self, paragraphs, find_period (self, paragraphs));
  settle_body (self);
  find_basis (self, paragraphs);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *value = search (paragraphs, get_pattern (i));

      if (value != NULL)
        gj_report_init_field (self->report, patterns[i].field, value);
    }
}

/**
 * gj_match_make_ready:
 *
 * Makes the patterns that are kept from one document to the next.
 */
void
gj_match_make_ready (void)
{
  get_pattern (0);
  get_period_pattern ();
  get_basis_pattern (0);
}
