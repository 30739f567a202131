#ifndef BENCHFOLIO_CSIMDJSON_H
#define BENCHFOLIO_CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A face in C for simdjson's document object model.
 * Nothing here throws; a document and all that was taken from it live until csj_parser_free or the next csj_parse. */

#ifdef __cplusplus
extern "C" {
#endif

/* A reusable parser, which owns the document it parsed last. */
typedef struct csj_parser csj_parser;

/* A value inside the parser's document. `document` is null where nothing was found. */
typedef struct {
    const void *document;
    size_t index;
} csj_element;

typedef struct {
    csj_element at;
    csj_element end;
} csj_cursor;

typedef enum {
    CSJ_MISSING, CSJ_NULL, CSJ_BOOL, CSJ_INTEGER, CSJ_DOUBLE, CSJ_STRING, CSJ_ARRAY, CSJ_OBJECT
} csj_type;

/* How many bytes behind the text must be readable. */
size_t csj_padding(void);

csj_parser *csj_parser_new(void);
void csj_parser_free(csj_parser *parser);

/* Parses `length` bytes, behind which csj_padding() bytes are readable; the text is not written to.
 * Returns 0, or simdjson's number of an error. The text may go once this has returned. */
int csj_parse(csj_parser *parser, const char *text, size_t length, csj_element *root);

csj_type csj_type_of(csj_element element);

/* The value of `key`, the last one where a key stands twice; missing where there is none or `object` is no object. O(keys). */
csj_element csj_find(csj_element object, const char *key, size_t length);

/* Walks an array's elements, or an object's keys and values (key may be null where it does not matter). */
csj_cursor csj_items(csj_element container);
bool csj_next_item(csj_cursor *cursor, csj_element *item);
bool csj_next_member(csj_cursor *cursor, const char **key, size_t *length, csj_element *value);

typedef struct {
    const char *text;
    size_t length;
} csj_key;

/* The columns of a table whose rows are objects: the values of `keys` in each, then those of `inner_keys` in the object that each has
 * in its column `inner`. */
typedef struct {
    const csj_key *keys;
    size_t count;
    size_t inner;
    const csj_key *inner_keys;
    size_t inner_count;
} csj_columns;

/* Walks an array's elements a table at a time: writes a row of cells for each of the next `rows` elements at most, and returns how many
 * there were. A cell is what csj_find would find, but each object's keys are passed over once for all columns. O(keys). */
size_t csj_next_rows(csj_cursor *cursor, const csj_columns *columns, csj_element *cells, size_t rows);

/* The number of elements or members. O(1) up to 2^24 - 1, where simdjson's count saturates. */
size_t csj_count(csj_element container);

/* Each returns false and leaves its result alone where the element is of another type. A number converts to double from any
 * integer type and from a bool, as pyperf's reader does. */
bool csj_double(csj_element element, double *result);
bool csj_bool(csj_element element, bool *result);
bool csj_integer(csj_element element, bool *is_negative, uint64_t *magnitude);
bool csj_string(csj_element element, const char **text, size_t *length);

/* Copies an array's numbers to `out`, at most `capacity`, and returns how many stood before the first that is no number. */
size_t csj_doubles(csj_element array, double *out, size_t capacity);

#ifdef __cplusplus
}
#endif
#endif
