/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* gj-html-export-style.c */
extern const char _gj_html_export_style[];

/* gj-html-export-text.c */
void _gj_html_export_text      (GString       *out,
                                const char    *text);
void _gj_html_export_plain     (GString       *out,
                                const char    *value);
void _gj_html_export_attribute (GString       *out,
                                const char    *name,
                                const char    *value);
void _gj_html_export_open      (GString       *out,
                                const char    *name,
                                const char    *class_name,
                                const char    *text);
void _gj_html_export_element   (GString       *out,
                                const char    *name,
                                const char    *class_name,
                                const char    *text);

/* gj-html-export-table.c */
void _gj_html_export_table     (GString       *out,
                                GjReport      *report,
                                const GjTable *table);

/* gj-html-chart.c */
void _gj_html_export_chart     (GString       *out,
                                const GjChart *chart,
                                double         width,
                                double         height);

G_END_DECLS
