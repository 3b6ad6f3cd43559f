/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-group-private.h"

#include "gj-messages.h"

/**
 * GjFindingGroup:
 *
 * Findings that are one thing to a person. It owns them and the words for all of them
 * together. What is checked, counted for programs and decided stays the single finding:
 * a group only says how findings are shown.
 */
struct _GjFindingGroup
{
  GObject parent_instance;

  GjGroupKind  kind;
  GPtrArray   *findings;
  GPtrArray   *cell_names;
  char        *names;
  char        *title;
  char        *message;
};

G_DEFINE_FINAL_TYPE (GjFindingGroup, gj_finding_group, G_TYPE_OBJECT)

/* Each reason; but that rules over the same cells cannot be checked is said once. */
static char *
join_messages (GjFindingGroup *self)
{
  GjFinding *lead = gj_finding_group_get_lead (self);
  gboolean is_open = gj_finding_get_outcome (lead) == GJ_OUTCOME_UNASSESSABLE;
  guint n_reasons = is_open ? 1 : self->findings->len;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_reasons; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "",
                            gj_finding_get_message (self->findings->pdata[i]));

  return g_string_free (words, FALSE);
}

/* A blank cell by its column; what stands in the place of a number is quoted. */
static char *
name_cell (GjReport  *report,
           GjFinding *finding)
{
  guint cell = gj_finding_get_main_cell (finding);
  const GjColumn *column = gj_form_get_column (gj_report_get_form (report), cell);
  const char *name = gj_label_get_current (&column->name);
  g_autofree char *text = g_strdup (gj_report_get_cell_text (report, cell));

  if (text == NULL || *g_strstrip (text) == '\0')
    return g_strdup (name);

  /* Translators: a column, and what stands in its cell in the place of a number. */
  return g_strdup_printf (C_("cell", "%1$s (“%2$s”)"), name, text);
}

static void
describe_row (GjFindingGroup *self,
              GjReport       *report,
              const char     *name)
{
  guint n = self->findings->len;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char *cell_name = name_cell (report, self->findings->pdata[i]);

      g_ptr_array_add (self->cell_names, cell_name);
      g_string_append_printf (names, "%s%s", i > 0 ? C_("list", ", ") : "", cell_name);
    }

  self->names = g_string_free (g_steal_pointer (&names), FALSE);
  self->title = g_strdup (gj_finding_get_title (gj_finding_group_get_lead (self)));
  self->message = g_strdup_printf (ngettext ("“%1$s”: no number in %2$u cell: %3$s. "
                                             "Where there is nothing to report, enter 0.",
                                             "“%1$s”: no number in %2$u cells: %3$s. "
                                             "Where there is nothing to report, enter 0.", n),
                                   name, n, self->names);
}

static void
describe_part (GjFindingGroup *self,
               const char     *name)
{
  guint n = self->findings->len;

  self->title = g_strdup (_("This part of the table is blank"));
  self->message = g_strdup_printf (ngettext ("“%1$s”: no number in its %2$u cell. "
                                             "Where there is nothing to report, enter 0.",
                                             "“%1$s”: no number in any of its %2$u cells. "
                                             "Where there is nothing to report, enter 0.", n),
                                   name, n);
}

static void
gj_finding_group_finalize (GObject *object)
{
  GjFindingGroup *self = GJ_FINDING_GROUP (object);

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->cell_names);
  g_free (self->names);
  g_free (self->title);
  g_free (self->message);

  G_OBJECT_CLASS (gj_finding_group_parent_class)->finalize (object);
}

static void
gj_finding_group_class_init (GjFindingGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gj_finding_group_finalize;
}

static void
gj_finding_group_init (GjFindingGroup *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->cell_names = g_ptr_array_new_with_free_func (g_free);
}

GjFindingGroup *
_gj_finding_group_new (GjGroupKind kind)
{
  GjFindingGroup *self = g_object_new (GJ_TYPE_FINDING_GROUP, NULL);

  self->kind = kind;

  return self;
}

void
_gj_finding_group_add (GjFindingGroup *self,
                       GjFinding      *finding)
{
  g_ptr_array_add (self->findings, g_object_ref (finding));
}

