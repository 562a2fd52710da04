public import Procurement

/// What the user's terminal, files and settings give the workbench.
public struct WorkbenchSettings: Sendable {
  let keymap: Keymap
  /// The day on which waivers are given.
  let today: CalendarDate
  /// What terminal and settings offer.
  var display: DisplayCapabilities
  /// Whether the user enters commands in lines, and sees no screen.
  var isDialogue = false
  /// Whether the user asked to change nothing.
  var isReadOnly: Bool
  /// Whether portfolios have only the latest plan of each trust.
  var latestOnly: Bool
  /// The columns of lines that the user chose, for screens of each width.
  var columns: [WidthClass: [LineColumn]] = [:]

  /// Settings; the day is given, since nothing in here reads a clock.
  public init(
    today: CalendarDate, keymap: Keymap = .standard,
    display: DisplayCapabilities = DisplayCapabilities(),
    isReadOnly: Bool = false, latestOnly: Bool = false
  ) {
    self.keymap = keymap
    self.today = today
    self.display = display
    self.isReadOnly = isReadOnly
    self.latestOnly = latestOnly
  }
}

/// When the session ends without being asked again.
enum QuitCondition: Hashable, Sendable {
  /// Once the plan is written.
  case written
  /// Once unsaved changes are kept.
  case kept
}

extension WorkbenchProgram {
  var keymap: Keymap { settings.keymap }

  /// Whether the user asked to change nothing.
  public var isReadOnly: Bool { settings.isReadOnly }
}
