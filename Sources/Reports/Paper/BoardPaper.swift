public import Procurement

/// A paper about plans that a board reads: what they cost, who pays, and what is wrong with them.
///
/// It is a value without any markup. Each format writes the same sections, so no format can show
/// other figures than another.
public struct BoardPaper: Hashable, Sendable {
  /// A named fact or figure.
  public struct Fact: Hashable, Sendable {
    /// What it is.
    public var name: String
    /// What it says.
    public var text: String
  }

  /// A part of the paper with a heading.
  public struct Section: Hashable, Sendable {
    /// The word by which links lead to it.
    public var id: String
    /// Its heading.
    public var title: String
    /// What it says.
    public var blocks: [Block]
  }

  /// A piece of a section.
  public enum Block: Hashable, Sendable {
    case paragraph(String)
    /// Sentences of equal rank.
    case list([String])
    /// The figures that matter most.
    case figures([Fact])
    case table(PaperTable)
    case chart(BarChart)
  }

  /// Its heading.
  public var title: String
  /// What kind of paper it is, in a few words.
  public var kind: String
  /// Whose plans they are, and when and by whom the paper was made.
  public var facts: [Fact]
  /// Its sections, in order.
  public var sections: [Section]
  /// How it was made, in a sentence.
  public var closing: String
}

/// What a paper is made from, and when and by whom.
public struct PaperOrigin: Hashable, Sendable {
  /// The documents or the plan of the store, as the user names them.
  public var source: String
  /// The version of a plan of the store, in words.
  public var version: String?
  /// The day on which the paper is made.
  public var date: CalendarDate
  /// Who makes it.
  public var author: String
  /// The program and its version.
  public var program: String

  /// An origin.
  public init(
    source: String, version: String? = nil, date: CalendarDate, author: String, program: String
  ) {
    self.source = source
    self.version = version
    self.date = date
    self.author = author
    self.program = program
  }

  /// The facts that follow those about the plans.
  var facts: [BoardPaper.Fact] {
    [BoardPaper.Fact(name: "Source", text: source)]
      + (version.map { [BoardPaper.Fact(name: "Version", text: $0)] } ?? [])
      + [BoardPaper.Fact(name: "Prepared", text: "\(date.inWords), by \(author)")]
  }

  /// How the paper was made, in a sentence.
  var closing: String {
    let version = version.map { ", \($0)" } ?? ""
    return "Prepared by \(author) on \(date.inWords) from \(source)\(version), with \(program)."
  }
}

extension CalendarDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day as letters write it: `2 November 2004`.
  var inWords: String { "\(day) \(CalendarDate.months[month - 1]) \(year)" }
}
