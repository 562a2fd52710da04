/// A table of a paper: a heading, texts and numbers in each row, in this order.
///
/// Where it has a total, each number of the total is the sum of its column, unless rows leave theirs
/// blank.
public struct PaperTable: Hashable, Sendable {
  /// A text with further texts below it.
  public struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What it says first.
    public var text: String
    /// What it says below.
    public var details: [String]

    /// A text with details, without those that are empty.
    public init(_ text: String, details: [String?] = []) {
      self.text = text
      self.details = details.compactMap(\.self).filter { !$0.isEmpty }
    }

    /// A text without details.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// What it is about.
    public var heading: Cell
    /// Its texts, one for each such column.
    public var texts: [Cell] = []
    /// Its numbers, as they are shown; empty where it has none.
    public var numbers: [String] = []
  }

  /// What the table is about.
  public var caption: String
  /// The title of the column of headings.
  public var heading: String
  /// The titles of the columns of texts.
  public var texts: [String] = []
  /// The titles of the columns of numbers.
  public var numbers: [String] = []
  /// Its rows.
  public var rows: [Row] = []
  /// The sums of its rows.
  public var total: Row?
}
