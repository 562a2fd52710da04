/// A plan to walk through: an example, or sixty lines, first core and additional services in turn,
/// then future ones.
enum WalkedPlan: Sendable {
  /// `docs/examples/imaging.yaml`, whose funds run out.
  case example
  /// No line has an error or a warning, and the funds cover all of them.
  case sound
  /// Every fourth line, a core service, has a supplier who may not supply it.
  case troubled

  private static let core = [
    "patient-records", "assessments-pathways", "care-delivery", "scheduling", "e-booking",
    "order-communications", "e-prescribing", "knowledge", "maternity", "emergency", "surgery",
    "primary-care", "ambulance", "support-services", "prevention-existing", "clinical-support",
    "connectivity", "secondary-uses", "gp-alternatives",
  ]
  private static let additional = [
    "radiology-laboratory", "pharmacy-stock", "e-booking-primary-care", "decision-support",
    "document-management", "social-care", "dental", "telemedicine", "helpdesk", "operational-it",
    "prevention-new", "business-change", "payments", "project-management", "supplier-management",
    "change-management", "benefits", "training",
  ]

  /// The plan as a document, with a comment that writing would lose; nil for the example.
  var document: String? {
    if self == .example { return nil }
    return """
      # Sixty lines
      calloff: 1
      title: Sixty lines
      trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
      years: [2004-05]
      funds:
        - {id: all, name: All, pays: either, available: {2004-05: 9000000}}
        - {id: spare, name: Spare, pays: revenue, available: {2004-05: 20000}}
        - {id: gifts, name: Gifts, pays: capital, available: {2004-05: 1500}}
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RXX, RYY]}
        - {id: forest, name: Forest group, facility: accenture, members: [RXX, RZZ]}
      lines:
      \((0..<60).map(line).joined(separator: "\n"))
      """
  }

  private func line(_ number: Int) -> String {
    let start = "  - {id: L\(number + 1), "
    let cost = number * 7_919 % 90_000 + 1_000
    let draws = "cost: {revenue: {2004-05: \(cost)}}, funds: [all]}"
    if number >= 36 {
      return start + "service: future, description: Idea \(number), route: open, "
        + "supplier: Example Media, justification: Patients ask for it, \(draws)"
    }
    if number % 2 == 1 {
      return start + "service: additional.\(WalkedPlan.additional[number / 2]), route: open, "
        + "supplier: Acme, \(draws)"
    }
    let service = "service: core.\(WalkedPlan.core[number / 2])"
    return number % 4 == 2 && self == .troubled
      ? start + "\(service), route: open, supplier: Acme, \(draws)"
      : start + "\(service), route: programme, supplier: bt, cost: {capital: {2004-05: \(cost)}}}"
  }
}
