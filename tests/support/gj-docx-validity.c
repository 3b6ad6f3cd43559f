/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-validity.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

/* What Word is strict about: the order of elements, names that are declared, parts that
 * are listed, rows that are as wide as their grid. */

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

typedef xmlXPathContext Context;
typedef xmlXPathObject Found;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Context, xmlXPathFreeContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, xmlXPathFreeObject)

char *
gj_docx_dup_part (GBytes     *bytes,
                  const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjZip) zip = gj_zip_open (bytes, &error);
  g_autoptr (GBytes) part = NULL;
  gsize size;
  const char *data;

  g_assert_no_error (error);
  part = gj_zip_read (zip, name, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (part, &size);
  return g_strndup (data, size);
}

xmlDoc *
gj_docx_read_part (GBytes     *bytes,
                   const char *name)
{
  g_autofree char *text = gj_docx_dup_part (bytes, name);
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);

  if (doc == NULL)
    g_error ("%s is no XML", name);
  return doc;
}

static xmlXPathObject *
find (xmlDoc     *doc,
      const char *path)
{
  g_autoptr (Context) context = xmlXPathNewContext (doc);
  xmlXPathObject *found;

  xmlXPathRegisterNs (context, BAD_CAST "w", BAD_CAST WORD);
  found = xmlXPathEvalExpression (BAD_CAST path, context);
  if (found == NULL)
    g_error ("%s", path);
  return found;
}

guint
gj_docx_count (xmlDoc     *doc,
               const char *path)
{
  g_autoptr (Found) found = find (doc, path);

  return found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
}

static char *
get (xmlNode    *node,
     const char *name)
{
  xmlChar *value = xmlGetNsProp (node, BAD_CAST name, BAD_CAST WORD);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* The order of elements (ECMA-376, part 1, annex A). */

static const struct
{
  const char *parent;
  const char *order;
} orders[] = {
  { "pPr", "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange" },
  { "rPr", "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath" },
  { "tbl", "bookmarkStart bookmarkEnd tblPr tblGrid tr" },
  { "tblPr", "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription" },
  { "tblBorders", "top left start bottom right end insideH insideV" },
  { "tblCellMar", "top left start bottom right end" },
  { "tcPr", "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark" },
  { "tc", "tcPr p" },
  { "tr", "tblPrEx trPr tc" },
  { "sectPr", "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid" },
  { "style", "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr" },
  { "styles", "docDefaults latentStyles style" },
  { "font", "altName panose1 charset family notTrueType pitch sig embedRegular" },
  { "settings", "writeProtection view zoom removePersonalInformation mirrorMargins bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter trackRevisions documentProtection defaultTabStop autoHyphenation evenAndOddHeaders "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery characterSpacingControl hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
    "themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator" },
  { "compat", "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace "
    "doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting" },
  { "inline", "extent effectExtent docPr cNvGraphicFramePr graphic" },
  { "pic", "nvPicPr blipFill spPr" },
};

static int
find_place (const char *order,
            const char *name)
{
  g_auto (GStrv) names = g_strsplit (order, " ", -1);

  for (int i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return -1;
}

static void
check_order_of (const xmlNode *parent,
                const char    *order)
{
  int last = 0;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      int place;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      place = find_place (order, (const char *) node->name);
      if (place < last)
        g_error ("%s does not stand there in %s", node->name, parent->name);
      last = place;
    }
}

static void
check_order (const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp ((const char *) node->name, orders[i].parent) == 0)
      check_order_of (node, orders[i].order);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_order (child);
}

