internal import Glibc

/// Ends the process with an exit status; only the program's start may.
package func endProcess(_ status: Int32) -> Never {
  exit(status)
}
