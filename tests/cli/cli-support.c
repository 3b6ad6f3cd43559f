/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-support.h"

#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return data != NULL ? g_strndup (data, size) : g_strdup ("");
}

Run *
run_cli_strv (const char        *folder,
              const char        *locale,
              const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  Run *self = g_new0 (Run, 1);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);

  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  self->out = dup_text (out);
  self->err = dup_text (err);

  return self;
}

Run *
run_cli (const char *folder,
         const char *locale,
         ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *argument;
  va_list rest;

  g_ptr_array_add (arguments, (char *) g_getenv ("GJ_CLI"));
  va_start (rest, locale);
  while ((argument = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  return run_cli_strv (folder, locale, (const char *const *) arguments->pdata);
}

void
run_free (Run *self)
{
  g_clear_object (&self->parser);
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

JsonObject *
run_get_json (Run *self)
{
  g_autoptr (GError) error = NULL;

  if (self->parser == NULL)
    {
      g_assert_true (g_utf8_validate (self->out, -1, NULL));
      self->parser = json_parser_new ();
      json_parser_load_from_data (self->parser, self->out, -1, &error);
      g_assert_no_error (error);
    }

  return json_node_get_object (json_parser_get_root (self->parser));
}

void
assert_status (Run *run,
               int  status)
{
  if (run->status != status)
    g_test_message ("stdout: %s\nstderr: %s", run->out, run->err);
  g_assert_cmpint (run->status, ==, status);
}

void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, text);
  g_assert_nonnull (strstr (text, words));
}

char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gouji-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      folder = g_dir_open (path, 0, NULL);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
remove_folder (char *folder)
{
  remove_all (folder);
  g_free (folder);
}

char *
write_file (const char *folder,
            const char *name,
            const char *content,
            gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return path;
}

char *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);

  return content;
}

/* A report in which every cell is 0. */

GjReport *
make_report (const char *body,
             int         year)
{
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *report = gj_report_new_for_year (form, body, year);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");

  return report;
}

void
write_report (const char *folder,
              const char *name,
              GjReport   *report)
{
  g_autoptr (GBytes) bytes = gj_store_write (report);

  g_free (write_file (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}

void
write_good_report (const char *folder,
                   const char *name)
{
  g_autoptr (GjReport) report = make_report ("云溪市民政局", 2022);

  write_report (folder, name, report);
}

/* One applicant more in the total than in the parts: one broken row sum. */

void
write_wrong_report (const char *folder,
                    const char *name)
{
  g_autoptr (GjReport) report = make_report ("云溪市民政局", 2022);
  GjForm *form = gj_report_get_form (report);

  gj_report_init_cell (report, gj_form_find_cell (form, "cases/review/total"), "49");
  gj_report_init_cell (report, gj_form_find_cell (form, "cases/review/upheld"), "48");
  write_report (folder, name, report);
}

static void
append_table (GString       *text,
              const GjTable *table)
{
  const GjTableLayout *layout = &table->layouts[0];

  for (guint line = 0; line < layout->n_lines; line++)
    {
      for (guint i = 0; i < layout->n_slots; i++)
        {
          const GjSlot *slot = &layout->slots[i];

          if (slot->line == line)
            g_string_append_printf (text, "%s\t", slot->kind == GJ_SLOT_CELL ? "0" : slot->text.zh);
        }
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

/* A report as plain text, one row of a table a line. */

void
write_text_report (const char *folder,
                   const char *name)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  g_autoptr (GString) text = g_string_new ("云溪市民政局\n2022年政府信息公开工作年度报告\n\n");

  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);

      g_string_append_printf (text, "%s\n", section->heading.zh);
      if (section->table == GJ_NONE)
        g_string_append (text, "2022年，云溪市民政局认真做好政府信息公开工作，全年未收到政府信息公开申请。\n");
      else
        append_table (text, gj_form_get_table (form, section->table));
    }

  g_free (write_file (folder, name, text->str, text->len));
}

gboolean
has_locale (const char *locale)
{
  g_autofree char *current = g_strdup (setlocale (LC_ALL, NULL));
  gboolean found = setlocale (LC_ALL, locale) != NULL;

  setlocale (LC_ALL, current);

  return found;
}
