import Procurement

extension Oracle {
  /// A row of the contract's table in section 3, or one of the three cases below it.
  enum Row: CaseIterable {
    case coreRetained, coreByProgramme, coreElsewhere
    case additionalByProgramme, additionalByCalloff, additionalOpenly
    case basicByProgramme, basicElsewhere
    case features
    case entireByProgramme, entireByCalloff, entireOpenly
    case futureByProgramme, futureElsewhere
    case coreWithoutRoute, otherWithoutRoute, withoutOption, unknown

    /// The supply verdict.
    var supply: Supply? {
      switch self {
      case .coreRetained: .notEngaged
      case .coreByProgramme, .coreElsewhere, .coreWithoutRoute: .exclusive
      case .unknown: nil
      default: .nonExclusive
      }
    }

    /// Whether the programme pays, unless S101 applies.
    var isPaidByProgramme: Bool { self == .coreByProgramme || self == .basicByProgramme }

    /// Whether S102 applies, unless S101 does.
    var isNotOffered: Bool {
      switch self {
      case .coreElsewhere, .additionalByProgramme, .basicElsewhere, .entireByProgramme: true
      case .futureByProgramme: true
      default: false
      }
    }
  }
}

extension Oracle.LineReader {
  /// The row that the line belongs to.
  var row: Oracle.Row {
    guard let category else { return .unknown }
    let route = line.route
    if category == "core" && line.need == .retain { return .coreRetained }
    if isPACS && option == nil { return .withoutOption }
    if route == nil { return category == "core" ? .coreWithoutRoute : .otherWithoutRoute }
    if category == "core" && route == .programme { return .coreByProgramme }
    if category == "core" { return .coreElsewhere }
    if option == .basic { return route == .programme ? .basicByProgramme : .basicElsewhere }
    if option == .features { return .features }
    if option == .entire && route == .programme { return .entireByProgramme }
    if option == .entire && route == .calloff { return .entireByCalloff }
    if option == .entire { return .entireOpenly }
    if category == "future" { return route == .programme ? .futureByProgramme : .futureElsewhere }
    if route == .programme { return .additionalByProgramme }
    if route == .calloff { return .additionalByCalloff }
    return .additionalOpenly
  }
}
