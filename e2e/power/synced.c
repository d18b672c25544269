/*
 * Preloaded into a browser, writes down what has reached the disk: for every file that was synced its length when the sync
 * began, and what became of that file since. The list is $ATTEST_SYNCED, one line an event:
 * s LENGTH PATH (synced), t LENGTH PATH (cut), m FROM TO (moved), d PATH (deleted), with tabs between.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* One write to a file opened for appending: lines of several processes do not mix. */
static void note(const char *format, ...) {
  int before = errno;
  char line[2 * PATH_MAX + 64];
  const char *list = getenv("ATTEST_SYNCED");
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  int file = list ? open(list, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  if (file >= 0) {
    if (length != write(file, line, length)) abort();
    close(file);
  }
  errno = before;
}

static void note_file(char what, int file, long long length) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t end = readlink(link, path, sizeof path - 1);
  if (end > 0) note("%c\t%lld\t%.*s\n", what, length, (int)end, path);
}

/* The length is taken before: what is written while the sync runs need not be part of it. */
static int sync_and_note(int file, int (*real)(int)) {
  struct stat stat;
  int known = fstat(file, &stat) == 0 && S_ISREG(stat.st_mode);
  int result = real(file);
  if (result == 0 && known) note_file('s', file, stat.st_size);
  return result;
}

int fsync(int file) { return sync_and_note(file, REAL(fsync)); }
int fdatasync(int file) { return sync_and_note(file, REAL(fdatasync)); }

int ftruncate(int file, off_t length) {
  int result = REAL(ftruncate)(file, length);
  if (result == 0) note_file('t', file, length);
  return result;
}

int ftruncate64(int file, off64_t length) {
  int result = REAL(ftruncate64)(file, length);
  if (result == 0) note_file('t', file, length);
  return result;
}

/* Noted before it is done: killed in between, the new name would otherwise count as never synced. */
int rename(const char *from, const char *to) {
  note("m\t%s\t%s\n", from, to);
  return REAL(rename)(from, to);
}

int unlink(const char *path) {
  int result = REAL(unlink)(path);
  if (result == 0) note("d\t%s\n", path);
  return result;
}

int unlinkat(int folder, const char *path, int flags) {
  int result = REAL(unlinkat)(folder, path, flags);
  if (result == 0 && path[0] == '/') note("d\t%s\n", path);
  return result;
}
