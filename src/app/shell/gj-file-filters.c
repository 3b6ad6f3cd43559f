/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-filters.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* The kinds of files that a dialog offers: everything that can be read comes first. */

typedef struct
{
  const char *name;
  const char *suffixes[10];
} Filter;

static const Filter readable[] = {
  { N_("All reports (.gouji, Word, WPS, PDF, web pages, text)"),
    { "gouji", "docx", "doc", "wps", "pdf", "html", "htm", "mht", "mhtml", "txt" } },
  { N_("Gouji reports (.gouji)"), { "gouji" } },
  { N_("Word and WPS documents (.docx, .doc, .wps)"), { "docx", "doc", "wps" } },
  { N_("PDF documents (.pdf)"), { "pdf" } },
  { N_("Web pages (.html, .htm, .mht)"), { "html", "htm", "mht", "mhtml" } },
  { N_("Text (.txt)"), { "txt" } },
  { N_("All files"), { NULL } },
};

static const Filter writable[] = {
  { N_("Gouji reports (.gouji)"), { "gouji" } },
  { N_("Word documents (.docx)"), { "docx" } },
};

static const Filter writable_word[] = {
  { N_("Word documents (.docx)"), { "docx" } },
  { N_("Gouji reports (.gouji)"), { "gouji" } },
};

/* In capitals or not: .DOCX is as good as .docx. */
static GtkFileFilter *
create_filter (const Filter *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(self->name));
  for (guint i = 0; i < G_N_ELEMENTS (self->suffixes) && self->suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, self->suffixes[i]);
  if (self->suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");

  return filter;
}

static GListModel *
create_filters (const Filter *filters,
                guint         n_filters)
{
  GListStore *list = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = create_filter (&filters[i]);

      g_list_store_append (list, filter);
    }

  return G_LIST_MODEL (list);
}

GListModel *
gj_file_filters_new_readable (void)
{
  return create_filters (readable, G_N_ELEMENTS (readable));
}

GListModel *
gj_file_filters_new_writable (gboolean word_first)
{
  if (word_first)
    return create_filters (writable_word, G_N_ELEMENTS (writable_word));

  return create_filters (writable, G_N_ELEMENTS (writable));
}
