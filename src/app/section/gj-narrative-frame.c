/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-frame.h"

#include <adwaita.h>

#define LINE_MOST 760
#define LINE_EASY 700
#define SMALL_MOST 130

static GtkWidget *
create (GtkWidget *child)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), child);

  return frame;
}

/* All of the page to write on, in lines that are not too long to read. */

GtkWidget *
gj_narrative_frame_new_large (GjNarrativeView *text)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *frame = create (clamp);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), LINE_MOST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), LINE_EASY);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (text));
  gtk_widget_set_vexpand (frame, TRUE);

  return frame;
}

/* As high as the text, up to some lines: the table beside it has the room. */

GtkWidget *
gj_narrative_frame_new_small (GjNarrativeView *text)
{
  GtkWidget *frame = create (GTK_WIDGET (text));

  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), SMALL_MOST);
  gtk_widget_add_css_class (frame, "small-text");

  return frame;
}

/* What is written, and what is read beside it. */

GtkWidget *
gj_narrative_frame_new_beside (GtkWidget *frame,
                               GtkWidget *reference)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (frame, TRUE);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), reference);

  return box;
}
