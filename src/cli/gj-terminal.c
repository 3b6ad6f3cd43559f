/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-terminal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define PROGRESS_PERIOD (G_USEC_PER_SEC / 10)

static gboolean quiet;
static gboolean progress_shown;
static gint64 progress_time;

/* Words are UTF-8 inside. A locale without a charset of its own ("C") gets them as they
 * are: that is better than question marks. */

static void
write_words (FILE       *stream,
             const char *text)
{
  g_autofree char *converted = NULL;
  const char *charset;

  if (!g_get_charset (&charset) && !g_str_has_prefix (charset, "ANSI_X3.4") &&
      !g_str_equal (charset, "US-ASCII"))
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);

  fputs (converted != NULL ? converted : text, stream);
}

static void
clear_progress (void)
{
  if (!progress_shown)
    return;

  fputs ("\r\033[K", stderr);
  fflush (stderr);
  progress_shown = FALSE;
}

G_GNUC_PRINTF (1, 0)
static void
write_message (const char *format,
               va_list     arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  clear_progress ();
  write_words (stderr, text);
  fputc ('\n', stderr);
}

/**
 * gj_terminal_set_quiet:
 * @value: whether only what went wrong is said
 */
void
gj_terminal_set_quiet (gboolean value)
{
  quiet = value;
}

/**
 * gj_terminal_say:
 * @format: a sentence
 *
 * Says something that a person may want to know.
 */
void
gj_terminal_say (const char *format,
                 ...)
{
  va_list arguments;

  if (quiet)
    return;

  va_start (arguments, format);
  write_message (format, arguments);
  va_end (arguments);
}

/**
 * gj_terminal_complain:
 * @format: a sentence
 *
 * Says what went wrong.
 */
void
gj_terminal_complain (const char *format,
                      ...)
{
  va_list arguments;

  va_start (arguments, format);
  write_message (format, arguments);
  va_end (arguments);
}

/**
 * gj_terminal_print:
 * @text: words for people, in the charset of the locale on the way out
 */
void
gj_terminal_print (const char *text)
{
  clear_progress ();
  write_words (stdout, text);
}

/**
 * gj_terminal_print_bytes:
 * @bytes: text for programs, written as it is
 * @length: its length
 */
void
gj_terminal_print_bytes (const char *bytes,
                         gsize       length)
{
  clear_progress ();
  fwrite (bytes, 1, length, stdout);
}

/**
 * gj_terminal_flush:
 *
 * Returns: whether everything printed has arrived
 */
gboolean
gj_terminal_flush (void)
{
  clear_progress ();
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  /* When an earlier write failed, its reason is gone; one more fails for the same one. */
  if (errno == 0 && fputc ('\n', stdout) != EOF)
    fflush (stdout);
  gj_terminal_complain (_("The result could not be written: %s."), g_strerror (errno != 0 ? errno : EIO));

  return FALSE;
}

/**
 * gj_terminal_progress:
 * @done: how many files are done
 * @total: how many there are
 *
 * Shows how far the work is, on a terminal only.
 */
void
gj_terminal_progress (guint done,
                      guint total)
{
  g_autofree char *text = NULL;
  gint64 now;

  if (quiet || total < 2 || !isatty (STDERR_FILENO))
    return;

  now = g_get_monotonic_time ();
  if (now - progress_time < PROGRESS_PERIOD)
    return;

  progress_time = now;
  text = g_strdup_printf (_("%u of %u files"), done, total);
  clear_progress ();
  write_words (stderr, text);
  fflush (stderr);
  progress_shown = TRUE;
}

/**
 * gj_terminal_get_width:
 *
 * Returns: columns of the terminal that the results go to; 0 when they go elsewhere
 */
guint
gj_terminal_get_width (void)
{
  struct winsize size;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20)
    return 0;

  return size.ws_col;
}

static guint
get_char_width (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

/**
 * gj_text_get_width:
 * @text: text, UTF-8
 *
 * Returns: how many columns it takes
 */
guint
gj_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_char_width (g_utf8_get_char (at));

  return width;
}

/**
 * gj_text_pad:
 * @out: where the text goes
 * @text: text, UTF-8
 * @width: columns; negative to set the text against the right edge
 */
void
gj_text_pad (GString    *out,
             const char *text,
             int         width)
{
  int blanks = ABS (width) - (int) gj_text_get_width (text);

  if (width < 0 && blanks > 0)
    g_string_append_printf (out, "%*s", blanks, "");
  g_string_append (out, text);
  if (width > 0 && blanks > 0)
    g_string_append_printf (out, "%*s", blanks, "");
}

/* A line may end beside a Chinese character or after a blank, but no line begins with a
 * closing mark. */

static gboolean
can_break_before (const char *at)
{
  static const char no_begin[] = "，。；：、！？）》」』”’,.;:!?)]}";
  gunichar next = g_utf8_get_char (at);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (at));

  if (next == ' ' || g_utf8_strchr (no_begin, -1, next) != NULL)
    return FALSE;

  return last == ' ' || g_unichar_iswide (last) || g_unichar_iswide (next);
}

static const char *
find_line_end (const char *start,
               guint       width)
{
  const char *end = NULL;
  guint used = 0;

  for (const char *at = start; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (at > start && can_break_before (at))
        end = at;

      used += get_char_width (g_utf8_get_char (at));
      if (used > width && at > start)
        return end != NULL ? end : at;
    }

  return start + strlen (start);
}

/**
 * gj_text_wrap:
 * @out: where the text goes
 * @text: text, UTF-8
 * @indent: columns before every line but the first
 * @width: columns of a whole line; 0 for one endless line
 */
void
gj_text_wrap (GString    *out,
              const char *text,
              guint       indent,
              guint       width)
{
  guint room = width >= indent + 10 ? width - indent : 0;
  const char *at = text;

  while (*at != '\0')
    {
      const char *end = room > 0 ? find_line_end (at, room) : at + strlen (at);
      gsize length = end - at;

      if (at > text)
        g_string_append_printf (out, "\n%*s", (int) indent, "");
      while (*end != '\0' && length > 0 && at[length - 1] == ' ')
        length--;
      g_string_append_len (out, at, length);
      at = end;
    }
}
