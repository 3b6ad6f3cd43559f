/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-json-writer.h"
#include "gj-report-file.h"
#include "gj-terminal.h"

/* Whether paper, PDF and report belong together. */

#define INDENT 4

static const char *const kind_ids[] = {
  [GJ_EVIDENCE_REPORT] = "report",
  [GJ_EVIDENCE_SOURCE] = "source",
  [GJ_EVIDENCE_PAGES] = "pages",
  [GJ_EVIDENCE_PRINTED] = "printed",
  [GJ_EVIDENCE_TYPED] = "typed",
};

static const char *const result_ids[] = {
  [GJ_VERIFICATION_TOGETHER] = "together",
  [GJ_VERIFICATION_APART] = "apart",
  [GJ_VERIFICATION_UNPROVEN] = "unproven",
};

static void
write_json_differences (GjJsonWriter *writer,
                        GPtrArray    *differences)
{
  gj_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < differences->len; i++)
    {
      const GjDifference *difference = g_ptr_array_index (differences, i);

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_string (writer, "place", difference->place);
      gj_json_writer_string (writer, "name", difference->name);
      gj_json_writer_string (writer, "expected", difference->left);
      gj_json_writer_string (writer, "found", difference->right);
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

static void
write_json_evidence (GjJsonWriter   *writer,
                     GjVerification *verification,
                     guint           index)
{
  const GjEvidence *evidence = gj_verification_get_evidence (verification, index);

  gj_json_writer_begin_object (writer, NULL);
  gj_json_writer_string (writer, "kind", kind_ids[evidence->kind]);
  gj_json_writer_string (writer, "file", evidence->file);
  gj_json_writer_string (writer, "digest", evidence->digest);
  if (evidence->is_unread)
    gj_json_writer_null (writer, "agrees");
  else
    gj_json_writer_boolean (writer, "agrees", evidence->agrees);
  gj_json_writer_boolean (writer, "signed", evidence->is_signed);
  write_json_differences (writer, gj_verification_get_differences (verification, index));
  gj_json_writer_end_object (writer);
}

static void
write_json (GString        *out,
            GjVerification *verification)
{
  GjJsonWriter writer;

  gj_json_writer_init (&writer, out, 0);
  gj_json_writer_begin_object (&writer, NULL);
  gj_json_writer_string (&writer, "result", result_ids[gj_verification_get_result (verification)]);
  gj_json_writer_begin_array (&writer, "evidence");
  for (guint i = 0; i < gj_verification_get_n_evidence (verification); i++)
    write_json_evidence (&writer, verification, i);
  gj_json_writer_end_array (&writer);
  gj_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

/* For people */

static const char *
show (const char *fragment)
{
  return fragment != NULL && *fragment != '\0' ? fragment : _("nothing");
}

static void
write_differences (GString   *out,
                   GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const GjDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *line = g_strdup_printf (_("%s: “%s” was expected, “%s” stands here"), difference->name, show (difference->left),
                                               show (difference->right));

      g_string_append_printf (out, "%*s", INDENT, "");
      gj_text_wrap (out, line, INDENT, gj_terminal_get_width ());
      g_string_append_c (out, '\n');
    }
}

static void
write_text (GString        *out,
            GjVerification *verification)
{
  g_autofree char *summary = gj_verification_dup_summary (verification);

  g_string_append_printf (out, "%s\n\n", summary);
  for (guint i = 0; i < gj_verification_get_n_evidence (verification); i++)
    {
      const GjEvidence *evidence = gj_verification_get_evidence (verification, i);
      const char *state = evidence->is_unread ? _("could not be read") : evidence->agrees ? _("agrees") : _("differs");
      g_autofree char *groups = evidence->digest != NULL ? gj_digest_format (evidence->digest) : NULL;

      g_string_append_printf (out, _("%s: %s"), evidence->name, state);
      g_string_append_c (out, '\n');
      if (groups != NULL)
        g_string_append_printf (out, "%*s%s\n", INDENT, "", groups);
      if (evidence->is_signed && evidence->kind == GJ_EVIDENCE_PAGES)
        g_string_append_printf (out, "%*s%s\n", INDENT, "", _("The PDF is digitally signed."));
      write_differences (out, gj_verification_get_differences (verification, i));
    }
}

/* Reading */

static gboolean
add_file (GjVerification *verification,
          const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, &error);
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *failure = NULL;

  if (bytes != NULL && gj_verification_add_file (verification, display, bytes, NULL, &error))
    return TRUE;

  failure = gj_report_file_describe (path, error);
  gj_terminal_complain ("%s", failure);

  return FALSE;
}

static gboolean
add_code (GjVerification *verification,
          const char     *code,
          GError        **error)
{
  g_autofree char *text = gj_argument_to_text (code);

  return gj_verification_add_code (verification, text != NULL ? text : code, error);
}

static GjExitStatus
verify (char     **files,
        char     **codes,
        gboolean   json)
{
  g_autoptr (GjVerification) verification = gj_verification_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!add_code (verification, codes[i], &error))
      return gj_arguments_refuse (&gj_command_verify, "%s", error->message);
  for (guint i = 0; files[i] != NULL; i++)
    if (!add_file (verification, files[i]))
      return GJ_EXIT_FILE;

  gj_verification_end (verification);
  if (json)
    write_json (text, verification);
  else
    write_text (text, verification);
  if (json)
    gj_terminal_print_bytes (text->str, text->len);
  else
    gj_terminal_print (text->str);

  return gj_verification_get_result (verification) == GJ_VERIFICATION_TOGETHER ? GJ_EXIT_DONE : GJ_EXIT_FINDINGS;
}

static GjExitStatus
run_verify (char **arguments)
{
  gboolean json = FALSE;
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "code", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &codes,
      N_("Compare with this digest from paper; its first 16 characters are enough"), N_("CODE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON for programs"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  GjExitStatus status;

  if (!gj_arguments_parse (&gj_command_verify, entries, arguments, &status))
    return status;
  if (files == NULL)
    return gj_arguments_refuse (&gj_command_verify, _("No file was named."));

  return verify (files, codes, json);
}

const GjCommand gj_command_verify = {
  "verify",
  N_("FILE…"),
  N_("Tell whether paper, PDF and report belong together"),
  run_verify,
};