/* Styles that are used are there, each as the kind that it is used as. */
static void
check_styles (xmlDoc *doc,
              xmlDoc *styles)
{
  static const char *const kinds[][2] = {
    { "pStyle", "paragraph" }, { "rStyle", "character" }, { "tblStyle", "table" }, { "basedOn", NULL },
    { "next", "paragraph" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("//w:%s", kinds[i][0]);
      g_autoptr (Found) found = find (doc, path);

      for (int j = 0; found->nodesetval != NULL && j < found->nodesetval->nodeNr; j++)
        {
          g_autofree char *id = get (found->nodesetval->nodeTab[j], "val");
          g_autofree char *wanted = g_strdup_printf (kinds[i][1] != NULL ? "//w:style[@w:styleId='%s'][@w:type='%s']"
                                                                         : "//w:style[@w:styleId='%s']",
                                                     id, kinds[i][1]);

          if (gj_docx_count (styles, wanted) != 1)
            g_error ("the style %s is not there", id);
        }
    }
}

/* Tables */

static int
get_number (xmlNode    *node,
            const char *name)
{
  g_autofree char *value = get (node, name);

  return value != NULL ? atoi (value) : 0;
}

static xmlNode *
find_child (xmlNode    *parent,
            const char *name)
{
  for (xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0)
      return node;
  return NULL;
}

/* A row fills the grid, its cells are as wide as the columns that they cover, and what goes
   on began above in the same columns. */
static void
check_row (xmlNode *row,
           GArray  *columns,
           guint   *merged)
{
  guint column = 0;

  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      xmlNode *properties = find_child (cell, "tcPr");
      xmlNode *span = find_child (properties, "gridSpan");
      xmlNode *merge = find_child (properties, "vMerge");
      g_autofree char *kind = merge != NULL ? get (merge, "val") : NULL;
      guint n = span != NULL ? (guint) get_number (span, "val") : 1;
      int width = 0;

      if (strcmp ((const char *) cell->name, "tc") != 0)
        continue;
      g_assert_cmpuint (column + n, <=, columns->len);
      g_assert_nonnull (find_child (cell, "p"));
      if (merge != NULL && kind == NULL)
        g_assert_cmpuint (merged[column], ==, n);
      for (guint i = 0; i < n; i++)
        {
          width += g_array_index (columns, int, column + i);
          merged[column + i] = merge != NULL && i == 0 ? n : 0;
        }
      g_assert_cmpint (get_number (find_child (properties, "tcW"), "w"), ==, width);
      column += n;
    }
  g_assert_cmpuint (column, ==, columns->len);
}

static void
check_table (xmlNode *table)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  guint merged[64] = { 0 };
  gboolean has_body = FALSE;
  int sum = 0;

  for (xmlNode *column = find_child (table, "tblGrid")->children; column != NULL; column = column->next)
    {
      int width = get_number (column, "w");

      g_assert_cmpint (width, >, 0);
      sum += width;
      g_array_append_val (columns, width);
    }
  g_assert_cmpint (get_number (find_child (find_child (table, "tblPr"), "tblW"), "w"), ==, sum);
  g_assert_cmpint (sum, ==, 8850);
  for (xmlNode *row = table->children; row != NULL; row = row->next)
    {
      xmlNode *properties = find_child (row, "trPr");

      if (strcmp ((const char *) row->name, "tr") != 0)
        continue;
      g_assert_nonnull (find_child (properties, "cantSplit"));
      if (find_child (properties, "tblHeader") != NULL)
        g_assert_false (has_body);
      else
        has_body = TRUE;
      check_row (row, columns, merged);
    }
}

static void
check_tables (xmlDoc *doc,
              guint   n_tables)
{
  g_autoptr (Found) found = find (doc, "//w:tbl");

  g_assert_cmpuint (gj_docx_count (doc, "//w:tbl"), ==, n_tables);
  for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++)
    check_table (found->nodesetval->nodeTab[i]);
}

/* The package */

/* Every part is listed, every relation leads to a part. */
static void
check_package (GBytes     *bytes,
               const char *folder,
               const char *relations)
{
  g_autoptr (GjZip) zip = gj_zip_open (bytes, NULL);
  g_autofree char *types = gj_docx_dup_part (bytes, "[Content_Types].xml");
  g_autoptr (xmlDoc) doc = gj_docx_read_part (bytes, relations);

  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    {
      xmlChar *target = xmlGetProp (node, BAD_CAST "Target");
      g_autofree char *name = g_strconcat (folder, (const char *) target, NULL);
      g_autofree char *override = g_strdup_printf ("\"/%s\"", name);

      g_assert_true (gj_zip_has (zip, name));
      if (g_str_has_suffix (name, ".xml") && strstr (types, override) == NULL)
        g_error ("%s has no type", name);
      xmlFree (target);
    }
}

void
gj_docx_check_valid (GBytes *bytes,
                     guint   n_tables)
{
  static const char *const parts[] = {
    "word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml",
    "word/footer2.xml", "docProps/core.xml", "docProps/app.xml",
  };
  g_autoptr (xmlDoc) styles = gj_docx_read_part (bytes, "word/styles.xml");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (xmlDoc) doc = gj_docx_read_part (bytes, parts[i]);

      check_order (xmlDocGetRootElement (doc));
      check_styles (doc, styles);
      if (i == 0)
        check_tables (doc, n_tables);
    }
  check_package (bytes, "", "_rels/.rels");
  check_package (bytes, "word/", "word/_rels/document.xml.rels");
}
