/// Whose keys move about where text is typed.
public enum TextMovements: String, CaseIterable, Sendable {
  /// As in Emacs and in shells, which is what most people know.
  case emacs
  /// As in vi.
  case vi
}
