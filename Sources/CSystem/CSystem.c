#define _GNU_SOURCE

#include "CSystem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int imgds_open_untraced(const char *path, int flags) {
  int descriptor = open(path, flags | O_NOATIME);
  return descriptor == -1 && errno == EPERM ? open(path, flags) : descriptor;
}

int imgds_open_path(const char *path) {
  return open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

int imgds_open_nameless(const char *folder, unsigned mode) {
  return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

int imgds_link_descriptor(int descriptor, const char *path) {
  return linkat(descriptor, "", AT_FDCWD, path, AT_EMPTY_PATH);
}

int imgds_rename_new(const char *old_path, const char *new_path) {
  return renameat2(AT_FDCWD, old_path, AT_FDCWD, new_path, RENAME_NOREPLACE);
}

int imgds_rename_exchange(const char *path, const char *other) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, other, RENAME_EXCHANGE);
}

int imgds_clone(int target, int source) {
  return ioctl(target, FICLONE, source);
}

int imgds_begin_write_back(int descriptor, long long offset, long long count) {
  return sync_file_range(descriptor, offset, count, SYNC_FILE_RANGE_WRITE);
}

int imgds_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}

int imgds_lock_description(int descriptor, int is_exclusive, int waits) {
  struct flock lock = {.l_type = is_exclusive ? F_WRLCK : F_RDLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, waits ? F_OFD_SETLKW : F_OFD_SETLK, &lock);
}

long imgds_read_entries(int descriptor, void *buffer, size_t capacity) {
  return getdents64(descriptor, buffer, capacity);
}

int imgds_allowed_processors(void) {
  enum { most = 8192 };
  unsigned char set[CPU_ALLOC_SIZE(most)] __attribute__((aligned(16)));
  if (sched_getaffinity(0, sizeof set, (cpu_set_t *)set) == -1) {
    return -1;
  }
  return CPU_COUNT_S(sizeof set, (cpu_set_t *)set);
}

int imgds_spawn_shell(const char *command, int pipes[2]) {
  int to_child[2], from_child[2];
  if (pipe2(to_child, O_CLOEXEC) == -1) {
    return -1;
  }
  if (pipe2(from_child, O_CLOEXEC) == -1) {
    int code = errno;
    close(to_child[0]);
    close(to_child[1]);
    errno = code;
    return -1;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to_child[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from_child[1], STDOUT_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  sigaddset(&signals, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  char *words[] = {"sh", "-c", (char *)command, NULL};
  pid_t child = -1;
  int code = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(to_child[0]);
  close(from_child[1]);
  if (code != 0) {
    close(to_child[1]);
    close(from_child[0]);
    errno = code;
    return -1;
  }
  pipes[0] = to_child[1];
  pipes[1] = from_child[0];
  return child;
}

static struct {
  int count;
  char **words;
} command_line;

/* The C library hands the command line to constructors as it does to main. */
__attribute__((constructor)) static void keep_command_line(int count, char **words) {
  command_line.count = count;
  command_line.words = words;
}

int imgds_argument_count(void) {
  return command_line.count;
}

const char *imgds_argument(int place) {
  return command_line.words[place];
}

char *imgds_no_program(const char *name) {
  (void)name;
  return NULL;
}
