#!/bin/sh
# The whole way of an article, for someone who sees it for the first time: `make demo` runs this.
# Usage: Examples/demo.sh PATH-OF-L10N
set -eu
l10n=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
examples=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$examples/newsroom/." "$work"
sed -i "s|../../Glossaries|$examples/../Glossaries|" "$work/l10n.yaml"
cd "$work"

title() { printf '\n=== %s\n' "$*"; }
show() { printf '\n$ %s\n' "$*"; }
run() { show "$@"; "$@"; }
l10n() { "$l10n" "$@"; }
# The sentences of an XLIFF 1.2 file, a line each: what stands in its <source> or <target> elements.
texts() { sed -n "s|.*<$1[^>]*>\(.*\)</$1>.*|\1|p" "$2" | sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'; }

title "1. The article, as the newsroom wrote it (articles/terminal.txt)"
sed 's/^/    /' articles/terminal.txt
printf '\n'

title "2. XLIFF for the translators: a unit per sentence, names in the notes"
run l10n extract --to kk
kk=translations/kk/articles/terminal.txt.kk.xlf
printf '\n'
sed -n '/id="p1.1"/,/<\/trans-unit>/p' "$kk"

title "3. The Kazakh translation comes back, with one name misspelled"
cp translated/terminal.txt.kk.xlf "$kk"
sed -i 's/Жұманғариннің/Жұмангалиннің/' "$kk"
status=0
show l10n check translations/kk
l10n check translations/kk || status=$?
printf '(exit status %s: a CI job stops here)\n' "$status"

title "4. The editor mends the name; the check is silent; the article is made"
sed -i 's/Жұмангалиннің/Жұманғариннің/' "$kk"
run l10n check translations/kk
run l10n merge translations/kk

title "5. The localized article beside its source (localized/kk/articles/terminal.txt)"
printf '\n'
localized=localized/kk/articles/terminal.txt
paste -d '\n' articles/terminal.txt "$localized" | awk '
  NR % 2 { source = $0; next }
  source == $0 { print "  both  " $0; next }
  { print "  en    " source; print "  kk    " $0 }'

title "6. Nothing but the text was touched: with the sources as targets, the article comes back byte for byte"
rm -rf translations localized
run l10n extract --to kk --quiet
run l10n pseudo --locale source translations --quiet
run l10n merge translations --allow-source-copies --quiet
run cmp articles/terminal.txt localized/kk/articles/terminal.txt && echo "equal"

if [ "$(texts source "$kk" | wc -l)" -lt 10 ]; then
  echo "the demo extracted fewer sentences than the article has" >&2
  exit 1
fi
