/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "gj-xml.h"

G_BEGIN_DECLS

#define GJ_XML_MAX_ATTRIBUTES 16
#define GJ_XML_ESCAPE "␛"

#if LIBXML_VERSION >= 21200
typedef const xmlError *GjXmlErrorPointer;
#else
typedef xmlError *GjXmlErrorPointer;
#endif

/* An open element. @seen holds a bit for each line of its table of children that has
 * occurred, @last the latest such line. */

typedef struct
{
  const GjXmlElement *element;
  guint32             seen;
  guint               last;
} Frame;

struct _GjXmlReader
{
  xmlParserCtxt       *context;
  const char          *name_space;
  const xmlChar       *interned_name_space;
  const GjXmlElement  *root;
  gpointer             user_data;
  const char          *data;
  gsize                size;
  GError              *error;
  GArray              *frames;
  GString             *text;
  GString             *values;
  const char          *attribute_names[GJ_XML_MAX_ATTRIBUTES];
  gsize                attribute_offsets[GJ_XML_MAX_ATTRIBUTES];
  guint                n_attributes;
  gboolean             has_escapes;
  gboolean             has_begun;
};

void     _gj_xml_initialise      (void);
void     _gj_xml_fail_at         (GjXmlReader         *self,
                                  GjXmlError           code,
                                  guint                line,
                                  const char          *reason);
void     _gj_xml_error_cb        (void                *data,
                                  GjXmlErrorPointer    error);
gboolean _gj_xml_has_escapes     (const char          *data,
                                  gsize                size);
gboolean _gj_xml_is_crowded      (const char          *data,
                                  gsize                size);
void     _gj_xml_unescape        (GjXmlReader         *self,
                                  GString             *string,
                                  gsize                start);
void     _gj_xml_take_attributes (GjXmlReader         *self,
                                  const GjXmlElement  *element,
                                  const xmlChar      **attributes,
                                  int                  n_attributes);

G_END_DECLS
