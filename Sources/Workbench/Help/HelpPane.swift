/// The keys of a context, with the row that stands at the top.
struct HelpPane: Sendable {
  var context: Context
  var focus = ListFocus()

  /// One action a row: its keys and what it does.
  var rows: [(keys: String, title: String)] {
    ActionTable.entries(in: context).map { entry in
      (entry.keys.map(\.name).joined(separator: " "), entry.title)
    }
  }
}
