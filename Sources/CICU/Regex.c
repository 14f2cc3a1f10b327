#include "CICU.h"
#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

struct icu_regex {
  URegularExpression *expression;
  UText *text;
};

static void note(icu_error *error, UErrorCode status) { error->name = U_FAILURE(status) ? u_errorName(status) : NULL; }

// Takes the expression over, whether it succeeds or not.
static icu_regex *wrap(URegularExpression *expression, UErrorCode status, icu_error *error) {
  // A step of the matcher is about a millisecond; the stack is counted in bytes.
  if (U_SUCCESS(status)) uregex_setTimeLimit(expression, 2000, &status);
  if (U_SUCCESS(status)) uregex_setStackLimit(expression, 8000000, &status);
  icu_regex *regex = U_SUCCESS(status) ? calloc(1, sizeof *regex) : NULL;
  note(error, regex || U_FAILURE(status) ? status : U_MEMORY_ALLOCATION_ERROR);
  if (regex) {
    regex->expression = expression;
  } else if (expression) {
    uregex_close(expression);
  }
  return regex;
}

icu_regex *icu_regex_compile(const uint16_t *pattern, int32_t count, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {0};
  URegularExpression *expression = uregex_open((const UChar *)pattern, count, 0, &place, &status);
  error->line = place.line;
  error->column = place.offset;
  return wrap(expression, status, error);
}

icu_regex *icu_regex_clone(const icu_regex *regex, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  return wrap(uregex_clone(regex->expression, &status), status, error);
}

void icu_regex_close(icu_regex *regex) {
  uregex_close(regex->expression);
  if (regex->text) utext_close(regex->text);
  free(regex);
}

void icu_regex_set_text(icu_regex *regex, const char *text, int64_t count, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  regex->text = utext_openUTF8(regex->text, text, count, &status);
  uregex_setUText(regex->expression, regex->text, &status);
  note(error, status);
}

bool icu_regex_find(icu_regex *regex, int64_t from, int64_t *start, int64_t *end, icu_error *error) {
  UErrorCode status = U_ZERO_ERROR;
  bool found = uregex_find64(regex->expression, from, &status);
  if (found) {
    *start = uregex_start64(regex->expression, 0, &status);
    *end = uregex_end64(regex->expression, 0, &status);
  }
  note(error, status);
  return found && U_SUCCESS(status);
}
