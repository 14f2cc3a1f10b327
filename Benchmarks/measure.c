// Runs a program some times and prints for each run: seconds, peak memory in KiB, exit status.
//   measure RUNS PROGRAM [ARGUMENT]...
// A program of its own because a child of Python begins with Python's memory as its peak.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  for (int run = atoi(words[1]); run > 0; run--) {
    double start = now();
    pid_t child = fork();
    if (child < 0) return 2;
    if (child == 0) {
      int nowhere = open("/dev/null", O_RDWR);
      dup2(nowhere, 0);
      dup2(nowhere, 1);
      dup2(nowhere, 2);
      execvp(words[2], words + 2);
      _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) return 2;
    printf("%.6f %ld %d\n", now() - start, usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  }
  return 0;
}
