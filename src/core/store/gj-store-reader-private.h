/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-store-private.h"

G_BEGIN_DECLS

/* A report while it is read. What belongs to the element that is open stands in the
 * second half; strings there are kept in buffers that are used again. */

typedef struct
{
  GjReport        *report;
  GjForm          *form;
  guint            version;
  GjSourceBuilder *source;

  guint            n_sections;
  guint            n_notes;
  guint            next_cell;
  guint8          *cells_seen;
  GPtrArray       *blocks;

  guint            section;
  guint            cell;
  GjField          field;
  guint            width;
  guint            height;
  GString         *id;
  GString         *place;
  GString         *who;
  GString         *when;
  GString         *title;
  GString         *answers;
  gboolean         has_who;
  gboolean         has_when;
  gboolean         has_title;
  gboolean         has_fragment;
  gboolean         has_answers;
  gboolean         is_done;
  GString         *texts[3];
  GPtrArray       *values;
  GjSeverity       severity;
  GjDecisionState  state;
  guint            line;
  guint            start;
  guint            end;
} GjStoreReading;

extern const GjXmlElement _gj_store_source_elements[];
extern const GjXmlElement _gj_store_decision_elements[];
extern const GjXmlElement _gj_store_comment_elements[];
extern const GjXmlElement _gj_store_setting_elements[];

void     _gj_store_source_start (GjXmlReader  *reader,
                                 gpointer      data);
void     _gj_store_source_end   (GjXmlReader  *reader,
                                 gpointer      data);

gboolean _gj_store_take         (GjXmlReader  *reader,
                                 const char   *name,
                                 GString      *string);
void     _gj_store_need         (GjXmlReader  *reader,
                                 const char   *name,
                                 GString      *string);
void     _gj_store_take_text    (GjXmlReader  *reader,
                                 GString      *string);

G_END_DECLS
