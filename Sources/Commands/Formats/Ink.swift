import Procurement

/// The colours of the command line's text, if it has any.
///
/// Severities are words as well, so no information is in colour alone.
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

  /// Text that was added in the later plan.
  func added(_ text: String) -> String { painted(text, "32") }

  /// Text that was removed from the earlier plan.
  func removed(_ text: String) -> String { painted(text, "31") }

  /// Text that matters less.
  func dim(_ text: String) -> String { painted(text, "2") }

  /// Emphasised text.
  func strong(_ text: String) -> String { painted(text, "1") }

  private func painted(_ text: String, _ attributes: String) -> String {
    isColoured ? "\u{1B}[\(attributes)m\(text)\u{1B}[m" : text
  }
}
