/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-support.h"

#include <stdio.h>
#include <string.h>

/* Writes a report as the texts look that reports really come in, from the form's printed
 * layout, so that every cell of every form is checked by reading it back. */

static const char *const sentences[] = {
  "本年度各项工作按计划完成，主动公开信息128条，其中工作动态97条，财政信息31条。",
  "（一）制度建设。修订公开目录，“应公开尽公开”；全年组织培训2次。",
  "全年未收取任何费用。",
};

static void
fill_narratives (GjReport *report)
{
  GjForm *form = gj_report_get_form (report);

  for (guint s = 0; s < gj_form_get_n_sections (form); s++)
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
      g_autoptr (GjNarrative) narrative = NULL;
      gboolean has_table = gj_form_get_section (form, s)->table != GJ_NONE;

      g_ptr_array_add (blocks, gj_block_new_paragraph (sentences[s % 3]));
      if (has_table)
        g_ptr_array_add (blocks, gj_block_new_table ());
      if (!has_table || s % 2 == 0)
        g_ptr_array_add (blocks, gj_block_new_paragraph (sentences[(s + 1) % 3]));
      narrative = gj_narrative_new ((GjBlock *const *) blocks->pdata, blocks->len);
      gj_report_init_narrative (report, s, narrative);
    }
}

static gboolean
is_absent (GjForm          *form,
           const GjVariant *variant,
           const GjCell    *cell)
{
  if (variant == NULL || cell->table != variant->table)
    return FALSE;

  for (guint i = 0; i < variant->n_absent_rows; i++)
    if (variant->absent_rows[i] == cell->row)
      return TRUE;

  return FALSE;
}

/* A report whose cells all differ. */
GjReport *
import_new_report (GjForm     *form,
                   const char *variant)
{
  GjReport *report = gj_report_new (form);
  const GjVariant *changed = variant != NULL ? gj_form_find_variant (form, variant) : NULL;
  int year = gj_form_get_first_year (form) + 1;
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *title = gj_form_format_title (form, "青禾市商务局\n", year);
  g_autofree char *preface = g_strdup_printf (
    "根据有关规定编制本报告。所列数据的统计期限自%d年1月1日起至%d年12月31日止。"
    "如有疑问，请与本局办公室联系（地址：青禾市长亭路7号；邮编：412300；"
    "电话：0799-6123456；邮箱：bgs@qinghe.example）。", year, year);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (preface);

  gj_report_init_variant (report, variant);
  gj_report_init_field (report, GJ_FIELD_TITLE, title);
  gj_report_init_field (report, GJ_FIELD_BODY, "青禾市商务局");
  gj_report_init_field (report, GJ_FIELD_YEAR, year_text);
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "青禾市商务局");
  gj_report_init_field (report, GJ_FIELD_DATE, "1992-01-20");
  gj_report_init_narrative (report, gj_report_get_preface (report), narrative);
  fill_narratives (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const GjCell *cell = gj_form_get_cell (form, i);
      g_autofree char *text = g_strdup_printf ("%u", 100 + i * 7);

      gj_report_init_cell (report, i, is_absent (form, changed, cell) ? NULL : text);
    }

  return report;
}

static const char *
get_slot_text (GjReport     *report,
               const GjSlot *slot)
{
  return slot->kind == GJ_SLOT_CELL ? gj_report_get_cell_text (report, slot->cell) : slot->text.zh;
}

static const GjSlot *
find_slot (const GjTableLayout *layout,
           guint                line,
           guint                position)
{
  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->line <= line && line < slot->line + slot->n_lines &&
          slot->position <= position && position < slot->position + slot->n_positions)
        return slot;
    }

  return NULL;
}

static void
write_field (GString      *out,
             ImportLayout  layout,
             const char   *text,
             gboolean      is_first)
{
  switch (layout)
    {
    case LAYOUT_CELLS:
      g_string_append_printf (out, "\t%s\n", text);
      break;
    case LAYOUT_ROWS:
      g_string_append_printf (out, "%s%s", is_first ? "" : "\t", text);
      break;
    case LAYOUT_PIPES:
      g_string_append_printf (out, "%s %s |", is_first ? "|" : "", text);
      break;
    case LAYOUT_COLUMNS:
      if (*text != '\0')
        g_string_append_printf (out, "%s%s", is_first ? "" : "  ", text);
      break;
    case LAYOUT_NUMBERS:
    default:
      if (*text != '\0')
        g_string_append_printf (out, "%s\n", text);
      break;
    }
}

