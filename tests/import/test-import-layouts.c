/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-support.h"

/* Every form, every variant, every layout: each cell must come back, and nothing be noted
 * that is not so. */

typedef struct
{
  GjForm       *form;
  const char   *variant;
  ImportLayout  layout;
} Case;

static const char *const layout_names[N_LAYOUTS] = { "cells", "rows", "pipes", "columns", "numbers" };

static void
assert_notes (GjReport   *report,
              const char *variant)
{
  g_autofree char *notes = import_list_notes (report);

  if (variant == NULL)
    g_assert_cmpstr (notes, ==, "");
  else
    g_assert_true (g_str_has_prefix (notes, variant));
  g_assert_null (strchr (notes, ' '));
}

static void
test_layout (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GjReport) report = import_new_report (c->form, c->variant);
  g_autofree char *text = import_write_text (report, c->layout);
  g_autoptr (GjReport) read = import_read_text (text);

  assert_notes (read, c->variant);
  import_assert_equal (report, read);
  g_assert_cmpuint (gj_source_get_n_residues (gj_report_get_source (read)), ==, 0);
}

static void
test_blanks (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GjReport) report = import_new_report (c->form, c->variant);
  g_autofree char *text = NULL;
  g_autoptr (GjReport) read = NULL;
  guint n = gj_form_get_n_cells (c->form);

  /* The first, the last and a middle cell of some rows. */
  for (guint i = 0; i < n; i += 5)
    if (gj_report_has_cell (report, i))
      gj_report_init_cell (report, i, "");
  text = import_write_text (report, c->layout);
  read = import_read_text (text);
  import_assert_equal (report, read);
}

static void
test_all_blank (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GjReport) report = import_new_report (c->form, c->variant);
  g_autofree char *text = NULL;
  g_autoptr (GjReport) read = NULL;

  for (guint i = 0; i < gj_form_get_n_cells (c->form); i++)
    if (gj_report_has_cell (report, i))
      gj_report_init_cell (report, i, "");
  text = import_write_text (report, c->layout);
  read = import_read_text (text);
  import_assert_equal (report, read);
  assert_notes (read, c->variant);
}

static void
add_form (GPtrArray  *cases,
          GjForm     *form,
          const char *variant)
{
  for (ImportLayout layout = 0; layout < N_LAYOUTS; layout++)
    {
      Case *c = g_new0 (Case, 1);
      const char *suffix = variant != NULL ? variant : "usual";
      g_autofree char *path = g_strdup_printf ("/import/layout/%s/%s/%s", gj_form_get_id (form), suffix,
                                               layout_names[layout]);
      g_autofree char *blanks = g_strdup_printf ("/import/blanks/%s/%s/%s", gj_form_get_id (form), suffix,
                                                 layout_names[layout]);
      g_autofree char *all_blank = g_strdup_printf ("/import/all-blank/%s/%s/%s", gj_form_get_id (form), suffix,
                                                    layout_names[layout]);

      *c = (Case) { form, variant, layout };
      g_ptr_array_add (cases, c);
      g_test_add_data_func (path, c, test_layout);
      if (layout == LAYOUT_COLUMNS || layout == LAYOUT_NUMBERS)
        continue;
      g_test_add_data_func (blanks, c, test_blanks);
      g_test_add_data_func (all_blank, c, test_all_blank);
    }
}

static GjForm *
load_invented_form (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "tests", "data", "forms",
                                            "reading-room.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GjForm *form;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  form = gj_form_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);

  return form;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GjForm) invented = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  invented = load_invented_form ();
  gj_form_catalogue_add (invented);
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      GjForm *form = gj_form_catalogue_get_form (i);

      add_form (cases, form, NULL);
      for (guint j = 0; j < gj_form_get_n_variants (form); j++)
        add_form (cases, form, gj_form_get_variant (form, j)->id);
    }

  return g_test_run ();
}
