/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-new-dialog.h"

#include <glib/gi18n-lib.h>

#include "gj-last-year-row.h"

/**
 * GjNewDialog:
 *
 * Asks for the body, its kind and the year; the year tells the form. Last year's report
 * answers all of it before it is asked. Makes the report, keeps nothing of it.
 */
struct _GjNewDialog
{
  AdwWindow       parent_instance;

  GjLastYearRow  *last_row;
  AdwEntryRow    *body_row;
  GtkWidget      *renamed_row;
  GtkSwitch      *renamed;
  AdwComboRow    *kind_row;
  GtkSpinButton  *year;
  AdwActionRow   *form_row;
  GtkWidget      *remark_row;
  GtkLabel       *remark;
  GtkWidget      *tables;
  GtkCheckButton *blank;
  GtkCheckButton *zero;
};

G_DEFINE_FINAL_TYPE (GjNewDialog, gj_new_dialog, ADW_TYPE_WINDOW)

enum { CREATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const kinds[] = { "department", "government", "ministry" };

static int
get_year (GjNewDialog *self)
{
  return gtk_spin_button_get_value_as_int (self->year);
}

static void
init_dates (GjReport *report,
            int       year)
{
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *start = g_strdup_printf ("%d-01-01", year);
  g_autofree char *end = g_strdup_printf ("%d-12-31", year);

  gj_report_init_field (report, GJ_FIELD_YEAR, number);
  gj_report_init_field (report, GJ_FIELD_PERIOD_START, start);
  gj_report_init_field (report, GJ_FIELD_PERIOD_END, end);
}

static void
init_zeros (GjReport *report)
{
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (gj_form_get_cell (form, i)->type != GJ_CELL_TEXT)
      gj_report_init_cell (report, i, "0");
}

GjReport *
gj_report_new_for_body (GjForm     *form,
                        const char *body,
                        const char *kind,
                        int         year,
                        gboolean    all_zero)
{
  GjReport *report;
  g_autofree char *title = NULL;
  g_autofree char *preface = NULL;
  g_autoptr (GjNarrative) narrative = NULL;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  report = gj_report_new (form);
  title = gj_form_format_title (form, body, year);
  preface = gj_form_format_preface (form, body, year);
  narrative = gj_narrative_new_for_text (preface);

  gj_report_init_field (report, GJ_FIELD_TITLE, title);
  gj_report_init_field (report, GJ_FIELD_BODY, body);
  gj_report_init_field (report, GJ_FIELD_BODY_KIND, kind);
  gj_report_init_field (report, GJ_FIELD_BASIS, gj_form_get_basis (form));
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, body);
  gj_report_init_narrative (report, gj_report_get_preface (report), narrative);
  init_dates (report, year);
  if (all_zero)
    init_zeros (report);

  return report;
}

static void
show_form (GjNewDialog *self)
{
  GjForm *form = gj_form_catalogue_find_year (get_year (self));

  if (form != NULL)
    {
      g_autofree char *title =
        g_strdup_printf (_("Report form (%s)"),
                         gj_label_get_current (gj_form_get_name (form)));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form_row), title);
      adw_action_row_set_subtitle (self->form_row, gj_form_get_basis (form));
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form_row),
                                     _("No form is known for this year"));
      adw_action_row_set_subtitle (self->form_row, "");
    }
}

static const GjYearFile *
get_last (GjNewDialog *self)
{
  GPtrArray *years = gj_last_year_row_get_years (self->last_row);

  return years != NULL ? g_ptr_array_index (years, 0) : NULL;
}

static char *
dup_body (GjNewDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->body_row))));
}

/* Whether last year's report is one of the body that is named, as far as names tell. */
static gboolean
is_other_body (GjNewDialog *self)
{
  const GjYearFile *last = get_last (self);
  GjForm *form = gj_form_catalogue_find_year (get_year (self));
  g_autofree char *body = dup_body (self);
  g_autoptr (GjReport) report = NULL;

  if (last == NULL || form == NULL)
    return FALSE;

  report = gj_report_new (form);
  gj_report_init_field (report, GJ_FIELD_BODY, body);

  return gj_report_match_body (report, last->report) == GJ_BODY_OTHER;
}

