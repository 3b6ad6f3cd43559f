/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "gj-worker-client.h"
#include "import-support.h"

/* The worker from outside: what it reads is what is read here, and whatever a document does
 * to it becomes one sentence, in time, and leaves the next document alone. */

static GjImportWorker *
new_worker (void)
{
  GjImportWorker *worker = gj_import_worker_new (GJ_IMPORT_KIND_DOCX, g_getenv ("GJ_TEST_WORKER"));

  gj_import_worker_set_limits (worker, 10000, 512);

  return worker;
}

static GjReport *
read_text (GjImportWorker  *worker,
           const char      *text,
           GError         **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gj_import_worker_read (worker, bytes, GJ_IMPORT_ALL, NULL, error);
}

static char *
write_sample (void)
{
  g_autoptr (GjReport) report = import_new_report (gj_form_catalogue_get_form (0), NULL);

  return import_write_text (report, LAYOUT_CELLS);
}

static void
assert_reads (GjImportWorker *worker)
{
  g_autofree char *text = write_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = read_text (worker, text, &error);
  g_autoptr (GjReport) expected = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GBytes) expected_xml = NULL;

  g_assert_no_error (error);
  expected = import_read_text (text);
  xml = gj_store_write (report);
  expected_xml = gj_store_write (expected);
  g_assert_true (g_bytes_equal (xml, expected_xml));
}

static void
test_read (void)
{
  g_autoptr (GjImportWorker) worker = new_worker ();

  for (guint i = 0; i < 3; i++)
    assert_reads (worker);
}

static void
test_refused (void)
{
  g_autoptr (GjImportWorker) worker = new_worker ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  g_assert_null (read_text (worker, "一、二、三\n", &error));
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
  g_assert_nonnull (strstr (error->message, "no annual report"));
  g_assert_null (read_text (worker, "{\\rtf1", &other_error));
  g_assert_error (other_error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (other_error->message, "RTF"));
  assert_reads (worker);
}

/* What kills the child, or makes it too slow */

typedef struct
{
  const char *word;
  guint       milliseconds;
  guint       mebibytes;
  const char *sentence;
} Misdeed;

static const Misdeed misdeeds[] = {
  { "crash", 10000, 512, "damaged" },
  { "socket", 10000, 512, "damaged" },
  { "exec", 10000, 512, "damaged" },
  { "hog", 30000, 128, "damaged" },
  { "hang", 300, 512, "too long" },
  { "nap", 300, 512, "too long" },
};

static void
test_misdeed (gconstpointer data)
{
  const Misdeed *c = data;
  g_autoptr (GjImportWorker) worker = new_worker ();
  g_autoptr (GError) error = NULL;
  gint64 before;

#if defined (__SANITIZE_ADDRESS__)
  if (g_str_equal (c->word, "hog"))
    {
      g_test_skip ("The memory is not limited under the address sanitizer");
      return;
    }
#endif

  assert_reads (worker);
  gj_import_worker_set_limits (worker, c->milliseconds, c->mebibytes);
  before = g_get_monotonic_time ();
  g_assert_null (read_text (worker, c->word, &error));
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, c->sentence));
  g_assert_cmpint (g_get_monotonic_time () - before, <, (gint64) c->milliseconds * 1000 + 8 * G_USEC_PER_SEC);
  gj_import_worker_set_limits (worker, 10000, 512);
  assert_reads (worker);
}

/* What it tries in vain */

typedef struct
{
  const char *word;
  int         number;
} Attempt;

static const Attempt attempts[] = {
  { "write", EPERM }, { "change", EPERM }, { "remove", EPERM }, { "fork", EPERM }, { "kill", EPERM }, { "read", EPERM },
};

static void
test_attempt (gconstpointer data)
{
  const Attempt *c = data;
  g_autoptr (GjImportWorker) worker = new_worker ();
  g_autofree char *sentence = g_strdup_printf ("errno %d", c->number);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (worker, c->word, &error));
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_lie (void)
{
  g_autoptr (GjImportWorker) worker = new_worker ();
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (worker, "lie", &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 20000);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GjImportWorker) worker = new_worker ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("nap", 3);
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (gj_import_worker_read (worker, bytes, GJ_IMPORT_ALL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 8 * G_USEC_PER_SEC);
  g_thread_join (thread);
  assert_reads (worker);
}

static void
test_missing (void)
{
  g_autoptr (GjImportWorker) worker = gj_import_worker_new (GJ_IMPORT_KIND_DOCX, "/nonexistent/gouji-import-worker");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (worker, "hang", &error));
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_WORKER);
}

/* A program that ends at once is none either. */
static void
test_wrong_program (void)
{
  g_autoptr (GjImportWorker) worker = gj_import_worker_new (GJ_IMPORT_KIND_DOCX, "/bin/true");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (worker, "hang", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, GJ_IMPORT_ERROR);
}

/* Each thread has a worker of its own. */
static gpointer
read_many (gpointer data)
{
  g_autoptr (GjImportWorker) worker = new_worker ();

  for (guint i = 0; i < 10; i++)
    assert_reads (worker);

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/worker/read", test_read);
  g_test_add_func ("/import/worker/refused", test_refused);
  for (guint i = 0; i < G_N_ELEMENTS (misdeeds); i++)
    {
      g_autofree char *path = g_strconcat ("/import/worker/misdeed/", misdeeds[i].word, NULL);

      g_test_add_data_func (path, &misdeeds[i], test_misdeed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *path = g_strconcat ("/import/worker/attempt/", attempts[i].word, NULL);

      g_test_add_data_func (path, &attempts[i], test_attempt);
    }
  g_test_add_func ("/import/worker/lie", test_lie);
  g_test_add_func ("/import/worker/cancel", test_cancel);
  g_test_add_func ("/import/worker/missing", test_missing);
  g_test_add_func ("/import/worker/wrong-program", test_wrong_program);
  g_test_add_func ("/import/worker/threads", test_threads);

  return g_test_run ();
}
