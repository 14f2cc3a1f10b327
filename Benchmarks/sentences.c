// The limit for sentences: ICU's own iterator over a file of UTF-8, a line a paragraph, and the sentences written a line
// each; nothing else.
//   sentences FILE LANGUAGE
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

int main(int count, char **words) {
  if (count != 3) return 2;
  int file = open(words[1], O_RDONLY);
  struct stat facts;
  if (file < 0 || fstat(file, &facts) != 0) return 2;
  const char *text = mmap(NULL, facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  if (text == MAP_FAILED) return 2;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, words[2], NULL, 0, &status);
  UText paragraph = UTEXT_INITIALIZER;
  setvbuf(stdout, NULL, _IOFBF, 1 << 18);
  for (const char *end = text + facts.st_size; text < end && U_SUCCESS(status);) {
    const char *line = memchr(text, '\n', end - text);
    if (!line) line = end;
    utext_openUTF8(&paragraph, text, line - text, &status);
    ubrk_setUText(iterator, &paragraph, &status);
    for (int32_t start = 0, next; (next = ubrk_next(iterator)) != UBRK_DONE; start = next) {
      fwrite_unlocked(text + start, 1, next - start, stdout);
      putchar_unlocked('\n');
    }
    text = line + 1;
  }
  return U_FAILURE(status) || fflush(stdout) != 0;
}
