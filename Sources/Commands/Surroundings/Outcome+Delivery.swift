import Glibc

extension Outcome {
  /// Writes the outcome to standard output and standard error; the result is the exit code.
  ///
  /// A reader that closes the pipe (`| head`) does not cause a failure. If a signal ended the run,
  /// the process ends with that signal.
  func deliver() -> Int32 {
    Glibc.signal(SIGPIPE, SIG_IGN)
    let failure = Outcome.write(data, to: STDOUT_FILENO).flatMap { number in
      number == EPIPE ? nil : Failure.unwritable(reason: String(cString: strerror(number)))
    }
    // If standard error fails too, the failure cannot be reported.
    _ = Outcome.write(talk + (failure?.talk ?? ""), to: STDERR_FILENO)
    if let signal {
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    return max(ending, failure?.ending ?? .fine).rawValue
  }

  /// Writes a text; the result is the error number of a write that failed.
  ///
  /// `isReady` is called before each part, which is small enough for any pipe that is ready; if it
  /// returns false, the write ends as interrupted.
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
