import CNcurses
public import Canvas
import Glibc
public import Interaction
public import Themes

/// The terminal as a display, through ncurses.
///
/// It keeps the last canvas and hands ncurses only the runs of cells that differ, because
/// comparing is cheaper here than there; ncurses then finds the fewest bytes for them. Waiting is
/// one `poll` on the terminal and on a pipe that signal handlers write to, so nothing is lost
/// between a check and a wait, and idling costs nothing.
public final class CursesDisplay: Display {
  /// The present extent.
  public internal(set) var size: Size

  /// What the terminal shows; nothing before the first frame and when all must be painted.
  var shown: Canvas?
  var run: [terminal_cell] = []
  let showsASCIIAlone: Bool
  var decoder: InputDecoder
  var doubleClicks = DoubleClicks()
  let escapeDelay: CInt
  var waiting: [Event] = []
  /// Hang-ups and interrupts, which go before all else.
  var urgent: [Event] = []
  /// The signal that asked to end, other than SIGHUP and SIGTERM; nil where none has.
  ///
  /// It is for the program to end by it when all is done, so that its parent sees the cause.
  public internal(set) var endingSignal: Int32?
  /// Whether texts can be copied, which the terminal's own settings may still refuse.
  public let clipboard: Clipboard
  private(set) var isOpen = true

  /// Takes the terminal over, or says why it cannot be used, without having written to it.
  public init(theme: Theme, options: TerminalOptions = .standard) throws(TerminalError) {
    try Self.check()
    showsASCIIAlone = !terminal_set_locale(nil) || options.withASCIIAlone
    guard signals_open() else { throw .unavailable }
    guard terminal_open(options.withColours, options.withMouse) else {
      signals_close()
      throw .unavailable
    }
    escapeDelay = options.escapeDelay
    decoder = InputDecoder(
      described: KeySequence.described(), withMouse: options.withMouse)
    clipboard =
      !options.withClipboard
      ? .switchedOff : terminal_ignores_unknown() ? .available : .unavailable
    size = Self.currentSize
    define(theme)
  }

  deinit {
    close()
  }

  /// Makes the canvas visible: nothing is written where nothing changed.
  public func show(_ canvas: Canvas) {
    guard isOpen, canvas != shown else { return }
    let last = shown.flatMap { $0.size == canvas.size ? $0 : nil }
    for row in 0..<min(canvas.size.rows, size.rows) {
      draw(row: row, of: canvas, over: last)
    }
    shown = canvas
    let cursor = canvas.cursor ?? Position(row: -1, column: -1)
    terminal_update(CInt(clamping: cursor.row), CInt(clamping: cursor.column))
  }

  /// Gives the terminal back, stops the process group, and takes the terminal over again.
  public func suspend() {
    guard isOpen else { return }
    terminal_leave()
    signals_stop()
    // Being continued is what this waited for; other signals stay to be told.
    let heard = signals_take() & ~CUnsignedInt(HEARD_CONTINUE) & ~CUnsignedInt(HEARD_STOP)
    resume()
    take(heard | CUnsignedInt(HEARD_SIZE))
  }

  /// Restores the terminal; a second time does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    terminal_close()
    signals_close()
  }

  /// Draws the next canvas in full.
  public func repaint() {
    shown = nil
    terminal_repaint()
  }

  /// Shows everything in the looks of another theme, from the next frame on.
  public func applyTheme(_ theme: Theme) {
    guard isOpen else { return }
    define(theme)
    repaint()
  }

  private func define(_ theme: Theme) {
    let means = ColourMeans(colours: Int(terminal_colours()))
    for role in Role.allCases {
      let style = theme.style(of: role, means: means)
      terminal_define_style(
        CInt(role.rawValue), CInt(style.foreground.number), CInt(style.background.number),
        style.attributes.rawValue)
    }
  }

  /// Copies a text to the clipboard of the user's terminal, over a network too (OSC 52).
  @discardableResult
  public func copy(_ text: String) -> CopyOutcome {
    let outcome = isOpen ? clipboard.outcome(of: text) : .unavailable
    if outcome == .handedOver { terminal_copy(Base64.text(of: Array(text.utf8))) }
    return outcome
  }

  func resume() {
    repaint()
    waiting.append(.resumed)
  }

  /// The most that is drawn on. A terminal, or the variables LINES and COLUMNS, may claim any size,
  /// and each cell of a canvas takes memory.
  static let largest = Size(rows: 1_000, columns: 2_000)

  static var currentSize: Size {
    var rows: CInt = 0
    var columns: CInt = 0
    terminal_size(&rows, &columns)
    return bounded(Size(rows: Int(rows), columns: Int(columns)))
  }

  /// The part of a size that is drawn on.
  static func bounded(_ size: Size) -> Size {
    Size(rows: min(size.rows, largest.rows), columns: min(size.columns, largest.columns))
  }

  /// Says why the terminal cannot be used, if it cannot, without touching it.
  public static func check() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNoTerminal }
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    guard let type = Environment.value(of: "TERM"), !type.isEmpty else { throw .typeUnset }
    switch terminal_fitness() {
    case TERMINAL_FIT: return
    case TERMINAL_INCAPABLE: throw .typeIncapable(type)
    default: throw .typeUnknown(type)
    }
  }
}
