/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-widget-compat.h"

#include "gj-grid-private.h"

/**
 * GjGrid:
 *
 * The table widget. Owns its items, the editor and the selected range; follows the
 * session's report, findings and selection. Never changes the report but through the
 * session.
 */

static void gj_grid_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GjGrid, gj_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, gj_grid_scrollable_init))

enum { PROP_0, PROP_SESSION, PROP_TABLE, N_PROPS,
       PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };
static GParamSpec *properties[N_PROPS];

enum { NOTICE, TOTALS_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

GjReport *
_gj_grid_get_report (GjGrid *self)
{
  return gj_session_get_report (self->session);
}

GjForm *
_gj_grid_get_form (GjGrid *self)
{
  return gj_report_get_form (_gj_grid_get_report (self));
}

GjGridCell *
_gj_grid_get_cell (GjGrid *self,
                   guint   cell)
{
  guint first;

  if (self->model == NULL || cell == GJ_NONE)
    return NULL;

  first = gj_grid_model_get_table (self->model)->first_cell;

  return cell >= first && cell - first < self->n_cells ? self->cells[cell - first] : NULL;
}

void
_gj_grid_notice (GjGrid     *self,
                 const char *message)
{
  gj_widget_announce (GTK_WIDGET (self), message);
  g_signal_emit (self, signals[NOTICE], 0, message);
}

void
_gj_grid_request_totals (GjGrid *self)
{
  if (_gj_grid_require_editable (self))
    g_signal_emit (self, signals[TOTALS_REQUESTED], 0);
}

/* Says why nothing can be changed, when it cannot. */

gboolean
_gj_grid_require_editable (GjGrid *self)
{
  if (self->model == NULL)
    return FALSE;

  if (gj_session_can_edit (self->session))
    return TRUE;

  _gj_grid_notice (self, _("The report is being reviewed and cannot be changed. "
                           "Switch to drafting to change it."));

  return FALSE;
}

char *
_gj_grid_dup_cell_name (GjGrid *self,
                        guint   cell)
{
  return gj_form_dup_cell_name (_gj_grid_get_form (self), cell,
                                gj_report_get_variant (_gj_grid_get_report (self)),
                                gj_language_get_current ());
}

static void
gj_grid_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  GjGrid *self = GJ_GRID (widget);

  *minimum = *natural = 0;

  if (self->model == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = _gj_grid_get_natural_width (self);
      *minimum = MIN (_gj_grid_get_least_width (self), *natural);
    }
  else
    {
      if (for_size >= 0)
        _gj_grid_lay_out (self, for_size);
      else if (self->laid_out_width < 0)
        _gj_grid_lay_out (self, _gj_grid_get_natural_width (self));

      *natural = self->lines[gj_grid_model_get_layout (self->model)->n_lines];
      *minimum = MIN (*natural, _gj_grid_get_fixed_height (self) + 48);
    }

  /* In a scrolled window nothing has to fit. */
  if (self->hadjustment != NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 200);
}

static void
gj_grid_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  _gj_grid_allocate (GJ_GRID (widget), width, height);

  if (GJ_GRID (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (GJ_GRID (widget)->menu));
}

static GtkSizeRequestMode
gj_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gj_grid_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  _gj_grid_paint (GJ_GRID (widget), snapshot);
}

static void
gj_grid_css_changed (GtkWidget         *widget,
                     GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gj_grid_parent_class)->css_changed (widget, change);

  _gj_grid_check_font (GJ_GRID (widget));
}

static void
gj_grid_system_setting_changed (GtkWidget        *widget,
                                GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (gj_grid_parent_class)->system_setting_changed (widget, setting);

  _gj_grid_forget_font (GJ_GRID (widget));
}

/* The keyboard enters at the active cell; Tab inside is the grid's own. */

static gboolean
gj_grid_focus (GtkWidget        *widget,
               GtkDirectionType  direction)
{
  if (_gj_grid_has_keyboard (GJ_GRID (widget)))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
gj_grid_grab_focus (GtkWidget *widget)
{
  GjGrid *self = GJ_GRID (widget);
  guint goal = GJ_NONE;

  if (self->model == NULL)
    return FALSE;

  if (self->active == GJ_NONE)
    _gj_grid_go (self, gj_grid_model_move (self->model, GJ_NONE, GJ_GRID_MOVE_FIRST, &goal));

  return self->active != GJ_NONE &&
         gtk_widget_grab_focus (GTK_WIDGET (_gj_grid_get_cell (self, self->active)));
}

static gboolean
gj_grid_query_tooltip (GtkWidget  *widget,
                       int         x,
                       int         y,
                       gboolean    keyboard,
                       GtkTooltip *tooltip)
{
  return _gj_grid_fill_tooltip (GJ_GRID (widget), x, y, keyboard, tooltip);
}

static void
gj_grid_dispose (GObject *object)
{
  GjGrid *self = GJ_GRID (object);

  gj_grid_set_session (self, NULL);
  g_clear_handle_id (&self->marks_source, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->findings_signals);
  _gj_grid_set_adjustment (self, &self->hadjustment, NULL);
  _gj_grid_set_adjustment (self, &self->vadjustment, NULL);

  for (guint i = 0; i < GJ_N_INKS; i++)
    g_clear_pointer (&self->inks[i], gtk_widget_unparent);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->describer, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_grid_parent_class)->dispose (object);
}

