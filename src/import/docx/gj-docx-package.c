/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-package.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-docx-names.h"

/* What only says how something looks. These elements are two thirds of what Word and WPS
 * write, and nothing here asks for them: whoever comes to do so takes the name out. */
static const char *const looks[] = {
  /* of a run */
  "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang", "kern", "spacing", "u", "highlight", "shd",
  "fitText", "lastRenderedPageBreak", "proofErr",

  /* of a paragraph */
  "ind", "jc", "widowControl", "adjustRightInd", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "pBdr", "tabs",
  "textAlignment", "overflowPunct", "kinsoku", "topLinePunct", "wordWrap", "keepNext", "keepLines",

  /* of a table */
  "tcW", "tcBorders", "vAlign", "tcMar", "noWrap", "trHeight", "cantSplit", "tblW", "tblBorders", "tblLayout",
  "tblCellMar", "tblInd", "tblLook",

  /* of the styles */
  "docDefaults", "latentStyles", "tblStylePr",
  NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (looks) <= GJ_XML_TREE_MAX_LEFT_OUT);

#define ROOT_RELATIONS "_rels/.rels"
#define MAX_RELATIONS 20000

struct _GjDocxPackage
{
  GjZip      *zip;
  char       *main;
  GHashTable *relations;
};

static void
relation_free (gpointer data)
{
  GjDocxRelation *self = data;

  g_free (self->kind);
  g_free (self->target);
  g_free (self);
}

/* The name of the part that @target means when it stands in the relations of @source. */
static char *
resolve (const char *source,
         const char *target)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = g_uri_unescape_string (target, NULL);
  const char *slash = source != NULL ? strrchr (source, '/') : NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) steps = NULL;

  if (plain == NULL)
    plain = g_strdup (target);
  if (*plain == '/' || slash == NULL)
    whole = g_strdup (plain);
  else
    whole = g_strdup_printf ("%.*s/%s", (int) (slash - source), source, plain);

  steps = g_strsplit (whole, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0 && out->len > 0)
        g_ptr_array_set_size (out, (int) out->len - 1);
      else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0 && strcmp (steps[i], "..") != 0)
        g_ptr_array_add (out, g_strdup (steps[i]));
    }
  g_ptr_array_add (out, NULL);

  return g_strjoinv ("/", (char **) out->pdata);
}

static char *
name_relations (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  return strcmp (folder, ".") == 0 ? g_strdup_printf ("_rels/%s.rels", name)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

static void
add_relation (GHashTable    *relations,
              const char    *source,
              const xmlNode *node)
{
  const char *id = gj_docx_get_attribute (node, "Id");
  const char *type = gj_docx_get_attribute (node, "Type");
  const char *target = gj_docx_get_attribute (node, "Target");
  gboolean is_outside = g_strcmp0 (gj_docx_get_attribute (node, "TargetMode"), "External") == 0;
  GjDocxRelation *relation;

  if (id == NULL || type == NULL || target == NULL || g_hash_table_size (relations) >= MAX_RELATIONS)
    return;

  relation = g_new0 (GjDocxRelation, 1);
  relation->kind = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->target = is_outside ? NULL : resolve (source, target);
  g_hash_table_insert (relations, g_strdup (id), relation);
}

/* The relations of a @source, or of the package when it is %NULL. */
static GHashTable *
read_relations (GjDocxPackage  *self,
                const char     *source,
                GError        **error)
{
  g_autoptr (GHashTable) relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autofree char *part = source != NULL ? name_relations (source) : g_strdup (ROOT_RELATIONS);
  g_autoptr (xmlDoc) doc = NULL;

  if (source != NULL && !gj_zip_has (self->zip, part))
    return g_steal_pointer (&relations);
  doc = gj_docx_package_read_xml (self, part, error);
  if (doc == NULL)
    return NULL;

  for (const xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "Relationship") == 0)
      add_relation (relations, source, node);

  return g_steal_pointer (&relations);
}

/**
 * gj_docx_package_open:
 * @bytes: a file
 * @error: a #GError of %GJ_ZIP_ERROR or %GJ_XML_ERROR
 *
 * Returns: (transfer full): the package
 */
