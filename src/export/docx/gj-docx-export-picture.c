/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <math.h>

/* A picture stands in the middle on lines of its own, as large as on paper: what its
 * pixels say at 96 dpi, but never larger than the type area. */

#define PIXEL 9525
#define EMU_PER_POINT 12700
#define WIDTH_MAX (GJ_PAPER_TYPE_WIDTH * EMU_PER_POINT)
#define HEIGHT_MAX (0.75 * GJ_PAPER_TYPE_HEIGHT * EMU_PER_POINT)

/* A picture that is shown twice is kept once. */
static guint
find_or_add (GPtrArray       *pictures,
             const GjPicture *picture)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      const GjPicture *known = pictures->pdata[i];

      if (known->bytes == picture->bytes || g_bytes_equal (known->bytes, picture->bytes))
        return i;
    }
  g_ptr_array_add (pictures, (gpointer) picture);
  return pictures->len - 1;
}

static void
add_properties (GString    *out,
                const char *element,
                guint       id,
                const char *title)
{
  g_string_append_printf (out, "<%s id=\"%u\" name=\"图片 %u\"", element, id, id);
  if (title != NULL && *title != '\0')
    {
      g_string_append (out, " descr=\"");
      _gj_docx_export_escape (out, title, -1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, "/>");
}

void
_gj_docx_export_picture (GjDocxExport    *self,
                         const GjPicture *picture)
{
  double width = MAX (picture->width, 1) * (double) PIXEL;
  double height = MAX (picture->height, 1) * (double) PIXEL;
  double scale = MIN (1, MIN (WIDTH_MAX / width, HEIGHT_MAX / height));
  long cx = MAX (1, lround (width * scale));
  long cy = MAX (1, lround (height * scale));
  guint index = find_or_add (self->pictures, picture);
  guint id = ++self->n_drawings;

  g_string_append_printf (self->out,
                          "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing>"
                          "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
                          "<wp:extent cx=\"%ld\" cy=\"%ld\"/>", cx, cy);
  add_properties (self->out, "wp:docPr", id, picture->title);
  g_string_append (self->out,
                   "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
                   "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                   "<pic:pic><pic:nvPicPr>");
  add_properties (self->out, "pic:cNvPr", id, NULL);
  g_string_append_printf (self->out,
                          "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdPicture%u\"/>"
                          "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                          "<a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                          "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
                          index + 1, cx, cy);
}