static void
write_table (GString      *out,
             GjReport     *report,
             guint         table,
             ImportLayout  layout)
{
  const GjTableLayout *printed = gj_table_get_layout (gj_form_get_table (gj_report_get_form (report), table),
                                                      gj_report_get_variant (report));

  for (guint line = 0; line < printed->n_lines; line++)
    {
      for (guint position = 0; position < printed->n_positions; position++)
        {
          const GjSlot *slot = find_slot (printed, line, position);
          gboolean begins = slot->line == line && slot->position == position;

          gboolean is_label = slot->kind == GJ_SLOT_LABEL || slot->kind == GJ_SLOT_NOTE;

          if (slot->position != position && (layout == LAYOUT_CELLS || !is_label))
            continue;
          write_field (out, layout, begins ? get_slot_text (report, slot) : "", position == 0);
        }
      if (layout == LAYOUT_NUMBERS)
        continue;
      g_string_append_c (out, '\n');
      if (layout == LAYOUT_PIPES && line == 0)
        g_string_append (out, "|---|---|\n");
    }
  if (layout == LAYOUT_CELLS)
    g_string_append_c (out, '\n');
}

static void
write_section (GString      *out,
               GjReport     *report,
               guint         section,
               ImportLayout  layout)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      if (gj_block_get_kind (block) == GJ_BLOCK_TABLE)
        write_table (out, report, gj_form_get_section (gj_report_get_form (report), section)->table, layout);
      else
        g_string_append_printf (out, "%s\n", gj_block_get_text (block));
    }
}

char *
import_write_text (GjReport     *report,
                   ImportLayout  layout)
{
  GString *out = g_string_new (NULL);
  GjForm *form = gj_report_get_form (report);
  int year;
  int month;
  int day;

  g_string_append_printf (out, "%s\n\n", gj_report_get_field (report, GJ_FIELD_TITLE));
  write_section (out, report, gj_report_get_preface (report), layout);
  for (guint s = 0; s < gj_form_get_n_sections (form); s++)
    {
      g_string_append_printf (out, "%s\n", gj_form_get_section (form, s)->heading.zh);
      write_section (out, report, s, layout);
    }
  sscanf (gj_report_get_field (report, GJ_FIELD_DATE), "%d-%d-%d", &year, &month, &day);
  g_string_append_printf (out, "\n%s\n%d年%d月%d日\n", gj_report_get_field (report, GJ_FIELD_SIGNATURE),
                          year, month, day);

  return g_string_free (out, FALSE);
}

GjReport *
import_read_bytes (const char  *data,
                   gsize        size,
                   GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return gj_import_bytes (bytes, NULL, NULL, error);
}

GjReport *
import_read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  GjReport *report = import_read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);

  return report;
}

/* "code@place code@place …", in order. */
char *
import_list_notes (GjReport *report)
{
  GString *out = g_string_new (NULL);
  GjSource *source = gj_report_get_source (report);

  for (guint i = 0; i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      g_assert_true (g_utf8_validate (note->message_zh, -1, NULL));
      g_assert_nonnull (note->message_en);
      g_assert_null (strchr (note->message_zh, '{'));
      g_assert_null (strchr (note->message_en, '{'));
      g_string_append_printf (out, "%s%s@%s", i > 0 ? " " : "", note->code, note->place);
    }

  return g_string_free (out, FALSE);
}

void
import_assert_cell (GjReport   *report,
                    const char *id,
                    const char *text)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);
  if (text == NULL)
    {
      g_assert_false (gj_report_has_cell (report, cell));
      return;
    }
  g_assert_true (gj_report_has_cell (report, cell));
  g_assert_cmpstr (gj_report_get_cell_text (report, cell), ==, text);
}

void
import_assert_equal (GjReport *one,
                     GjReport *other)
{
  GjForm *form = gj_report_get_form (one);

  g_assert_cmpstr (gj_form_get_id (gj_report_get_form (other)), ==, gj_form_get_id (form));
  g_assert_cmpstr (gj_report_get_variant (other), ==, gj_report_get_variant (one));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    import_assert_cell (other, gj_form_get_cell (form, i)->id,
                        gj_report_has_cell (one, i) ? gj_report_get_cell_text (one, i) : NULL);
  for (guint s = 0; s < gj_report_get_n_narratives (one); s++)
    {
      g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (one, s));
      g_autofree char *other_text = gj_narrative_dup_text (gj_report_get_narrative (other, s));

      g_assert_cmpstr (other_text, ==, text);
      g_assert_true (gj_narrative_equal (gj_report_get_narrative (one, s), gj_report_get_narrative (other, s)));
    }
  for (GjField field = 0; field < GJ_N_FIELDS; field++)
    if (*gj_report_get_field (one, field) != '\0')
      g_assert_cmpstr (gj_report_get_field (other, field), ==, gj_report_get_field (one, field));
}

char *
import_replace (const char *text,
                const char *from,
                const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}
