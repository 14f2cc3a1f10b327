// The limit for a batch: reads every file of one folder and writes as many bytes in as many files as another has, each to
// a temporary file that is then renamed. Prints the seconds that took, and those of them on a processor; what is written
// is loaded before.
//   copy READ LIKE TARGET
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct file {
  char *path, *bytes;
  size_t size;
};
struct list {
  struct file *files;
  size_t count, room;
};
static struct list sources, outputs, *collecting;

static int collect(const char *path, const struct stat *facts, int kind, struct FTW *place) {
  (void)place;
  if (kind != FTW_F) return 0;
  struct list *list = collecting;
  if (list->count == list->room) {
    list->room = list->room ? 2 * list->room : 1024;
    list->files = realloc(list->files, list->room * sizeof *list->files);
    if (!list->files) return 1;
  }
  list->files[list->count++] = (struct file){strdup(path), NULL, facts->st_size};
  return 0;
}

static int load(struct file *file, char *bytes) {
  int descriptor = open(file->path, O_RDONLY);
  if (descriptor < 0) return 1;
  ssize_t size = read(descriptor, bytes, file->size);
  close(descriptor);
  return size != (ssize_t)file->size;
}

static int store(const char *folder, size_t number, const struct file *file) {
  char target[4096], temporary[4096];
  snprintf(target, sizeof target, "%s/%zu", folder, number);
  snprintf(temporary, sizeof temporary, "%s/.%zu.new", folder, number);
  int descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (descriptor < 0) return 1;
  ssize_t size = write(descriptor, file->bytes, file->size);
  close(descriptor);
  return size != (ssize_t)file->size || rename(temporary, target) != 0;
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count != 4 || mkdir(words[3], 0777) != 0) return 2;
  collecting = &sources;
  if (nftw(words[1], collect, 32, FTW_PHYS) != 0) return 2;
  collecting = &outputs;
  if (nftw(words[2], collect, 32, FTW_PHYS) != 0) return 2;
  for (size_t i = 0; i < outputs.count; i++) {
    struct file *file = &outputs.files[i];
    file->bytes = malloc(file->size + 1);
    if (!file->bytes || load(file, file->bytes) != 0) return 2;
  }
  double start = now(CLOCK_MONOTONIC), idle = now(CLOCK_PROCESS_CPUTIME_ID);
  for (size_t i = 0; i < sources.count; i++) {
    char *bytes = malloc(sources.files[i].size + 1);
    if (!bytes || load(&sources.files[i], bytes) != 0) return 2;
    free(bytes);
  }
  for (size_t i = 0; i < outputs.count; i++)
    if (store(words[3], i, &outputs.files[i]) != 0) return 2;
  printf("%.6f %.6f\n", now(CLOCK_MONOTONIC) - start, now(CLOCK_PROCESS_CPUTIME_ID) - idle);
  return 0;
}
