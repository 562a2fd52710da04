import CNcurses

/// The ASCII characters shown for others where the terminal shows only ASCII.
enum ASCIISubstitute {
  /// Replaces a cell's character by one of the same column.
  static func apply(to cell: inout terminal_cell) {
    guard cell.scalar == 0 || cell.scalar > 0x7E || cell.mark != 0 else { return }
    let known = Unicode.Scalar(cell.scalar).flatMap { substitute(for: $0) }
    let stands = cell.scalar > 0 && cell.scalar < 0x7F ? cell.scalar : known?.value
    cell.scalar = stands ?? Unicode.Scalar("?").value
    cell.mark = 0
    cell.columns = 1
  }

  private static func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{A0}", "\u{2000}"..."\u{200A}": " "
    case "─", "━", "═", "–", "—", "−", "‐", "‑": "-"
    case "│", "┃", "║": "|"
    case "┌"..."┿", "╀"..."╋", "╒"..."╬", "╭"..."╰": "+"
    case "█", "▓": "#"
    case "▒": "="
    case "░": "."
    case "…": "~"
    case "£": "L"
    case "‘", "’": "'"
    case "“", "”": "\""
    case "•", "·", "●", "○": "*"
    case "×": "x"
    case "→", "▶", "›", "»": ">"
    case "←", "◀", "‹", "«": "<"
    case "↑", "▲": "^"
    case "↓", "▼": "v"
    case "✓", "✔": "+"
    case "✗", "✘": "x"
    default: nil
    }
  }
}
