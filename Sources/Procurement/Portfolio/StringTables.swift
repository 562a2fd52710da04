/// All strings of a portfolio, in a table for each column, so that each is resolved against the
/// programme once and then looked up by its ID.
public struct StringTables: Sendable {
  /// Codes of trusts.
  public var trusts = InternTable()
  /// Ids of lines.
  public var ids = InternTable()
  /// Ids of services.
  public var services = InternTable()
  /// Suppliers and facilities.
  public var suppliers = InternTable()
  /// Ids of buying groups.
  public var groups = InternTable()
  /// Ids of funds.
  public var funds = InternTable()
  /// The funds that lines name.
  public var fundLists = StringIDLists()
  /// Descriptions.
  public var descriptions = InternTable()
  /// Justifications.
  public var justifications = InternTable()

  /// No strings.
  public init() {}

  /// A line as IDs, without its cost.
  public mutating func line(_ line: PlanLine) -> ColumnLine {
    LineField.allCases.reduce(ColumnLine()) { setting(line.value(of: $1), in: $0) }
  }

  /// A line with a field set; cost, notes and waivers are ignored.
  public mutating func setting(_ value: LineValue, in line: ColumnLine) -> ColumnLine {
    var new = line
    new.traits.set(value)
    switch value {
    case .id(let text): new.id = ids.id(of: text)
    case .service(let text): new.service = services.id(of: text)
    case .supplier(let text): new.supplier = suppliers.id(of: text ?? "")
    case .group(let text): new.group = groups.id(of: text ?? "")
    case .justification(let text): new.justification = justifications.id(of: text ?? "")
    case .description(let text): new.description = descriptions.id(of: text ?? "")
    case .funds(let ids): new.fundList = fundLists.number(of: ids.map { funds.id(of: $0) })
    case .pacs, .need, .route, .spineConnected, .crsInteroperable: break
    case .amount, .cost, .notes, .waivers, .alternatives: break
    }
    return new
  }

  /// The plan line for a line of IDs, without its cost.
  public func planLine(_ columns: ColumnLine) -> PlanLine {
    var line = PlanLine(id: ids[columns.id], service: services[columns.service])
    line.need = columns.traits.need
    line.route = columns.traits.route
    line.pacs = columns.traits.pacs
    line.spineConnected = columns.traits.spineConnected
    line.crsInteroperable = columns.traits.crsInteroperable
    line.supplier = suppliers.text(columns.supplier)
    line.group = groups.text(columns.group)
    line.funds = fundLists[columns.fundList].map { funds[$0] }
    line.description = descriptions.text(columns.description)
    line.justification = justifications.text(columns.justification)
    return line
  }
}
