#ifndef IMGDS_CSYSTEM_H
#define IMGDS_CSYSTEM_H

#include <stddef.h>

/* The Linux calls that Swift's Glibc module hides, because they need _GNU_SOURCE or are variadic.
 * None holds logic. Each returns what the call returns: -1 with errno set on failure. */

/// open(2) with O_NOATIME, so that reading leaves no time stamp; without it where the file is
/// another's (EPERM).
int imgds_open_untraced(const char *path, int flags);

/// open(2) with O_PATH | O_DIRECTORY: a folder to start from, which need not be readable.
int imgds_open_path(const char *path);

/// open(2) with O_TMPFILE: a file without a name in `folder`, open for reading and writing.
int imgds_open_nameless(const char *folder, unsigned mode);

/// linkat(2) with AT_EMPTY_PATH: names the file behind a descriptor, never replacing.
int imgds_link_descriptor(int descriptor, const char *path);

/// renameat2(2) with RENAME_NOREPLACE.
int imgds_rename_new(const char *old_path, const char *new_path);

/// renameat2(2) with RENAME_EXCHANGE.
int imgds_rename_exchange(const char *path, const char *other);

/// ioctl(2) FICLONE: makes the whole of `target` share the blocks of `source`.
int imgds_clone(int target, int source);

/// syncfs(2): flushes everything written to the file system of a descriptor.
int imgds_sync_file_system(int descriptor);

/// sync_file_range(2) with SYNC_FILE_RANGE_WRITE: begins to write a part of a file to the disk.
int imgds_begin_write_back(int descriptor, long long offset, long long count);

/// fcntl(2) F_OFD_SETLKW or F_OFD_SETLK over the whole file: a lock of the open file description.
int imgds_lock_description(int descriptor, int is_exclusive, int waits);

/// getdents64(2): fills `buffer` with directory entries; 0 at the end.
long imgds_read_entries(int descriptor, void *buffer, size_t capacity);

/// sched_getaffinity(2): the count of processors the process may run on.
int imgds_allowed_processors(void);

/// posix_spawn(3) of `/bin/sh -c command`, no signal blocked or, of those this program ignores, ignored:
/// the child's number, and in `pipes` the ends that write to its standard input and read from its
/// standard output.
int imgds_spawn_shell(const char *command, int pipes[2]);

/// The number of words of the command line, the program's name included.
int imgds_argument_count(void);

/// A word of the command line, NUL-terminated; valid as long as the process.
const char *imgds_argument(int place);

/// In static binaries, takes the place of what Swift's runtime looks for a program with that
/// describes crashes (Package.swift), and finds none. The runtime's own ends the process where
/// /proc is not mounted, and would have any `swift-backtrace` beside the binary run.
char *imgds_no_program(const char *name);

#endif
