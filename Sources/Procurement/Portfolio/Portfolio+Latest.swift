extension Portfolio {
  /// Keeps of the plans of each trust only the latest by date. The result is the places that the
  /// kept plans had, in order.
  ///
  /// A plan without a date counts as the earliest. Of plans with the same date all stay.
  public mutating func keepLatest() -> [Int] {
    var dates: [StringID: CalendarDate] = [:]
    for plan in plans { dates[plan.trust] = max(dates[plan.trust] ?? .earliest, plan.date) }
    let kept = plans.indices.filter { plans[$0].date == dates[plans[$0].trust] }
    if kept.count < plans.count { plans = kept.map { plans[$0] } }
    return kept
  }
}

extension PortfolioPlan {
  /// The day that the plan speaks for.
  fileprivate var date: CalendarDate { header.asOf ?? .earliest }
}
