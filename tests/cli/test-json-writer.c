/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "gj-json-writer.h"

typedef struct
{
  const char *value;
  const char *written;
} StringCase;

static const StringCase string_cases[] = {
  { "", "\"\"" },
  { "云溪", "\"云溪\"" },
  { "a\"b\\c", "\"a\\\"b\\\\c\"" },
  { "a\nb\tc", "\"a\\nb\\tc\"" },
  { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"" },
  { "\r", "\"\\u000d\"" },
  { "𠮷/<>", "\"𠮷/<>\"" },
};

static void
test_strings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (string_cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;
      GjJsonWriter writer;

      gj_json_writer_init (&writer, out, 0);
      gj_json_writer_string (&writer, NULL, string_cases[i].value);
      g_assert_cmpstr (out->str, ==, string_cases[i].written);

      node = json_from_string (out->str, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (json_node_get_string (node), ==, string_cases[i].value);
    }
}

static void
test_layout (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  gj_json_writer_int (&writer, "number", -5);
  gj_json_writer_begin_array (&writer, "empty");
  gj_json_writer_end_array (&writer);
  gj_json_writer_begin_line (&writer, "line", '{');
  gj_json_writer_begin_array (&writer, "list");
  gj_json_writer_boolean (&writer, NULL, TRUE);
  gj_json_writer_null (&writer, NULL);
  gj_json_writer_end_array (&writer);
  gj_json_writer_end_object (&writer);
  gj_json_writer_begin_array (&writer, "list");
  gj_json_writer_string (&writer, NULL, "a");
  gj_json_writer_string (&writer, NULL, NULL);
  gj_json_writer_end_array (&writer);
  gj_json_writer_end_object (&writer);

  g_assert_cmpstr (out->str, ==,
                   "{\n"
                   "  \"number\": -5,\n"
                   "  \"empty\": [],\n"
                   "  \"line\": {\"list\": [true, null]},\n"
                   "  \"list\": [\n"
                   "    \"a\",\n"
                   "    null\n"
                   "  ]\n"
                   "}");
}

static void
test_part_of_a_document (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 1);
  gj_json_writer_begin_object (&writer, NULL);
  gj_json_writer_filename (&writer, "a\xff");
  gj_json_writer_end_object (&writer);
  g_assert_cmpstr (out->str, ==,
                   "\n"
                   "  {\n"
                   "    \"file\": \"a\357\277\275\",\n"
                   "    \"file_base64\": \"Yf8=\"\n"
                   "  }");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/json-writer/strings", test_strings);
  g_test_add_func ("/cli/json-writer/layout", test_layout);
  g_test_add_func ("/cli/json-writer/part-of-a-document", test_part_of_a_document);

  return g_test_run ();
}
