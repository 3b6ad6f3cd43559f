/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-decision.h"
#include "gj-edit.h"
#include "gj-relation.h"

G_BEGIN_DECLS

/**
 * GjOutcome:
 * @GJ_OUTCOME_VIOLATED: 不符
 * @GJ_OUTCOME_UNASSESSABLE: 无法核对: an operand is blank or no number
 * @GJ_OUTCOME_OTHER_READING: 口径不同
 * @GJ_OUTCOME_REMARK: 提示: nothing is broken, a person should look
 */
typedef enum
{
  GJ_OUTCOME_VIOLATED,
  GJ_OUTCOME_UNASSESSABLE,
  GJ_OUTCOME_OTHER_READING,
  GJ_OUTCOME_REMARK,
} GjOutcome;

const char *gj_severity_get_id (GjSeverity severity);
const char *gj_outcome_get_id  (GjOutcome  outcome);

#define GJ_TYPE_FINDING (gj_finding_get_type ())

G_DECLARE_FINAL_TYPE (GjFinding, gj_finding, GJ, FINDING, GObject)

/* Immutable, made by a builder; may be handed to another thread. Cells are indices in
 * the form. A text range counts Unicode code points, end exclusive. Words follow the
 * locale that was set when the finding was made. */

const char *  gj_finding_get_check       (GjFinding   *self);
GjSeverity    gj_finding_get_severity    (GjFinding   *self);
GjOutcome     gj_finding_get_outcome     (GjFinding   *self);
gboolean      gj_finding_is_mandatory    (GjFinding   *self);
const char *  gj_finding_get_key         (GjFinding   *self);
const char *  gj_finding_get_basis       (GjFinding   *self);
const char *  gj_finding_get_section     (GjFinding   *self);
const guint * gj_finding_get_cells       (GjFinding   *self,
                                          guint       *n_cells);
gboolean      gj_finding_has_cell        (GjFinding   *self,
                                          guint        cell);
guint         gj_finding_get_main_cell   (GjFinding   *self);
gboolean      gj_finding_get_text        (GjFinding   *self,
                                          const char **text,
                                          guint       *start,
                                          guint       *end);
const char *  gj_finding_get_last_file   (GjFinding   *self);
const guint * gj_finding_get_last_cells  (GjFinding   *self,
                                          guint       *n_cells);
gboolean      gj_finding_get_last_text   (GjFinding   *self,
                                          const char **section,
                                          const char **text,
                                          guint       *start,
                                          guint       *end);
const char *  gj_finding_get_left        (GjFinding   *self);
const char *  gj_finding_get_right       (GjFinding   *self);
const char *  gj_finding_get_difference  (GjFinding   *self);
const char *  gj_finding_get_title       (GjFinding   *self);
const char *  gj_finding_get_message     (GjFinding   *self);
const char *  gj_finding_get_rule        (GjFinding   *self);
const char *  gj_finding_get_source      (GjFinding   *self);
const char *  gj_finding_get_suggestion  (GjFinding   *self);
gboolean      gj_finding_get_remedy      (GjFinding   *self,
                                          guint       *cell,
                                          const char **text);
const char *const *
              gj_finding_get_reasons     (GjFinding   *self);
GjDecision *  gj_finding_get_decision    (GjFinding   *self);
gboolean      gj_finding_is_decided      (GjFinding   *self);
gboolean      gj_finding_is_reopened     (GjFinding   *self);
int           gj_finding_compare         (GjFinding   *a,
                                          GjFinding   *b);
gboolean      gj_finding_equal           (GjFinding   *a,
                                          GjFinding   *b);

typedef struct _GjFindingBuilder GjFindingBuilder;

GjFindingBuilder *gj_finding_builder_new            (const char        *check,
                                                     GjSeverity         severity,
                                                     GjOutcome          outcome);
void              gj_finding_builder_free           (GjFindingBuilder  *self);
void              gj_finding_builder_set_mandatory  (GjFindingBuilder  *self,
                                                     gboolean           mandatory);
void              gj_finding_builder_set_key        (GjFindingBuilder  *self,
                                                     const char        *key);
void              gj_finding_builder_set_basis      (GjFindingBuilder  *self,
                                                     const char        *basis);
void              gj_finding_builder_set_section    (GjFindingBuilder  *self,
                                                     const char        *section,
                                                     guint              order);
void              gj_finding_builder_set_cells      (GjFindingBuilder  *self,
                                                     const guint       *cells,
                                                     guint              n_cells,
                                                     guint              main_cell);
void              gj_finding_builder_set_main_cell
                                                    (GjFindingBuilder  *self,
                                                     guint              main_cell);
void              gj_finding_builder_set_text       (GjFindingBuilder  *self,
                                                     const char        *text,
                                                     guint              start,
                                                     guint              end);
void              gj_finding_builder_set_last_year  (GjFindingBuilder  *self,
                                                     const char        *file_name,
                                                     const guint       *cells,
                                                     guint              n_cells);
void              gj_finding_builder_set_last_text  (GjFindingBuilder  *self,
                                                     const char        *section,
                                                     const char        *text,
                                                     guint              start,
                                                     guint              end);
void              gj_finding_builder_take_reasons   (GjFindingBuilder  *self,
                                                     char             **reasons);
void              gj_finding_builder_take_sides     (GjFindingBuilder  *self,
                                                     char              *left,
                                                     char              *right,
                                                     char              *difference);
void              gj_finding_builder_take_words     (GjFindingBuilder  *self,
                                                     char              *title,
                                                     char              *message,
                                                     char              *rule,
                                                     char              *source);
void              gj_finding_builder_take_remedy    (GjFindingBuilder  *self,
                                                     char              *suggestion,
                                                     guint              cell,
                                                     char              *text);
void              gj_finding_builder_set_decision   (GjFindingBuilder  *self,
                                                     GjDecision        *decision);
GjFinding *       gj_finding_builder_end            (GjFindingBuilder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjFindingBuilder, gj_finding_builder_free)

G_END_DECLS
