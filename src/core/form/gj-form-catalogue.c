/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-catalogue.h"

#include "gj-forms-resource.h"

/* The forms that the program knows: those compiled in, read once, and those added from
 * files. A form stays for good, so that what is handed out needs no reference. */

static const char *const built_in[] = { "guoban-2021" };

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

  bytes = g_resource_lookup_data (gj_forms_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    form = gj_form_new_from_bytes (bytes, path, &error);
  if (form == NULL)
    g_error ("%s", error->message);

  return form;
}

/* Call with the mutex held. */
static GPtrArray *
get_forms (void)
{
  if (forms != NULL)
    return forms;

  /* Registered by hand: a resource in a static library that nothing names is dropped. */
  gj_forms_register_resource ();

  forms = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_form_unref);
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    g_ptr_array_add (forms, load (built_in[i]));

  return forms;
}

/**
 * gj_form_catalogue_get_n_forms:
 *
 * Returns: how many forms the program knows
 */
guint
gj_form_catalogue_get_n_forms (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return get_forms ()->len;
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return index < get_forms ()->len ? g_ptr_array_index (forms, index) : NULL;
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < get_forms ()->len; i++)
    {
      GjForm *form = g_ptr_array_index (forms, i);

      if (g_str_equal (gj_form_get_id (form), id))
        return form;
    }

  return NULL;
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  for (guint i = 0; i < get_forms ()->len; i++)
    {
      GjForm *form = g_ptr_array_index (forms, i);
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  g_return_if_fail (form != NULL);

  for (guint i = 0; i < get_forms ()->len; i++)
    if (g_str_equal (gj_form_get_id (g_ptr_array_index (forms, i)), gj_form_get_id (form)))
      return;

  g_ptr_array_add (forms, gj_form_ref (form));
}
