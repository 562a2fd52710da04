public import Canvas

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

  /// Draws the next canvas in full, for when something else wrote on the screen.
  mutating func repaint()

  /// Gives the terminal back to the shell and returns when the program is continued.
  mutating func suspend()

  /// Restores the terminal; a second time does nothing.
  mutating func close()
}
