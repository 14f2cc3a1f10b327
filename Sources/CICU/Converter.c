#include "CICU.h"
#include <stdlib.h>
#include <unicode/ucnv.h>

struct icu_converter {
  UConverter *own;
  UConverter *utf8;
};

// Encodings in which every character stands for itself, wherever it stands: without shift sequences (ISO-2022, HZ,
// UTF-7), so that a part can be written anew.
static bool is_stateless(const UConverter *converter) {
  switch (ucnv_getType(converter)) {
  case UCNV_SBCS:
  case UCNV_DBCS:
  case UCNV_MBCS:
  case UCNV_LATIN_1:
  case UCNV_US_ASCII:
  case UCNV_UTF16_BigEndian:
  case UCNV_UTF16_LittleEndian: return true;
  default: return false;
  }
}

icu_converter *icu_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  icu_converter *converter = calloc(1, sizeof *converter);
  if (!converter) return NULL;
  converter->own = ucnv_open(name, &status);
  converter->utf8 = ucnv_open("UTF-8", &status);
  ucnv_setToUCallBack(converter->own, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setToUCallBack(converter->utf8, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setFromUCallBack(converter->own, UCNV_FROM_U_CALLBACK_ESCAPE, UCNV_ESCAPE_XML_DEC, NULL, NULL, &status);
  if (U_SUCCESS(status) && is_stateless(converter->own)) return converter;
  icu_converter_close(converter);
  return NULL;
}

void icu_converter_close(icu_converter *converter) {
  if (converter->own) ucnv_close(converter->own);
  if (converter->utf8) ucnv_close(converter->utf8);
  free(converter);
}

// Converts until the source or the room ends, or something is no character; from one call to the next the converters
// keep what they have read of a character.
typedef struct {
  UChar pivot[2048];
  UChar *source;
  UChar *target;
  bool started;
} conversion;

static void run(
    conversion *conversion, UConverter *to, UConverter *from, char **target, char *target_limit, const char **source,
    const char *source_limit, UErrorCode *status) {
  if (!conversion->started) conversion->source = conversion->target = conversion->pivot;
  ucnv_convertEx(
      to, from, target, target_limit, source, source_limit, conversion->pivot, &conversion->source,
      &conversion->target, conversion->pivot + 2048, !conversion->started, true, status);
  conversion->started = true;
}

// How many bytes of the original the text is written back as, one by one.
static int64_t matching(icu_converter *converter, const char *text, int64_t count, const char *bytes, int64_t limit) {
  conversion conversion = {.started = false};
  int64_t same = 0;
  const char *source = text;
  UErrorCode status;
  do {
    char buffer[4096];
    char *target = buffer;
    status = U_ZERO_ERROR;
    run(&conversion, converter->own, converter->utf8, &target, buffer + sizeof buffer, &source, text + count, &status);
    int64_t length = target - buffer;
    for (int64_t index = 0; index < length; index++, same++) {
      if (same >= limit || buffer[index] != bytes[same]) return same;
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return same;
}

int64_t icu_converter_decode(
    icu_converter *converter, const char *bytes, int64_t count, char *text, int64_t capacity, int64_t *read) {
  conversion conversion = {.started = false};
  const char *source = bytes;
  char *target = text;
  UErrorCode status = U_ZERO_ERROR;
  run(&conversion, converter->utf8, converter->own, &target, text + capacity, &source, bytes + count, &status);
  // Where something is no character, what was read before it waits between the converters.
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    run(&conversion, converter->utf8, converter->own, &target, text + capacity, &source, source, &status);
  }
  *read = matching(converter, text, target - text, bytes, count);
  return target - text;
}

int64_t icu_converter_encode(
    icu_converter *converter, const char *text, int64_t count, char *bytes, int64_t capacity) {
  conversion conversion = {.started = false};
  const char *source = text;
  char *target = bytes;
  UErrorCode status = U_ZERO_ERROR;
  run(&conversion, converter->own, converter->utf8, &target, bytes + capacity, &source, text + count, &status);
  return U_SUCCESS(status) ? target - bytes : -1;
}
