/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-base.h"

/* Any bytes at all: they are refused with a message, or they are a tree that is written
 * and read again without a change. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

#define NS "https://example.org/tree"

/* What is read is written at once. */
static void
start_cb (GjXmlReader *reader,
          gpointer     data)
{
  gj_xml_writer_start (data, "tree");
  gj_xml_writer_attribute (data, "xmlns", NS);
  gj_xml_writer_attribute (data, "id", gj_xml_reader_need_attribute (reader, "id"));
}

static void
end_cb (GjXmlReader *reader,
        gpointer     data)
{
  gj_xml_writer_end (data);
}

static void
branch_start_cb (GjXmlReader *reader,
                 gpointer     data)
{
  gj_xml_writer_start (data, "branch");
  gj_xml_writer_attribute_uint (data, "age", gj_xml_reader_need_uint (reader, "age"));
}

static void
leaf_end_cb (GjXmlReader *reader,
             gpointer     data)
{
  gsize length;
  const char *text = gj_xml_reader_get_text (reader, &length);

  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  gj_xml_writer_element (data, "leaf", text);
}

static const char *const tree_attributes[] = { "id", NULL };
static const char *const branch_attributes[] = { "age", NULL };

static const GjXmlElement branch_children[] = {
  { "leaf", NULL, leaf_end_cb, GJ_XML_TEXT | GJ_XML_MANY },
  { "branch", branch_start_cb, end_cb, GJ_XML_MANY, branch_attributes, branch_children },
  { NULL },
};

static const GjXmlElement tree = {
  "tree", start_cb, end_cb, 0, tree_attributes, branch_children
};

static GBytes *
copy (gconstpointer   data,
      gsize           size,
      GError        **error)
{
  g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (size);

  if (!gj_xml_read (data, size, NS, &tree, writer, error))
    return NULL;

  return gj_xml_writer_end_document (writer);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = copy (data, size, &error);

  if (written == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == GJ_XML_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_autoptr (GBytes) again = copy (g_bytes_get_data (written, NULL), g_bytes_get_size (written), &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, again));
  return 0;
}