GjDocxPackage *
gj_docx_package_open (GBytes  *bytes,
                      GError **error)
{
  g_autoptr (GjDocxPackage) self = g_new0 (GjDocxPackage, 1);
  const char *main_part;

  self->zip = gj_zip_open (bytes, error);
  if (self->zip == NULL)
    return NULL;
  self->relations = read_relations (self, NULL, error);
  if (self->relations == NULL)
    return NULL;

  main_part = gj_docx_package_find_kind (self, "officeDocument");
  if (main_part == NULL)
    {
      g_set_error_literal (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_NO_PART, _("it does not say where its text is"));
      return NULL;
    }
  self->main = g_strdup (main_part);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  self->relations = read_relations (self, self->main, error);
  if (self->relations == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
gj_docx_package_free (GjDocxPackage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->zip, gj_zip_free);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_free (self->main);
  g_free (self);
}

/**
 * gj_docx_package_read_main:
 * @error: a #GError of %GJ_ZIP_ERROR or %GJ_XML_ERROR
 *
 * Returns: (transfer full): the document itself
 */
xmlDoc *
gj_docx_package_read_main (GjDocxPackage  *self,
                           GError        **error)
{
  return gj_docx_package_read_xml (self, self->main, error);
}

/**
 * gj_docx_package_find:
 * @id: (nullable): an id of the document's relations
 *
 * Returns: (transfer none) (nullable): the relation
 */
const GjDocxRelation *
gj_docx_package_find (GjDocxPackage *self,
                      const char    *id)
{
  return id != NULL ? g_hash_table_lookup (self->relations, id) : NULL;
}

/**
 * gj_docx_package_find_kind:
 * @kind: a kind of relation
 *
 * Returns: (transfer none) (nullable): the name of the part that is such to the document
 */
const char *
gj_docx_package_find_kind (GjDocxPackage *self,
                           const char    *kind)
{
  g_autoptr (GPtrArray) parts = gj_docx_package_list_kind (self, kind);

  return parts->len > 0 ? parts->pdata[0] : NULL;
}

static int
compare_parts (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/**
 * gj_docx_package_list_kind:
 * @kind: a kind of relation
 *
 * Returns: (transfer container) (element-type utf8): the parts that are such to the
 *          document, by name
 */
GPtrArray *
gj_docx_package_list_kind (GjDocxPackage *self,
                           const char    *kind)
{
  GPtrArray *parts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GjDocxRelation *relation = value;

      if (relation->target != NULL && strcmp (relation->kind, kind) == 0)
        g_ptr_array_add (parts, relation->target);
    }
  g_ptr_array_sort (parts, compare_parts);

  return parts;
}

/**
 * gj_docx_package_read:
 * @part: a part's name
 * @error: a #GError of %GJ_ZIP_ERROR
 *
 * Returns: (transfer full): the part's content
 */
GBytes *
gj_docx_package_read (GjDocxPackage  *self,
                      const char     *part,
                      GError        **error)
{
  return gj_zip_read (self->zip, part, error);
}

/**
 * gj_docx_parse:
 * @data: a part
 * @size: its size in bytes
 * @error: a #GError of %GJ_XML_ERROR
 *
 * Returns: (transfer full): the part as a tree, without what only says how it looks
 */
xmlDoc *
gj_docx_parse (gconstpointer   data,
               gsize           size,
               GError        **error)
{
  return gj_xml_tree_read (data, size, looks, error);
}

/**
 * gj_docx_package_read_xml:
 * @part: a part's name
 * @error: a #GError of %GJ_ZIP_ERROR or %GJ_XML_ERROR
 *
 * Returns: (transfer full): the part as a tree
 */
xmlDoc *
gj_docx_package_read_xml (GjDocxPackage  *self,
                          const char     *part,
                          GError        **error)
{
  g_autoptr (GBytes) bytes = gj_zip_read (self->zip, part, error);
  gsize size;
  const void *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);

  return gj_docx_parse (data, size, error);
}
