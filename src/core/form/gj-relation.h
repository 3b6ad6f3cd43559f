/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-label.h"

G_BEGIN_DECLS

/**
 * GjSeverity:
 * @GJ_SEVERITY_ERROR: 必须修改
 * @GJ_SEVERITY_WARNING: 请核实
 * @GJ_SEVERITY_HINT: 建议
 */
typedef enum
{
  GJ_SEVERITY_ERROR,
  GJ_SEVERITY_WARNING,
  GJ_SEVERITY_HINT,
} GjSeverity;

/**
 * GjTerm:
 * @factor: how often the cell counts; never 0
 * @cell: index of the cell in the form
 * @last_year: whether last year's value of the cell is meant
 */
typedef struct
{
  gint64   factor;
  guint    cell;
  gboolean last_year;
} GjTerm;

/**
 * GjQuantity:
 * @id: the id in the form; for a quantity of a whole row or column of cells
 *      "ID/ROW-OR-COLUMN"
 * @name: how a sentence names it ("各项办理结果之和")
 * @constant: what is added to the terms; a quantity without terms is this number
 *
 * A linear expression over cells.
 */
typedef struct
{
  const char   *id;
  GjLabel       name;
  const GjTerm *terms;
  guint         n_terms;
  gint64        constant;
} GjQuantity;

/**
 * GjRelationKind:
 * @GJ_RELATION_EQUAL: left = right
 * @GJ_RELATION_AT_MOST: left ≤ right
 * @GJ_RELATION_ZERO_TOGETHER: left = 0 if and only if right = 0
 * @GJ_RELATION_ZERO_IMPLIES: left = 0 implies right = 0
 */
typedef enum
{
  GJ_RELATION_EQUAL,
  GJ_RELATION_AT_MOST,
  GJ_RELATION_ZERO_TOGETHER,
  GJ_RELATION_ZERO_IMPLIES,
} GjRelationKind;

/**
 * GjRelation:
 * @key: unique in the form and stable over its versions: "A01/natural-person"
 * @check: the id in the catalogue of checks
 * @remark: whether a breach is only something to look at, not a wrong number
 * @title: the rule in a few words ("横向合计", "勾稽关系")
 * @subject: (the cells that the relation is about, in words: "自然人一列", "（一）予以公开一行")
 * @rule: the rule in a sentence, rows and columns named
 * @source: (nullable): the notice and clause that the rule comes from
 * @when: (nullable): the relation is asked only while this quantity is greater than 0
 * @across_years: whether it speaks of last year's report, too
 * @last_form: (nullable): the form that last year's report must have, with @last_quantity
 * @last_quantity: (nullable): the quantity of @last_form that stands for @right, which
 *                 then is empty
 * @reasons: (array length=n_reasons): what people often give as the reason why it does
 *           not hold
 * @cells: the cells of both sides and of @when, each once, this year's only
 */
typedef struct
{
  const char       *key;
  const char       *check;
  GjRelationKind    kind;
  GjSeverity        severity;
  gboolean          mandatory;
  gboolean          remark;
  GjLabel           title;
  GjLabel           subject;
  GjLabel           rule;
  const char       *source;
  const GjQuantity *left;
  const GjQuantity *right;
  const GjQuantity *when;
  gboolean          across_years;
  const char       *last_form;
  const char       *last_quantity;
  const GjLabel    *reasons;
  guint             n_reasons;
  const guint      *cells;
  guint             n_cells;
} GjRelation;

/**
 * GjPhrase:
 * @check: the check that compares a statement made in these words with @quantity
 * @subjects: (array zero-terminated=1): words one of which stands in the sentence
 * @verbs: (array zero-terminated=1): words one of which comes before the number
 * @measures: (array zero-terminated=1): measure words one of which follows the number
 * @negations: (array zero-terminated=1): words that say 0 in place of verb and number
 * @exceptions: (array zero-terminated=1): words that make a verb mean something else
 * @quantity: what is named
 * @readings: other quantities that the same words may name
 */
typedef struct
{
  const char               *id;
  const char               *check;
  const char *const        *sections;
  const char *const        *subjects;
  const char *const        *verbs;
  const char *const        *measures;
  const char *const        *negations;
  const char *const        *exceptions;
  const GjQuantity         *quantity;
  const GjQuantity *const  *readings;
  guint                     n_readings;
} GjPhrase;

/**
 * GjEquivalent:
 * @form: id of the other form
 * @quantity: the quantity of this form
 * @other: (nullable): id of the quantity of the other form that means the same; %NULL
 *         when nothing there can be compared with it
 * @reason: why the two can, or cannot, be compared
 */
typedef struct
{
  const char       *form;
  const GjQuantity *quantity;
  const char       *other;
  GjLabel           reason;
} GjEquivalent;

/**
 * GjMoneyRule:
 * @amount: index of a cell with money
 * @items: index of the cell that counts the items paid for, or %GJ_NONE
 * @least: the smallest plausible amount for one item, in 元
 * @most: the largest plausible amount for one item, in 元
 *
 * An amount whose head states no unit: the unit must be known (B07) and the amount of
 * one item plausible (B08).
 */
typedef struct
{
  guint  amount;
  guint  items;
  gint64 least;
  gint64 most;
} GjMoneyRule;

/**
 * GjFormFigure:
 * @id: what the figure is called in every form that has it ("received")
 * @name: its words under a chart
 * @quantity: what is shown
 *
 * One of the main figures of a report.
 */
typedef struct
{
  const char       *id;
  GjLabel           name;
  const GjQuantity *quantity;
} GjFormFigure;

G_END_DECLS
