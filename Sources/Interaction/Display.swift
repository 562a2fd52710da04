public import Canvas

/// The most bytes of a text that a display copies; many terminals take no more.
public let copyLimit = 100_000

/// What a program is shown on and hears from.
public protocol Display {
  /// The present extent.
  var size: Size { get }

  /// Makes the canvas visible.
  mutating func show(_ canvas: Canvas)

  /// Waits until something happens and returns all of it.
  ///
  /// There is at least one event. Input that came meanwhile is all taken, up to a bound, so that
  /// type-ahead costs one frame. After `.hangUp(.terminalGone)` nothing comes any more.
  mutating func events() -> [Event]

  /// A hang-up or an interrupt that has come since the last call of `events()`, without waiting;
  /// nil where none has.
  mutating func urgentEvent() -> Event?

  /// Draws the next canvas in full, for when something else wrote on the screen.
  mutating func repaint()

  /// Whether texts can be copied.
  var clipboard: Clipboard { get }

  /// Copies a text to the user's clipboard, or says why not.
  ///
  /// A text of more than `copyLimit` bytes is not copied: half of it would mislead.
  @discardableResult
  mutating func copy(_ text: String) -> CopyOutcome

  /// Gives the terminal back to the shell and returns when the program is continued.
  mutating func suspend()

  /// Restores the terminal; a second time does nothing.
  mutating func close()
}
