import Procurement

/// The colours of the command line's text, or none of them.
///
/// Severities are words as well, so nothing is told by colour alone.
struct Ink: Hashable, Sendable {
  /// Whether there are colours.
  let isColoured: Bool

  /// Text without colours.
  static let none = Ink(isColoured: false)

  /// A text in the colour of a severity.
  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: painted(text, "1;31")
    case .warning: painted(text, "1;33")
    case .note: painted(text, "1;36")
    }
  }

  /// A text that a later plan has and an earlier one has not.
  func added(_ text: String) -> String { painted(text, "32") }

  /// A text that an earlier plan has and a later one has not.
  func removed(_ text: String) -> String { painted(text, "31") }

  /// A text that matters less.
  func dim(_ text: String) -> String { painted(text, "2") }

  /// A text that stands out.
  func strong(_ text: String) -> String { painted(text, "1") }

  private func painted(_ text: String, _ attributes: String) -> String {
    isColoured ? "\u{1B}[\(attributes)m\(text)\u{1B}[m" : text
  }
}
