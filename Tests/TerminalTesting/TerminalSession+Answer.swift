extension TerminalSession {
  /// What a program sent for some keys.
  public struct Answer: Equatable, Sendable {
    /// The bytes, in order.
    public let bytes: [UInt8]
    /// In how many parts they were handed to the terminal; nothing where that cannot be told.
    public let writes: Int?
  }

  /// Types keys, waits until all of the answer is there, and returns it.
  ///
  /// It is there once the program has read the keys, has sent something, waits for more, and
  /// nothing of what it wrote is still on the way. Of a program that `keepsFiles` the system tells
  /// no more what it wrote to the terminal: then its answer is all that came before it waits.
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
        // It waited before this look at the terminal, so nothing more is on the way.
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

  /// Types keys and waits until the program has read them and waits for something, if only for room
  /// in the terminal: what it writes is not read.
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

  /// How often the program has gone on after it had waited, or was made to wait; nothing where the
  /// system does not tell.
  public var wakeUps: Int? { Activity.wakeUps(of: process) }

  /// Takes all that the program has sent, and returns its counts while it waits for keys.
  private func settled(_ keepsFiles: Bool, within seconds: Int) throws -> Activity {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      take(milliseconds: 1)
      // What it wrote to the terminal since it began; it writes to nothing else before keys come.
      let count = received.count
      guard let activity = idleActivity else { continue }
      if activity.bytesWritten == count { return activity }
      guard keepsFiles, count > 0 else { continue }
      take(milliseconds: 1)
      if received.count == count { return activity }
    }
    throw Failure.notSeen("a program that waits", screen: screen.text)
  }

  /// The counts, taken while the program waits; nothing while it does not.
  private var idleActivity: Activity? {
    guard let first = Activity(of: process), Activity.isWaiting(process),
      let second = Activity(of: process), first == second
    else { return nil }
    return first
  }
}
