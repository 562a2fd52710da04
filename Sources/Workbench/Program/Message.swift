/// A line at the bottom that says what happened.
struct Message: Hashable, Sendable {
  /// What it says where there is room for all of it.
  let text: String
  let isError: Bool
  /// Whether it says that what the user asked for was not done, since another session came first.
  let isRefusal: Bool
  /// The change that it is about, of which less is said where there is little room; nil for any
  /// other message.
  let report: ChangeReport?

  /// A message in words.
  init(text: String, isError: Bool = false, isRefusal: Bool = false) {
    self.text = text
    self.isError = isError
    self.isRefusal = isRefusal
    report = nil
  }

  /// What a change did, or would do.
  init(_ report: ChangeReport) {
    text = report.text
    isError = report.isWorse
    isRefusal = false
    self.report = report
  }

  /// What it says in rows of so many columns where it is a preview; other messages than those on
  /// changes are not cut here.
  func text(columns: Int, rows: Int = 1) -> String {
    report?.text(columns: columns, rows: rows) ?? text
  }
}
