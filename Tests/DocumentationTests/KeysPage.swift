import Workbench

/// The page of all keys, made from the action table.
struct KeysPage {
  /// The page.
  var text: String {
    """
    # Keys

    What a key does depends on where you are; `?` or F1 shows the same in the program. Typing into a
    field takes every printable key as text, and the keys that shells have for moving about in a line
    and for deleting work there too: Ctrl-a, Ctrl-e, Ctrl-b, Ctrl-f, Ctrl-d, Ctrl-h, Ctrl-k, Ctrl-u
    and Ctrl-w. On an amount a digit begins a new one. A question names the keys that answer it.

    These are the built-in keys. [Others can be chosen](configuration.md#keys), and `calloff keys` lists
    the keys as they stand.

    \(Context.allCases.map(section).joined(separator: "\n\n"))

    """
  }

  private func section(_ context: Context) -> String {
    let rows = ActionTable.entries(in: context).filter { !$0.keys.isEmpty }.map { entry in
      "| \(entry.keys.map { "`\($0.name)`" }.joined(separator: " ")) | \(entry.title) |"
    }
    return """
      ## \(context.title.prefix(1).uppercased() + context.title.dropFirst())

      | keys | what they do |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }
}
