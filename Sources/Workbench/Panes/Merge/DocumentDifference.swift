/// A line, fund, group or the plan's details where the plan and its changed document differ.
public struct DocumentDifference: Hashable, Sendable {
  /// Whose value stays.
  public enum Side: Hashable, Sendable { case mine, theirs }

  /// What it is about, for the program.
  let subject: Merge.Subject
  /// What it is about, for users: `L3`.
  public let title: String
  /// What the plan has, in a few words.
  public let mine: String
  /// What the document has, in a few words.
  public let theirs: String
  /// Whose value stays; nil where the user still has to decide.
  public internal(set) var side: Side?
}

extension [DocumentDifference] {
  /// The most that are named in a message.
  private static var named: Int { 5 }

  /// What they are about: `L1, L2 and 3 more`.
  var titles: String {
    let titles = prefix(Self.named).map(\.title).joined(separator: ", ")
    return count > Self.named ? "\(titles) and \(count - Self.named) more" : titles
  }
}
