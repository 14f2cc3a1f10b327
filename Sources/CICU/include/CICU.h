// The part of ICU that we use, without any of ICU's own types (Sources/ICULibrary/shim.h tells why).
#ifndef CICU_H
#define CICU_H
#include <stdbool.h>
#include <stdint.h>

/// An iterator over the breaks of a text, and the text.
typedef struct icu_breaks icu_breaks;

/// What went wrong: ICU's name of the error, or NULL, and the place in the rules.
typedef struct {
  const char *_Nullable name;
  int32_t line;
  int32_t column;
} icu_error;

icu_breaks *_Nullable icu_breaks_compile(const uint16_t *_Nonnull rules, int32_t count, icu_error *_Nonnull error);
icu_breaks *_Nullable icu_breaks_clone(const icu_breaks *_Nonnull breaks, icu_error *_Nonnull error);
void icu_breaks_close(icu_breaks *_Nonnull breaks);
/// The UTF-8 text is not copied.
void icu_breaks_set_text(
    icu_breaks *_Nonnull breaks, const char *_Nonnull text, int64_t count, icu_error *_Nonnull error);
/// The UTF-16 text is not copied.
void icu_breaks_set_units(
    icu_breaks *_Nonnull breaks, const uint16_t *_Nonnull units, int32_t count, icu_error *_Nonnull error);
/// The offset of the next break in bytes or UTF-16 units; negative when there are no more.
int32_t icu_breaks_next(icu_breaks *_Nonnull breaks);

/// A regular expression and the text it is looked for in, for one thread.
typedef struct icu_regex icu_regex;

icu_regex *_Nullable icu_regex_compile(const uint16_t *_Nonnull pattern, int32_t count, icu_error *_Nonnull error);
icu_regex *_Nullable icu_regex_clone(const icu_regex *_Nonnull regex, icu_error *_Nonnull error);
void icu_regex_close(icu_regex *_Nonnull regex);
/// The UTF-8 text is not copied.
void icu_regex_set_text(
    icu_regex *_Nonnull regex, const char *_Nonnull text, int64_t count, icu_error *_Nonnull error);
/// The next match that begins at `from` or behind it, in bytes; fails where matching takes too much time or memory.
bool icu_regex_find(
    icu_regex *_Nonnull regex, int64_t from, int64_t *_Nonnull start, int64_t *_Nonnull end,
    icu_error *_Nonnull error);

/// The way from an encoding to UTF-8 and back.
typedef struct icu_converter icu_converter;

/// NULL where ICU does not know the name, or its bytes mean different things in different places.
icu_converter *_Nullable icu_converter_open(const char *_Nonnull name);
void icu_converter_close(icu_converter *_Nonnull converter);
/// The number of bytes of UTF-8 written; `read` are the bytes that would be written back as they are, all of them unless
/// some are no character or have a twin.
int64_t icu_converter_decode(
    icu_converter *_Nonnull converter, const char *_Nonnull bytes, int64_t count, char *_Nonnull text,
    int64_t capacity, int64_t *_Nonnull read);
/// The number of bytes written, negative where the room was too small; what the encoding does not have becomes `&#n;`.
int64_t icu_converter_encode(
    icu_converter *_Nonnull converter, const char *_Nonnull text, int64_t count, char *_Nonnull bytes,
    int64_t capacity);

const char *_Nonnull icu_version(void);
uint32_t icu_lowercased(uint32_t scalar);
bool icu_is_upper(uint32_t scalar);
bool icu_is_lower(uint32_t scalar);
bool icu_is_letter(uint32_t scalar);
bool icu_is_digit(uint32_t scalar);
bool icu_is_white_space(uint32_t scalar);
bool icu_is_dash(uint32_t scalar);
bool icu_extends_grapheme(uint32_t scalar);
bool icu_is_close(uint32_t scalar);
bool icu_is_terminator(uint32_t scalar);
bool icu_is_sentence_letter(uint32_t scalar);
bool icu_extends_sentence(uint32_t scalar);
#endif
