#include "LocaleData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

// A locale is its file in Locales/, an array here and a line in the table below.
static const unsigned char root[] = {
#embed "../../Locales/root.yaml"
};
static const unsigned char de[] = {
#embed "../../Locales/de.yaml"
};
static const unsigned char en[] = {
#embed "../../Locales/en.yaml"
};
static const unsigned char es[] = {
#embed "../../Locales/es.yaml"
};
static const unsigned char fr[] = {
#embed "../../Locales/fr.yaml"
};
static const unsigned char kk[] = {
#embed "../../Locales/kk.yaml"
};
static const unsigned char ky[] = {
#embed "../../Locales/ky.yaml"
};
static const unsigned char ru[] = {
#embed "../../Locales/ru.yaml"
};
static const unsigned char tr[] = {
#embed "../../Locales/tr.yaml"
};
static const unsigned char uk[] = {
#embed "../../Locales/uk.yaml"
};
static const unsigned char uz[] = {
#embed "../../Locales/uz.yaml"
};
static const unsigned char zh[] = {
#embed "../../Locales/zh.yaml"
};

static const struct l10n_locale_data locales[] = {
  {"root", root, sizeof root},
  {"de", de, sizeof de},
  {"en", en, sizeof en},
  {"es", es, sizeof es},
  {"fr", fr, sizeof fr},
  {"kk", kk, sizeof kk},
  {"ky", ky, sizeof ky},
  {"ru", ru, sizeof ru},
  {"tr", tr, sizeof tr},
  {"uk", uk, sizeof uk},
  {"uz", uz, sizeof uz},
  {"zh", zh, sizeof zh},
};

const struct l10n_locale_data *l10n_locales(size_t *count) {
  *count = sizeof locales / sizeof *locales;
  return locales;
}