/**
 * _gj_finding_group_describe:
 * @self: a group that has all its findings
 * @report: their report
 * @name: (nullable): the words for the row or the part
 *
 * Finds the words for all findings together. A single one keeps its own.
 */
void
_gj_finding_group_describe (GjFindingGroup *self,
                            GjReport       *report,
                            const char     *name)
{
  if (self->findings->len == 1)
    self->kind = GJ_GROUP_PLACE;

  switch (self->kind)
    {
    case GJ_GROUP_ROW:
      describe_row (self, report, name);
      break;

    case GJ_GROUP_PART:
      describe_part (self, name);
      break;

    case GJ_GROUP_PLACE:
    default:
      self->title = g_strdup (gj_finding_get_title (gj_finding_group_get_lead (self)));
      self->message = join_messages (self);
      break;
    }
}

GjGroupKind
gj_finding_group_get_kind (GjFindingGroup *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), GJ_GROUP_PLACE);

  return self->kind;
}

guint
gj_finding_group_get_n_findings (GjFindingGroup *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), 0);

  return self->findings->len;
}

/**
 * gj_finding_group_get_finding:
 * @self: a group
 * @index: 0 … n - 1
 *
 * Returns: (transfer none): one of its findings, in the order of lists
 */
GjFinding *
gj_finding_group_get_finding (GjFindingGroup *self,
                              guint           index)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), NULL);
  g_return_val_if_fail (index < self->findings->len, NULL);

  return g_ptr_array_index (self->findings, index);
}

/**
 * gj_finding_group_get_lead:
 * @self: a group
 *
 * Returns: (transfer none): the first finding, whose severity, place and decision are
 *          those of all
 */
GjFinding *
gj_finding_group_get_lead (GjFindingGroup *self)
{
  return gj_finding_group_get_finding (self, 0);
}

/**
 * gj_finding_group_find:
 * @self: a group
 * @finding: (nullable): a finding
 *
 * Returns: which of the group's findings has the key of @finding, or %GJ_NONE
 */
guint
gj_finding_group_find (GjFindingGroup *self,
                       GjFinding      *finding)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), GJ_NONE);

  for (guint i = 0; finding != NULL && i < self->findings->len; i++)
    if (finding == self->findings->pdata[i] ||
        g_str_equal (gj_finding_get_key (finding), gj_finding_get_key (self->findings->pdata[i])))
      return i;

  return GJ_NONE;
}

/**
 * gj_finding_group_get_n_stops:
 * @self: a group
 *
 * Returns: at how many of its findings, from the first on, one who steps through all
 *          findings should stop: at each blank cell of a row, else once
 */
guint
gj_finding_group_get_n_stops (GjFindingGroup *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), 0);

  return self->kind == GJ_GROUP_ROW ? self->findings->len : 1;
}

const char *
gj_finding_group_get_title (GjFindingGroup *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), NULL);

  return self->title;
}

const char *
gj_finding_group_get_message (GjFindingGroup *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), NULL);

  return self->message;
}

/**
 * gj_finding_group_get_names:
 * @self: a group
 *
 * Returns: (nullable): the part of the message that names the single cells, if it does
 */
const char *
gj_finding_group_get_names (GjFindingGroup *self)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), NULL);

  return self->names;
}

/**
 * gj_finding_group_get_name:
 * @self: a group
 * @index: which finding
 *
 * Returns: (nullable): how the message names the cell of that finding, if it does
 */
const char *
gj_finding_group_get_name (GjFindingGroup *self,
                           guint           index)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (self), NULL);

  return index < self->cell_names->len ? self->cell_names->pdata[index] : NULL;
}

/**
 * gj_finding_group_equal:
 * @a: a group
 * @b: another one
 *
 * Returns: whether the two hold the same findings and say the same
 */
gboolean
gj_finding_group_equal (GjFindingGroup *a,
                        GjFindingGroup *b)
{
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (a), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (b), FALSE);

  if (a->kind != b->kind || a->findings->len != b->findings->len ||
      !g_str_equal (a->message, b->message))
    return FALSE;

  for (guint i = 0; i < a->findings->len; i++)
    if (!gj_finding_equal (a->findings->pdata[i], b->findings->pdata[i]))
      return FALSE;

  return TRUE;
}
