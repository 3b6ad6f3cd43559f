/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-verification.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-import.h"

/* The first report that is known exactly is what everything is compared with: other
 * reports and digests exactly, pages by what they show. Without one, pages are compared
 * with the first pages. */

typedef struct
{
  GjEvidence  evidence;
  GjReport   *report;
  GPtrArray  *differences;
} Item;

struct _GjVerification
{
  GPtrArray            *items;
  GjVerificationResult  result;
  gboolean              is_ended;
};

static void
item_free (gpointer data)
{
  Item *self = data;

  g_free (self->evidence.file);
  g_free (self->evidence.name);
  g_free (self->evidence.digest);
  g_clear_object (&self->report);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

static const char *const names[] = {
  [GJ_EVIDENCE_REPORT] = N_("The report “%s”"),
  [GJ_EVIDENCE_SOURCE] = N_("The report inside “%s”"),
  [GJ_EVIDENCE_PAGES] = N_("What can be seen in “%s”"),
  [GJ_EVIDENCE_PRINTED] = N_("The digest printed in “%s”"),
};

static char *
make_name (GjEvidenceKind  kind,
           const char     *file)
{
  g_autoptr (GString) name = NULL;

  if (kind == GJ_EVIDENCE_TYPED)
    return g_strdup (_("The digest that was given"));
  if (file == NULL)
    return g_strdup (_("The report that is open"));

  name = g_string_new (_(names[kind]));
  g_string_replace (name, "%s", file, 1);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Takes over @digest. */
static Item *
add_item (GjVerification *self,
          GjEvidenceKind  kind,
          const char     *file,
          GjReport       *report,
          char           *digest)
{
  Item *item = g_new0 (Item, 1);

  item->evidence.kind = kind;
  item->evidence.file = g_strdup (file);
  item->evidence.name = make_name (kind, file);
  item->evidence.digest = digest;
  item->report = report != NULL ? g_object_ref (report) : NULL;
  item->differences = g_ptr_array_new ();
  g_ptr_array_add (self->items, item);

  return item;
}

/**
 * gj_verification_new:
 *
 * Returns: (transfer full): a verification of nothing yet
 */
GjVerification *
gj_verification_new (void)
{
  GjVerification *self = g_new0 (GjVerification, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->result = GJ_VERIFICATION_UNPROVEN;

  return self;
}

/**
 * gj_verification_free:
 *
 * Frees it.
 */
void
gj_verification_free (GjVerification *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * gj_verification_add_report:
 * @self: a verification that is not ended
 * @name: (nullable): what people call it, %NULL for the report that is open
 * @report: a report; a snapshot when others may change it
 *
 * Adds a report, such as the one that is open.
 */
void
gj_verification_add_report (GjVerification *self,
                            const char     *name,
                            GjReport       *report)
{
  g_return_if_fail (self != NULL && !self->is_ended);
  g_return_if_fail (GJ_IS_REPORT (report));

  add_item (self, GJ_EVIDENCE_REPORT, name, report, gj_report_dup_digest (report));
}

/**
 * gj_verification_add_code:
 * @self: a verification that is not ended
 * @typed: a digest as it was typed or scanned
 * @error: %GJ_STORE_ERROR_NOT_A_DIGEST
 *
 * Adds a digest from paper.
 *
 * Returns: whether it is one
 */
gboolean
gj_verification_add_code (GjVerification  *self,
                          const char      *typed,
                          GError         **error)
{
  char *digest;

  g_return_val_if_fail (self != NULL && !self->is_ended, FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  digest = gj_digest_parse (typed, error);
  if (digest != NULL)
    add_item (self, GJ_EVIDENCE_TYPED, NULL, NULL, digest);

  return digest != NULL;
}

/* Files */

static void
add_printed (GjVerification *self,
             const char     *name,
             GjReport       *pages)
{
  GjSource *source = gj_report_get_source (pages);

  for (guint i = 0; source != NULL && i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      if (g_str_equal (note->code, "printed-digest") && note->fragment != NULL)
        add_item (self, GJ_EVIDENCE_PRINTED, name, NULL, g_strdup (note->fragment));
    }
}

/* A PDF has its source, its pages and what is printed on them. */
static gboolean
add_pdf (GjVerification  *self,
         const char      *name,
         GBytes          *bytes,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GjReport) source = gj_import_document_part (bytes, GJ_IMPORT_SOURCE, cancellable, &reason);
  g_autoptr (GjReport) pages = NULL;
  guint first = self->items->len;

  if (source == NULL && !g_error_matches (reason, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (source != NULL)
    add_item (self, GJ_EVIDENCE_SOURCE, name, source, gj_report_dup_digest (source));

  pages = gj_import_document_part (bytes, GJ_IMPORT_PAGES, cancellable, source == NULL ? error : NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, source == NULL ? NULL : error) ||
      (pages == NULL && source == NULL))
    return FALSE;
  add_item (self, GJ_EVIDENCE_PAGES, name, pages, NULL)->evidence.is_unread = pages == NULL;
  if (pages != NULL)
    add_printed (self, name, pages);

  for (guint i = first; i < self->items->len; i++)
    ((Item *) self->items->pdata[i])->evidence.is_signed = gj_pdf_is_signed (bytes);

  return TRUE;
}

static gboolean
is_native (const char   *name,
           GjImportKind  kind)
{
  return kind == GJ_IMPORT_KIND_GOUJI || (g_str_has_suffix (name, ".gouji") && !gj_import_is_foreign (kind));
}

/**
 * gj_verification_add_file:
 * @self: a verification that is not ended
 * @name: the file's name, for people
 * @bytes: its content
 * @cancellable: (nullable): a #GCancellable
 * @error: an error of the store or the import
 *
 * Adds a native file, a PDF, or any other document of the report.
 *
 * Returns: whether it could be read
 */
gboolean
gj_verification_add_file (GjVerification  *self,
                          const char      *name,
                          GBytes          *bytes,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr (GjReport) report = NULL;
  GjImportKind kind;

  g_return_val_if_fail (self != NULL && !self->is_ended, FALSE);
  g_return_val_if_fail (name != NULL && bytes != NULL, FALSE);

  kind = gj_import_sniff (bytes);
  if (kind == GJ_IMPORT_KIND_PDF)
    return add_pdf (self, name, bytes, cancellable, error);

  if (is_native (name, kind))
    {
      report = gj_store_read (bytes, error);
      if (report != NULL)
        gj_verification_add_report (self, name, report);
    }
  else
    {
      report = gj_import_document (bytes, cancellable, error);
      if (report != NULL)
        add_item (self, GJ_EVIDENCE_PAGES, name, report, NULL);
    }

  return report != NULL;
}

/* Comparing */

static gboolean
is_exact (const Item *item)
{
  return item->evidence.kind == GJ_EVIDENCE_REPORT || item->evidence.kind == GJ_EVIDENCE_SOURCE;
}

static gboolean
is_code (const Item *item)
{
  return item->evidence.kind == GJ_EVIDENCE_PRINTED || item->evidence.kind == GJ_EVIDENCE_TYPED;
}

static const Item *
find_reference (GjVerification *self)
{
  const Item *pages = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = self->items->pdata[i];

      if (is_exact (item))
        return item;
      if (pages == NULL && item->report != NULL)
        pages = item;
    }

  return pages;
}

static void
list_differences (const Item        *reference,
                  Item              *item,
                  GjDifferenceFlags  flags)
{
  g_ptr_array_unref (item->differences);
  item->differences = gj_report_list_differences (reference->report, item->report, flags, gj_language_get_current ());
}

/* A code without a report to compute its digest from can only be compared with others. */
static const char *
find_digest (GjVerification *self,
             const Item     *reference,
             const Item     *item)
{
  if (reference != NULL && is_exact (reference))
    return reference->evidence.digest;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *other = self->items->pdata[i];

      if (other != item && is_code (other) && strlen (other->evidence.digest) == GJ_DIGEST_LENGTH)
        return other->evidence.digest;
    }

  return NULL;
}

/* Returns whether there was something to compare with. */
static gboolean
compare (GjVerification *self,
         const Item     *reference,
         Item           *item)
{
  const char *digest;

  if (is_code (item))
    {
      digest = find_digest (self, reference, item);
      item->evidence.agrees = digest == NULL || gj_digest_matches (digest, item->evidence.digest);
      return digest != NULL && reference != NULL && is_exact (reference);
    }

  item->evidence.agrees = TRUE;
  if (item->report == NULL)
    return FALSE;
  if (item == reference)
    return self->items->len > 1;

  if (!is_exact (item))
    list_differences (reference, item, GJ_DIFFERENCE_VISIBLE);
  else if (strcmp (item->evidence.digest, reference->evidence.digest) != 0)
    list_differences (reference, item, GJ_DIFFERENCE_EXACT);
  item->evidence.agrees = item->differences->len == 0 &&
                          (!is_exact (item) || strcmp (item->evidence.digest, reference->evidence.digest) == 0);

  return TRUE;
}

/**
 * gj_verification_end:
 * @self: a verification
 *
 * Compares everything that was added. Nothing can be added later.
 *
 * Returns: what came out
 */
GjVerificationResult
gj_verification_end (GjVerification *self)
{
  const Item *reference;
  gboolean proven;

  g_return_val_if_fail (self != NULL, GJ_VERIFICATION_UNPROVEN);

  if (self->is_ended)
    return self->result;

  self->is_ended = TRUE;
  reference = find_reference (self);
  proven = self->items->len > 1;
  self->result = GJ_VERIFICATION_TOGETHER;
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      proven = compare (self, reference, item) && proven;
      if (!item->evidence.agrees)
        self->result = GJ_VERIFICATION_APART;
    }
  if (self->result == GJ_VERIFICATION_TOGETHER && !proven)
    self->result = GJ_VERIFICATION_UNPROVEN;

  return self->result;
}

/* What came out */

/**
 * gj_verification_get_result:
 *
 * Returns: what gj_verification_end() has returned
 */
GjVerificationResult
gj_verification_get_result (GjVerification *self)
{
  g_return_val_if_fail (self != NULL, GJ_VERIFICATION_UNPROVEN);

  return self->result;
}

static guint
count_apart (GjVerification *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += !((const Item *) self->items->pdata[i])->evidence.agrees;

  return n;
}

/**
 * gj_verification_dup_summary:
 *
 * Returns: (transfer full): what came out, in a sentence
 */
char *
gj_verification_dup_summary (GjVerification *self)
{
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->result)
    {
    case GJ_VERIFICATION_TOGETHER:
      return g_strdup (_("They belong together: everything is of the same report."));
    case GJ_VERIFICATION_APART:
      n = count_apart (self);
      return g_strdup_printf (ngettext ("They do not belong together: %u of them differs.",
                                        "They do not belong together: %u of them differ.", n), n);
    case GJ_VERIFICATION_UNPROVEN:
    default:
      if (self->items->len > 1)
        return g_strdup (_("Nothing differs, but not everything could be compared. Add the report’s .gouji file, or a PDF with the report inside."));
      return g_strdup (_("There is nothing to compare with. Add the printed digest or another file."));
    }
}

/**
 * gj_verification_get_n_evidence:
 *
 * Returns: how many things are compared
 */
guint
gj_verification_get_n_evidence (GjVerification *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * gj_verification_get_evidence:
 * @index: counted from 0
 *
 * Returns: (transfer none): one of the things that are compared, in the order in which they
 *          were added
 */
const GjEvidence *
gj_verification_get_evidence (GjVerification *self,
                              guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->items->len, NULL);

  return &((const Item *) self->items->pdata[index])->evidence;
}

/**
 * gj_verification_get_differences:
 * @evidence: counted from 0
 *
 * In which places it differs; the left side is what everything is compared with.
 *
 * Returns: (transfer none) (element-type GjDifference): the differences
 */
GPtrArray *
gj_verification_get_differences (GjVerification *self,
                                 guint           evidence)
{
  g_return_val_if_fail (self != NULL && evidence < self->items->len, NULL);

  return ((const Item *) self->items->pdata[evidence])->differences;
}
