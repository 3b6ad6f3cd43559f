/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-names.h"

#include <stdlib.h>
#include <string.h>

/* The vocabulary. A name counts only in its own namespace: a <p> of a presentation is no
 * paragraph. */

/* A family's namespaces, the transitional one first. */
typedef const char *Family[3];

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"

static const Family word = {
  TRANSITIONAL "wordprocessingml/2006/main", STRICT "wordprocessingml/main",
};
static const Family compatibility = { TRANSITIONAL "markup-compatibility/2006" };
static const Family drawing = { TRANSITIONAL "drawingml/2006/main", STRICT "drawingml/main" };
static const Family word_drawing = {
  TRANSITIONAL "drawingml/2006/wordprocessingDrawing", STRICT "drawingml/wordprocessingDrawing",
};
static const Family picture = { TRANSITIONAL "drawingml/2006/picture", STRICT "drawingml/picture" };
static const Family chart = { TRANSITIONAL "drawingml/2006/chart", STRICT "drawingml/chart" };
static const Family diagram = { TRANSITIONAL "drawingml/2006/diagram", STRICT "drawingml/diagram" };
static const Family vml = { "urn:schemas-microsoft-com:vml" };
static const Family office = { "urn:schemas-microsoft-com:office:office" };
static const Family math = { TRANSITIONAL "officeDocument/2006/math", STRICT "officeDocument/math" };
static const Family relations = {
  TRANSITIONAL "officeDocument/2006/relationships", STRICT "officeDocument/relationships",
};

/* What a choice may require: boxes, groups and later additions to what is read anyway. */
static const char *const understood[] = {
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
  "http://schemas.microsoft.com/office/word/2010/wordml",
  "http://schemas.microsoft.com/office/word/2012/wordml",
  "http://schemas.microsoft.com/office/drawing/2010/main",
};

typedef struct
{
  const char   *name;
  const Family *family;
  GjDocxName    value;
} Entry;