/* No report goes on from one of the same year, or of a later one. */
static gboolean
is_too_late (GjNewDialog *self)
{
  const GjYearFile *last = get_last (self);

  return last != NULL && gj_report_get_year (last->report) >= get_year (self);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_year (GjNewDialog *self,
             GString     *text)
{
  int last_year = gj_report_get_year (get_last (self)->report);
  int year = get_year (self);
  g_autofree char *line = NULL;

  if (last_year == 0)
    line = g_strdup (_("That report does not state its year. Look whether it is last year's."));
  else if (last_year == year)
    line = g_strdup_printf (_("That report is of %d, too. Choose the report of the year before, or another year."), year);
  else if (last_year > year)
    line = g_strdup_printf (_("That report is of %1$d, later than %2$d. Choose the report of the year before, or another year."), last_year, year);
  else if (last_year < year - 1)
    line = g_strdup_printf (_("That report is of %1$d, not of %2$d: its figures are not compared with this year's."), last_year, year - 1);

  if (line != NULL)
    append_line (text, line);
}

static void
append_incomparable (GjNewDialog *self,
                     GString     *text)
{
  GjForm *form = gj_form_catalogue_find_year (get_year (self));
  g_autoptr (GjReport) report = form != NULL ? gj_report_new (form) : NULL;
  g_autoptr (GPtrArray) reasons = NULL;

  if (report == NULL)
    return;

  reasons = gj_report_list_incomparable (report, get_last (self)->report);
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *line = g_strdup_printf (_("Not carried over: %s"),
                                               (const char *) g_ptr_array_index (reasons, i));

      append_line (text, line);
    }
}

static void
show_last (GjNewDialog *self)
{
  const GjYearFile *last = get_last (self);
  gboolean is_other = is_other_body (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (is_other)
    {
      g_autofree char *line =
        g_strdup_printf (_("That report is one of %s. Contact and signature are not carried over."),
                         gj_report_get_field (last->report, GJ_FIELD_BODY));

      append_line (text, line);
    }
  if (last != NULL)
    {
      append_year (self, text);
      append_incomparable (self, text);
    }

  gtk_label_set_label (self->remark, text->str);
  gtk_widget_set_visible (self->remark_row, text->len > 0);
  gtk_widget_set_visible (self->renamed_row, is_other);
  gtk_widget_set_visible (self->tables, last == NULL);
}

static void
update_action (GjNewDialog *self)
{
  g_autofree char *body = dup_body (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create",
                                 *body != '\0' && !is_too_late (self)
                                 && !gj_last_year_row_is_reading (self->last_row)
                                 && gj_form_catalogue_find_year (get_year (self)) != NULL);
}

static void
changed_cb (GjNewDialog *self)
{
  show_form (self);
  show_last (self);
  update_action (self);
}

static guint
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* What a person has typed stays. */
static void
last_changed_cb (GjNewDialog *self)
{
  const GjYearFile *last = get_last (self);
  g_autofree char *body = dup_body (self);

  if (last != NULL)
    {
      guint kind = find_kind (gj_report_get_field (last->report, GJ_FIELD_BODY_KIND));
      int year = gj_report_get_year (last->report);

      if (*body == '\0')
        gtk_editable_set_text (GTK_EDITABLE (self->body_row),
                               gj_report_get_field (last->report, GJ_FIELD_BODY));
      if (kind != GTK_INVALID_LIST_POSITION)
        adw_combo_row_set_selected (self->kind_row, kind);
      if (year != 0)
        gtk_spin_button_set_value (self->year, year + 1);
    }

  changed_cb (self);
}

static GjReport *
make_next (GjNewDialog *self,
           const char  *body,
           const char  *kind)
{
  const GjYearFile *last = get_last (self);
  g_autofree char *way = gj_year_file_dup_way (last, NULL);
  GjForm *form = gj_form_catalogue_find_year (get_year (self));
  GjReport *report = gj_report_new_for_next_year (form, body, get_year (self), last->report, way);

  gj_report_init_field (report, GJ_FIELD_BODY_KIND, kind);
  if (*gj_report_get_field (report, GJ_FIELD_SIGNATURE) == '\0')
    gj_report_init_field (report, GJ_FIELD_SIGNATURE, body);
  if (is_other_body (self) && gtk_switch_get_active (self->renamed))
    gj_report_init_setting (report, GJ_SETTING_FORMER_BODY,
                            gj_report_get_field (last->report, GJ_FIELD_BODY));

  return report;
}

static void
create_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjNewDialog *self = GJ_NEW_DIALOG (widget);
  g_autofree char *body = dup_body (self);
  guint kind = MIN (adw_combo_row_get_selected (self->kind_row), G_N_ELEMENTS (kinds) - 1);
  g_autoptr (GjReport) report = NULL;

  if (*body == '\0')
    return;

  if (get_last (self) != NULL)
    report = make_next (self, body, kinds[kind]);
  else
    report = gj_report_new_for_body (gj_form_catalogue_find_year (get_year (self)), body,
                                     kinds[kind], get_year (self),
                                     gtk_check_button_get_active (self->zero));
  /* Closing may be the end of this dialog. */
  g_signal_emit (self, signals[CREATED], 0, report);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
find_open_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER (widget))
    return gtk_widget_get_visible (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_open_list (child);

  return found;
}

