#include "CSimdJSON.h"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <type_traits>

namespace dom = simdjson::dom;

struct csj_parser {
    dom::parser parser;
};

namespace {

// An element and the iterators over its container are a document's address and an index each; C sees them as just that.
template <typename T>
T from_c(const csj_element &source) {
    static_assert(std::is_trivially_copyable<T>::value && sizeof(T) == sizeof(csj_element), "not an address and an index");
    T result;
    std::memcpy(static_cast<void *>(&result), &source, sizeof result);
    return result;
}

template <typename T>
csj_element to_c(const T &source) {
    static_assert(std::is_trivially_copyable<T>::value && sizeof(T) == sizeof(csj_element), "not an address and an index");
    csj_element result;
    std::memcpy(&result, static_cast<const void *>(&source), sizeof result);
    return result;
}

const csj_element missing = {nullptr, 0};

template <typename Container>
csj_cursor cursor_over(const Container &container) {
    return {to_c(container.begin()), to_c(container.end())};
}

// simdjson's own conversion takes the integer types; a bool it leaves to the caller.
inline bool number(dom::element element, double *result) {
    if (element.get(*result) == simdjson::SUCCESS) return true;
    bool truth = false;
    if (element.get(truth) != simdjson::SUCCESS) return false;
    *result = truth ? 1 : 0;
    return true;
}

// A bit for each length that one of the keys has; most members of an object have none of them.
uint64_t lengths_of(const csj_key *keys, size_t count) {
    uint64_t lengths = 0;
    for (size_t index = 0; index < count; ++index) lengths |= uint64_t(1) << (keys[index].length & 63);
    return lengths;
}

// What stands behind the value at a place of the tape. Containers say where they end; a number's value stands in a word of its own.
// Source: simdjson, doc/tape.md.
inline size_t behind(const uint64_t *tape, size_t place) {
    const uint64_t word = tape[place];
    switch (char(word >> 56)) {
    case '{':
    case '[': return uint32_t(word);
    case 'l':
    case 'u':
    case 'd': return place + 2;
    default: return place + 1;
    }
}

// Goes over the tape itself: there are some twenty keys in each of a large archive's two million objects, and few are wanted.
// Of a key that stands twice the last value stays, as with csj_find.
void pick(csj_element object, const csj_key *keys, size_t count, uint64_t lengths, csj_element *cells) {
    if (csj_type_of(object) != CSJ_OBJECT) return;
    const auto *document = static_cast<const dom::document *>(object.document);
    const uint64_t *tape = document->tape.get();
    const uint8_t *strings = document->string_buf.get();
    const size_t end = behind(tape, object.index) - 1;
    for (size_t place = object.index + 1; place < end; place = behind(tape, place + 1)) {
        // A key is a place in the buffer of strings, where its length stands before it.
        const uint8_t *key = strings + (tape[place] & 0x00FFFFFFFFFFFFFF);
        uint32_t length;
        std::memcpy(&length, key, sizeof length);
        if ((lengths >> (length & 63) & 1) == 0) continue;
        const char *text = reinterpret_cast<const char *>(key + sizeof length);
        for (size_t index = 0; index < count; ++index) {
            if (keys[index].length != length || *keys[index].text != *text) continue;
            if (std::memcmp(text, keys[index].text, length) != 0) continue;
            cells[index] = {object.document, place + 1};
            break;
        }
    }
}

} // namespace

size_t csj_padding(void) { return simdjson::SIMDJSON_PADDING; }

csj_parser *csj_parser_new(void) { return new (std::nothrow) csj_parser; }

void csj_parser_free(csj_parser *parser) { delete parser; }

int csj_parse(csj_parser *parser, const char *text, size_t length, csj_element *root) {
    *root = missing;
    try {
        // Files of one archive are about equally long: without room to spare each that is a little longer would ask for all memory anew.
        if (parser->parser.capacity() < length) (void)parser->parser.allocate(length + length / 4);
        dom::element element;
        const auto error = parser->parser.parse(text, length, false).get(element);
        if (error == simdjson::SUCCESS) *root = to_c(element);
        return error;
    } catch (const std::bad_alloc &) {
        return simdjson::MEMALLOC;
    } catch (...) {
        return simdjson::UNEXPECTED_ERROR;
    }
}

