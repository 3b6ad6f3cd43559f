/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-face-private.h"
#include "gj-fonts.h"
#include "gj-page.h"
#include "gj-spot-private.h"

G_BEGIN_DECLS

typedef enum
{
  GJ_OP_TEXT,
  GJ_OP_LINE,
  GJ_OP_FILL,
  GJ_OP_PICTURE,
  GJ_OP_CODE,
  GJ_OP_TAG_BEGIN,
  GJ_OP_TAG_END,
  GJ_OP_TURN,
} GjOpKind;

/* A run of one face and size. Glyphs are placed on the page, not relative to the run.
   @drawn: it is seen, but no text for whoever reads or copies from the file. */
typedef struct
{
  GjFace               *face;
  GjFontRole            role;
  double                size;
  double                x;
  double                y;
  double                width;
  char                 *string;
  cairo_glyph_t        *glyphs;
  guint                 n_glyphs;
  cairo_text_cluster_t *clusters;
  guint                 n_clusters;
  gboolean              backward;
  gboolean              drawn;
} GjTextRun;

/* From (@x, @y) @length to the right, or down when @upright. */
typedef struct
{
  double   x;
  double   y;
  double   length;
  double   width;
  gboolean upright;
} GjRule;

/* A rectangle in grey: 0 is black, 1 is white. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double grey;
} GjFill;

typedef struct
{
  double           x;
  double           y;
  double           width;
  double           height;
  cairo_surface_t *surface;
  char            *title;
} GjPlate;

/* A QR code in a square of @size; @n rows of @n modules, each 1 when it is dark. */
typedef struct
{
  double  x;
  double  y;
  double  size;
  guint   n;
  guint8 *modules;
  char   *text;
} GjCode;

/* @name is static; of a cell, how many rows and columns of its table it takes, else 0; of a
   figure what it shows, in words, or %NULL. */
typedef struct
{
  const char *name;
  guint       n_rows;
  guint       n_columns;
  char       *words;
} GjTag;

typedef struct
{
  GjOpKind kind;
  union
  {
    GjTextRun   text;
    GjRule      rule;
    GjFill      fill;
    GjPlate     plate;
    GjCode      code;
    GjTag       tag;
    gboolean    turned;
  };
} GjOp;

/* The report itself, or what is put before and behind it. */
typedef enum
{
  GJ_PART_REPORT,
  GJ_PART_SHEET,
  GJ_PART_LIST,
} GjPagePart;

/* A sheet of paper and what of it is written on. In pt. */
typedef struct
{
  double width;
  double height;
  double left;
  double top;
  double type_width;
  double type_height;
} GjPageFormat;

extern const GjPageFormat _gj_page_format_document;
extern const GjPageFormat _gj_page_format_landscape;

/* @format: the sheet; a report's is that of GB/T 9704.
   @spots: (nullable): where on the page things stand that may be asked for; a copy of
   the page for a file is not asked and has none. */
struct _GjPage
{
  const GjPageFormat *format;
  guint       number;
  GjPagePart  part;
  gboolean    turned;
  GArray     *ops;
  GArray     *spots;
};

GjPage *_gj_page_new       (guint            number);
GjPage *_gj_page_new_on    (const GjPageFormat *format,
                            guint               number);
GjPage *_gj_page_dup       (const GjPage    *self);
void    _gj_page_free      (GjPage          *self);
void    _gj_page_add_text  (GjPage          *self,
                            const GjTextRun *run);
void    _gj_page_add_rule  (GjPage          *self,
                            double           x,
                            double           y,
                            double           length,
                            double           width,
                            gboolean         upright);
void    _gj_page_add_fill  (GjPage          *self,
                            const GjFill    *fill);
void    _gj_page_add_plate (GjPage          *self,
                            const GjPlate   *plate);
void    _gj_page_begin_tag (GjPage          *self,
                            const char      *tag);
void    _gj_page_begin_figure (GjPage        *self,
                               const char    *words);
void    _gj_page_begin_cell (GjPage          *self,
                             const char      *tag,
                             guint            n_rows,
                             guint            n_columns);
void    _gj_page_end_tag   (GjPage          *self,
                            const char      *tag);
void    _gj_page_turn      (GjPage          *self,
                            gboolean         turned);
void    _gj_page_add_spot  (GjPage          *self,
                            const GjSpot    *spot);
void    _gj_page_dump      (const GjPage    *self,
                            GString         *out);

G_END_DECLS
