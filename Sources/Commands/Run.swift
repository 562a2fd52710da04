import Documents
import Glibc
import Parallel

/// Runs the program with these arguments, its own name left out; the result is the exit code.
public func runCalloff(with arguments: [[UInt8]]) -> Int32 {
  prepareProcess()
  return withEnoughStack {
    Calloff.outcome(of: arguments.map { SystemName($0) }, in: .live()).deliver()
  }
}

/// Makes the process safe to work in, before anything opens a file.
///
/// A file that is too large is an error of that write, as a full disk is, and ends nothing. Closed
/// standard descriptors are opened, so that no file ever gets the number of one and then what is
/// written there. Reading finds the end, writing to standard output fails as if it were closed, and
/// messages go nowhere.
private func prepareProcess() {
  signal(SIGXFSZ, SIG_IGN)
  for (descriptor, flags) in [
    (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
  ] where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest free number is given, and the ones below are open by now.
    _ = open("/dev/null", flags)
  }
}