static const Entry entries[] = {
  { "abstractNum", &word, GJ_DOCX_ABSTRACT_NUM },
  { "abstractNumId", &word, GJ_DOCX_ABSTRACT_NUM_ID },
  { "altChunk", &word, GJ_DOCX_ALT_CHUNK },
  { "basedOn", &word, GJ_DOCX_BASED_ON },
  { "body", &word, GJ_DOCX_BODY },
  { "br", &word, GJ_DOCX_BR },
  { "comment", &word, GJ_DOCX_COMMENT },
  { "commentRangeEnd", &word, GJ_DOCX_COMMENT_RANGE_END },
  { "commentRangeStart", &word, GJ_DOCX_COMMENT_RANGE_START },
  { "commentReference", &word, GJ_DOCX_COMMENT_REFERENCE },
  { "control", &word, GJ_DOCX_CONTROL },
  { "cr", &word, GJ_DOCX_CR },
  { "del", &word, GJ_DOCX_DEL },
  { "delText", &word, GJ_DOCX_DEL_TEXT },
  { "document", &word, GJ_DOCX_DOCUMENT },
  { "drawing", &word, GJ_DOCX_DRAWING },
  { "endnoteReference", &word, GJ_DOCX_ENDNOTE_REFERENCE },
  { "fldChar", &word, GJ_DOCX_FLD_CHAR },
  { "fldSimple", &word, GJ_DOCX_FLD_SIMPLE },
  { "footnoteReference", &word, GJ_DOCX_FOOTNOTE_REFERENCE },
  { "gridCol", &word, GJ_DOCX_GRID_COL },
  { "ins", &word, GJ_DOCX_INS },
  { "instrText", &word, GJ_DOCX_INSTR_TEXT },
  { "isLgl", &word, GJ_DOCX_IS_LGL },
  { "lvl", &word, GJ_DOCX_LVL },
  { "lvlOverride", &word, GJ_DOCX_LVL_OVERRIDE },
  { "lvlRestart", &word, GJ_DOCX_LVL_RESTART },
  { "lvlText", &word, GJ_DOCX_LVL_TEXT },
  { "moveFrom", &word, GJ_DOCX_MOVE_FROM },
  { "moveTo", &word, GJ_DOCX_MOVE_TO },
  { "name", &word, GJ_DOCX_NAME },
  { "noBreakHyphen", &word, GJ_DOCX_NO_BREAK_HYPHEN },
  { "num", &word, GJ_DOCX_NUM },
  { "numFmt", &word, GJ_DOCX_NUM_FMT },
  { "numStyleLink", &word, GJ_DOCX_NUM_STYLE_LINK },
  { "object", &word, GJ_DOCX_OBJECT },
  { "objectEmbed", &word, GJ_DOCX_OBJECT_EMBED },
  { "outlineLvl", &word, GJ_DOCX_OUTLINE_LVL },
  { "p", &word, GJ_DOCX_P },
  { "pPr", &word, GJ_DOCX_P_PR },
  { "pStyle", &word, GJ_DOCX_P_STYLE },
  { "pict", &word, GJ_DOCX_PICT },
  { "ptab", &word, GJ_DOCX_PTAB },
  { "r", &word, GJ_DOCX_R },
  { "rPr", &word, GJ_DOCX_R_PR },
  { "ruby", &word, GJ_DOCX_RUBY },
  { "sdt", &word, GJ_DOCX_SDT },
  { "sdtContent", &word, GJ_DOCX_SDT_CONTENT },
  { "start", &word, GJ_DOCX_START },
  { "startOverride", &word, GJ_DOCX_START_OVERRIDE },
  { "style", &word, GJ_DOCX_STYLE },
  { "subDoc", &word, GJ_DOCX_SUB_DOC },
  { "suff", &word, GJ_DOCX_SUFF },
  { "sym", &word, GJ_DOCX_SYM },
  { "t", &word, GJ_DOCX_T },
  { "tab", &word, GJ_DOCX_TAB },
  { "tbl", &word, GJ_DOCX_TBL },
  { "tblGrid", &word, GJ_DOCX_TBL_GRID },
  { "tc", &word, GJ_DOCX_TC },
  { "tr", &word, GJ_DOCX_TR },
  { "txbxContent", &word, GJ_DOCX_TXBX_CONTENT },
  { "hyperlink", &word, GJ_DOCX_WRAPPER },
  { "smartTag", &word, GJ_DOCX_WRAPPER },
  { "customXml", &word, GJ_DOCX_WRAPPER },
  { "bdo", &word, GJ_DOCX_WRAPPER },
  { "dir", &word, GJ_DOCX_WRAPPER },
  { "oMath", &math, GJ_DOCX_MATH },
  { "oMathPara", &math, GJ_DOCX_MATH },
  { "AlternateContent", &compatibility, GJ_DOCX_ALTERNATE },
  { "Choice", &compatibility, GJ_DOCX_CHOICE },
  { "Fallback", &compatibility, GJ_DOCX_FALLBACK },
  { "blip", &drawing, GJ_DOCX_BLIP },
  { "imagedata", &vml, GJ_DOCX_IMAGE_DATA },
  { "docPr", &word_drawing, GJ_DOCX_DOC_PR },
  { "cNvPr", &picture, GJ_DOCX_DOC_PR },
  { "shape", &vml, GJ_DOCX_SHAPE },
  { "chart", &chart, GJ_DOCX_CHART },
  { "relIds", &diagram, GJ_DOCX_DIAGRAM },
  { "txBody", &drawing, GJ_DOCX_DRAWING_TEXT },
  { "OLEObject", &office, GJ_DOCX_OLE_OBJECT },
  { "textpath", &vml, GJ_DOCX_TEXT_PATH },
};

/* Math has its own <t>, which would hide the other one in the table. */
static const Entry math_text = { "t", &math, GJ_DOCX_MATH_TEXT };

static GHashTable *
get_table (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
        g_hash_table_insert (made, (gpointer) entries[i].name, (gpointer) &entries[i]);
      g_once_init_leave (&table, made);
    }

  return table;
}

static gboolean
is_of (const xmlNs  *name_space,
       const Family *family)
{
  const char *uri = name_space != NULL ? (const char *) name_space->href : NULL;

  return uri != NULL && (strcmp (uri, (*family)[0]) == 0 || g_strcmp0 (uri, (*family)[1]) == 0);
}

/**
 * gj_docx_get_name:
 * @node: a node of any kind
 *
 * Returns: what it is
 */
GjDocxName
gj_docx_get_name (const xmlNode *node)
{
  const Entry *entry;

  if (node->type != XML_ELEMENT_NODE)
    return GJ_DOCX_OTHER;

  entry = g_hash_table_lookup (get_table (), node->name);
  if (entry == NULL)
    return GJ_DOCX_OTHER;
  if (is_of (node->ns, entry->family))
    return entry->value;
  if (strcmp (entry->name, math_text.name) == 0 && is_of (node->ns, math_text.family))
    return math_text.value;

  return GJ_DOCX_OTHER;
}

