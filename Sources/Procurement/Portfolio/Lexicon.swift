import Text

/// All words of a portfolio, a table for each column, so that what a word means to the programme is
/// looked up once and then found by its number.
public struct Lexicon: Sendable {
  /// Codes of trusts.
  public var trusts = WordTable()
  /// Ids of lines.
  public var ids = WordTable()
  /// Ids of services.
  public var services = WordTable()
  /// Suppliers and facilities.
  public var suppliers = WordTable()
  /// Ids of buying groups.
  public var groups = WordTable()
  /// Ids of funds.
  public var funds = WordTable()
  /// The funds that lines name.
  public var fundLists = WordLists()
  /// Descriptions.
  public var descriptions = WordTable()
  /// Justifications.
  public var justifications = WordTable()

  /// No words.
  public init() {}

  /// A line in words, without its cost.
  public mutating func line(_ line: PlanLine) -> ColumnLine {
    LineField.allCases.reduce(ColumnLine()) { setting(line.value(of: $1), in: $0) }
  }

  /// The words of a line with a value put into its field; cost, notes and waivers are no words.
  public mutating func setting(_ value: LineValue, in line: ColumnLine) -> ColumnLine {
    var words = line
    switch value {
    case .id(let text): words.id = ids.word(text)
    case .service(let text): words.service = services.word(text)
    case .pacs(let option): words.traits.pacs = option
    case .need(let need): words.traits.need = need
    case .route(let route): words.traits.route = route
    case .supplier(let text): words.supplier = suppliers.word(text ?? "")
    case .group(let text): words.group = groups.word(text ?? "")
    case .spineConnected(let answer): words.traits.spineConnected = answer
    case .crsInteroperable(let answer): words.traits.crsInteroperable = answer
    case .justification(let text):
      words.justification = justifications.word(text ?? "")
      words.traits.isJustified = !text.isBlank
    case .description(let text):
      words.description = descriptions.word(text ?? "")
      words.traits.isDescribed = !text.isBlank
    case .funds(let ids): words.fundList = fundLists.number(of: ids.map { funds.word($0) })
    case .amount, .cost, .notes, .waivers: break
    }
    return words
  }

  /// The line that words make, without its cost.
  public func planLine(_ words: ColumnLine) -> PlanLine {
    var line = PlanLine(id: ids[words.id], service: services[words.service])
    line.need = words.traits.need
    line.route = words.traits.route
    line.pacs = words.traits.pacs
    line.spineConnected = words.traits.spineConnected
    line.crsInteroperable = words.traits.crsInteroperable
    line.supplier = suppliers.text(words.supplier)
    line.group = groups.text(words.group)
    line.funds = fundLists[words.fundList].map { funds[$0] }
    line.description = descriptions.text(words.description)
    line.justification = justifications.text(words.justification)
    return line
  }
}
