import CVTerm

/// A terminal without a window, which turns bytes into a screen.
final class TerminalEmulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private var size: (rows: Int, columns: Int)
  private var isCursorVisible = true
  private var isAlternate = false

  init?(rows: Int, columns: Int) {
    guard let terminal = vterm_new(CInt(rows), TerminalEmulator.width(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { return nil }
    self.terminal = terminal
    self.screen = screen
    size = (rows, columns)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let user, let value else { return 0 }
      Unmanaged<TerminalEmulator>.fromOpaque(user).takeUnretainedValue()
        .set(property, isOn: value.pointee.boolean != 0)
      return 1
    }
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  func feed(_ bytes: [CChar]) {
    vterm_input_write(terminal, bytes, bytes.count)
  }

  /// The library crashes if a wide character is written to a terminal of one column, which a
  /// program may do before it learns of the new size. So the emulator has at least two columns.
  private static func width(_ columns: Int) -> CInt { CInt(max(2, columns)) }

  func resize(rows: Int, columns: Int) {
    size = (rows, columns)
    vterm_set_size(terminal, CInt(rows), TerminalEmulator.width(columns))
  }

  private func set(_ property: VTermProp, isOn: Bool) {
    if property == VTERM_PROP_CURSORVISIBLE { isCursorVisible = isOn }
    if property == VTERM_PROP_ALTSCREEN { isAlternate = isOn }
  }

  /// The current screen.
  var picture: TerminalScreen {
    var cursor = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &cursor)
    return TerminalScreen(
      cells: (0..<size.rows).map { row in (0..<size.columns).map { cell(row, $0) } },
      cursorRow: Int(cursor.row), cursorColumn: Int(cursor.col), isCursorVisible: isCursorVisible,
      isAlternate: isAlternate)
  }

  private func cell(_ row: Int, _ column: Int) -> TerminalScreen.Cell {
    var raw = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: CInt(row), col: CInt(column)), &raw)
    let scalars = withUnsafeBytes(of: &raw.chars) { Array($0.bindMemory(to: UInt32.self)) }
    var text = String.UnicodeScalarView()
    // The emulator marks the right half of a wide character in this way.
    if scalars[0] != .max {
      text.append(contentsOf: scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init))
      if text.isEmpty { text.append(" ") }
    }
    return TerminalScreen.Cell(
      text: String(text), foreground: index(of: raw.fg), background: index(of: raw.bg),
      isBold: raw.attrs.bold != 0, isUnderlined: raw.attrs.underline != 0,
      isReversed: raw.attrs.reverse != 0)
  }

  private func index(of colour: VTermColor) -> Int? {
    let type = UInt32(colour.type)
    guard type & VTERM_COLOR_DEFAULT_MASK.rawValue == 0,
      type & VTERM_COLOR_INDEXED.rawValue != 0
    else { return nil }
    return Int(colour.indexed.idx)
  }
}
