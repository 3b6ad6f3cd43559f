/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-samples.h"

#include <string.h>

/* Texts that offices write, as sentences; and the edits that clerks make of them. */

#define MAX_SENTENCES 7

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  g_free (sentence->text);
  g_free (sentence);
}

static Sentence *
sentence_new (const char *text,
              guint       source)
{
  Sentence *sentence = g_new0 (Sentence, 1);

  sentence->text = g_strdup (text);
  sentence->source = source;
  return sentence;
}

static void
add_sentences (GPtrArray  *sentences,
               const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = lines[i];

      for (const char *end; (end = strstr (start, "。")) != NULL; start = end + strlen ("。"))
        if (end - start > 15)
          g_ptr_array_add (sentences, g_strndup (start, end + strlen ("。") - start));
    }
}

static void
add_narratives (GPtrArray  *sentences,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  report = gj_store_read (bytes, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < gj_form_get_n_sections (gj_report_get_form (report)); i++)
    {
      GjNarrative *narrative = gj_report_get_narrative (report, i);
      g_autofree char *text = narrative != NULL ? gj_narrative_dup_text (narrative) : NULL;

      if (text != NULL)
        add_sentences (sentences, text);
    }
}

/* The sentences of the sample reports, and as many that are put together of parts. */

GPtrArray *
read_samples (void)
{
  static const char *const files[] = {
    "lanjiang-district-2025.gouji", "yunxi-development-reform-2024.gouji", "yunxi-development-reform-2025.gouji",
  };
  static const char *const subjects[] = { "办公室", "各科室", "局党组", "门户网站", "政务新媒体", "领导小组", "服务大厅", "下属单位" };
  static const char *const verbs[] = { "全年整理", "按季度通报", "及时更新", "集中清理", "主动公开", "逐项落实", "认真核对", "统一发布" };
  static const char *const objects[] = { "栏目信息", "公开目录", "工作台账", "政策解读", "申请答复", "会议材料", "规范性文件", "培训资料" };
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "samples", files[i], NULL);

      add_narratives (sentences, path);
    }

  for (guint i = 0; i < 512; i += 5)
    g_ptr_array_add (sentences, g_strdup_printf ("%s%s%s%u件，%s%s%s%u次。", subjects[i % 8], verbs[i / 8 % 8],
                                                 objects[i / 64], i + 3, subjects[(i + 3) % 8], verbs[i / 64],
                                                 objects[(i / 8 + 1) % 8], i % 13 + 1));

  return sentences;
}

/* The sentences of every text in a folder; %NULL if it is not there. */

GPtrArray *
read_real (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *sentences;
  const char *name;

  if (dir == NULL)
    return NULL;

  sentences = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;

      if (g_file_get_contents (path, &contents, NULL, NULL) && g_utf8_validate (contents, -1, NULL))
        add_sentences (sentences, contents);
    }

  return sentences;
}

static GPtrArray *
paragraph_new (void)
{
  return g_ptr_array_new_with_free_func (sentence_free);
}

/* Every sentence at most once, so that each has but one true partner. */

GPtrArray *
make_document (GRand     *rand,
               GPtrArray *sentences,
               guint      n_paragraphs)
{
  GPtrArray *document = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  guint source = 0;

  for (guint i = 0; i < n_paragraphs; i++)
    {
      GPtrArray *paragraph = paragraph_new ();
      guint n = g_rand_int_range (rand, 1, MAX_SENTENCES);

      while (paragraph->len < n)
        {
          char *text = sentences->pdata[g_rand_int_range (rand, 0, sentences->len)];

          if (g_hash_table_size (used) * 2 > sentences->len || g_hash_table_add (used, text))
            g_ptr_array_add (paragraph, sentence_new (text, ++source));
        }
      g_ptr_array_add (document, paragraph);
    }

  return document;
}

GPtrArray *
copy_document (GPtrArray *document)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < document->len; i++)
    {
      GPtrArray *paragraph = document->pdata[i];
      GPtrArray *copied = paragraph_new ();

      for (guint j = 0; j < paragraph->len; j++)
        {
          Sentence *sentence = paragraph->pdata[j];

          g_ptr_array_add (copied, sentence_new (sentence->text, sentence->source));
        }
      g_ptr_array_add (copy, copied);
    }

  return copy;
}

static void
change_number (GRand    *rand,
               Sentence *sentence)
{
  gsize start = strcspn (sentence->text, "0123456789");
  gsize length = strspn (sentence->text + start, "0123456789");
  g_autofree char *before = g_strndup (sentence->text, start);
  char *changed;

  if (length == 0)
    return;

  changed = g_strdup_printf ("%s%d%s", before, g_rand_int_range (rand, 2, 9999), sentence->text + start + length);
  g_free (sentence->text);
  sentence->text = changed;
  sentence->is_changed = TRUE;
}

/* A few characters somewhere in it become others. */

static void
reword (GRand    *rand,
        Sentence *sentence)
{
  static const char *const words[] = { "进一步", "认真做好", "扎实推进", "及时", "全部", "不断" };
  glong length = g_utf8_strlen (sentence->text, -1);
  glong start = g_rand_int_range (rand, 0, length / 2);
  glong end = start + g_rand_int_range (rand, 0, 5);
  g_autofree char *before = g_utf8_substring (sentence->text, 0, start);
  const char *after = g_utf8_offset_to_pointer (sentence->text, MIN (end, length));
  char *changed = g_strconcat (before, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], after, NULL);

  g_free (sentence->text);
  sentence->text = changed;
  sentence->is_changed = TRUE;
}

