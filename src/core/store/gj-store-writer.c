/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-store.h"

#include "gj-base.h"
#include "gj-store-private.h"

/* Writes a report in one way only, so that the same report gives the same bytes. The
 * order of everything is that of data/schema/report.rng. */

#define TYPICAL_SIZE (40 * 1024)

static void
write_fields (GjXmlWriter *writer,
              GjReport    *report)
{
  for (int i = 0; i < GJ_N_FIELDS; i++)
    {
      const char *value = gj_report_get_field (report, i);

      if (*value == '\0')
        continue;
      gj_xml_writer_start (writer, "field");
      gj_xml_writer_attribute (writer, "id", gj_field_get_id (i));
      gj_xml_writer_text (writer, value);
      gj_xml_writer_end (writer);
    }
}

static void
write_picture (GjXmlWriter     *writer,
               const GjPicture *picture)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (picture->bytes, &size);

  gj_xml_writer_start (writer, "picture");
  gj_xml_writer_attribute (writer, "type", picture->type);
  gj_xml_writer_attribute_uint (writer, "width", picture->width);
  gj_xml_writer_attribute_uint (writer, "height", picture->height);
  gj_xml_writer_attribute (writer, "title", picture->title);
  gj_xml_writer_base64 (writer, data, size);
  gj_xml_writer_end (writer);
}

static void
write_blocks (GjXmlWriter       *writer,
              const GjNarrative *narrative)
{
  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      const GjBlock *block = gj_narrative_get_block (narrative, i);

      switch (gj_block_get_kind (block))
        {
        case GJ_BLOCK_PARAGRAPH:
          gj_xml_writer_element (writer, "paragraph", gj_block_get_text (block));
          break;
        case GJ_BLOCK_PICTURE:
          write_picture (writer, gj_block_get_picture (block));
          break;
        case GJ_BLOCK_TABLE:
        default:
          gj_xml_writer_element (writer, "table", "");
          break;
        }
    }
}

static void
write_narratives (GjXmlWriter *writer,
                  GjReport    *report)
{
  GjForm *form = gj_report_get_form (report);

  gj_xml_writer_start (writer, "preface");
  write_blocks (writer, gj_report_get_narrative (report, gj_report_get_preface (report)));
  gj_xml_writer_end (writer);

  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      gj_xml_writer_start (writer, "section");
      gj_xml_writer_attribute (writer, "id", gj_form_get_section (form, i)->id);
      gj_xml_writer_attribute (writer, "heading", gj_report_get_heading (report, i));
      write_blocks (writer, gj_report_get_narrative (report, i));
      gj_xml_writer_end (writer);
    }
}

static void
write_cells (GjXmlWriter *writer,
             GjReport    *report)
{
  GjForm *form = gj_report_get_form (report);

  gj_xml_writer_start (writer, "cells");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *text = gj_report_get_cell_text (report, i);

      if (text == NULL)
        continue;
      gj_xml_writer_start (writer, "cell");
      gj_xml_writer_attribute (writer, "id", gj_form_get_cell (form, i)->id);
      gj_xml_writer_text (writer, text);
      gj_xml_writer_end (writer);
    }
  gj_xml_writer_end (writer);
}

static void
write_label (GjXmlWriter         *writer,
             const char          *name,
             const GjSourceLabel *label)
{
  gj_xml_writer_start (writer, name);
  gj_xml_writer_attribute (writer, "place", label->place);
  gj_xml_writer_text (writer, label->text);
  gj_xml_writer_end (writer);
}

static void
write_surplus (GjXmlWriter     *writer,
               const GjSurplus *surplus)
{
  gj_xml_writer_start (writer, "surplus");
  gj_xml_writer_attribute (writer, "place", surplus->place);
  for (guint i = 0; surplus->values[i] != NULL; i++)
    gj_xml_writer_element (writer, "value", surplus->values[i]);
  gj_xml_writer_end (writer);
}

static void
write_note (GjXmlWriter  *writer,
            const GjNote *note)
{
  gj_xml_writer_start (writer, "note");
  gj_xml_writer_attribute (writer, "id", note->id);
  gj_xml_writer_attribute (writer, "severity", _gj_severity_get_id (note->severity));
  gj_xml_writer_attribute (writer, "code", note->code);
  gj_xml_writer_attribute (writer, "place", note->place);
  gj_xml_writer_attribute_uint (writer, "line", note->line);
  gj_xml_writer_element (writer, "zh", note->message_zh);
  gj_xml_writer_element (writer, "en", note->message_en);
  if (note->fragment != NULL)
    gj_xml_writer_element (writer, "fragment", note->fragment);
  gj_xml_writer_end (writer);
}

static void
write_source (GjXmlWriter    *writer,
              const GjSource *source)
{
  const char *const *lines = gj_source_get_title_lines (source);

  gj_xml_writer_start (writer, "source");
  gj_xml_writer_attribute (writer, "format", gj_source_get_format (source));
  gj_xml_writer_attribute (writer, "digest", gj_source_get_digest (source));
  if (gj_source_get_unit (source) != GJ_SOURCE_UNIT_LINE)
    gj_xml_writer_attribute (writer, "unit", gj_source_unit_get_id (gj_source_get_unit (source)));
  for (guint i = 0; lines[i] != NULL; i++)
    gj_xml_writer_element (writer, "title-line", lines[i]);
  for (guint i = 0; i < gj_source_get_n_labels (source); i++)
    write_label (writer, "label", gj_source_get_label (source, i));
  for (guint i = 0; i < gj_source_get_n_surpluses (source); i++)
    write_surplus (writer, gj_source_get_surplus (source, i));
  for (guint i = 0; i < gj_source_get_n_residues (source); i++)
    write_label (writer, "residue", gj_source_get_residue (source, i));
  for (guint i = 0; i < gj_source_get_n_notes (source); i++)
    write_note (writer, gj_source_get_note (source, i));
  gj_xml_writer_end (writer);
}

