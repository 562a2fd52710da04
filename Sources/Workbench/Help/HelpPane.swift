/// The keys of a context, with the row that stands at the top.
struct HelpPane: Sendable {
  let context: Context
  /// One action a row: its keys and what it does.
  let rows: [(keys: String, title: String)]
  var focus = ListFocus()

  init(context: Context, _ keymap: Keymap) {
    self.context = context
    rows = keymap.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
      (entry.keys.map(\.name).joined(separator: " "), entry.title)
    }
  }
}
