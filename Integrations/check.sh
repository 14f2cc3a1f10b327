#!/bin/sh
# What the integrations run: checks XLIFF files and writes the report that the CI server reads.
#   check.sh FORM FILE [PATH…]   FORM is one of --report's; the exit status is that of `l10n check`.
# L10N is the tool to run, l10n by default; L10N_FAIL_ON is error, warning or never; L10N_BASELINE a file.
set -eu
[ $# -ge 2 ] || { echo "usage: check.sh FORM FILE [PATH...]" >&2; exit 2; }
form=$1
file=$2
shift 2
[ $# -gt 0 ] || set -- translations
set -- --fail-on "${L10N_FAIL_ON:-error}" "$@"
[ -z "${L10N_BASELINE:-}" ] || set -- --baseline "$L10N_BASELINE" "$@"

status=0
"${L10N:-l10n}" check --report "$form" -o "$file" "$@" || status=$?
# People read the log, machines the report; what could not be checked was said already.
[ "$status" -ne 1 ] || "${L10N:-l10n}" check --color never "$@" || true
exit "$status"