static void
gj_grid_finalize (GObject *object)
{
  GjGrid *self = GJ_GRID (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->palette.layouts);

  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (gj_grid_parent_class)->finalize (object);
}

static void
gj_grid_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  GjGrid *self = GJ_GRID (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_TABLE:
      g_value_set_uint (value, self->table);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_grid_set_property (GObject      *object,
                      guint         property_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  GjGrid *self = GJ_GRID (object);

  switch (property_id)
    {
    case PROP_SESSION:
      gj_grid_set_session (self, g_value_get_object (value));
      break;

    case PROP_TABLE:
      gj_grid_set_table (self, g_value_get_uint (value));
      break;

    case PROP_HADJUSTMENT:
      _gj_grid_set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      _gj_grid_set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = (GtkScrollablePolicy) g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = (GtkScrollablePolicy) g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gj_grid_get_property;
  object_class->set_property = gj_grid_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION, flags);
  properties[PROP_TABLE] = g_param_spec_uint ("table", NULL, NULL, 0, G_MAXUINT, GJ_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
gj_grid_class_init (GjGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_grid_dispose;
  object_class->finalize = gj_grid_finalize;
  install_properties (object_class);

  widget_class->measure = gj_grid_measure;
  widget_class->size_allocate = gj_grid_size_allocate;
  widget_class->get_request_mode = gj_grid_get_request_mode;
  widget_class->snapshot = gj_grid_snapshot;
  widget_class->css_changed = gj_grid_css_changed;
  widget_class->system_setting_changed = gj_grid_system_setting_changed;
  widget_class->focus = gj_grid_focus;
  widget_class->grab_focus = gj_grid_grab_focus;
  widget_class->query_tooltip = gj_grid_query_tooltip;

  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOTALS_REQUESTED] =
    g_signal_new ("totals-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  _gj_grid_install_commands (widget_class);
  gtk_widget_class_set_css_name (widget_class, "gjgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
gj_grid_init (GjGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->table = GJ_NONE;
  self->active = self->extent = self->goal = self->edited = self->pressed = GJ_NONE;
  self->items = g_ptr_array_new ();
  self->palette.layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);

  for (guint i = 0; i < GJ_N_INKS; i++)
    {
      self->inks[i] = gj_grid_ink_new (i);
      gtk_widget_set_parent (self->inks[i], widget);
      g_signal_connect_swapped (self->inks[i], "changed", G_CALLBACK (_gj_grid_forget_palette), self);
    }

  self->describer = gtk_label_new (NULL);
  gtk_widget_set_parent (self->describer, widget);
  gtk_widget_set_child_visible (self->describer, FALSE);

  _gj_grid_init_session (self);
  _gj_grid_init_editor (self);
  _gj_grid_init_keys (self);
  _gj_grid_init_pointer (self);
}

static gboolean
gj_grid_get_border (GtkScrollable *scrollable,
                    GtkBorder     *border)
{
  GjGrid *self = GJ_GRID (scrollable);

  if (self->model == NULL)
    return FALSE;

  *border = (GtkBorder) { (gint16) _gj_grid_get_fixed_width (self), 0,
                          (gint16) _gj_grid_get_fixed_height (self), 0 };

  return TRUE;
}

static void
gj_grid_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = gj_grid_get_border;
}

GtkWidget *
gj_grid_new (void)
{
  return g_object_new (GJ_TYPE_GRID, NULL);
}

GjSession *
gj_grid_get_session (GjGrid *self)
{
  g_return_val_if_fail (GJ_IS_GRID (self), NULL);

  return self->session;
}

void
gj_grid_set_session (GjGrid    *self,
                     GjSession *session)
{
  GjChecker *checker;

  g_return_if_fail (GJ_IS_GRID (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    _gj_grid_commit (self);

  _gj_grid_clear (self);
  g_set_object (&self->session, session);
  checker = session != NULL ? gj_session_get_checker (session) : NULL;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? gj_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? gj_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->findings_signals,
                             checker != NULL ? gj_checker_get_findings (checker) : NULL);

  _gj_grid_build (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

guint
gj_grid_get_table (GjGrid *self)
{
  g_return_val_if_fail (GJ_IS_GRID (self), GJ_NONE);

  return self->table;
}

void
gj_grid_set_table (GjGrid *self,
                   guint   table)
{
  g_return_if_fail (GJ_IS_GRID (self));

  if (self->table == table)
    return;

  if (self->session != NULL)
    _gj_grid_commit (self);

  self->table = table;
  _gj_grid_build (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
}

/* Whether Enter goes to the right instead of down. */

void
gj_grid_set_enter_right (GjGrid   *self,
                         gboolean  enter_right)
{
  g_return_if_fail (GJ_IS_GRID (self));

  self->enter_right = enter_right;
}

gboolean
gj_grid_is_editing (GjGrid *self)
{
  g_return_val_if_fail (GJ_IS_GRID (self), FALSE);

  return self->editing != GJ_EDITING_NOT;
}

/* Puts what is being typed into the report, before it is saved or printed. */

gboolean
gj_grid_commit (GjGrid *self)
{
  g_return_val_if_fail (GJ_IS_GRID (self), FALSE);

  return _gj_grid_commit (self);
}