static void
write_decisions (GjXmlWriter *writer,
                 GPtrArray   *decisions)
{
  if (decisions->len == 0)
    return;

  gj_xml_writer_start (writer, "decisions");
  for (guint i = 0; i < decisions->len; i++)
    {
      const GjDecision *decision = g_ptr_array_index (decisions, i);

      gj_xml_writer_start (writer, "decision");
      gj_xml_writer_attribute (writer, "key", decision->key);
      gj_xml_writer_attribute (writer, "state", gj_decision_state_get_id (decision->state));
      gj_xml_writer_attribute (writer, "who", decision->who);
      gj_xml_writer_attribute (writer, "when", decision->when);
      gj_xml_writer_element (writer, "reason", decision->reason);
      gj_xml_writer_element (writer, "basis", decision->basis);
      gj_xml_writer_end (writer);
    }
  gj_xml_writer_end (writer);
}

static void
write_comments (GjXmlWriter *writer,
                GPtrArray   *comments)
{
  if (comments->len == 0)
    return;

  gj_xml_writer_start (writer, "comments");
  for (guint i = 0; i < comments->len; i++)
    {
      const GjComment *comment = g_ptr_array_index (comments, i);

      gj_xml_writer_start (writer, "comment");
      gj_xml_writer_attribute (writer, "id", comment->id);
      gj_xml_writer_attribute (writer, "place", comment->place);
      gj_xml_writer_attribute (writer, "who", comment->who);
      gj_xml_writer_attribute (writer, "when", comment->when);
      gj_xml_writer_attribute (writer, "answers", comment->answers);
      if (gj_comment_has_words (comment))
        {
          gj_xml_writer_attribute_uint (writer, "start", comment->start);
          gj_xml_writer_attribute_uint (writer, "end", comment->end);
        }
      gj_xml_writer_attribute (writer, "done", comment->done ? "yes" : NULL);
      gj_xml_writer_text (writer, comment->text);
      gj_xml_writer_end (writer);
    }
  gj_xml_writer_end (writer);
}

static void
write_settings (GjXmlWriter *writer,
                GjReport    *report)
{
  guint n_names;
  const char *const *names = gj_report_list_setting_names (report, &n_names);

  if (n_names == 0)
    return;

  gj_xml_writer_start (writer, "settings");
  for (guint i = 0; i < n_names; i++)
    {
      gj_xml_writer_start (writer, "setting");
      gj_xml_writer_attribute (writer, "name", names[i]);
      gj_xml_writer_text (writer, gj_report_get_setting (report, names[i]));
      gj_xml_writer_end (writer);
    }
  gj_xml_writer_end (writer);
}

/* What is published, after the start of the root. */
static void
write_content (GjXmlWriter *writer,
               GjReport    *report)
{
  gj_xml_writer_attribute (writer, "form", gj_form_get_id (gj_report_get_form (report)));
  gj_xml_writer_attribute (writer, "variant", gj_report_get_variant (report));
  write_fields (writer, report);
  write_narratives (writer, report);
  write_cells (writer, report);
}

static GBytes *
write_report (GjReport *report,
              gboolean  published)
{
  g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (TYPICAL_SIZE);

  gj_xml_writer_start (writer, "report");
  gj_xml_writer_attribute (writer, "xmlns", GJ_STORE_NAMESPACE);
  gj_xml_writer_attribute_uint (writer, "version", GJ_STORE_VERSION);
  write_content (writer, report);
  if (!published)
    {
      if (gj_report_get_source (report) != NULL)
        write_source (writer, gj_report_get_source (report));
      write_decisions (writer, gj_report_get_decisions (report));
      write_comments (writer, gj_report_get_comments (report));
      write_settings (writer, report);
    }
  gj_xml_writer_end (writer);

  return gj_xml_writer_end_document (writer);
}

/**
 * gj_store_write:
 * @report: a report
 *
 * Writes a report as a .gouji file. The same report gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
gj_store_write (GjReport *report)
{
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  return write_report (report, FALSE);
}

/**
 * gj_store_write_published:
 * @report: a report
 *
 * Writes what is published of a report: form, title, preface, metadata, narratives with
 * pictures, cells, signature; not source, decisions, comments and settings.
 *
 * Returns: (transfer full): a .gouji file of that
 */
GBytes *
gj_store_write_published (GjReport *report)
{
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  return write_report (report, TRUE);
}

/* What the digest is made of. Its root is its own, so that a new version of the file does
 * not change the digest of a report that says what it said. */
GBytes *
_gj_store_write_canonical (GjReport *report)
{
  g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (TYPICAL_SIZE);

  gj_xml_writer_start (writer, "published");
  gj_xml_writer_attribute (writer, "xmlns", GJ_STORE_PUBLISHED_NAMESPACE);
  write_content (writer, report);
  gj_xml_writer_end (writer);

  return gj_xml_writer_end_document (writer);
}
