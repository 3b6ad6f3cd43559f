/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/HTMLparser.h>

#include "gj-base.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

#define GJ_HTML_MAX_TAGS 100000
#define GJ_HTML_MAX_DEPTH 1000
#define GJ_HTML_MAX_TEXT (4 * 1024 * 1024)
#define GJ_HTML_MAX_ROWS 2000
#define GJ_HTML_MAX_COLUMNS 64
#define GJ_HTML_MAX_TABLES 100

/**
 * GjHtmlSource:
 * @markup: the page as the parser gets it: no scripts, no comments, no foreign tags
 * @scripts: (element-type utf8): what stood in scripts
 * @strings: (element-type utf8): what stood where a page may hold another one as text
 * @styles: what stood in style sheets
 *
 * A page, sorted.
 */
typedef struct
{
  GString   *markup;
  GPtrArray *scripts;
  GPtrArray *strings;
  GString   *styles;
} GjHtmlSource;

/**
 * GjHtmlPart:
 * @GJ_HTML_PART_ARTICLE: perhaps the article
 * @GJ_HTML_PART_TOOL: a tool of the page, which may stand inside the article
 * @GJ_HTML_PART_BOUNDARY: what ends the article or comes before it
 *
 * What a part of a page is.
 */
typedef enum
{
  GJ_HTML_PART_ARTICLE,
  GJ_HTML_PART_TOOL,
  GJ_HTML_PART_BOUNDARY,
} GjHtmlPart;

/**
 * GjHtmlPiece:
 * @block: a block
 * @n_characters: its characters that are no blanks
 * @n_linked: those of them that are a link to another page
 * @n_links: how many links to other pages it holds
 * @n_numbers: with a grid, cells that hold a number or nothing
 * @part: what the page itself calls the part that it stands in
 * @headed: whether the page says that it is a heading or a title
 *
 * A block and what tells whether it belongs to the article.
 */
typedef struct
{
  GjRawBlock *block;
  guint       n_characters;
  guint       n_linked;
  guint       n_links;
  guint       n_numbers;
  GjHtmlPart  part;
  gboolean    headed;
} GjHtmlPiece;

/**
 * GjHtmlNote:
 * @piece: index of the piece that came next
 *
 * A note that holds only as long as what it is about is read.
 */
typedef struct
{
  GjRawNoteKind  kind;
  char          *text;
  guint          n;
  guint          line;
  guint          piece;
} GjHtmlNote;

/**
 * GjHtmlComment:
 * @is_placed: whether its place was met
 * @is_found: whether a block has it
 *
 * A comment that Word wrote into a page; the rest is as in #GjRawComment.
 */
typedef struct
{
  char     *who;
  char     *when;
  char     *text;
  gboolean  is_placed;
  gboolean  is_found;
  guint     block;
  guint     row;
  guint     cell;
  guint     start;
  guint     end;
} GjHtmlComment;

/**
 * GjHtmlFiles:
 * @files: (element-type utf8 GBytes): files by their address
 * @base: (nullable): the address of the page itself
 *
 * The files that came with a page.
 */
typedef struct
{
  GHashTable *files;
  const char *base;
} GjHtmlFiles;

/**
 * GjHtmlWalk:
 * @hidden: (element-type utf8): classes and ids that a style sheet hides
 * @layouts: (element-type xmlNode): tables that only arrange the page
 * @pieces: (element-type GjHtmlPiece): what was read so far
 * @notes: (element-type GjHtmlNote): what was done so far
 * @comments: (element-type GjHtmlComment): comments by their number
 * @takes_hidden: whether hidden text is read too
 * @files: (nullable): the files that came with the page
 * @line: the paragraph that is being read
 * @space: the blank that stood behind @line: 0, ' ' or '\n' when it held a line's end
 * @pictures: (element-type GjRawBlock): pictures that stood in @line or in a cell
 * @cell: (nullable): the cell that is being read
 * @deferred: (nullable) (element-type xmlNode): tables inside cells, to be read later
 * @frame: (nullable): the address of a page that is shown in this one
 * @marker: (nullable): the number of an item, for its first character
 * @n_paragraphs: paragraphs so far, those in cells too
 * @level: the level of the heading that is being read, or 0
 * @part: what the part around is called
 * @article: how many parts around are called article
 * @link: how many links to other pages are open
 * @pre: how many parts around keep their blanks
 * @exact: how many parts around say that blanks at the ends of lines are text too
 * @heading: (nullable): the heading that was read last
 * @depth: how many tables are open
 *
 * A page on its way from its tree to blocks.
 */
typedef struct
{
  GCancellable *cancellable;
  GError       *error;
  GHashTable   *hidden;
  GHashTable   *layouts;
  GArray       *pieces;
  GArray       *notes;
  GArray       *comments;
  gboolean      takes_hidden;
  const GjHtmlFiles *files;
  GString      *line;
  char          space;
  GPtrArray    *pictures;
  GString      *cell;
  GPtrArray    *deferred;
  char         *frame;
  const char   *marker;
  guint         n_paragraphs;
  guint         n_nodes;
  guint         level;
  GjHtmlPart    part;
  guint         article;
  guint         headed;
  guint         link;
  guint         pre;
  guint         exact;
  char         *heading;
  guint         depth;
  guint         n_layouts;
  guint         line_of_layout;
  guint         n_linked;
  guint         n_links;
  guint         n_comments;
  guint         n_frames;
  guint         frame_depth;
  gsize         n_frame_bytes;
} GjHtmlWalk;

/**
 * GjHtmlRow:
 * @node: the row's element, or the first cell of a row without one
 * @nodes: (element-type xmlNode): its cells
 * @group: the group of rows that it belongs to
 */
