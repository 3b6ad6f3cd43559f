/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare.h"

#include <glib/gi18n-lib.h>

/* A section that takes longer than this to compare is compared when the typing pauses. */
#define EASY_US 8000
#define KNOWN_US 200
#define PAUSE_MS 250

/* What is known of a section: how many places differ, how long it took to find out, and
 * whether it has changed since. */

typedef struct
{
  guint    n_changes;
  gint64   cost;
  gboolean is_late;
} Part;

/**
 * GjCompare:
 *
 * What a window that compares is about: the open session, the other one, the comparison of
 * their reports, and what of it is to be seen. Knows no widget; never changes a report.
 */
struct _GjCompare
{
  GObject       parent_instance;

  GjSession    *session;
  char         *old_name;
  GjComparison *comparison;
  GArray       *parts;
  guint         pause_id;
  gboolean      hide_same;
  gboolean      numbers_only;
  gboolean      swapped;
};

G_DEFINE_FINAL_TYPE (GjCompare, gj_compare, G_TYPE_OBJECT)

enum { PROP_0, PROP_HIDE_SAME, PROP_NUMBERS_ONLY, PROP_SWAPPED, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
emit_changed (GjCompare *self,
              guint      section)
{
  GjReport *report = gj_comparison_get_new (self->comparison);

  if (section < self->parts->len)
    {
      g_array_index (self->parts, Part, section).n_changes = GJ_NONE;
      g_array_index (self->parts, Part, section).is_late = FALSE;
    }
  g_signal_emit (self, signals[CHANGED], 0,
                 section == gj_report_get_preface (report) ? GJ_COVER : section);
}

static gboolean
pause_cb (gpointer user_data)
{
  GjCompare *self = user_data;

  self->pause_id = 0;
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, Part, i).is_late)
      emit_changed (self, i);

  return G_SOURCE_REMOVE;
}

static void
section_changed_cb (GjCompare *self,
                    guint      section)
{
  Part *part = section < self->parts->len ? &g_array_index (self->parts, Part, section) : NULL;

  if (part == NULL || part->cost <= EASY_US)
    {
      emit_changed (self, section);
      return;
    }

  part->is_late = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void
table_changed_cb (GjCompare *self,
                  guint      table)
{
  GjForm *form = gj_report_get_form (gj_comparison_get_new (self->comparison));

  /* What only the old form has comes last and does not change. */
  if (table < gj_form_get_n_tables (form))
    g_signal_emit (self, signals[CHANGED], 0, gj_form_get_table (form, table)->section);
}

static void
fields_changed_cb (GjCompare *self)
{
  g_signal_emit (self, signals[CHANGED], 0, GJ_COVER);
}

static gboolean *
get_option (GjCompare *self,
            guint      property_id)
{
  switch (property_id)
    {
    case PROP_HIDE_SAME: return &self->hide_same;
    case PROP_NUMBERS_ONLY: return &self->numbers_only;
    default: return &self->swapped;
    }
}

static void
gj_compare_dispose (GObject *object)
{
  GjCompare *self = GJ_COMPARE (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->old_name, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_compare_parent_class)->dispose (object);
}

static void
gj_compare_finalize (GObject *object)
{
  g_array_unref (GJ_COMPARE (object)->parts);

  G_OBJECT_CLASS (gj_compare_parent_class)->finalize (object);
}

static void
gj_compare_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (property_id == PROP_0 || property_id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  else
    g_value_set_boolean (value, *get_option (GJ_COMPARE (object), property_id));
}

static void
gj_compare_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  gboolean *option;

  if (property_id == PROP_0 || property_id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  option = get_option (GJ_COMPARE (object), property_id);
  if (*option == g_value_get_boolean (value))
    return;

  *option = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
gj_compare_class_init (GjCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gj_compare_dispose;
  object_class->finalize = gj_compare_finalize;
  object_class->get_property = gj_compare_get_property;
  object_class->set_property = gj_compare_set_property;

  properties[PROP_HIDE_SAME] = g_param_spec_boolean ("hide-same", NULL, NULL, FALSE, flags);
  properties[PROP_NUMBERS_ONLY] =
    g_param_spec_boolean ("numbers-only", NULL, NULL, FALSE, flags);
  properties[PROP_SWAPPED] = g_param_spec_boolean ("swapped", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gj_compare_init (GjCompare *self)
{
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
}

GjCompare *
gj_compare_new (GjSession  *session,
                GjReport   *old_report,
                const char *old_name)
{
  GjCompare *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);
  g_return_val_if_fail (GJ_IS_REPORT (old_report), NULL);

  self = g_object_new (GJ_TYPE_COMPARE, NULL);
  self->session = g_object_ref (session);
  self->old_name = g_strdup (old_name != NULL ? old_name : "");
  self->comparison = gj_comparison_new (old_report, gj_session_get_report (session));
  g_array_set_size (self->parts,
                    gj_report_get_preface (gj_session_get_report (session)) + 1);
  for (guint i = 0; i < self->parts->len; i++)
    g_array_index (self->parts, Part, i).n_changes = GJ_NONE;
  g_signal_connect_object (self->comparison, "section-changed",
                           G_CALLBACK (section_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison, "table-changed", G_CALLBACK (table_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison, "fields-changed", G_CALLBACK (fields_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

GjSession *
gj_compare_get_session (GjCompare *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  return self->session;
}

GjComparison *
gj_compare_get_comparison (GjCompare *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  return self->comparison;
}

GjReport *
gj_compare_get_report (GjCompare *self,
                       gboolean   is_new)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  return is_new ? gj_comparison_get_new (self->comparison)
                : gj_comparison_get_old (self->comparison);
}

gboolean
gj_compare_is_years (GjCompare *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), FALSE);

  return gj_comparison_get_kind (self->comparison) == GJ_COMPARISON_YEARS;
}

gboolean
gj_compare_get_hide_same (GjCompare *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), FALSE);

  return self->hide_same;
}

gboolean
gj_compare_get_numbers_only (GjCompare *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), FALSE);

  return self->numbers_only;
}

gboolean
gj_compare_is_swapped (GjCompare *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), FALSE);

  return self->swapped;
}

