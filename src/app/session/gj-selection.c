/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-selection.h"

/**
 * GjSelection:
 *
 * What the person looks at in one report. Knows the form, to tell the section of a cell;
 * never changes the report.
 */
struct _GjSelection
{
  GObject    parent_instance;

  GjForm    *form;
  GjFinding *finding;
  guint      section;
  guint      cell;
};

G_DEFINE_FINAL_TYPE (GjSelection, gj_selection, G_TYPE_OBJECT)

enum { PROP_0, PROP_SECTION, PROP_CELL, PROP_FINDING, N_PROPS };
static GParamSpec *properties[N_PROPS];

static guint
find_section_of_finding (GjSelection *self,
                         GjFinding   *finding)
{
  const char *id = gj_finding_get_section (finding);
  guint section = id != NULL ? gj_form_find_section (self->form, id) : GJ_NONE;

  return section == GJ_NONE ? GJ_COVER : section;
}

static void
gj_selection_finalize (GObject *object)
{
  GjSelection *self = GJ_SELECTION (object);

  g_clear_object (&self->finding);
  g_clear_pointer (&self->form, gj_form_unref);

  G_OBJECT_CLASS (gj_selection_parent_class)->finalize (object);
}

static void
gj_selection_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GjSelection *self = GJ_SELECTION (object);

  switch (property_id)
    {
    case PROP_SECTION:
      g_value_set_uint (value, self->section);
      break;

    case PROP_CELL:
      g_value_set_uint (value, self->cell);
      break;

    case PROP_FINDING:
      g_value_set_object (value, self->finding);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_selection_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GjSelection *self = GJ_SELECTION (object);

  switch (property_id)
    {
    case PROP_SECTION:
      gj_selection_set_section (self, g_value_get_uint (value));
      break;

    case PROP_CELL:
      gj_selection_set_cell (self, g_value_get_uint (value));
      break;

    case PROP_FINDING:
      gj_selection_set_finding (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_selection_class_init (GjSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = gj_selection_finalize;
  object_class->get_property = gj_selection_get_property;
  object_class->set_property = gj_selection_set_property;

  properties[PROP_SECTION] =
    g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, GJ_COVER, flags);
  properties[PROP_CELL] =
    g_param_spec_uint ("cell", NULL, NULL, 0, G_MAXUINT, GJ_NONE, flags);
  properties[PROP_FINDING] =
    g_param_spec_object ("finding", NULL, NULL, GJ_TYPE_FINDING, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gj_selection_init (GjSelection *self)
{
  self->section = GJ_COVER;
  self->cell = GJ_NONE;
}

GjSelection *
gj_selection_new (GjReport *report)
{
  GjSelection *self;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  self = g_object_new (GJ_TYPE_SELECTION, NULL);
  self->form = gj_form_ref (gj_report_get_form (report));

  return self;
}

guint
gj_selection_get_section (GjSelection *self)
{
  g_return_val_if_fail (GJ_IS_SELECTION (self), GJ_COVER);

  return self->section;
}

void
gj_selection_set_section (GjSelection *self,
                          guint        section)
{
  g_return_if_fail (GJ_IS_SELECTION (self));
  g_return_if_fail (section == GJ_COVER || section < gj_form_get_n_sections (self->form));

  if (self->section == section)
    return;

  self->section = section;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

guint
gj_selection_get_cell (GjSelection *self)
{
  g_return_val_if_fail (GJ_IS_SELECTION (self), GJ_NONE);

  return self->cell;
}

void
gj_selection_set_cell (GjSelection *self,
                       guint        cell)
{
  g_return_if_fail (GJ_IS_SELECTION (self));
  g_return_if_fail (cell == GJ_NONE || cell < gj_form_get_n_cells (self->form));

  if (cell != GJ_NONE)
    {
      const GjCell *place = gj_form_get_cell (self->form, cell);

      gj_selection_set_section (self, gj_form_get_table (self->form, place->table)->section);
    }

  if (self->cell == cell)
    return;

  self->cell = cell;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CELL]);
}

GjFinding *
gj_selection_get_finding (GjSelection *self)
{
  g_return_val_if_fail (GJ_IS_SELECTION (self), NULL);

  return self->finding;
}

void
gj_selection_set_finding (GjSelection *self,
                          GjFinding   *finding)
{
  g_return_if_fail (GJ_IS_SELECTION (self));
  g_return_if_fail (finding == NULL || GJ_IS_FINDING (finding));

  if (self->finding == finding)
    return;

  if (finding != NULL)
    gj_selection_set_section (self, find_section_of_finding (self, finding));

  if (g_set_object (&self->finding, finding))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}
