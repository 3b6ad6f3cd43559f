/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-base.h"

/* What a tree holds, and what it leaves out. */

static const char *const left_out[] = { "look", "border", NULL };

typedef struct
{
  const char *name;
  const char *xml;
  const char *tree;
} Case;

static const Case cases[] = {
  { "whole", "<a xmlns='n'><b>1</b><c d='2'/></a>", "a(b('1')c())" },
  { "left-out", "<a xmlns='n'><look/><b>1</b><border>x<b>2</b></border></a>", "a(b('1'))" },
  { "nested", "<a xmlns='n'><look><look>x</look>y<border/></look><b>1</b></a>", "a(b('1'))" },
  { "between", "<a xmlns='n'><b>1<look>x</look>2</b></a>", "a(b('12'))" },
  { "other-namespace", "<a xmlns='n'><look xmlns='m'>1</look><o:look xmlns:o='o'/></a>", "a(look('1')look())" },
  { "prefix", "<n:a xmlns:n='n'><n:look>1</n:look><look>2</look></n:a>", "a(look('2'))" },
  { "no-namespace", "<a><look>1</look></a>", "a(look('1'))" },
  { "comment", "<a xmlns='n'><!-- c -->1<?p i?>2<![CDATA[3]]></a>", "a('123')" },
};

static void
dump (const xmlNode *node,
      GString       *out)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_string_append_printf (out, "%s(", (const char *) node->name);
        dump (node->children, out);
        g_string_append_c (out, ')');
      }
    else if (node->type == XML_TEXT_NODE)
      g_string_append_printf (out, "'%s'", (const char *) node->content);
    else
      g_string_append_c (out, '?');
}

static void
test_tree (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = gj_xml_tree_read (c->xml, strlen (c->xml), left_out, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  dump (doc->children, out);
  g_assert_cmpstr (out->str, ==, c->tree);
}

/* What is left out has to be well-formed all the same. */
static void
test_malformed (void)
{
  static const char *const documents[] = {
    "<a xmlns='n'><look><b></look></a>", "<a xmlns='n'><look>&x;</look></a>", "<a xmlns='n'><look>", "", "text",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (xmlDoc) doc = gj_xml_tree_read (documents[i], strlen (documents[i]), left_out, &error);

      g_assert_null (doc);
      g_assert_cmpint (error->domain, ==, GJ_XML_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/xml-tree/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_tree);
    }
  g_test_add_func ("/base/xml-tree/malformed", test_malformed);

  return g_test_run ();
}
