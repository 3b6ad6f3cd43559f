/* SPDX-License-Identifier: GPL-3.0-or-later */

/* last-damage COMMAND…: starts a program on this display and tells how long, from the
 * start to the last change of the picture before a second of quiet, it took, and how much
 * memory the program then holds of its own. Prints "MILLISECONDS KIBIBYTES". Knows
 * nothing of the program, so that any two can be compared. */

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

#define QUIET_MS 1000
#define LIMIT_MS 30000

static long
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

/* What the process would give back if it ended: its private pages and its share of the
 * shared ones. */
static long
held_kib (pid_t pid)
{
  char path[64];
  char line[256];
  long kib = -1;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int) pid);
  file = fopen (path, "r");
  if (file == NULL)
    return -1;
  while (fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "Pss: %ld kB", &kib) == 1)
      break;
  fclose (file);
  return kib;
}

static int
no_error (Display     *display,
          XErrorEvent *event)
{
  return 0;
}

static void
watch (Display *display,
       Window   window)
{
  XDamageCreate (display, window, XDamageReportRawRectangles);
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_event;
  int damage_error;
  long start;
  long last = 0;
  int mapped = 0;
  pid_t pid;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 2;
  XSetErrorHandler (no_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  watch (display, DefaultRootWindow (display));
  XSync (display, False);

  start = now_us ();
  pid = fork ();
  if (pid == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  for (;;)
    {
      struct pollfd poll_fd = { ConnectionNumber (display), POLLIN, 0 };
      long now;

      while (XPending (display) > 0)
        {
          XEvent event;

          XNextEvent (display, &event);
          if (event.type == damage_event + XDamageNotify && mapped)
            last = now_us ();
          else if (event.type == MapNotify)
            {
              mapped = 1;
              watch (display, event.xmap.window);
            }
        }
      now = now_us ();
      if ((last != 0 && now - last > QUIET_MS * 1000L) || now - start > LIMIT_MS * 1000L)
        break;
      poll (&poll_fd, 1, 20);
    }
  printf ("%.1f %ld\n", last == 0 ? -1.0 : (double) (last - start) / 1000.0, held_kib (pid));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (display);
  return last == 0;
}
