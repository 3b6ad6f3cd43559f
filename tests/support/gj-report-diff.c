/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-diff.h"

#include <string.h>

static void
compare (GString    *out,
         const char *place,
         const char *one,
         const char *other)
{
  if (g_strcmp0 (one, other) != 0)
    g_string_append_printf (out, "%s: “%s” – “%s”\n", place, one != NULL ? one : "(none)",
                            other != NULL ? other : "(none)");
}

static void
compare_fields (GString  *out,
                GjReport *one,
                GjReport *other)
{
  static const GjField fields[] = {
    GJ_FIELD_TITLE, GJ_FIELD_DOCUMENT_NUMBER, GJ_FIELD_YEAR, GJ_FIELD_SIGNATURE, GJ_FIELD_DATE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    compare (out, gj_field_get_id (fields[i]), gj_report_get_field (one, fields[i]),
             gj_report_get_field (other, fields[i]));
  compare (out, "variant", gj_report_get_variant (one), gj_report_get_variant (other));
}

/* A section's table stands first when its text does not say where. */
static char *
write_blocks (GjReport *report,
              guint     section)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);
  GjForm *form = gj_report_get_form (report);
  GString *out = g_string_new (NULL);
  gboolean has_table = section >= gj_form_get_n_sections (form) ||
                       gj_form_get_section (form, section)->table == GJ_NONE;

  for (guint i = 0; narrative != NULL && i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);
      const GjPicture *picture = gj_block_get_picture (block);

      if (gj_block_get_kind (block) == GJ_BLOCK_TABLE)
        {
          g_string_append (out, "[table]|");
          has_table = TRUE;
        }
      else if (gj_block_get_kind (block) == GJ_BLOCK_PICTURE)
        {
          g_string_append_printf (out, "[%s %u×%u %" G_GSIZE_FORMAT " %u %s]|", picture->type, picture->width,
                                  picture->height, g_bytes_get_size (picture->bytes),
                                  g_bytes_hash (picture->bytes), picture->title);
        }
      else
        {
          g_string_append_printf (out, "%s|", gj_block_get_text (block));
        }
    }
  if (!has_table)
    g_string_prepend (out, "[table]|");

  return g_string_free (out, FALSE);
}

static void
compare_sections (GString  *out,
                  GjReport *one,
                  GjReport *other)
{
  GjForm *form = gj_report_get_form (one);

  for (guint i = 0; i < gj_report_get_n_narratives (one); i++)
    {
      g_autofree char *a = write_blocks (one, i);
      g_autofree char *b = write_blocks (other, i);
      const char *id = i < gj_form_get_n_sections (form) ? gj_form_get_section (form, i)->id : "preface";

      compare (out, id, a, b);
      if (i < gj_form_get_n_sections (form))
        compare (out, id, gj_report_get_heading (one, i), gj_report_get_heading (other, i));
    }
}

char *
gj_report_diff (GjReport *one,
                GjReport *other)
{
  GString *out = g_string_new (NULL);
  GjForm *form = gj_report_get_form (one);

  if (form != gj_report_get_form (other))
    {
      compare (out, "form", gj_form_get_id (form), gj_form_get_id (gj_report_get_form (other)));
      return g_string_free (out, FALSE);
    }

  compare_fields (out, one, other);
  compare_sections (out, one, other);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    compare (out, gj_form_get_cell (form, i)->id,
             gj_report_has_cell (one, i) ? gj_report_get_cell_text (one, i) : NULL,
             gj_report_has_cell (other, i) ? gj_report_get_cell_text (other, i) : NULL);

  return g_string_free (out, FALSE);
}

char *
gj_report_list_notes (GjReport *report)
{
  GString *out = g_string_new (NULL);
  GjSource *source = gj_report_get_source (report);

  for (guint i = 0; source != NULL && i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      g_string_append_printf (out, "%s%s@%s", i > 0 ? " " : "", note->code, note->place);
    }

  return g_string_free (out, FALSE);
}
