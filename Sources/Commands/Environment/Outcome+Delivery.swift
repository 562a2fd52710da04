import Glibc
import Sessions

extension Outcome {
  /// Writes the outcome to standard output and standard error; the result is the exit status.
  ///
  /// A reader that has read enough and gone (`| head`) is not a failure. Where a signal is the
  /// cause, the process ends by it.
  func deliver() -> Int32 {
    Glibc.signal(SIGPIPE, SIG_IGN)
    let error = writeText(data, to: STDOUT_FILENO) ?? writeBytes(bytes, to: STDOUT_FILENO)
    let failure = error.flatMap { number in
      number == EPIPE ? nil : Failure.unwritable(reason: String(cString: strerror(number)))
    }
    // If standard error fails, there is nowhere left to report it.
    _ = writeText(standardError + (failure?.standardError ?? ""), to: STDERR_FILENO)
    if let signal {
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    return max(exitStatus, failure?.exitStatus ?? .fine).rawValue
  }
}
