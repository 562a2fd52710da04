import Glibc

extension Outcome {
  /// Writes the outcome to standard output and standard error; the result is the exit code.
  ///
  /// A reader that has read enough and gone (`| head`) is no failure. Where a signal is the cause, the
  /// process ends by it.
  func deliver() -> Int32 {
    Glibc.signal(SIGPIPE, SIG_IGN)
    let failure = Outcome.write(data, to: STDOUT_FILENO).flatMap { number in
      number == EPIPE ? nil : Failure.unwritable(reason: String(cString: strerror(number)))
    }
    // Nothing is left to say it to where standard error fails.
    _ = Outcome.write(talk + (failure?.talk ?? ""), to: STDERR_FILENO)
    if let signal {
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    return max(ending, failure?.ending ?? .fine).rawValue
  }

  /// Writes a text; the result is the error number of a write that failed.
  ///
  /// `isReady` is asked before each part, which is as large as a pipe with room surely takes; where it
  /// says no, the write was interrupted.
  static func write(
    _ text: String, to descriptor: Int32, whenReady isReady: () -> Bool = { true }
  ) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        guard isReady() else { return EINTR }
        let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(PIPE_BUF)))
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}
