import Workbench

/// The settings of the workbench from all sources, and their resolved values.
struct ResolvedSettings: Hashable, Sendable {
  /// Those of the command line.
  var options = Configuration()
  /// Those of the environment.
  var environment = Configuration()
  /// Those of `config.yaml`.
  var configuration = Configuration()
  /// Whether there is a network between the user and the program.
  var isRemote = false

  /// The theme; nil where none was chosen.
  var theme: Setting<String>? { chosen(\.theme) }

  /// Whether the mouse is used.
  ///
  /// Over a network it is not used by default: there the terminal's own selection is the only
  /// reliable way to copy text, and a program that uses the mouse prevents it.
  var mouse: Setting<Bool> { chosen(\.mouse) ?? Setting(value: !isRemote, origin: .standard) }

  /// Whether the screen is drawn in ASCII alone.
  var ascii: Setting<Bool> { chosen(\.ascii) ?? Setting(value: false, origin: .standard) }

  /// Whether texts are copied to the clipboard.
  var clipboard: Setting<Bool> { chosen(\.clipboard) ?? Setting(value: true, origin: .standard) }

  /// How keys move in text fields.
  var editing: Setting<TextMovements> {
    chosen(\.editing) ?? Setting(value: .emacs, origin: .standard)
  }

  /// How the focused row of a list is shown.
  var row: Setting<FocusedRow> {
    chosen(\.row) ?? Setting(value: .highlight, origin: .standard)
  }

  private func chosen<Value>(_ setting: (Configuration) -> Value?) -> Setting<Value>? {
    setting(options).map { Setting(value: $0, origin: .option) }
      ?? setting(environment).map { Setting(value: $0, origin: .environment) }
      ?? setting(configuration).map { Setting(value: $0, origin: .configuration) }
  }
}
