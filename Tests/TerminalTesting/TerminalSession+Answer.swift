extension TerminalSession {
  /// The output of a program for some keys.
  public struct Answer: Equatable, Sendable {
    /// The bytes, in order.
    public let bytes: [UInt8]
    /// The number of writes to the terminal; nil if it cannot be counted.
    public let writes: Int?
  }

  /// Types keys, waits for the complete answer, and returns it.
  ///
  /// It is complete once the program has read the keys, has sent something, waits for more keys,
  /// and everything that it wrote has arrived. If the program `keepsFiles`, its writes to the
  /// terminal cannot be counted: then the answer is everything that arrived before it waits.
  public func answer(
    to keys: String, keepsFiles: Bool = false, within seconds: Int = 20
  ) throws -> Answer {
    let before = try settled(keepsFiles, within: seconds)
    let start = received.count
    send(keys)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      take(milliseconds: 1)
      guard let after = idleActivity else { continue }
      let count = received.count - start
      guard after.bytesRead >= before.bytesRead + keys.utf8.count, count > 0 else { continue }
      if keepsFiles {
        // It waited before this check of the terminal, so nothing more will arrive.
        take(milliseconds: 1)
        guard received.count == start + count else { continue }
        return Answer(bytes: Array(received[start...]), writes: nil)
      }
      if count == after.bytesWritten - before.bytesWritten {
        return Answer(
          bytes: Array(received[start...]), writes: after.writes - before.writes)
      }
    }
    throw Failure.notSeen("an answer to \(keys.debugDescription)", screen: screen.text)
  }

  /// Types keys and waits until the program has read them and waits, for keys or for space in the
  /// terminal: its output is not read.
  public func sendWithoutReading(_ keys: String, within seconds: Int = 20) throws {
    let before = try settled(false, within: seconds)
    send(keys)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      guard let after = idleActivity else { continue }
      if after.bytesRead >= before.bytesRead + keys.utf8.count { return }
    }
    throw Failure.notSeen("a program that has read \(keys.debugDescription)", screen: screen.text)
  }

  /// The number of times that the program was scheduled again; nil if the system does not report
  /// it.
  public var wakeUps: Int? { Activity.wakeUps(of: process) }

  /// Reads everything that the program has sent, and returns its counters while it waits for keys.
  private func settled(_ keepsFiles: Bool, within seconds: Int) throws -> Activity {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      take(milliseconds: 1)
      // What it wrote to the terminal since its start; before the first key it writes nothing else.
      let count = received.count
      guard let activity = idleActivity else { continue }
      if activity.bytesWritten == count { return activity }
      guard keepsFiles, count > 0 else { continue }
      take(milliseconds: 1)
      if received.count == count { return activity }
    }
    throw Failure.notSeen("a program that waits", screen: screen.text)
  }

  /// The counters while the program waits; nil while it does not.
  private var idleActivity: Activity? {
    guard let first = Activity(of: process), Activity.isWaiting(process),
      let second = Activity(of: process), first == second
    else { return nil }
    return first
  }
}
