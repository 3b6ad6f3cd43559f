/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-case.h"

#include <string.h>

#include "gj-docx-reader.h"
#include "gj-package-writer.h"
#include "raw-dump.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const guint8 png[] = "\x89PNG\r\n\x1a\n and no more";

static void
add_part (GjPackageWriter *writer,
          const char      *kind,
          const char      *content)
{
  g_autofree char *name = g_strdup_printf ("word/%s.xml", kind);
  g_autofree char *target = g_strdup_printf ("%s.xml", kind);
  g_autofree char *xml = NULL;

  if (content == NULL)
    return;
  xml = g_strdup_printf ("<w:%s xmlns:w=\"" WORD "\" "
                         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">%s</w:%s>",
                         kind, content, kind);
  gj_package_writer_add (writer, name, xml);
  gj_package_writer_relate (writer, kind, kind, target);
}

/* Every document has a picture that can be kept, one that cannot, one that is elsewhere and
 * one that is missing; and a
 * chart. */
static GBytes *
write_case (const DocxCase *data)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new_docx (data->body);

  add_part (writer, "styles", data->styles);
  add_part (writer, "numbering", data->numbering);
  add_part (writer, "comments", data->said);
  add_part (writer, "footnotes", data->footnotes);
  gj_package_writer_add_bytes (writer, "word/media/image1.png", png, sizeof png - 1);
  gj_package_writer_add (writer, "word/media/image2.emf", "EMF");
  gj_package_writer_add (writer, "word/charts/chart1.xml",
                         "<c:chartSpace xmlns:c=\"c\" xmlns:a=\"a\"><c:title><a:p><a:r><a:t>受理情况</a:t></a:r></a:p>"
                         "<a:p><a:r><a:t>件数</a:t></a:r></a:p></c:title></c:chartSpace>");
  gj_package_writer_relate (writer, "rIdChart", "chart", "charts/chart1.xml");
  gj_package_writer_relate (writer, "rIdPng", "image", "media/image1.png");
  gj_package_writer_relate (writer, "rIdEmf", "image", "media/image2.emf");
  gj_package_writer_relate (writer, "rIdGone", "image", "media/gone.png");
  gj_package_writer_relate_to (writer, "http://example.org/picture.png");

  return gj_package_writer_end (writer);
}

static void
test_case (gconstpointer user_data)
{
  const DocxCase *data = user_data;
  g_autoptr (GBytes) bytes = write_case (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_docx_read (bytes, NULL, &error);
  g_autofree char *blocks = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *comments = NULL;

  g_assert_no_error (error);
  blocks = raw_dump_blocks (document);
  notes = raw_dump_notes (document);
  comments = raw_dump_comments (document);
  if (g_test_verbose ())
    g_test_message ("%s%s%s", blocks, notes, comments);
  g_assert_cmpstr (blocks, ==, data->blocks);
  g_assert_cmpstr (notes, ==, data->notes != NULL ? data->notes : "");
  g_assert_cmpstr (comments, ==, data->comments != NULL ? data->comments : "");
}

void
docx_cases_add (const char     *path,
                const DocxCase *cases,
                guint           n_cases)
{
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%s/%s", path, cases[i].name);

      g_test_add_data_func (whole, &cases[i], test_case);
    }
}
