/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "gj-core.h"

/* The program as a person or a script runs it, in a folder of its own. */

typedef struct
{
  int         status;
  char       *out;
  char       *err;
  JsonParser *parser;
} Run;

Run *       run_cli            (const char  *folder,
                                const char  *locale,
                                ...) G_GNUC_NULL_TERMINATED;
Run *       run_cli_strv       (const char  *folder,
                                const char  *locale,
                                const char *const *arguments);
void        run_free           (Run         *self);
JsonObject *run_get_json       (Run         *self);
void        assert_status      (Run         *run,
                                int          status);
void        assert_says        (const char  *text,
                                const char  *words);

char *      make_folder        (void);
void        remove_folder      (char        *folder);
char *      write_file         (const char  *folder,
                                const char  *name,
                                const char  *content,
                                gssize       length);
char *      read_file          (const char  *folder,
                                const char  *name);
GjReport *  make_report        (const char  *body,
                                int          year);
void        write_report       (const char  *folder,
                                const char  *name,
                                GjReport    *report);
void        write_good_report  (const char  *folder,
                                const char  *name);
void        write_wrong_report (const char  *folder,
                                const char  *name);
void        write_text_report  (const char  *folder,
                                const char  *name);
gboolean    has_locale         (const char  *locale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, remove_folder)