csj_type csj_type_of(csj_element element) {
    if (element.document == nullptr) return CSJ_MISSING;
    switch (from_c<dom::element>(element).type()) {
    case dom::element_type::NULL_VALUE: return CSJ_NULL;
    case dom::element_type::BOOL: return CSJ_BOOL;
    case dom::element_type::INT64:
    case dom::element_type::UINT64: return CSJ_INTEGER;
    case dom::element_type::DOUBLE: return CSJ_DOUBLE;
    case dom::element_type::STRING: return CSJ_STRING;
    case dom::element_type::ARRAY: return CSJ_ARRAY;
    case dom::element_type::OBJECT: return CSJ_OBJECT;
    }
    return CSJ_MISSING;
}

csj_element csj_find(csj_element object, const char *key, size_t length) {
    if (csj_type_of(object) != CSJ_OBJECT) return missing;
    dom::object members;
    if (from_c<dom::element>(object).get(members) != simdjson::SUCCESS) return missing;
    csj_element found = missing;
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (member.key_length() == length && std::memcmp(member.key_c_str(), key, length) == 0) found = to_c(member.value());
    }
    return found;
}

csj_cursor csj_items(csj_element container) {
    if (container.document != nullptr) {
        dom::array array;
        dom::object object;
        const auto element = from_c<dom::element>(container);
        if (element.get(array) == simdjson::SUCCESS) return cursor_over(array);
        if (element.get(object) == simdjson::SUCCESS) return cursor_over(object);
    }
    return {missing, missing};
}

bool csj_next_item(csj_cursor *cursor, csj_element *item) {
    if (cursor->at.index == cursor->end.index) return false;
    auto iterator = from_c<dom::array::iterator>(cursor->at);
    *item = to_c(*iterator);
    cursor->at = to_c(++iterator);
    return true;
}

bool csj_next_member(csj_cursor *cursor, const char **key, size_t *length, csj_element *value) {
    if (cursor->at.index == cursor->end.index) return false;
    auto iterator = from_c<dom::object::iterator>(cursor->at);
    if (key != nullptr) {
        *key = iterator.key_c_str();
        *length = iterator.key_length();
    }
    *value = to_c(iterator.value());
    cursor->at = to_c(++iterator);
    return true;
}

size_t csj_next_rows(csj_cursor *cursor, const csj_columns *columns, csj_element *cells, size_t rows) {
    const size_t width = columns->count + columns->inner_count;
    const uint64_t lengths = lengths_of(columns->keys, columns->count);
    const uint64_t inner_lengths = lengths_of(columns->inner_keys, columns->inner_count);
    size_t count = 0;
    csj_element item;
    for (; count < rows && csj_next_item(cursor, &item); ++count, cells += width) {
        for (size_t index = 0; index < width; ++index) cells[index] = missing;
        pick(item, columns->keys, columns->count, lengths, cells);
        pick(cells[columns->inner], columns->inner_keys, columns->inner_count, inner_lengths, cells + columns->count);
    }
    return count;
}

size_t csj_count(csj_element container) {
    if (container.document == nullptr) return 0;
    dom::array array;
    dom::object object;
    const auto element = from_c<dom::element>(container);
    if (element.get(array) == simdjson::SUCCESS) return array.size();
    if (element.get(object) == simdjson::SUCCESS) return object.size();
    return 0;
}

bool csj_double(csj_element element, double *result) {
    return element.document != nullptr && number(from_c<dom::element>(element), result);
}

bool csj_bool(csj_element element, bool *result) {
    return element.document != nullptr && from_c<dom::element>(element).get(*result) == simdjson::SUCCESS;
}

bool csj_integer(csj_element element, bool *is_negative, uint64_t *magnitude) {
    if (csj_type_of(element) != CSJ_INTEGER) return false;
    int64_t number = 0;
    const auto value = from_c<dom::element>(element);
    if (value.get(number) == simdjson::SUCCESS) {
        *is_negative = number < 0;
        *magnitude = number < 0 ? 0 - uint64_t(number) : uint64_t(number);
        return true;
    }
    *is_negative = false;
    return value.get(*magnitude) == simdjson::SUCCESS;
}

bool csj_string(csj_element element, const char **text, size_t *length) {
    if (csj_type_of(element) != CSJ_STRING) return false;
    std::string_view view;
    if (from_c<dom::element>(element).get(view) != simdjson::SUCCESS) return false;
    *text = view.data();
    *length = view.size();
    return true;
}

size_t csj_doubles(csj_element array, double *out, size_t capacity) {
    if (csj_type_of(array) != CSJ_ARRAY) return 0;
    dom::array numbers;
    if (from_c<dom::element>(array).get(numbers) != simdjson::SUCCESS) return 0;
    size_t count = 0;
    for (dom::element element : numbers) {
        if (count == capacity || !number(element, out + count)) break;
        count += 1;
    }
    return count;
}
