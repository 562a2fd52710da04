/// A statement of the source, in our own words: what a service is, and what findings are based on.
public struct Clause: Hashable, Sendable {
  /// A question that a clause answers about a service.
  public enum Topic: String, CaseIterable, Sendable {
    case supply, routes, payment
    /// Which regions there are and who serves them; shown with the clusters too.
    case clusters

    /// The question in words.
    public var title: String {
      switch self {
      case .supply: "who may supply"
      case .routes: "by which routes"
      case .payment: "who pays"
      case .clusters: "regions (clusters)"
      }
    }
  }

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
  /// The questions that it answers; none if it says something else.
  public var topics: [Topic]
  /// The findings based on it.
  public var findings: [FindingCode]
  /// The indices of the categories that it is about; all if it names none.
  public var categories: [Int]
  /// The option cases that it is about; all if it names none.
  public var options: [Decision.OptionCase]
  /// The needs that it is about; all if it names none.
  public var needs: [Need]
  /// The ids of the services that it is about; all if it names none.
  public var services: [String]

  /// A clause.
  public init(
    id: String, section: String, paragraph: Int, text: String, isReading: Bool,
    topics: [Topic] = [], findings: [FindingCode] = [], categories: [Int] = [],
    options: [Decision.OptionCase] = [], needs: [Need] = [], services: [String] = []
  ) {
    self.id = id
    self.section = section
    self.paragraph = paragraph
    self.text = text
    self.isReading = isReading
    self.topics = topics
    self.findings = findings
    self.categories = categories
    self.options = options
    self.needs = needs
    self.services = services
  }

  /// Whether it is about a kind of line, for the service with an id if that is known.
  public func concerns(_ kind: DecisionTable.Case, of service: String? = nil) -> Bool {
    (services.isEmpty || service.map(services.contains) ?? true)
      && (categories.isEmpty || categories.contains(kind.category))
      && (options.isEmpty || options.contains(kind.option))
      && (needs.isEmpty || needs.contains(kind.need))
  }

  /// The citation: `Core service bundles, paragraph 2`, with `(reading)` if it is one.
  public var citation: String {
    "\(section), paragraph \(paragraph)\(isReading ? " (reading)" : "")"
  }
}