guint
gj_compare_find_old_section (GjCompare *self,
                             guint      section)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), GJ_NONE);

  return gj_comparison_find_section (self->comparison, FALSE, section);
}

/* What is known already costs next to nothing, which says nothing of the next time. */
GPtrArray *
gj_compare_get_passages (GjCompare *self,
                         guint      section)
{
  gint64 start = g_get_monotonic_time ();
  GPtrArray *passages;
  gint64 cost;

  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);
  g_return_val_if_fail (section < self->parts->len, NULL);

  passages = gj_comparison_get_passages (self->comparison, section);
  cost = g_get_monotonic_time () - start;
  if (cost > KNOWN_US)
    g_array_index (self->parts, Part, section).cost = cost;

  return passages;
}

static guint
count_passages (GjCompare *self,
                guint      section)
{
  Part *part = &g_array_index (self->parts, Part, section);
  GPtrArray *passages;

  if (part->n_changes != GJ_NONE)
    return part->n_changes;

  passages = gj_compare_get_passages (self, section);
  part->n_changes = 0;
  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = g_ptr_array_index (passages, i);

      if (gj_passage_is_change (passage))
        part->n_changes++;
    }

  return part->n_changes;
}

static guint
count_in_section (GjCompare *self,
                  guint      section)
{
  GjForm *form = gj_report_get_form (gj_comparison_get_new (self->comparison));
  guint table = gj_form_get_section (form, section)->table;

  return count_passages (self, section)
         + (table != GJ_NONE ? gj_comparison_count_changed (self->comparison, table) : 0);
}

guint
gj_compare_count_changes (GjCompare *self,
                          guint      section)
{
  GjReport *report;
  guint n_changes;

  g_return_val_if_fail (GJ_IS_COMPARE (self), 0);

  if (section != GJ_COVER && section != GJ_NONE)
    return count_in_section (self, section);

  report = gj_comparison_get_new (self->comparison);
  n_changes = gj_comparison_get_fields (self->comparison)->len
              + gj_comparison_get_headings (self->comparison)->len
              + count_passages (self, gj_report_get_preface (report));
  if (section == GJ_COVER)
    return n_changes;

  for (guint i = 0; i < gj_form_get_n_sections (gj_report_get_form (report)); i++)
    n_changes += count_in_section (self, i);

  return n_changes;
}

char *
gj_compare_dup_side_name (GjCompare *self,
                          gboolean   is_new)
{
  int year;

  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  year = gj_report_get_year (gj_compare_get_report (self, is_new));
  if (!gj_compare_is_years (self) || year <= 0)
    return g_strdup (is_new ? _("New version") : _("Old version"));

  /* Translators: one of two reports, called by its year. */
  return g_strdup_printf (C_("side", "%d"), year);
}

const char *
gj_compare_get_file_name (GjCompare *self,
                          gboolean   is_new)
{
  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  return is_new ? gj_document_get_name (gj_session_get_document (self->session))
                : self->old_name;
}

char *
gj_compare_dup_title (GjCompare *self)
{
  const char *body;
  const char *kind;

  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  kind = gj_compare_is_years (self) ? _("Two Years Compared") : _("Two Versions Compared");
  body = gj_report_get_field (gj_compare_get_report (self, TRUE), GJ_FIELD_BODY);
  if (body == NULL || *body == '\0')
    return g_strdup (kind);

  return g_strdup_printf ("%s · %s", kind, body);
}

char *
gj_compare_dup_subtitle (GjCompare *self)
{
  g_autofree char *own = NULL;
  const char *old;

  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  old = gj_compare_get_file_name (self, FALSE);
  if (gj_session_can_edit (self->session))
    /* Translators: the name of a file. */
    own = g_strdup_printf (_("%s (editable)"), gj_compare_get_file_name (self, TRUE));
  else
    own = g_strdup (gj_compare_get_file_name (self, TRUE));

  return g_strdup_printf ("%s ↔ %s", self->swapped ? own : old, self->swapped ? old : own);
}

char *
gj_compare_dup_same_words (GjCompare *self,
                           guint      section)
{
  GjSimilarity similarity;
  guint percent;

  g_return_val_if_fail (GJ_IS_COMPARE (self), NULL);

  similarity = section == GJ_NONE
               ? gj_comparison_get_overall (self->comparison)
               : gj_comparison_get_similarity (self->comparison, section);
  if (similarity.n_counted == 0)
    return NULL;

  percent = gj_similarity_get_percent (&similarity);
  if (!gj_compare_is_years (self))
    return g_strdup_printf (section == GJ_NONE ? _("%u%% unchanged in all")
                                               : _("%u%% unchanged"), percent);

  return g_strdup_printf (section == GJ_NONE ? _("%u%% as last year in all")
                                             : _("%u%% as last year"), percent);
}
