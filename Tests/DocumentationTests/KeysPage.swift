import Workbench

/// The page of keys, generated from the action table.
struct KeysPage {
  /// The page.
  var text: String {
    """
    # Keys

    Which keys work depends on the screen; `?` or `F1` lists them in the program. In a text field,
    every printable key is text, and the usual shell keys move the cursor and delete: Ctrl-a,
    Ctrl-e, Ctrl-b, Ctrl-f, Ctrl-d, Ctrl-h, Ctrl-k, Ctrl-u and Ctrl-w. If you come to a field from
    another one by `Tab` or an arrow key, or if it holds only a placeholder such as *New fund*, the
    first character that you type replaces its text. A question shows the keys that answer it.

    These are the default keys. [You can change them](configuration.md#keys); `calloff keys` lists
    the current ones.

    \(Context.allCases.map(section).joined(separator: "\n\n"))

    """
  }

  private func section(_ context: Context) -> String {
    var rows = ActionTable.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
      "| \(entry.keys.map { "`\($0.name)`" }.joined(separator: " ")) | \(entry.title) |"
    }
    if let typing = context.typing { rows.insert("| `\(typing.keys)` | \(typing.title) |", at: 1) }
    return """
      ## \(context.title.prefix(1).uppercased() + context.title.dropFirst())

      | key | action |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }
}
