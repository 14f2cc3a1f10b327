// ICU renames every C function with its major version (ubrk_open -> ubrk_open_72) by macro. Swift imports
// declarations, not macros, so without these wrappers the version number would stand at each call site.
// A wrapper is `icu_` + ICU's own name and does nothing else.
#ifndef CICU_SHIM_H
#define CICU_SHIM_H
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uversion.h>

static inline UBreakIterator *_Nullable icu_ubrk_openRules(
    const UChar *_Nonnull rules, int32_t rulesLength, UParseError *_Nonnull parseError, UErrorCode *_Nonnull status) {
  return ubrk_openRules(rules, rulesLength, NULL, 0, parseError, status);
}
static inline UBreakIterator *_Nullable icu_ubrk_clone(const UBreakIterator *_Nonnull it, UErrorCode *_Nonnull status) {
  return ubrk_clone(it, status);
}
static inline void icu_ubrk_close(UBreakIterator *_Nonnull it) { ubrk_close(it); }
static inline void icu_ubrk_setUText(UBreakIterator *_Nonnull it, UText *_Nonnull text, UErrorCode *_Nonnull status) {
  ubrk_setUText(it, text, status);
}
static inline int32_t icu_ubrk_first(UBreakIterator *_Nonnull it) { return ubrk_first(it); }
static inline int32_t icu_ubrk_next(UBreakIterator *_Nonnull it) { return ubrk_next(it); }
static inline UText *_Nullable icu_utext_openUTF8(
    UText *_Nullable reuse, const char *_Nonnull s, int64_t length, UErrorCode *_Nonnull status) {
  return utext_openUTF8(reuse, s, length, status);
}
static inline UText *_Nullable icu_utext_close(UText *_Nonnull text) { return utext_close(text); }
static inline const char *_Nonnull icu_u_errorName(UErrorCode code) { return u_errorName(code); }
static inline UChar32 icu_u_tolower(UChar32 c) { return u_tolower(c); }
static inline UBool icu_u_isupper(UChar32 c) { return u_isupper(c) || u_istitle(c); }
static inline UBool icu_u_islower(UChar32 c) { return u_islower(c); }
static inline UBool icu_u_isalpha(UChar32 c) { return u_isalpha(c); }
static inline UBool icu_u_isdigit(UChar32 c) { return u_isdigit(c); }
static inline UBool icu_u_isUWhiteSpace(UChar32 c) { return u_isUWhiteSpace(c); }
static inline UBool icu_u_hasBinaryProperty(UChar32 c, UProperty which) { return u_hasBinaryProperty(c, which); }
static inline int32_t icu_u_getIntPropertyValue(UChar32 c, UProperty which) { return u_getIntPropertyValue(c, which); }
static inline UBool icu_failed(UErrorCode code) { return U_FAILURE(code); }
static inline const char *_Nonnull icu_version(void) { return U_ICU_VERSION; }
#endif
