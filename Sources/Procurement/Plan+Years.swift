extension Plan {
  /// A year outside the plan's for which edits that do not change its years put money into it; nil
  /// where there is none.
  public func yearOutside(after edits: [Edit]) -> FinancialYear? {
    edits.lazy.flatMap(\.yearsPut).first { !header.years.contains($0) }
  }

  /// A year outside the plan's in which it has money; nil where there is none.
  public var yearOutside: FinancialYear? {
    for fund in funds {
      if let year = fund.available.keys.first(where: { !header.years.contains($0) }) { return year }
    }
    for line in lines {
      if let year = line.years.first(where: { !header.years.contains($0) }) { return year }
    }
    return nil
  }
}

extension PlanLine {
  /// The years of its amounts and of those of its alternatives.
  fileprivate var years: [FinancialYear] {
    cost.years + alternatives.flatMap(\.cost.years)
  }
}

extension Cost {
  fileprivate var years: [FinancialYear] { amounts.map(\.year) }
}

extension [Edit] {
  /// Whether they change the years of a plan.
  public var changeYears: Bool {
    contains { edit in
      guard case .header(from: let old, to: let new) = edit else { return false }
      return old.years != new.years
    }
  }
}

extension Edit {
  /// The years of the amounts that it puts into the plan.
  fileprivate var yearsPut: [FinancialYear] {
    switch self {
    case .set(line: _, from: _, to: .amount(let year, _, let money)): money == .zero ? [] : [year]
    case .set(line: _, from: _, to: .cost(let cost)): cost.years
    case .set(line: _, from: _, to: .alternatives(let all)): all.flatMap(\.cost.years)
    case .insert(let line, at: _): line.years
    case .fund(at: _, from: _, to: let fund?): Array(fund.available.keys)
    case .set, .remove, .move, .fund, .group, .header: []
    }
  }
}
