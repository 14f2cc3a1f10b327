// Runs a program some times and prints for each run: seconds, those of them on a processor (its own and the system's
// for it), peak memory in KiB, exit status.
//   measure RUNS PROGRAM [ARGUMENT]...
// A program of its own because a child of Python begins with Python's memory as its peak.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

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
    double taken = now() - start, busy = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    printf("%.6f %.6f %ld %d\n", taken, busy, usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  }
  return 0;
}
