internal import CSystem
internal import Glibc

/// Making what was written survive a power cut.
extension OpenFile {
  /// Flushes content and size (`fdatasync`); time stamps may lag.
  package func flush() throws(SystemError) {
    try systemCall("fdatasync", path) { fdatasync(descriptor) }
  }

  /// Flushes content and everything else known of the file (`fsync`).
  package func flushAll() throws(SystemError) {
    try systemCall("fsync", path) { fsync(descriptor) }
  }

  /// Flushes the whole file system the file is on (`syncfs`).
  ///
  /// Cheap for hundreds of new files, but waits for what others write too. Since Linux 5.8 a failed
  /// write-back is an error here.
  package func flushFileSystem() throws(SystemError) {
    try systemCall("syncfs", path) { imgds_sync_file_system(descriptor) }
  }

  /// Begins to write a part of the file to the disk without waiting, so that a later flush of it all
  /// finds little left to do.
  ///
  /// Only a hint: no error, for the flush will tell.
  package func beginWriteBack(at offset: Int, count: Int) {
    _ = imgds_begin_write_back(descriptor, Int64(offset), Int64(count))
  }

  /// Tells the system that nobody needs the content of the file in memory.
  ///
  /// Only a hint: no error.
  package func adviseUnneeded() {
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
  }

  /// Tells the system that the file will be read once, from front to end.
  ///
  /// Only a hint: no error.
  package func adviseSequential() {
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }
}
