/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "gj-docx-reader.h"
#include "raw-dump.h"

/* A document that a real office program writes from a text of our own, where one is
 * installed: what we put in must come out. */

static const char blocks[] =
  "=1 一、总体情况\n"
  "全年公开128件。\n"
  "=2 （一）表格\n"
  "{\n"
  "!|项目^2|件数>2|\n"
  "|新收|结转|\n"
  "|申请^3|1|2|\n"
  "|3|4|\n"
  "|5/6>2|\n"
  "|合计||９|\n"
  "}\n"
  "后\n"
  "框内\n"
  "=1 二、主动公开\n";

static const char notes[] =
  "numbering@1 一、总体情况\n"
  "deleted@2 旧\n"
  "footnote@2 口径\n"
  "numbering@3 （一）表格\n"
  "box@21 框内\n"
  "numbering@23 二、主动公开\n";

static gboolean
convert (const char *folder,
         const char *source)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *arguments[] = { "soffice", profile, "--headless", "--convert-to", "docx", "--outdir", folder, source, NULL };
  g_autoptr (GSubprocess) process = NULL;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

static void
remove_folder (const char *folder)
{
  const char *arguments[] = { "rm", "-r", folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);

  g_subprocess_wait (process, NULL, NULL);
}

static void
test_office (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *source = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "tests", "data", "imports", "docx",
                                              "office.fodt", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  char *data = NULL;
  gsize size = 0;

  if (program == NULL)
    {
      g_test_skip ("no office program is installed");
      return;
    }

  folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  path = g_build_filename (folder, "office.docx", NULL);
  if (!convert (folder, source) || !g_file_get_contents (path, &data, &size, NULL))
    {
      g_test_skip ("the office program wrote nothing");
    }
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = gj_docx_read (bytes, NULL, &error);
      g_autofree char *read_blocks = NULL;
      g_autofree char *read_notes = NULL;
      g_autofree char *read_comments = NULL;

      g_assert_no_error (error);
      read_blocks = raw_dump_blocks (document);
      read_notes = raw_dump_notes (document);
      read_comments = raw_dump_comments (document);
      g_assert_cmpstr (read_blocks, ==, blocks);
      g_assert_cmpstr (read_notes, ==, notes);
      g_assert_cmpstr (read_comments, ==, "李四 2022-01-05 请核 @1 4-8\n");
    }
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/docx-office", test_office);

  return g_test_run ();
}
