// Where pkg-config's flags come from. No Swift file imports this module: Foundation carries an ICU of its own whose
// types have the same names, and a program that sees both headers does not compile. CICU stands in between.
#include <unicode/ubrk.h>
#include <unicode/uregex.h>
