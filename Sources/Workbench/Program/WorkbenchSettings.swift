import Procurement

/// What the user's terminal, files and settings give the workbench.
struct WorkbenchSettings: Sendable {
  let keymap: Keymap
  /// The day on which waivers are given.
  let today: CalendarDate
  /// What terminal and settings offer.
  var equipment: Equipment
  /// Whether the user enters commands in lines, and sees no screen.
  var isDialogue = false
  /// Whether the user asked to change nothing.
  var isReadOnly = false
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
  public var isReadOnly: Bool {
    get { settings.isReadOnly }
    set { settings.isReadOnly = newValue }
  }
}
