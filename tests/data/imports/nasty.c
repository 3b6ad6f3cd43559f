/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

typedef GBytes *(*Write) (const NastyCase     *nasty,
                          const GjRawDocument *document);

static const struct
{
  const NastyCase *cases;
  const guint     *n_cases;
  Write            write;
} formats[NASTY_N_FORMATS] = {
  [NASTY_DOCX] = { nasty_docx_cases, &nasty_n_docx_cases, nasty_write_docx },
  [NASTY_DOC] = { nasty_doc_cases, &nasty_n_doc_cases, nasty_write_doc },
  [NASTY_HTML] = { nasty_html_cases, &nasty_n_html_cases, nasty_write_html },
  [NASTY_PDF] = { nasty_pdf_cases, &nasty_n_pdf_cases, nasty_write_pdf },
  [NASTY_TEXT] = { nasty_text_cases, &nasty_n_text_cases, nasty_write_text },
};

const NastyCase *
nasty_list (NastyFormat  format,
            guint       *n_cases)
{
  *n_cases = *formats[format].n_cases;

  return formats[format].cases;
}

GBytes *
nasty_write (NastyFormat      format,
             const NastyCase *nasty,
             DocumentFixture *fixture)
{
  return formats[format].write (nasty, fixture->document);
}

/* An edit that finds nothing would be a case that shows nothing. */
char *
nasty_edit (const NastyCase *nasty,
            const char      *markup)
{
  char *text = g_strdup (markup);

  for (guint i = 0; i < NASTY_MAX_EDITS && nasty->edits[i].pattern != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRegex) regex = g_regex_new (nasty->edits[i].pattern, G_REGEX_DOTALL, 0, &error);
      g_autofree char *before = text;

      g_assert_no_error (error);
      text = g_regex_replace (regex, before, -1, 0, nasty->edits[i].replacement, 0, &error);
      g_assert_no_error (error);
      if ((nasty->flags & NASTY_LOOSE) == 0)
        g_assert_cmpstr (text, !=, before);
    }

  return text;
}
