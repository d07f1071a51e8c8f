/* Counts the file operations below a folder, and lets one of them fail. It is preloaded into a
 * process, so that the operations of Python, SQLite and the kernels all pass through it.
 *
 *   fault_arm("/folder", 7, ENOSPC, "/store")   the 7th operation fails, and for a full disk all
 *                                               after it that need room
 *   fault_arm("/folder", 7, -1, "")             the process is killed before the 7th, -2: after it
 *   fault_count()                               how many there have been
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[4096];
static long count, at;
static int how, lasting;

void fault_arm(const char *where, long n, int error, int stays) {
  snprintf(folder, sizeof folder, "%s", where);
  count = 0;
  at = n;
  how = error;
  lasting = stays;
}

long fault_count(void) { return count; }

static int below(const char *path) {
  char here[8192];
  if (!folder[0] || !path) return 0;
  if (path[0] != '/') {
    char cwd[4096];
    if (!getcwd(cwd, sizeof cwd)) return 0;
    snprintf(here, sizeof here, "%s/%s", cwd, path);
    path = here;
  }
  return strncmp(path, folder, strlen(folder)) == 0;
}

static int of_file(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return below(path);
}

/* Returns an error to give instead of the operation, or 0; kills where that is wanted. */
static int meet(int concerned, int needs_room) {
  if (!concerned) return 0;
  count++;
  if (how == -1 && count == at) kill(getpid(), SIGKILL);
  if (how > 0 && (count == at || (lasting && count > at && needs_room))) {
    if (how != ENOSPC || needs_room) return how;
    at++; /* a full disk shows at the next operation that needs room */
  }
  return 0;
}

static void met(int concerned) {
  if (concerned && how == -2 && count == at) kill(getpid(), SIGKILL);
}

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

#define WRAP(type, name, parameters, arguments, concerned, needs_room) \
  type name parameters { \
    REAL(name); \
    int ours = concerned; \
    int error = meet(ours, needs_room); \
    if (error) { \
      errno = error; \
      return -1; \
    } \
    type result = real arguments; \
    int kept = errno; \
    met(ours); \
    errno = kept; \
    return result; \
  }

#define WRITES(flags) (((flags) & (O_WRONLY | O_RDWR | O_CREAT)) != 0)

#define WRAP_OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list list; \
    va_start(list, flags); \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    int ours = WRITES(flags) && below(path); \
    int error = meet(ours, flags & O_CREAT); \
    if (error) { \
      errno = error; \
      return -1; \
    } \
    int result = real(path, flags, mode); \
    met(ours); \
    return result; \
  }

#define WRAP_OPENAT(name) \
  int name(int at_folder, const char *path, int flags, ...) { \
    REAL(name); \
    va_list list; \
    va_start(list, flags); \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    int ours = WRITES(flags) && (path[0] == '/' || at_folder == AT_FDCWD ? below(path) : 0); \
    int error = meet(ours, flags & O_CREAT); \
    if (error) { \
      errno = error; \
      return -1; \
    } \
    int result = real(at_folder, path, flags, mode); \
    met(ours); \
    return result; \
  }

WRAP_OPEN(open)
WRAP_OPEN(open64)
WRAP_OPENAT(openat)
WRAP_OPENAT(openat64)
WRAP(ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), of_file(fd), 1)
WRAP(ssize_t, writev, (int fd, const struct iovec *b, int n), (fd, b, n), of_file(fd), 1)
WRAP(ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o), of_file(fd), 1)
WRAP(ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o), of_file(fd), 1)
WRAP(int, ftruncate, (int fd, off_t n), (fd, n), of_file(fd), 0)
WRAP(int, ftruncate64, (int fd, off64_t n), (fd, n), of_file(fd), 0)
WRAP(int, fsync, (int fd), (fd), of_file(fd), 0)
WRAP(int, fdatasync, (int fd), (fd), of_file(fd), 0)
WRAP(int, mkdir, (const char *path, mode_t mode), (path, mode), below(path), 1)
WRAP(int, rename, (const char *a, const char *b), (a, b), below(b), 0)
WRAP(int, unlink, (const char *path), (path), below(path), 0)
WRAP(int, rmdir, (const char *path), (path), below(path), 0)
WRAP(int, chmod, (const char *path, mode_t mode), (path, mode), below(path), 0)
