/// A statement of the source behind rules, in our own words.
public struct Clause: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// The section of the source.
  public var section: String
  /// The paragraph within the section, counted from 1.
  public var paragraph: Int
  /// What it says, paraphrased.
  public var text: String
  /// Whether it is our reading of a place where the source is silent or ambiguous.
  public var isReading: Bool
  /// The findings based on it.
  public var findings: [FindingCode]
  /// The indices of the categories that it is about; all if it names none.
  public var categories: [Int]
  /// The option cases that it is about; all if it names none.
  public var options: [Decision.OptionCase]
  /// The needs that it is about; all if it names none.
  public var needs: [Need]

  /// A clause.
  public init(
    id: String, section: String, paragraph: Int, text: String, isReading: Bool,
    findings: [FindingCode], categories: [Int] = [], options: [Decision.OptionCase] = [],
    needs: [Need] = []
  ) {
    self.id = id
    self.section = section
    self.paragraph = paragraph
    self.text = text
    self.isReading = isReading
    self.findings = findings
    self.categories = categories
    self.options = options
    self.needs = needs
  }

  /// Whether it is about a kind of line.
  public func concerns(_ kind: DecisionTable.Case) -> Bool {
    (categories.isEmpty || categories.contains(kind.category))
      && (options.isEmpty || options.contains(kind.option))
      && (needs.isEmpty || needs.contains(kind.need))
  }

  /// The citation: `Core service bundles, paragraph 2`, with `(reading)` if it is one.
  public var citation: String {
    "\(section), paragraph \(paragraph)\(isReading ? " (reading)" : "")"
  }
}
