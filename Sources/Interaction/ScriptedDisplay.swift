public import Canvas

/// A display in memory: batches of events are its script, and it keeps what it was shown.
///
/// When the script is over it hangs up, so a program under test always ends.
public struct ScriptedDisplay: Display {
  /// The present extent; a scripted resize changes it.
  public private(set) var size: Size
  /// Every canvas that was shown, in order.
  public private(set) var frames: [Canvas] = []
  /// How often the program was suspended.
  public private(set) var suspensions = 0
  /// Every text that was copied, in order.
  public private(set) var copies: [String] = []
  /// Whether texts can be copied; a test may say otherwise.
  public var clipboard = Clipboard.available
  /// Whether the display was closed.
  public private(set) var isClosed = false
  /// What is urgent after each event that the program handles; later ones find nothing.
  public var urgent: [Event?] = []
  private var batches: ArraySlice<[Event]>

  /// A display whose every call of `events()` returns the next batch.
  public init(size: Size = Size(rows: 24, columns: 80), batches: [[Event]]) {
    self.size = size
    self.batches = batches.filter { !$0.isEmpty }[...]
  }

  /// A display that tells every key alone.
  public init(size: Size = Size(rows: 24, columns: 80), keys: [Key]) {
    self.init(size: size, batches: keys.map { [.key($0)] })
  }

  /// Keeps the canvas.
  public mutating func show(_ canvas: Canvas) {
    frames.append(canvas)
  }

  /// The next batch of the script, then the hang-up.
  public mutating func events() -> [Event] {
    guard let batch = batches.popFirst() else { return [.hangUp(.terminalGone)] }
    for case .resize(let size) in batch { self.size = size }
    return batch
  }

  /// What the script has as urgent now.
  public mutating func urgentEvent() -> Event? {
    urgent.isEmpty ? nil : urgent.removeFirst()
  }

  /// Nothing to do: every frame is kept whole.
  public mutating func repaint() {}

  /// Remembers the text where a terminal would be handed it.
  @discardableResult
  public mutating func copy(_ text: String) -> CopyOutcome {
    let outcome = clipboard.outcome(of: text)
    if outcome == .handedOver { copies.append(text) }
    return outcome
  }

  /// Counts; the program is continued at once.
  public mutating func suspend() {
    suspensions += 1
    batches = [[.resumed]] + batches
  }

  /// Remembers it.
  public mutating func close() {
    isClosed = true
  }
}
