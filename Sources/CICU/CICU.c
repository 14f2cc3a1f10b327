#include "CICU.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct icu_breaks {
  UBreakIterator *iterator;
  UText *text;
};

static void note(icu_error *error, UErrorCode status) { error->name = U_FAILURE(status) ? u_errorName(status) : NULL; }

// Takes the iterator over, whether it succeeds or not.
static icu_breaks *wrap(UBreakIterator *iterator, UErrorCode status, icu_error *error) {
  icu_breaks *breaks = U_SUCCESS(status) ? calloc(1, sizeof *breaks) : NULL;
  note(error, breaks || U_FAILURE(status) ? status : U_MEMORY_ALLOCATION_ERROR);
  if (breaks) {
    breaks->iterator = iterator;
  } else if (iterator) {
    ubrk_close(iterator);
  }
  return breaks;
}

icu_breaks *icu_breaks_compile(const uint16_t *rules, int32_t count, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {0};
  UBreakIterator *iterator = ubrk_openRules((const UChar *)rules, count, NULL, 0, &place, &status);
  error->line = place.line;
  error->column = place.offset;
  return wrap(iterator, status, error);
}

icu_breaks *icu_breaks_clone(const icu_breaks *breaks, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_clone(breaks->iterator, &status);
  return wrap(iterator, status, error);
}

void icu_breaks_close(icu_breaks *breaks) {
  ubrk_close(breaks->iterator);
  if (breaks->text) utext_close(breaks->text);
  free(breaks);
}

void icu_breaks_set_text(icu_breaks *breaks, const char *text, int64_t count, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  breaks->text = utext_openUTF8(breaks->text, text, count, &status);
  ubrk_setUText(breaks->iterator, breaks->text, &status);
  note(error, status);
}

void icu_breaks_set_units(icu_breaks *breaks, const uint16_t *units, int32_t count, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaks->iterator, (const UChar *)units, count, &status);
  note(error, status);
}

int32_t icu_breaks_next(icu_breaks *breaks) { return ubrk_next(breaks->iterator); }

const char *icu_version(void) { return U_ICU_VERSION; }
uint32_t icu_lowercased(uint32_t scalar) { return (uint32_t)u_tolower((UChar32)scalar); }
bool icu_is_upper(uint32_t scalar) { return u_isupper((UChar32)scalar) || u_istitle((UChar32)scalar); }
bool icu_is_lower(uint32_t scalar) { return u_islower((UChar32)scalar); }
bool icu_is_letter(uint32_t scalar) { return u_isalpha((UChar32)scalar); }
bool icu_is_digit(uint32_t scalar) { return u_isdigit((UChar32)scalar); }
bool icu_is_white_space(uint32_t scalar) { return u_isUWhiteSpace((UChar32)scalar); }
bool icu_is_dash(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_DASH); }

bool icu_extends_grapheme(uint32_t scalar) {
  int32_t value = u_getIntPropertyValue((UChar32)scalar, UCHAR_GRAPHEME_CLUSTER_BREAK);
  return value == U_GCB_EXTEND || value == U_GCB_SPACING_MARK || value == U_GCB_ZWJ;
}

static int32_t sentence_break(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_SENTENCE_BREAK);
}

bool icu_is_close(uint32_t scalar) { return sentence_break(scalar) == U_SB_CLOSE; }

bool icu_is_terminator(uint32_t scalar) {
  int32_t value = sentence_break(scalar);
  return value == U_SB_STERM || value == U_SB_ATERM || scalar == 0x2026;
}

bool icu_is_sentence_letter(uint32_t scalar) {
  int32_t value = sentence_break(scalar);
  return value == U_SB_LOWER || value == U_SB_UPPER || value == U_SB_OLETTER;
}

bool icu_extends_sentence(uint32_t scalar) {
  int32_t value = sentence_break(scalar);
  return value == U_SB_EXTEND || value == U_SB_FORMAT;
}
