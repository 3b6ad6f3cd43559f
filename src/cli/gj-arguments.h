/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjExitStatus:
 * @GJ_EXIT_DONE: done, and nothing is wrong
 * @GJ_EXIT_FINDINGS: done, and there are undecided findings of severity error
 * @GJ_EXIT_USAGE: the command was used wrongly
 * @GJ_EXIT_FILE: a file could not be read or written
 */
typedef enum
{
  GJ_EXIT_DONE     = 0,
  GJ_EXIT_FINDINGS = 1,
  GJ_EXIT_USAGE    = 2,
  GJ_EXIT_FILE     = 3,
} GjExitStatus;

/**
 * GjCommand:
 * @name: how it is called
 * @arguments: what it takes beside options, translatable
 * @summary: what it does, translatable
 * @run: does it; the arguments begin with the command's name
 */
typedef struct
{
  const char    *name;
  const char    *arguments;
  const char    *summary;
  GjExitStatus (*run) (char **arguments);
} GjCommand;

extern const GjCommand gj_command_check;
extern const GjCommand gj_command_compare;
extern const GjCommand gj_command_convert;
extern const GjCommand gj_command_forms;
extern const GjCommand gj_command_new;
extern const GjCommand gj_command_show;
extern const GjCommand gj_command_verify;

gboolean     gj_arguments_parse  (const GjCommand    *command,
                                  const GOptionEntry *entries,
                                  char              **arguments,
                                  GjExitStatus       *status);
GjExitStatus gj_arguments_refuse (const GjCommand    *command,
                                  const char         *format,
                                  ...) G_GNUC_PRINTF (2, 3);
char *       gj_argument_to_text (const char         *bytes);
void         gj_print_version    (void);

G_END_DECLS
