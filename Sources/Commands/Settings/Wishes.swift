import Workbench

/// All that is wished of the workbench, by who wishes it, and what it comes to.
struct Wishes: Hashable, Sendable {
  /// What the command line says.
  var options = Configuration()
  /// What the environment says.
  var environment = Configuration()
  /// What `config.yaml` says.
  var configuration = Configuration()
  /// Whether there is a network between the user and the program.
  var isRemote = false

  /// The theme; nil where nobody chose one.
  var theme: Setting<String>? { chosen(\.theme) }

  /// Whether the mouse is listened to.
  ///
  /// Over a network it is not unless somebody says so: there the terminal's own way to select text
  /// is the one sure way to take some along, and a program with the mouse is in its way.
  var mouse: Setting<Bool> { chosen(\.mouse) ?? Setting(value: !isRemote, origin: .standard) }

  /// Whether the screen is drawn with ASCII alone.
  var ascii: Setting<Bool> { chosen(\.ascii) ?? Setting(value: false, origin: .standard) }

  /// Whether texts are copied to the clipboard.
  var clipboard: Setting<Bool> { chosen(\.clipboard) ?? Setting(value: true, origin: .standard) }

  /// Whose keys move about where text is typed.
  var editing: Setting<TextMovements> {
    chosen(\.editing) ?? Setting(value: .emacs, origin: .standard)
  }

  private func chosen<Value>(_ wish: (Configuration) -> Value?) -> Setting<Value>? {
    wish(options).map { Setting(value: $0, origin: .option) }
      ?? wish(environment).map { Setting(value: $0, origin: .environment) }
      ?? wish(configuration).map { Setting(value: $0, origin: .configuration) }
  }
}
