/// How wide a screen is: each class has columns of its own.
public enum WidthClass: String, CaseIterable, Sendable {
  case narrow, medium, wide

  /// The class of a screen of so many columns.
  init(_ columns: Int) {
    self = columns < 76 ? .narrow : columns < 116 ? .medium : .wide
  }
}