/* The value of an attribute is one text node: no entity can stand in it. */
static const char *
get_text (const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  return text != NULL && text->content != NULL ? (const char *) text->content : "";
}

/**
 * gj_docx_get_attribute:
 * @node: an element
 * @name: the attribute's local name, of the element's namespace or of none
 *
 * Returns: (nullable): its value
 */
const char *
gj_docx_get_attribute (const xmlNode *node,
                       const char    *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0 &&
        (attribute->ns == NULL || node->ns == NULL || xmlStrEqual (attribute->ns->href, node->ns->href)))
      return get_text (attribute);

  return NULL;
}

/**
 * gj_docx_get_relation:
 * @node: an element
 * @name: the attribute's local name
 *
 * Returns: (nullable): the id of a relationship
 */
const char *
gj_docx_get_relation (const xmlNode *node,
                      const char    *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0 && is_of (attribute->ns, &relations))
      return get_text (attribute);

  return NULL;
}

/**
 * gj_docx_get_int:
 * @node: an element
 * @name: the attribute's name
 * @fallback: for an attribute that is missing or no number
 *
 * Returns: the attribute as a number
 */
int
gj_docx_get_int (const xmlNode *node,
                 const char    *name,
                 int            fallback)
{
  const char *value = gj_docx_get_attribute (node, name);
  gint64 number;

  return value != NULL && gj_integer_parse (value, G_MININT, G_MAXINT, &number) ? (int) number : fallback;
}

/**
 * gj_docx_is_on:
 * @node: (nullable): a switch such as <w:vanish/>
 *
 * Returns: whether it stands there and is not turned off
 */
gboolean
gj_docx_is_on (const xmlNode *node)
{
  const char *value = node != NULL ? gj_docx_get_attribute (node, "val") : NULL;

  return node != NULL &&
         (value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0 && strcmp (value, "off") != 0));
}

/**
 * gj_docx_is_prompt:
 * @node: a w:sdt
 *
 * Returns: whether it shows the prompt of a template, for nobody has filled it in
 */
gboolean
gj_docx_is_prompt (const xmlNode *node)
{
  return gj_docx_is_on (gj_docx_find_child (gj_docx_find_child (node, "sdtPr"), "showingPlcHdr"));
}

/**
 * gj_docx_find_child:
 * @node: (nullable): an element
 * @name: the local name of a child of WordprocessingML
 *
 * Returns: (nullable): the first such child
 */
xmlNode *
gj_docx_find_child (const xmlNode *node,
                    const char    *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0 &&
        is_of (child->ns, &word))
      return child;

  return NULL;
}

/**
 * gj_docx_get_value:
 * @node: (nullable): an element
 * @child: the local name of a child
 *
 * Returns: (nullable): the "val" of that child
 */
const char *
gj_docx_get_value (const xmlNode *node,
                   const char    *child)
{
  const xmlNode *found = gj_docx_find_child (node, child);

  return found != NULL ? gj_docx_get_attribute (found, "val") : NULL;
}

static gboolean
is_understood (xmlNode *choice)
{
  const char *requires = gj_docx_get_attribute (choice, "Requires");
  g_auto (GStrv) prefixes = g_strsplit (requires != NULL ? requires : "", " ", 16);

  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      const xmlNs *name_space = xmlSearchNs (choice->doc, choice, BAD_CAST prefixes[i]);
      gboolean known = *prefixes[i] == '\0';

      for (guint j = 0; j < G_N_ELEMENTS (understood) && name_space != NULL && !known; j++)
        known = strcmp ((const char *) name_space->href, understood[j]) == 0;
      if (!known)
        return FALSE;
    }

  return TRUE;
}

/**
 * gj_docx_choose:
 * @alternate: an mc:AlternateContent
 *
 * Of the ways in which it says one thing, one is read: the first whose requirements are
 * understood, else the fallback, else the first.
 *
 * Returns: (nullable): the element whose children count
 */
xmlNode *
gj_docx_choose (const xmlNode *alternate)
{
  xmlNode *first = NULL;
  xmlNode *fallback = NULL;

  for (xmlNode *child = alternate->children; child != NULL; child = child->next)
    {
      GjDocxName name = gj_docx_get_name (child);

      if (name == GJ_DOCX_CHOICE && is_understood (child))
        return child;
      if (name == GJ_DOCX_CHOICE && first == NULL)
        first = child;
      if (name == GJ_DOCX_FALLBACK && fallback == NULL)
        fallback = child;
    }

  return fallback != NULL ? fallback : first;
}
