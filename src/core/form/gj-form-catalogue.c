/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-catalogue.h"

#include "gj-base.h"

#include "gj-forms-resource.h"

/* The forms that the program knows: those compiled in, newest first and each read when it
 * is first asked for, then those added from files. A form stays for good, so that what is
 * handed out needs no reference. */

static const char *const built_in[] = { "guoban-2021", "guoban-2019" };

static GMutex mutex;
static GPtrArray *forms;

/* A broken form of our own is a broken build: there is nothing to go on with. */
static GjForm *
load (const char *id)
{
  g_autofree char *path = g_strdup_printf ("/io/github/gouji/Gouji/forms/%s.xml", id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GjForm *form = NULL;

  bytes = gj_resource_lookup_data (gj_forms_get_resource, path, &error);
  if (bytes != NULL)
    form = gj_form_new_from_bytes (bytes, path, &error);
  if (form == NULL)
    g_error ("%s", error->message);

  return form;
}

/* Call the functions from here on with the mutex held. */

static guint
count_forms (void)
{
  if (forms == NULL)
    {
      /* Registered by hand: a resource in a static library that nothing names is dropped. */
      gj_forms_register_resource ();
      forms = g_ptr_array_new ();
      g_ptr_array_set_size (forms, G_N_ELEMENTS (built_in));
    }

  return forms->len;
}

static const char *
get_id (guint index)
{
  return index < G_N_ELEMENTS (built_in) ? built_in[index]
                                         : gj_form_get_id (g_ptr_array_index (forms, index));
}

static GjForm *
get_form (guint index)
{
  if (g_ptr_array_index (forms, index) == NULL)
    g_ptr_array_index (forms, index) = load (built_in[index]);

  return g_ptr_array_index (forms, index);
}

static guint
find_id (const char *id)
{
  for (guint i = 0; i < count_forms (); i++)
    if (g_str_equal (get_id (i), id))
      return i;

  return GJ_NONE;
}

/**
 * gj_form_catalogue_get_n_forms:
 *
 * Returns: how many forms the program knows
 */
guint
gj_form_catalogue_get_n_forms (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return count_forms ();
}

/**
 * gj_form_catalogue_get_form:
 * @index: a number below gj_form_catalogue_get_n_forms()
 *
 * Returns: (transfer none) (nullable): the form
 */
GjForm *
gj_form_catalogue_get_form (guint index)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return index < count_forms () ? get_form (index) : NULL;
}

/**
 * gj_form_catalogue_find:
 * @id: a form's id
 *
 * Returns: (transfer none) (nullable): the form
 */
GjForm *
gj_form_catalogue_find (const char *id)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint index;

  g_return_val_if_fail (id != NULL, NULL);

  index = find_id (id);
  return index != GJ_NONE ? get_form (index) : NULL;
}

/**
 * gj_form_catalogue_find_year:
 * @year: a report year
 *
 * Returns: (transfer none) (nullable): the form of reports of that year
 */
GjForm *
gj_form_catalogue_find_year (int year)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  for (guint i = 0; i < count_forms (); i++)
    {
      GjForm *form = get_form (i);
      int last = gj_form_get_last_year (form);

      if (gj_form_get_first_year (form) <= year && gj_form_get_first_year (form) > 0 &&
          (last == 0 || year <= last))
        return form;
    }

  return NULL;
}

/**
 * gj_form_catalogue_add:
 * @form: a form, for instance one read from a file
 *
 * Makes a form known. One of the same id that is known already stays.
 */
void
gj_form_catalogue_add (GjForm *form)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  g_return_if_fail (form != NULL);

  if (find_id (gj_form_get_id (form)) == GJ_NONE)
    g_ptr_array_add (forms, gj_form_ref (form));
}