typedef struct
{
  const xmlNode *node;
  GPtrArray     *nodes;
  guint          group;
  gboolean       is_head;
} GjHtmlRow;

/* gj-html-reader.c */
GjRawDocument *   _gj_html_read_page       (GBytes             *bytes,
                                            const char         *charset,
                                            const GjHtmlFiles  *files,
                                            GCancellable       *cancellable,
                                            GError            **error);

/* gj-html-source.c */
char *            _gj_html_find_charset    (GBytes             *bytes);
GjHtmlSource *    _gj_html_source_new      (const char         *text,
                                            gsize               length,
                                            GError            **error);
void              _gj_html_source_free     (GjHtmlSource       *self);

/* gj-html-tree.c */
xmlDoc *          _gj_html_parse           (GString            *markup,
                                            GCancellable       *cancellable,
                                            GError            **error);
gboolean          _gj_html_is              (const xmlNode      *node,
                                            const char         *name);
gboolean          _gj_html_is_one_of       (const xmlNode      *node,
                                            const char *const  *names,
                                            guint               n_names);
const char *      _gj_html_get_attribute   (const xmlNode      *node,
                                            const char         *name);
gboolean          _gj_html_has_style       (const xmlNode      *node,
                                            const char         *words);
gboolean          _gj_html_is_exact        (const xmlNode      *node);
guint             _gj_html_get_number      (const xmlNode      *node,
                                            const char         *name,
                                            guint               fallback);

/* gj-html-hidden.c */
GHashTable *      _gj_html_find_hidden     (const char         *styles);
gboolean          _gj_html_is_hidden       (const xmlNode      *node,
                                            GHashTable         *hidden);

/* gj-html-walk.c */
void              _gj_html_walk_init       (GjHtmlWalk         *self,
                                            GCancellable       *cancellable);
void              _gj_html_walk_clear      (GjHtmlWalk         *self);
void              _gj_html_walk_node       (GjHtmlWalk         *self,
                                            const xmlNode      *node);
void              _gj_html_walk_children   (GjHtmlWalk         *self,
                                            const xmlNode      *node);
void              _gj_html_walk_note       (GjHtmlWalk         *self,
                                            GjRawNoteKind       kind,
                                            const char         *text,
                                            guint               n);

/* gj-html-text.c */
char *            _gj_html_dup_text        (const xmlNode      *node);

/* gj-html-left-out.c */
gboolean          _gj_html_leave_out       (GjHtmlWalk         *self,
                                            const xmlNode      *node);
void              _gj_html_note_text       (GjHtmlWalk         *self,
                                            GjRawNoteKind       kind,
                                            const xmlNode      *node);

/* gj-html-plain.c */
gboolean          _gj_html_read_plain      (GjHtmlWalk         *self,
                                            const xmlNode      *node);

/* gj-html-control.c */
void              _gj_html_read_control    (GjHtmlWalk         *self,
                                            const xmlNode      *node);

/* gj-html-frame.c */
gboolean          _gj_html_is_frame        (const xmlNode      *node);
void              _gj_html_read_frame      (GjHtmlWalk         *self,
                                            const xmlNode      *node);

/* gj-html-comment.c */
gboolean          _gj_html_is_comment_mark (const xmlNode      *node);
guint             _gj_html_begin_comment   (GjHtmlWalk         *self,
                                            const xmlNode      *node);
void              _gj_html_end_comment     (GjHtmlWalk         *self,
                                            guint               number);
void              _gj_html_read_comments   (GjHtmlWalk         *self,
                                            const xmlNode      *list);
void              _gj_html_write_comments  (GjHtmlWalk         *self,
                                            GjRawDocument      *document);

/* gj-html-line.c */
void              _gj_html_add_text        (GjHtmlWalk         *self,
                                            const char         *text);
void              _gj_html_end_line        (GjHtmlWalk         *self);
void              _gj_html_add_piece       (GjHtmlWalk         *self,
                                            GjRawBlock         *block,
                                            guint               n_characters);

/* gj-html-list.c */
char *            _gj_html_dup_marker      (const xmlNode      *item);

/* gj-html-picture.c */
void              _gj_html_add_picture     (GjHtmlWalk         *self,
                                            const xmlNode      *node);

/* gj-html-layout.c */
GHashTable *      _gj_html_find_layouts    (const xmlNode      *root);

/* gj-html-table.c */
void              _gj_html_read_table      (GjHtmlWalk         *walk,
                                            const xmlNode      *table);
void              _gj_html_read_layout     (GjHtmlWalk         *walk,
                                            const xmlNode      *table);
void              _gj_html_fail_for_size   (GjHtmlWalk         *walk);

/* gj-html-grid.c */
gboolean          _gj_html_place_cells     (GjHtmlWalk         *walk,
                                            GPtrArray          *rows,
                                            GjRawBlock         *grid);

/* gj-html-furniture.c */
GjHtmlPart        _gj_html_judge_part      (const xmlNode      *node,
                                            gboolean            in_article);
gboolean          _gj_html_is_title        (const xmlNode      *node);

/* gj-html-words.c */
GjHtmlPart        _gj_html_judge_words     (const char         *text);

/* gj-html-article.c */
guint             _gj_html_weigh_article   (GjHtmlWalk         *walk);
void              _gj_html_take_article    (GjHtmlWalk         *walk,
                                            GjRawDocument      *document);

/* gj-html-script.c */
char *            _gj_html_find_article    (GjHtmlSource       *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjHtmlSource, _gj_html_source_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjHtmlWalk, _gj_html_walk_clear)

G_END_DECLS