/* One Escape closes one thing: the list of kinds before the dialog, wherever the key
 * arrives. */
static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GtkWidget *list = find_open_list (GTK_WIDGET (GJ_NEW_DIALOG (widget)->kind_row));

  if (list != NULL)
    gtk_popover_popdown (GTK_POPOVER (list));
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
gj_new_dialog_class_init (GjNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CREATED] =
    g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, GJ_TYPE_REPORT);

  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_cb);
  gtk_widget_class_install_action (widget_class, "dialog.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.escape", NULL);
  g_type_ensure (GJ_TYPE_LAST_YEAR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, body_row);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, renamed_row);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, renamed);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, year);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, remark_row);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, remark);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, tables);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, blank);
  gtk_widget_class_bind_template_child (widget_class, GjNewDialog, zero);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_changed_cb);
}

/* Reports are written in January, about the year before. */
static void
gj_new_dialog_init (GjNewDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_value (self->year, g_date_time_get_month (now) <= 6
                                         ? g_date_time_get_year (now) - 1
                                         : g_date_time_get_year (now));
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->body_row));
}

GjNewDialog *
gj_new_dialog_new (GtkWindow *parent)
{
  GjNewDialog *self = g_object_new (GJ_TYPE_NEW_DIALOG, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);

  return self;
}

void
gj_new_dialog_set_all_zero (GjNewDialog *self,
                            gboolean     all_zero)
{
  g_return_if_fail (GJ_IS_NEW_DIALOG (self));

  gtk_check_button_set_active (all_zero ? self->zero : self->blank, TRUE);
}

/* The report of the year before, as the person is asked for it: NULL lets them choose. */
void
gj_new_dialog_begin_from_last_year (GjNewDialog *self,
                                    GFile       *file)
{
  g_return_if_fail (GJ_IS_NEW_DIALOG (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (file != NULL)
    gj_last_year_row_read (self->last_row, file);
  else
    gj_last_year_row_choose (self->last_row);
}

GPtrArray *
gj_new_dialog_get_years (GjNewDialog *self)
{
  g_return_val_if_fail (GJ_IS_NEW_DIALOG (self), NULL);

  return gj_last_year_row_get_years (self->last_row);
}
