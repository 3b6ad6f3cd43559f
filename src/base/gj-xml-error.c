/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>

/* Why a reading ended, and on which line: the first error, in words, whether it is the
 * parser's, the tables' or the caller's own. */

G_DEFINE_QUARK (gj-xml-error-quark, gj_xml_error)

/**
 * gj_xml_reader_get_line:
 * @self: a reader
 *
 * Returns: the line that is being read, counted from 1
 */
guint
gj_xml_reader_get_line (GjXmlReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->context->input != NULL ? (guint) MAX (self->context->input->line, 1) : 1;
}

/**
 * gj_xml_reader_take_error:
 * @self: a reader
 * @error: (transfer full): what is wrong
 *
 * Ends the reading with an error of the caller's own. Only the first error counts.
 */
void
gj_xml_reader_take_error (GjXmlReader *self,
                          GError      *error)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (error != NULL);

  if (self->error != NULL)
    {
      g_error_free (error);
      return;
    }
  self->error = error;
  xmlStopParser (self->context);
}

/* Ends the reading for a @reason that a line of the document gives. */

void
_gj_xml_fail_at (GjXmlReader *self,
                 GjXmlError   code,
                 guint        line,
                 const char  *reason)
{
  gj_xml_reader_take_error (self,
                            g_error_new (GJ_XML_ERROR, code, _("line %u: %s"), line, reason));
}

/**
 * gj_xml_reader_fail:
 * @self: a reader
 * @format: half a translated sentence that says what is wrong on this line
 * @...: its arguments
 *
 * Ends the reading with %GJ_XML_ERROR_INVALID.
 */
void
gj_xml_reader_fail (GjXmlReader *self,
                    const char  *format,
                    ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  g_return_if_fail (self != NULL);

  if (self->error != NULL)
    return;
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  _gj_xml_fail_at (self, GJ_XML_ERROR_INVALID, gj_xml_reader_get_line (self), reason);
}

gboolean
gj_xml_reader_has_failed (GjXmlReader *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->error != NULL;
}

static gboolean
is_at_end (GjXmlReader *self)
{
  return self->context->input == NULL
         || self->context->input->cur >= self->context->input->end;
}

static const char *
describe_error (GjXmlReader       *self,
                GjXmlErrorPointer  error)
{
  if (!g_utf8_validate (self->data, (gssize) self->size, NULL))
    return _("the characters are not in UTF-8");

  switch (error->code)
    {
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      return _("a control character stands where none may be");
    case XML_ERR_UNDECLARED_ENTITY:
      return _("an unknown entity is used");
    case XML_ERR_TAG_NAME_MISMATCH:
      return is_at_end (self) ? _("the file ends too early")
                              : _("an element is closed under another name");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return _("an attribute stands twice");
    default:
      return is_at_end (self) ? _("the file ends too early")
                              : _("the XML is not well-formed");
    }
}

void
_gj_xml_error_cb (void              *data,
                  GjXmlErrorPointer  error)
{
  GjXmlReader *self = data;

  if (self->error != NULL || error->level < XML_ERR_ERROR || error->code == XML_ERR_USER_STOP)
    return;
  _gj_xml_fail_at (self,
                   self->has_begun ? GJ_XML_ERROR_MALFORMED : GJ_XML_ERROR_NOT_XML,
                   (guint) MAX (error->line, 1),
                   describe_error (self, error));
}
