/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GJ_XML_ERROR (gj_xml_error_quark ())

/**
 * GjXmlError:
 * @GJ_XML_ERROR_NOT_XML: no XML at all
 * @GJ_XML_ERROR_DTD: a document with a DTD, which is refused
 * @GJ_XML_ERROR_FOREIGN: XML of another kind: another root element or namespace
 * @GJ_XML_ERROR_MALFORMED: begins as it should and then is no well-formed XML, or ends
 *                          too early
 * @GJ_XML_ERROR_INVALID: breaks the rules of its kind
 *
 * Every message is half a sentence without full stop ("line 12: …"), for the caller's
 * sentence to go on with.
 */
typedef enum
{
  GJ_XML_ERROR_NOT_XML,
  GJ_XML_ERROR_DTD,
  GJ_XML_ERROR_FOREIGN,
  GJ_XML_ERROR_MALFORMED,
  GJ_XML_ERROR_INVALID,
} GjXmlError;

GQuark gj_xml_error_quark (void);

/**
 * GjXmlReader:
 *
 * The document that is being read, as the callbacks of its elements see it. Exists only
 * while gj_xml_read() runs.
 */
typedef struct _GjXmlReader GjXmlReader;

typedef struct _GjXmlElement GjXmlElement;

/**
 * GjXmlFlags:
 * @GJ_XML_TEXT: holds text, which gj_xml_reader_get_text() gives at the end
 * @GJ_XML_UNORDERED: its children may stand in any order; else in that of the table
 * @GJ_XML_MANY: may stand more than once in its parent
 * @GJ_XML_REQUIRED: must stand in its parent
 */
typedef enum
{
  GJ_XML_TEXT      = 1 << 0,
  GJ_XML_UNORDERED = 1 << 1,
  GJ_XML_MANY      = 1 << 2,
  GJ_XML_REQUIRED  = 1 << 3,
} GjXmlFlags;

/**
 * GjXmlElement:
 * @name: the element's name; %NULL ends a table
 * @start: (nullable): called with the attributes
 * @end: (nullable): called with the text
 * @flags: what it may hold and how often it may stand
 * @attributes: (array zero-terminated=1) (nullable): the attributes that it may have, at
 *              most 16
 * @children: (array) (nullable): the table of elements that may stand in it, at most 32
 *
 * One line of a static table that says what a document may hold. What no table allows is
 * an error of the document.
 */
struct _GjXmlElement
{
  const char          *name;
  void               (*start) (GjXmlReader *reader,
                               gpointer     data);
  void               (*end)   (GjXmlReader *reader,
                               gpointer     data);
  GjXmlFlags           flags;
  const char *const   *attributes;
  const GjXmlElement  *children;
};

gboolean     gj_xml_read                  (gconstpointer        data,
                                           gsize                size,
                                           const char          *name_space,
                                           const GjXmlElement  *root,
                                           gpointer             user_data,
                                           GError             **error);

guint        gj_xml_reader_get_line       (GjXmlReader         *self);
const char * gj_xml_reader_get_attribute  (GjXmlReader         *self,
                                           const char          *name);
const char * gj_xml_reader_need_attribute (GjXmlReader         *self,
                                           const char          *name);
guint        gj_xml_reader_need_uint      (GjXmlReader         *self,
                                           const char          *name);
const char * gj_xml_reader_get_text       (GjXmlReader         *self,
                                           gsize               *length);
void         gj_xml_reader_fail           (GjXmlReader         *self,
                                           const char          *format,
                                           ...) G_GNUC_PRINTF (2, 3);
void         gj_xml_reader_take_error     (GjXmlReader         *self,
                                           GError              *error);
gboolean     gj_xml_reader_has_failed     (GjXmlReader         *self);

/**
 * GjXmlWriter:
 *
 * Writes XML in one way only: the same calls give the same bytes, whatever the locale.
 * UTF-8, LF, two spaces of indentation; text stands as it is. Characters that XML cannot
 * hold survive: U+0001 is written as "␛1;", U+241B itself as "␛241B;", and so on; the
 * reader takes them back.
 */
typedef struct _GjXmlWriter GjXmlWriter;

GjXmlWriter *gj_xml_writer_new            (gsize                size);
void         gj_xml_writer_free           (GjXmlWriter         *self);
GBytes *     gj_xml_writer_end_document   (GjXmlWriter         *self);
void         gj_xml_writer_start          (GjXmlWriter         *self,
                                           const char          *name);
void         gj_xml_writer_attribute      (GjXmlWriter         *self,
                                           const char          *name,
                                           const char          *value);
void         gj_xml_writer_attribute_uint (GjXmlWriter         *self,
                                           const char          *name,
                                           guint                value);
void         gj_xml_writer_text           (GjXmlWriter         *self,
                                           const char          *text);
void         gj_xml_writer_base64         (GjXmlWriter         *self,
                                           gconstpointer        data,
                                           gsize                size);
void         gj_xml_writer_end            (GjXmlWriter         *self);
void         gj_xml_writer_element        (GjXmlWriter         *self,
                                           const char          *name,
                                           const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjXmlWriter, gj_xml_writer_free)

G_END_DECLS
