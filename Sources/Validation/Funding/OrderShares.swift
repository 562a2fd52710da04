public import Procurement

/// How much of what each line leaves unfunded is a matter of order, and not of money.
///
/// What lines draw now is paid first, perhaps from other funds. Then what they lack is paid as far as
/// it can be, group after group in the order of their first short lines. So no line is said to lack
/// less than it does, and the shares add up to what is unfunded minus the least.
public struct OrderShares: Sendable {
  /// What a line leaves unfunded of one year and kind.
  private struct Part {
    let line: Int
    /// The number of its group among those that are short.
    let group: Int
    let pence: Int64
  }

  /// What lines lack in a year, by groups that may use the same funds.
  private struct YearShort {
    var groups: [(group: DemandGroup, pence: Int64)] = []
    var numbers: [DemandGroup: Int] = [:]
    var parts: [Part] = []

    mutating func add(_ pence: Int64, of line: Int, _ group: DemandGroup) {
      let number = numbers[group] ?? groups.count
      if number == groups.count {
        numbers[group] = number
        groups.append((group, 0))
      }
      groups[number].pence += pence
      parts.append(Part(line: line, group: number, pence: pence))
    }
  }

  private var shares: [Int: Money] = [:]

  /// The share of the line at a place.
  public subscript(place: Int) -> Money { shares[place] ?? .zero }

  /// The shares in the present order of a plan.
  fileprivate init(_ assessment: Assessment) {
    let network = assessment.fundingNetwork
    var years: [FinancialYear: YearShort] = [:]
    for (year, unfunded) in assessment.unfundedByYear()
    where unfunded > network.leastUnfunded(in: year) {
      years[year] = YearShort()
    }
    guard !years.isEmpty else { return }
    var walk = assessment.drawing.walk
    for (place, slot) in zip(assessment.slots.indices, assessment.slots)
    where slot.facts.unfunded != .zero && !slot.funds.isEmpty {
      for draw in assessment.draws(at: place, &walk)
      where draw.fund == nil && years[draw.year] != nil {
        let group = DemandGroup(draw.kind, named: slot.funds, of: assessment.plan.funds)
        if !group.funds.isEmpty { years[draw.year]?.add(draw.money.pence, of: place, group) }
      }
    }
    for (year, short) in years { count(short, paid: network.paidByOrder(short.groups, in: year)) }
  }

  /// Adds the shares of a year in which another order pays so much of each group; earlier lines of
  /// a group are helped first.
  private mutating func count(_ short: YearShort, paid: [Int64]) {
    var paid = paid
    for part in short.parts where paid[part.group] > 0 {
      let share = min(part.pence, paid[part.group])
      paid[part.group] -= share
      shares[part.line, default: .zero] += Money(pence: share)
    }
  }
}

extension Assessment {
  /// How much of what each line leaves unfunded is a matter of order.
  public var orderShares: OrderShares { known.orderShares { OrderShares(self) } }
}
