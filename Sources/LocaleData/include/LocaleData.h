// The files of Locales/, as bytes of the tool itself: no file has to be found at run time.
#ifndef LOCALE_DATA_H
#define LOCALE_DATA_H
#include <stddef.h>

struct l10n_locale_data {
  const char *_Nonnull tag;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// The locales, `root` first.
const struct l10n_locale_data *_Nonnull l10n_locales(size_t *_Nonnull count);
#endif
