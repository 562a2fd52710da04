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
  public private(set) var size: Size

  /// What the terminal shows; nothing before the first frame and when all must be painted.
  private var shown: Canvas?
  private var run: [terminal_cell] = []
  private let isUTF8: Bool
  private var decoder: InputDecoder
  private let escapeDelay: CInt
  private var waiting: [Event] = []
  private var isOpen = true

  /// Takes the terminal over, or says why it cannot be used, without having written to it.
  public init(theme: Theme, options: TerminalOptions = .standard) throws(TerminalError) {
    try Self.check()
    isUTF8 = terminal_set_locale()
    guard signals_open() else { throw .unavailable }
    guard terminal_open(options.withColours) else {
      signals_close()
      throw .unavailable
    }
    escapeDelay = options.escapeDelay
    decoder = InputDecoder(described: KeySequence.described())
    size = Self.currentSize
    let means = ColourMeans(colours: Int(terminal_colours()))
    for role in Role.allCases {
      let style = theme.style(of: role, means: means)
      terminal_define_style(
        CInt(role.rawValue), CInt(style.foreground.number), CInt(style.background.number),
        style.attributes.rawValue)
    }
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

  /// Puts a text on the clipboard of whoever sits at the terminal, over a network too (OSC 52).
  public func copy(_ text: String) {
    guard isOpen, text.utf8.count <= copyLimit else { return }
    terminal_copy(Base64.text(of: Array(text.utf8)))
  }

  private func resume() {
    repaint()
    waiting.append(.resumed)
  }

  private static var currentSize: Size {
    var rows: CInt = 0
    var columns: CInt = 0
    terminal_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
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

// MARK: - Drawing

extension CursesDisplay {
  /// Hands on the stretches of a row that differ from what is shown.
  private func draw(row: Int, of canvas: Canvas, over last: Canvas?) {
    let columns = min(canvas.size.columns, size.columns)
    let start = row * canvas.size.columns
    let cells = canvas.cells
    guard let old = last?.cells else {
      return draw(cells, start..<start + columns, row: row, column: 0)
    }
    var column = 0
    while column < columns {
      guard cells[start + column] != old[start + column] else {
        column += 1
        continue
      }
      var first = column
      while column < columns, cells[start + column] != old[start + column] { column += 1 }
      // A wide character is drawn whole, whichever half changed.
      if cells[start + first].scalar == 0, first > 0 { first -= 1 }
      if column < columns, cells[start + column].scalar == 0 { column += 1 }
      draw(cells, start + first..<start + column, row: row, column: first)
    }
  }

  private func draw(_ cells: [Cell], _ range: Range<Int>, row: Int, column: Int) {
    run.removeAll(keepingCapacity: true)
    for index in range {
      let cell = cells[index]
      let isWide = index + 1 < cells.count && cells[index + 1].scalar == 0 && cell.scalar != 0
      run.append(
        terminal_cell(
          scalar: cell.scalar, mark: cell.mark, style: cell.role.rawValue, columns: isWide ? 2 : 1))
      if !isUTF8 { ASCIISubstitute.apply(to: &run[run.count - 1]) }
    }
    terminal_draw(CInt(row), CInt(column), run, CInt(run.count))
  }
}

// MARK: - Events

extension CursesDisplay {
  /// The most events that are handed on at once.
  private static let batchLimit = 1024
  /// How long a cut sequence and a silent paste may wait, in milliseconds.
  private static let sequenceDelay: CInt = 500
  private static let pasteDelay: CInt = 2000

  /// Waits until something happens and returns all of it.
  public func events() -> [Event] {
    while waiting.isEmpty { gather(milliseconds: delay) }
    while waiting.count < Self.batchLimit, !isOver, gather(milliseconds: 0) {}
    defer { waiting.removeAll(keepingCapacity: true) }
    return waiting
  }

  private var isOver: Bool {
    waiting.contains { if case .hangUp = $0 { true } else { false } }
  }

  /// How long to wait, which is for ever where nothing has begun.
  private var delay: CInt {
    switch decoder.unfinished {
    case nil: -1
    case .escape: escapeDelay
    case .sequence: Self.sequenceDelay
    case .paste: Self.pasteDelay
    }
  }

  /// Waits for one thing; says whether there was any in time.
  @discardableResult
  private func gather(milliseconds: CInt) -> Bool {
    switch signals_wait(milliseconds) {
    case WAITED_SIGNAL: take(signals_take())
    case WAITED_INPUT: read()
    case WAITED_TIME:
      if milliseconds > 0 { waiting += decoder.giveUp() }
      return false
    default: waiting.append(.hangUp(.terminalGone))
    }
    return true
  }

  private func read() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bytes in
      let count = signals_read(bytes.baseAddress, bytes.count)
      waiting += count > 0 ? decoder.decode(bytes.prefix(count)) : [.hangUp(.terminalGone)]
    }
  }

  private func take(_ heard: CUnsignedInt) {
    func isHeard(_ signal: Int) -> Bool { heard & CUnsignedInt(signal) != 0 }
    if isHeard(HEARD_STOP) { suspend() }
    if isHeard(HEARD_CONTINUE) {
      // Stopped without having been asked: the shell may have left anything on the screen.
      terminal_leave()
      resume()
    }
    if isHeard(HEARD_SIZE) {
      // Also where the size is as before: it may have been another in between, and rows are lost.
      terminal_follow_size()
      size = Self.currentSize
      shown = nil
      terminal_repaint()
      waiting.append(.resize(size))
    }
    if isHeard(HEARD_INTERRUPT) { waiting.append(.interrupt) }
    if isHeard(HEARD_TERMINATE) { waiting.append(.hangUp(.signal(.terminate))) }
    if isHeard(HEARD_HANGUP) { waiting.append(.hangUp(.signal(.hangUp))) }
  }
}
