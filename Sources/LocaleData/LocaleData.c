#include "LocaleData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

// A locale is its file in Locales/, an array here and a line in the table below.
static const unsigned char root[] = {
#embed "../../Locales/root.yaml"
};
static const unsigned char en[] = {
#embed "../../Locales/en.yaml"
};
static const unsigned char kk[] = {
#embed "../../Locales/kk.yaml"
};
static const unsigned char ru[] = {
#embed "../../Locales/ru.yaml"
};

static const struct l10n_locale_data locales[] = {
  {"root", root, sizeof root},
  {"en", en, sizeof en},
  {"kk", kk, sizeof kk},
  {"ru", ru, sizeof ru},
};

const struct l10n_locale_data *l10n_locales(size_t *count) {
  *count = sizeof locales / sizeof *locales;
  return locales;
}
