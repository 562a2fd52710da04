import Interaction
import Text
import Workbench

/// A keymap as text: a line for each action of each context.
struct KeysList {
  private let rows: [[String]]

  init(_ keymap: Keymap) {
    rows = Context.allCases.flatMap { context in
      keymap.entries(in: context).map { entry in
        [
          context.rawValue,
          entry.keys.isEmpty ? "none" : entry.keys.map(\.name).joined(separator: " "),
          entry.action.rawValue,
          entry.title + (entry.isRemapped ? " (remapped)" : ""),
        ]
      }
    }
  }

  /// The list, in columns: context, keys, action and what the action does.
  var text: String {
    let widths = (0..<3).map { column in
      rows.map { VisibleText.width(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let columns = zip(row, widths).map { text, width in
        VisibleText.safe(text) + spaces(width - VisibleText.width(of: text))
      }
      return (columns + [row[3]]).joined(separator: "  ") + "\n"
    }.joined()
  }
}
