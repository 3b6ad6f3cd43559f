/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-cover-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gj-field-row.h"
#include "gj-kind-choice.h"
#include "gj-last-year-card.h"
#include "gj-narrative-view.h"

/**
 * GjCoverPage:
 *
 * The metadata of a report, one row a field, and its preface. Every row makes its own
 * step when it is left.
 */
struct _GjCoverPage
{
  GtkWidget        parent_instance;

  GtkWidget       *content;
  GjLastYearCard  *last_year_card;
  GtkWidget       *title_row;
  GtkWidget       *date_row;
  AdwComboRow     *kind_row;
  AdwActionRow    *form_row;
  GjNarrativeView *preface;

  GjSession       *session;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (GjCoverPage, gj_cover_page, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
show_kind (GjCoverPage *self)
{
  self->showing = TRUE;
  adw_combo_row_set_selected (self->kind_row,
                              gj_kind_choice_find (gj_session_get_report (self->session)));
  self->showing = FALSE;
}

static void
kind_selected_cb (GjCoverPage *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->showing || self->session == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (!gj_kind_choice_push (self->session, selected))
    show_kind (self);
}

static void
field_changed_cb (GjCoverPage *self,
                  guint        field)
{
  if (field == GJ_FIELD_BODY_KIND)
    show_kind (self);
}

static void
show_form (GjCoverPage *self)
{
  GjForm *form = gj_report_get_form (gj_session_get_report (self->session));

  g_autofree char *title =
    g_strdup_printf (_("Report form (%s)"), gj_label_get_current (gj_form_get_name (form)));

  adw_action_row_set_subtitle (self->form_row, gj_form_get_basis (form));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->form_row), title);
}

static void
update_sensitive (GjCoverPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_row), gj_session_can_edit (self->session));
}

static gboolean
gj_cover_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GJ_COVER_PAGE (widget)->title_row);
}

/* The fields that a new year begins with. */
static void
go_to_field_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GjCoverPage *self = GJ_COVER_PAGE (widget);

  gtk_widget_grab_focus (g_variant_get_uint32 (parameter) == GJ_FIELD_DATE ? self->date_row : self->title_row);
}

static void
gj_cover_page_constructed (GObject *object)
{
  GjCoverPage *self = GJ_COVER_PAGE (object);
  GjReport *report = gj_session_get_report (self->session);

  G_OBJECT_CLASS (gj_cover_page_parent_class)->constructed (object);

  gj_last_year_card_set_session (self->last_year_card, self->session);
  gj_narrative_view_bind (self->preface, self->session, gj_report_get_preface (report),
                          GJ_NARRATIVE_BEFORE);
  g_signal_connect_object (report, "field-changed", G_CALLBACK (field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::mode", G_CALLBACK (update_sensitive), self,
                           G_CONNECT_SWAPPED);
  show_kind (self);
  show_form (self);
  update_sensitive (self);
}

static void
gj_cover_page_dispose (GObject *object)
{
  GjCoverPage *self = GJ_COVER_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_cover_page_parent_class)->dispose (object);
}

static void
gj_cover_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, GJ_COVER_PAGE (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_cover_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      GJ_COVER_PAGE (object)->session = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_cover_page_class_init (GjCoverPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gj_cover_page_constructed;
  object_class->dispose = gj_cover_page_dispose;
  object_class->get_property = gj_cover_page_get_property;
  object_class->set_property = gj_cover_page_set_property;
  widget_class->grab_focus = gj_cover_page_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GJ_TYPE_FIELD_ROW);
  g_type_ensure (GJ_TYPE_LAST_YEAR_CARD);
  g_type_ensure (GJ_TYPE_NARRATIVE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-cover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, content);
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, last_year_card);
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, form_row);
  gtk_widget_class_bind_template_child (widget_class, GjCoverPage, preface);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_install_action (widget_class, "cover.go-to-field", "u", go_to_field_cb);
}

static void
gj_cover_page_init (GjCoverPage *self)
{
  g_autoptr (GListModel) kinds = gj_kind_choice_create_names ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, kinds);
}

GtkWidget *
gj_cover_page_new (GjSession *session)
{
  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  return g_object_new (GJ_TYPE_COVER_PAGE, "session", session, NULL);
}

GjSession *
gj_cover_page_get_session (GjCoverPage *self)
{
  g_return_val_if_fail (GJ_IS_COVER_PAGE (self), NULL);

  return self->session;
}

/* What is being typed into a row becomes a step: before saving, leaving, undoing. */
void
gj_cover_page_commit (GjCoverPage *self)
{
  GtkRoot *root;
  GtkWidget *row;

  g_return_if_fail (GJ_IS_COVER_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  row = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (row != NULL && !GJ_IS_FIELD_ROW (row))
    row = gtk_widget_get_ancestor (row, GJ_TYPE_FIELD_ROW);
  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    gj_field_row_commit (GJ_FIELD_ROW (row));
}

gboolean
gj_cover_page_reveal_text (GjCoverPage *self,
                           guint        text_start,
                           guint        text_end)
{
  g_return_val_if_fail (GJ_IS_COVER_PAGE (self), FALSE);

  gtk_widget_grab_focus (GTK_WIDGET (self->preface));

  return gj_narrative_view_reveal (self->preface, text_start, text_end);
}

/* What a comment would be about: words of the preface, or the whole report. */
char *
gj_cover_page_dup_comment_place (GjCoverPage *self,
                                 guint       *text_start,
                                 guint       *text_end)
{
  g_return_val_if_fail (GJ_IS_COVER_PAGE (self), NULL);

  if (gj_narrative_view_get_words (self->preface, text_start, text_end))
    return g_strdup ("preface");

  *text_start = GJ_NONE;
  *text_end = GJ_NONE;

  return g_strdup ("title");
}
