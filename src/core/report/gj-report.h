/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "gj-base.h"
#include "gj-decision.h"
#include "gj-edit.h"
#include "gj-form.h"
#include "gj-narrative.h"
#include "gj-source.h"

G_BEGIN_DECLS

/**
 * GjField:
 * @GJ_FIELD_TITLE: the title, its lines parted by LF as they stood
 * @GJ_FIELD_DOCUMENT_NUMBER: the document number line above the title
 * @GJ_FIELD_BODY: full name of the body (单位)
 * @GJ_FIELD_BODY_KIND: kind of body: "department", "government", "ministry" or ""
 * @GJ_FIELD_YEAR: the report year, four digits, or ""
 * @GJ_FIELD_PERIOD_START: first day of the statistics, ISO 8601
 * @GJ_FIELD_PERIOD_END: last day of the statistics, ISO 8601
 * @GJ_FIELD_BASIS: the notice that the report follows, as cited
 * @GJ_FIELD_ADDRESS: contact: address
 * @GJ_FIELD_POSTCODE: contact: postcode
 * @GJ_FIELD_TELEPHONE: contact: telephone
 * @GJ_FIELD_MAILBOX: contact: e-mail
 * @GJ_FIELD_WEBSITE: where the report can be downloaded
 * @GJ_FIELD_SIGNATURE: the signing body (署名), its lines parted by LF
 * @GJ_FIELD_DATE: date of the signature, ISO 8601, or the text as it stood when it is no date
 */
typedef enum
{
  GJ_FIELD_TITLE,
  GJ_FIELD_DOCUMENT_NUMBER,
  GJ_FIELD_BODY,
  GJ_FIELD_BODY_KIND,
  GJ_FIELD_YEAR,
  GJ_FIELD_PERIOD_START,
  GJ_FIELD_PERIOD_END,
  GJ_FIELD_BASIS,
  GJ_FIELD_ADDRESS,
  GJ_FIELD_POSTCODE,
  GJ_FIELD_TELEPHONE,
  GJ_FIELD_MAILBOX,
  GJ_FIELD_WEBSITE,
  GJ_FIELD_SIGNATURE,
  GJ_FIELD_DATE,
  GJ_N_FIELDS,
} GjField;

const char *   gj_field_get_id   (GjField     field);
const GjLabel *gj_field_get_name (GjField     field);
gboolean       gj_field_find     (const char *id,
                                  GjField    *field);

#define GJ_TYPE_REPORT (gj_report_get_type ())

G_DECLARE_FINAL_TYPE (GjReport, gj_report, GJ, REPORT, GObject)

/* Signals, each after the whole step that the change belongs to, applied or reverted:
 *   "cell-changed" (uint cell), "field-changed" (uint field),
 *   "heading-changed" (uint section), "narrative-changed" (uint section),
 *   "variant-changed" (), "decision-changed" (string key),
 *   "comment-changed" (string id), "setting-changed" (string name).
 *
 * A new report has every cell present and blank; a cell whose text is NULL is absent.
 * A snapshot shares what it can, is never changed and may be read by other threads.
 *
 * Narratives are numbered like the form's sections; the preface comes after them. */

GjReport *    gj_report_new                  (GjForm              *form);
GjReport *    gj_report_new_for_year         (GjForm              *form,
                                              const char          *body,
                                              int                  year);
GjReport *    gj_report_new_for_next_year    (GjForm              *form,
                                              const char          *body,
                                              int                  year,
                                              GjReport            *last,
                                              const char          *file);
GjReport *    gj_report_dup_snapshot         (GjReport            *self);
gboolean      gj_report_is_snapshot          (GjReport            *self);
GjForm *      gj_report_get_form             (GjReport            *self);

const char *  gj_report_get_field            (GjReport            *self,
                                              GjField              field);
int           gj_report_get_year             (GjReport            *self);
const char *  gj_report_get_variant          (GjReport            *self);

guint         gj_report_get_n_narratives     (GjReport            *self);
guint         gj_report_get_preface          (GjReport            *self);
GjNarrative * gj_report_get_narrative        (GjReport            *self,
                                              guint                section);
const char *  gj_report_get_heading          (GjReport            *self,
                                              guint                section);

const char *  gj_report_get_cell_text        (GjReport            *self,
                                              guint                cell);
const GjNumberText *
              gj_report_get_cell_number      (GjReport            *self,
                                              guint                cell);
gboolean      gj_report_has_cell             (GjReport            *self,
                                              guint                cell);

GjSource *    gj_report_get_source           (GjReport            *self);
GPtrArray *   gj_report_get_decisions        (GjReport            *self);
GjDecision *  gj_report_find_decision        (GjReport            *self,
                                              const char          *key);
GPtrArray *   gj_report_get_comments         (GjReport            *self);
const char *  gj_report_get_setting          (GjReport            *self,
                                              const char          *name);
const char *const *
              gj_report_list_setting_names   (GjReport            *self,
                                              guint               *n_names);

/* Building: for readers, before anybody looks at the report. Later changes are edits. */

void          gj_report_init_field           (GjReport            *self,
                                              GjField              field,
                                              const char          *value);
void          gj_report_init_variant         (GjReport            *self,
                                              const char          *variant);
void          gj_report_init_heading         (GjReport            *self,
                                              guint                section,
                                              const char          *heading);
void          gj_report_init_narrative       (GjReport            *self,
                                              guint                section,
                                              GjNarrative         *narrative);
void          gj_report_init_cell            (GjReport            *self,
                                              guint                cell,
                                              const char          *text);
void          gj_report_init_source          (GjReport            *self,
                                              GjSource            *source);
void          gj_report_init_decision        (GjReport            *self,
                                              GjDecision          *decision);
void          gj_report_init_comment         (GjReport            *self,
                                              GjComment           *comment);
void          gj_report_init_setting         (GjReport            *self,
                                              const char          *name,
                                              const char          *value);

/* Editing */

void          gj_report_apply                (GjReport            *self,
                                              GjEdit              *edit);
void          gj_report_revert               (GjReport            *self,
                                              GjEdit              *edit);

G_END_DECLS