typedef enum
{
  EDIT_INSERT,
  EDIT_DELETE,
  EDIT_MOVE_SENTENCE,
  EDIT_MOVE_PARAGRAPH,
  EDIT_SPLIT,
  EDIT_MERGE,
  EDIT_REWORD,
  EDIT_NUMBER,
  EDIT_MOVE_AND_REWORD,
  N_EDITS,
} Edit;

static GPtrArray *
pick_paragraph (GRand     *rand,
                GPtrArray *document,
                GArray    *moved)
{
  for (guint i = 0; i < 20; i++)
    {
      GPtrArray *paragraph = document->pdata[g_rand_int_range (rand, 0, document->len)];
      gboolean is_moved = FALSE;

      for (guint j = 0; j < moved->len; j++)
        is_moved |= g_array_index (moved, GPtrArray *, j) == paragraph;
      if (!is_moved && paragraph->len > 0)
        return paragraph;
    }

  return NULL;
}

static void
move_paragraph (GRand     *rand,
                GPtrArray *document,
                GPtrArray *paragraph,
                GArray    *moved)
{
  guint place = g_rand_int_range (rand, 0, document->len);
  guint index;

  g_ptr_array_find (document, paragraph, &index);
  g_ptr_array_steal_index (document, index);
  g_ptr_array_insert (document, place, paragraph);
  g_array_append_val (moved, paragraph);
}

static void
split_paragraph (GRand     *rand,
                 GPtrArray *document,
                 GPtrArray *paragraph)
{
  GPtrArray *rest;
  guint index, place;

  if (paragraph->len < 2)
    return;

  rest = paragraph_new ();
  place = g_rand_int_range (rand, 1, paragraph->len);
  while (paragraph->len > place)
    g_ptr_array_add (rest, g_ptr_array_steal_index (paragraph, place));
  g_ptr_array_find (document, paragraph, &index);
  g_ptr_array_insert (document, index + 1, rest);
}

static void
merge_paragraph (GPtrArray *document,
                 GPtrArray *paragraph,
                 GArray    *moved)
{
  GPtrArray *next;
  guint index;

  g_ptr_array_find (document, paragraph, &index);
  if (index + 1 == document->len)
    return;

  next = document->pdata[index + 1];
  for (guint i = 0; i < moved->len; i++)
    if (g_array_index (moved, GPtrArray *, i) == next)
      return;

  while (next->len > 0)
    g_ptr_array_add (paragraph, g_ptr_array_steal_index (next, 0));
  g_ptr_array_remove_index (document, index + 1);
}

static void
edit_once (GRand     *rand,
           GPtrArray *document,
           GPtrArray *sentences,
           GArray    *moved)
{
  GPtrArray *paragraph = pick_paragraph (rand, document, moved);
  GPtrArray *other = pick_paragraph (rand, document, moved);
  guint place;

  if (paragraph == NULL || other == NULL)
    return;

  place = g_rand_int_range (rand, 0, paragraph->len);

  switch ((Edit) g_rand_int_range (rand, 0, N_EDITS))
    {
    case EDIT_INSERT:
      g_ptr_array_insert (paragraph, place,
                          sentence_new (sentences->pdata[g_rand_int_range (rand, 0, sentences->len)], 0));
      break;

    case EDIT_DELETE:
      g_ptr_array_remove_index (paragraph, place);
      break;

    case EDIT_MOVE_SENTENCE:
      g_ptr_array_insert (other, 0, g_ptr_array_steal_index (paragraph, place));
      break;

    case EDIT_MOVE_PARAGRAPH:
      move_paragraph (rand, document, paragraph, moved);
      break;

    case EDIT_SPLIT:
      split_paragraph (rand, document, paragraph);
      break;

    case EDIT_MERGE:
      merge_paragraph (document, paragraph, moved);
      break;

    case EDIT_REWORD:
      reword (rand, paragraph->pdata[place]);
      break;

    case EDIT_NUMBER:
      change_number (rand, paragraph->pdata[place]);
      break;

    case EDIT_MOVE_AND_REWORD:
      reword (rand, paragraph->pdata[place]);
      move_paragraph (rand, document, paragraph, moved);
      break;

    case N_EDITS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * edit_document:
 * @moved: (element-type GPtrArray) (out caller-allocates): paragraphs that were moved whole
 *
 * Makes so many edits of a document as a clerk might.
 */
void
edit_document (GRand     *rand,
               GPtrArray *document,
               GPtrArray *sentences,
               guint      n_edits,
               GArray    *moved)
{
  for (guint i = 0; i < n_edits; i++)
    edit_once (rand, document, sentences, moved);
}

char **
write_document (GPtrArray *document)
{
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();

  for (guint i = 0; i < document->len; i++)
    {
      GPtrArray *paragraph = document->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < paragraph->len; j++)
        g_string_append (text, ((Sentence *) paragraph->pdata[j])->text);
      g_strv_builder_add (paragraphs, text->str);
    }

  return g_strv_builder_end (paragraphs);
}
