extension TerminalSession {
  /// What a program sent for some keys.
  public struct Answer: Equatable, Sendable {
    /// The bytes, in order.
    public let bytes: [UInt8]
    /// In how many parts they were handed to the terminal.
    public let writes: Int
  }

  /// Types keys, waits until all of the answer is there, and returns it.
  ///
  /// It is there once the program has read the keys, has sent something, waits for more, and
  /// nothing of what it wrote is still on the way. A program that writes files or reads them for a
  /// key is beyond this.
  public func answer(to keys: String, within seconds: Int = 20) throws -> Answer {
    let before = try settled(within: seconds)
    let start = received.count
    send(keys)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      take(milliseconds: 1)
      guard let after = idleActivity else { continue }
      let count = received.count - start
      if after.bytesRead >= before.bytesRead + keys.utf8.count, count > 0,
        count == after.bytesWritten - before.bytesWritten
      {
        return Answer(
          bytes: Array(received[start...]), writes: after.writes - before.writes)
      }
    }
    throw Failure.notSeen("an answer to \(keys.debugDescription)", screen: screen.text)
  }

  /// Takes all that the program has sent, and returns its counts while it waits for keys.
  private func settled(within seconds: Int) throws -> Activity {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      take(milliseconds: 1)
      // What it wrote to the terminal since it began; it writes to nothing else before keys come.
      if let activity = idleActivity, activity.bytesWritten == received.count { return activity }
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
