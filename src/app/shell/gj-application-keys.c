/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-application.h"

typedef struct
{
  const char *action;
  const char *keys[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.open", { "<Control>o" } },
  { "win.new::blank", { "<Control>n" } },
  { "win.menu", { "F10" } },
  { "win.pane-visible", { "<Control>F1" } },
  { "win.shortcuts", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
  { "report.save", { "<Control>s" } },
  { "report.save-as", { "<Shift><Control>s" } },
  { "report.print", { "<Control>p" } },
  { "report.preview", { "<Shift><Control>p" } },
  { "report.export", { "<Control>e" } },
  { "report.undo", { "<Control>z" } },
  { "report.redo", { "<Shift><Control>z", "<Control>y" } },
  { "report.find", { "<Control>f" } },
  { "report.replace", { "<Control>h" } },
  { "report.comment", { "<Control><Alt>m" } },
  { "report.go-to-cell", { "<Control>l" } },
  { "report.next-finding", { "F8" } },
  { "report.previous-finding", { "<Shift>F8" } },
  { "report.totals", { "F9" } },
  { "report.compare", { "F7" } },
  { "report.next-change", { "<Alt>Down" } },
  { "report.previous-change", { "<Alt>Up" } },
  { "report.next-pane", { "F6" } },
  { "session.mode::drafting", { "<Alt>d" } },
  { "session.mode::reviewing", { "<Alt>r" } },
  { "report.section(0)", { "<Alt>0" } },
  { "report.section(1)", { "<Alt>1" } },
  { "report.section(2)", { "<Alt>2" } },
  { "report.section(3)", { "<Alt>3" } },
  { "report.section(4)", { "<Alt>4" } },
  { "report.section(5)", { "<Alt>5" } },
  { "report.section(6)", { "<Alt>6" } },
};

void
gj_application_install_keys (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                           (const char *const *) shortcuts[i].keys);
}
