/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-core.h"

static GjBlock *
new_picture (const char *bytes,
             guint       width,
             const char *title)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, strlen (bytes));

  return gj_block_new_picture (data, "image/png", width, 10, title);
}

static void
test_kinds (void)
{
  g_autoptr (GjBlock) paragraph = gj_block_new_paragraph ("甲");
  g_autoptr (GjBlock) picture = new_picture ("x", 10, "图");
  g_autoptr (GjBlock) table = gj_block_new_table ();

  g_assert_cmpint (gj_block_get_kind (paragraph), ==, GJ_BLOCK_PARAGRAPH);
  g_assert_cmpstr (gj_block_get_text (paragraph), ==, "甲");
  g_assert_null (gj_block_get_picture (paragraph));
  g_assert_cmpint (gj_block_get_kind (picture), ==, GJ_BLOCK_PICTURE);
  g_assert_null (gj_block_get_text (picture));
  g_assert_cmpuint (gj_block_get_picture (picture)->width, ==, 10);
  g_assert_cmpstr (gj_block_get_picture (picture)->title, ==, "图");
  g_assert_cmpint (gj_block_get_kind (table), ==, GJ_BLOCK_TABLE);
  g_assert_null (gj_block_get_text (table));
  g_assert_null (gj_block_get_picture (table));
}

static void
test_equal (void)
{
  g_autoptr (GjBlock) a = gj_block_new_paragraph ("甲");
  g_autoptr (GjBlock) a_again = gj_block_new_paragraph ("甲");
  g_autoptr (GjBlock) b = gj_block_new_paragraph ("乙");
  g_autoptr (GjBlock) table = gj_block_new_table ();
  g_autoptr (GjBlock) picture = new_picture ("x", 10, NULL);
  g_autoptr (GjBlock) same_picture = new_picture ("x", 10, NULL);
  g_autoptr (GjBlock) other_bytes = new_picture ("y", 10, NULL);
  g_autoptr (GjBlock) other_size = new_picture ("x", 11, NULL);
  g_autoptr (GjBlock) other_title = new_picture ("x", 10, "图");

  g_assert_true (gj_block_equal (a, a_again));
  g_assert_false (gj_block_equal (a, b));
  g_assert_false (gj_block_equal (a, table));
  g_assert_true (gj_block_equal (picture, same_picture));
  g_assert_false (gj_block_equal (picture, other_bytes));
  g_assert_false (gj_block_equal (picture, other_size));
  g_assert_false (gj_block_equal (picture, other_title));
}

static void
test_paragraph_is_one_line (void)
{
  g_autoptr (GjBlock) block = gj_block_new_paragraph ("甲\n乙\n");

  g_assert_cmpstr (gj_block_get_text (block), ==, "甲 乙 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/block/kinds", test_kinds);
  g_test_add_func ("/core/block/equal", test_equal);
  g_test_add_func ("/core/block/paragraph-is-one-line", test_paragraph_is_one_line);

  return g_test_run ();
}
