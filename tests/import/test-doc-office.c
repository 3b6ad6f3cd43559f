/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "gj-doc-reader.h"
#include "import-support.h"

/* Documents that LibreOffice makes, where it is: what is read is what it reads itself. */

static const char page[] =
  "<html><head><meta charset=\"utf-8\"></head><body>"
  "<h1>一、总体情况</h1><p>甲<b>乙</b>丙，<i>2021</i>年。<br>第二行</p><h2>（一）小节</h2>"
  "<ol><li>第一项</li><li>第二项</li></ol>"
  "<table border=1><tr><td rowspan=2>项目</td><td colspan=2>数量</td></tr><tr><td>本年</td><td>上年</td></tr>"
  "<tr><td>收到</td><td>12</td><td>7</td></tr><tr><td colspan=3>合计</td></tr></table>"
  "<p>末段 <a href=\"http://example.com/\">链接</a> 完。</p></body></html>";

static const char grid[] = "项目^2|数量>2|\n本年|上年|\n收到|12|7|\n合计>3|\n";

static gboolean
convert (const char *folder,
         const char *filter,
         const char *into,
         const char *name)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  const char *arguments[] = {
    program, profile, "--headless", "--convert-to", into, "--outdir", out, file, filter, NULL,
  };

  return program != NULL &&
         g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, NULL, NULL);
}

static GBytes *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (folder, "out", name, NULL);
  char *data = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &data, &size, NULL) ? g_bytes_new_take (data, size) : NULL;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

/* A folder of this test, gone with it. */
typedef char Folder;

static void
folder_free (Folder *self)
{
  remove_all (self);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gouji-doc-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static char *
dump_grid (const GjRawBlock *block)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        {
          const GjRawCell *cell = row->cells->pdata[j];

          g_string_append (out, cell->text);
          if (cell->n_positions > 1)
            g_string_append_printf (out, ">%u", cell->n_positions);
          if (cell->n_lines > 1)
            g_string_append_printf (out, "^%u", cell->n_lines);
          g_string_append_c (out, '|');
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* Every letter that stands in the text, blanks aside. */
static void
append_letters (GString    *out,
                const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != 0xfeff)
      g_string_append_unichar (out, g_utf8_get_char (text));
}

static char *
dup_letters (const GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind != GJ_RAW_GRID)
        {
          append_letters (out, block->text);
          continue;
        }
      for (guint j = 0; j < block->rows->len; j++)
        for (guint k = 0; k < ((GjRawRow *) block->rows->pdata[j])->cells->len; k++)
          append_letters (out, ((GjRawCell *) ((GjRawRow *) block->rows->pdata[j])->cells->pdata[k])->text);
    }

  return g_string_free (out, FALSE);
}

static void
check_page (const GjRawDocument *document)
{
  guint n_grids = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (g_strcmp0 (block->text, "一、总体情况") == 0)
        g_assert_cmpuint (block->level, ==, 1);
      if (g_strcmp0 (block->text, "（一）小节") == 0)
        g_assert_cmpuint (block->level, ==, 2);
      if (block->kind == GJ_RAW_GRID)
        {
          g_autofree char *cells = dump_grid (block);

          n_grids++;
          g_assert_cmpstr (cells, ==, grid);
        }
    }
  g_assert_cmpuint (n_grids, ==, 1);
}

static void
test_page (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *source = g_build_filename (folder, "page.html", NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GjRawDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) doc = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autofree char *letters = NULL;
  g_autofree char *whole = NULL;

  g_assert_true (g_file_set_contents (source, page, -1, NULL));
  if (!convert (folder, "--infilter=HTML (StarWriter)", "doc:MS Word 97", "page.html") ||
      (doc = load (folder, "page.doc")) == NULL ||
      !convert (folder, NULL, "txt:Text (encoded):UTF8", "out/page.doc") ||
      (text = load (folder, "page.txt")) == NULL)
    {
      g_test_skip ("LibreOffice is not there");
      return;
    }

  document = gj_doc_read (doc, NULL, &error);
  g_assert_no_error (error);
  check_page (document);
  whole = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  append_letters (expected, whole);
  letters = dup_letters (document);
  g_assert_cmpstr (letters, ==, expected->str);
}

/* The real reports, where they are. */

static char *
find_seed (const char *kind,
           const char *number)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      return g_build_filename (path, name, NULL);

  return NULL;
}

static void
assert_cells (GjReport *one,
              GjReport *other)
{
  GjForm *form = gj_report_get_form (one);

  g_assert_true (gj_report_get_form (other) == form);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    import_assert_cell (other, gj_form_get_cell (form, i)->id,
                        gj_report_has_cell (one, i) ? gj_report_get_cell_text (one, i) : NULL);
}

static void
test_seed (gconstpointer data)
{
  const char *number = data;
  g_autofree char *docx = find_seed ("docx", number);
  g_autofree char *text = find_seed ("text", number);
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *copy = g_build_filename (folder, "seed.docx", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) doc = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) expected = NULL;
  gsize size = 0;

  if (docx != NULL && g_file_get_contents (docx, &content, &size, NULL))
    g_assert_true (g_file_set_contents (copy, content, (gssize) size, NULL));
  if (text == NULL || !convert (folder, NULL, "doc:MS Word 97", "seed.docx") ||
      (doc = load (folder, "seed.doc")) == NULL)
    {
      g_test_skip ("the real reports or LibreOffice are not there");
      return;
    }

  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (text, &content, &size, NULL));
  bytes = g_bytes_new (content, size);
  expected = gj_import_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  report = gj_import_bytes (doc, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_cells (expected, report);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const seeds[] = { "000", "001", "002", "004" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/doc-office/page", test_page);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strconcat ("/import/doc-office/seed/", seeds[i], NULL);

      g_test_add_data_func (path, seeds[i], test_seed);
    }

  return g_test_run ();
}
