/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-font-chain-private.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const role_ids[GJ_N_FONT_ROLES] = {
  "title", "body", "heading", "subheading", "table", "number",
};

static const struct
{
  const char *name;
  int         weight;
} weights[] = {
  { "light", FC_WEIGHT_LIGHT },
  { "regular", FC_WEIGHT_REGULAR },
  { "medium", FC_WEIGHT_MEDIUM },
  { "semibold", FC_WEIGHT_DEMIBOLD },
  { "bold", FC_WEIGHT_BOLD },
};

/* One list that is read. @role is the role whose element is open, or GJ_N_FONT_ROLES. */
typedef struct
{
  GjFontChain *chain;
  guint        role;
  gboolean     seen[GJ_N_FONT_ROLES];
} Reading;

static void
choice_free (GjFontChoice *choice)
{
  g_free (choice->family);
  g_free (choice->file);
  g_free (choice);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], wanted) == 0)
      return values[i];
  return NULL;
}

static gboolean
read_weight (const char  *text,
             int         *weight,
             GError     **error)
{
  *weight = 0;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      if (strcmp (weights[i].name, text) == 0)
        {
          *weight = weights[i].weight;
          return TRUE;
        }
    }
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, _("there is no weight “%s”"), text);
  return FALSE;
}

static void
start_role (Reading     *reading,
            const char  *id,
            const char  *official,
            GError     **error)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      if (g_strcmp0 (role_ids[i], id) != 0 || reading->seen[i] || reading->role != GJ_N_FONT_ROLES)
        continue;
      reading->role = i;
      reading->seen[i] = TRUE;
      if (reading->chain->officials[i] == NULL)
        reading->chain->officials[i] = g_strdup (official);
      return;
    }
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
               _("the role “%s” is unknown, comes twice or stands inside another"), id != NULL ? id : "");
}

static void
start_source (Reading     *reading,
              const char  *zh,
              const char  *en,
              GError     **error)
{
  GjFontSource *source;

  if (reading->role == GJ_N_FONT_ROLES)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, _("a source needs a role"));
      return;
    }
  source = &reading->chain->sources[reading->role];
  if (source->zh != NULL || source->en != NULL)
    return;
  source->zh = g_strdup (zh);
  source->en = g_strdup (en);
}

static void
start_choice (Reading      *reading,
              gboolean      stand_in,
              const char  **names,
              const char  **values,
              GError      **error)
{
  const char *family = find_attribute (names, values, "family");
  int weight;
  GjFontChoice *choice;

  if (family == NULL || reading->role == GJ_N_FONT_ROLES)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                           _("a face needs a family and a role"));
      return;
    }
  if (!read_weight (find_attribute (names, values, "weight"), &weight, error))
    return;

  choice = g_new0 (GjFontChoice, 1);
  choice->family = g_strdup (family);
  choice->file = g_strdup (find_attribute (names, values, "file"));
  choice->weight = weight;
  choice->stand_in = stand_in;
  choice->no_latin = g_strcmp0 (find_attribute (names, values, "latin"), "no") == 0;
  g_ptr_array_add (reading->chain->choices[reading->role], choice);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reading *reading = data;
  const char *path = find_attribute (names, values, "path");

  if (strcmp (element, "directory") == 0 && path != NULL)
    g_ptr_array_add (reading->chain->directories, g_strdup (path));
  else if (strcmp (element, "role") == 0)
    start_role (reading, find_attribute (names, values, "id"),
                find_attribute (names, values, "official"), error);
  else if (strcmp (element, "source") == 0)
    start_source (reading, find_attribute (names, values, "zh"), find_attribute (names, values, "en"), error);
  else if (strcmp (element, "face") == 0 || strcmp (element, "stand-in") == 0)
    start_choice (reading, element[0] == 's', names, values, error);
  else if (strcmp (element, "fonts") != 0)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, _("there is no element “%s” in a list of fonts"),
                 element);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reading *reading = data;

  if (strcmp (element, "role") == 0)
    reading->role = GJ_N_FONT_ROLES;
}

GjFontChain *
_gj_font_chain_new (void)
{
  GjFontChain *self = g_new0 (GjFontChain, 1);

  self->directories = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    self->choices[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  return self;
}

/* Adds a list behind those that were read before. Sets an error of #GMarkupError that
   names the line. */
gboolean
_gj_font_chain_read (GjFontChain  *self,
                     GBytes       *bytes,
                     GError      **error)
{
  static const GMarkupParser parser = { start_element, end_element, NULL, NULL, NULL };
  Reading reading = { self, GJ_N_FONT_ROLES };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION,
                                                                        &reading, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_markup_parse_context_parse (context, text != NULL ? text : "", length, error) &&
         g_markup_parse_context_end_parse (context, error);
}

/* Whether everything is there that pages need. */
gboolean
_gj_font_chain_check (GjFontChain  *self,
                      GError      **error)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      if (self->officials[i] == NULL)
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                       _("there is no role “%s” in the list of fonts"), role_ids[i]);
          return FALSE;
        }
    }
  return TRUE;
}

void
_gj_font_chain_free (GjFontChain *self)
{
  g_ptr_array_unref (self->directories);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    {
      g_free (self->officials[i]);
      g_free (self->sources[i].zh);
      g_free (self->sources[i].en);
      g_ptr_array_unref (self->choices[i]);
    }
  g_free (self);
}
