/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-styles.h"

#include <string.h>

#include "gj-docx-names.h"

#define MAX_ANCESTORS 16
#define MAX_LEVEL 9

typedef struct
{
  GjDocxStyle  own;
  char        *based_on;
} Entry;

struct _GjDocxStyles
{
  GHashTable *entries;
  char       *usual;
};

static const GjDocxStyle unset = { GJ_DOCX_UNSET, GJ_DOCX_UNSET, GJ_DOCX_UNSET, GJ_DOCX_UNSET,
                                   GJ_RAW_ROLE_NONE, FALSE };

/* The names of Word's own styles, whatever language it shows them in, and of ours. */
static const struct
{
  const char *name;
  GjRawRole   role;
} roles[] = {
  { "title", GJ_RAW_ROLE_TITLE },
  { "signature", GJ_RAW_ROLE_SIGNATURE },
  { "date", GJ_RAW_ROLE_DATE },
  { "发文字号", GJ_RAW_ROLE_NUMBER },
};

#define BREAK_BY_SENSE "标题断行"

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->based_on);
  g_free (self);
}

static void
inherit (GjDocxStyle       *self,
         const GjDocxStyle *parent)
{
  if (self->level == GJ_DOCX_UNSET)
    self->level = parent->level;
  if (self->num_id == GJ_DOCX_UNSET)
    self->num_id = parent->num_id;
  if (self->num_level == GJ_DOCX_UNSET)
    self->num_level = parent->num_level;
  if (self->hidden == GJ_DOCX_UNSET)
    self->hidden = parent->hidden;
  if (self->role == GJ_RAW_ROLE_NONE)
    self->role = parent->role;
  self->breaks_by_sense = self->breaks_by_sense || parent->breaks_by_sense;
}

/**
 * gj_docx_style_read:
 * @self: set where the properties say something
 * @paragraph_properties: (nullable): a w:pPr
 *
 * The outline level 9 is that of plain text.
 */
void
gj_docx_style_read (GjDocxStyle   *self,
                    const xmlNode *paragraph_properties)
{
  const xmlNode *outline = gj_docx_find_child (paragraph_properties, "outlineLvl");
  const xmlNode *numbering = gj_docx_find_child (paragraph_properties, "numPr");
  const xmlNode *id = gj_docx_find_child (numbering, "numId");
  const xmlNode *level = gj_docx_find_child (numbering, "ilvl");
  int depth = outline != NULL ? gj_docx_get_int (outline, "val", GJ_DOCX_UNSET) : GJ_DOCX_UNSET;

  *self = unset;
  if (depth >= 0)
    self->level = depth < MAX_LEVEL ? depth + 1 : 0;
  if (id != NULL)
    self->num_id = MAX (gj_docx_get_int (id, "val", 0), 0);
  if (level != NULL)
    self->num_level = CLAMP (gj_docx_get_int (level, "val", 0), 0, MAX_LEVEL - 1);
}

/* Some programs write the heading's level into the name only. */
static int
get_named_level (const xmlNode *style)
{
  const char *name = gj_docx_get_value (style, "name");

  if (name == NULL || g_ascii_strncasecmp (name, "heading ", 8) != 0 ||
      name[8] < '1' || name[8] > '9' || name[9] != '\0')
    return GJ_DOCX_UNSET;

  return name[8] - '0';
}

static GjRawRole
get_named_role (const xmlNode *style)
{
  const char *name = gj_docx_get_value (style, "name");

  for (guint i = 0; i < G_N_ELEMENTS (roles) && name != NULL; i++)
    if (g_ascii_strcasecmp (name, roles[i].name) == 0)
      return roles[i].role;

  return GJ_RAW_ROLE_NONE;
}

static void
add_style (GjDocxStyles  *self,
           const xmlNode *node)
{
  const char *id = gj_docx_get_attribute (node, "styleId");
  const char *usual = gj_docx_get_attribute (node, "default");
  const xmlNode *vanish = gj_docx_find_child (gj_docx_find_child (node, "rPr"), "vanish");
  Entry *entry;

  if (id == NULL)
    return;

  entry = g_new0 (Entry, 1);
  gj_docx_style_read (&entry->own, gj_docx_find_child (node, "pPr"));
  if (entry->own.level == GJ_DOCX_UNSET)
    entry->own.level = get_named_level (node);
  entry->own.role = get_named_role (node);
  entry->own.breaks_by_sense = g_strcmp0 (gj_docx_get_value (node, "name"), BREAK_BY_SENSE) == 0;
  if (vanish != NULL)
    entry->own.hidden = gj_docx_is_on (vanish);
  entry->based_on = g_strdup (gj_docx_get_value (node, "basedOn"));
  g_hash_table_replace (self->entries, g_strdup (id), entry);

  if (self->usual == NULL && g_strcmp0 (gj_docx_get_attribute (node, "type"), "paragraph") == 0 &&
      (g_strcmp0 (usual, "1") == 0 || g_strcmp0 (usual, "true") == 0))
    self->usual = g_strdup (id);
}

/**
 * gj_docx_styles_new:
 * @doc: (nullable): the part that holds them
 *
 * Returns: (transfer full): the styles
 */
GjDocxStyles *
gj_docx_styles_new (const xmlDoc *doc)
{
  GjDocxStyles *self = g_new0 (GjDocxStyles, 1);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (gj_docx_get_name (node) == GJ_DOCX_STYLE)
      add_style (self, node);

  return self;
}

void
gj_docx_styles_free (GjDocxStyles *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_free (self->usual);
  g_free (self);
}

/**
 * gj_docx_styles_look_up:
 * @id: (nullable): a style's id; %NULL for that of a paragraph that names none
 * @out: (out): what it says, with what it inherits
 */
void
gj_docx_styles_look_up (GjDocxStyles *self,
                        const char   *id,
                        GjDocxStyle  *out)
{
  *out = unset;
  if (id == NULL)
    id = self->usual;

  for (guint i = 0; i < MAX_ANCESTORS && id != NULL; i++)
    {
      const Entry *entry = g_hash_table_lookup (self->entries, id);

      if (entry == NULL)
        return;
      inherit (out, &entry->own);
      id = entry->based_on;
    }
}
