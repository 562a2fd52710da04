import PlanGenerators
import Procurement
import Validation

extension Oracle {
  /// What random plans have covered so far.
  struct Seen {
    /// What a line's supply and payer depend on.
    struct Case: Hashable {
      var kind: String
      var need: Need
      var route: Route?
      var supplier: SupplierCase
    }

    enum SupplierCase: CaseIterable { case none, ownLSP, otherLSP, thirdParty }

    /// A declared group that a call-off line names.
    struct GroupCase: Hashable {
      /// The number of different members, at most two.
      var members: Int
      var hasTrust: Bool
      var isLSPFacility: Bool
      /// Whether the supplier is the facility's LSP; nil if none is named.
      var isSupplied: Bool?
    }

    var codes: Set<FindingCode> = []
    var waived: Set<FindingCode> = []
    var rows: Set<Row> = []
    var cases: Set<Case> = []
    var groups: Set<GroupCase> = []
    /// The kinds of trust with a plan that has every expected service.
    var completeKinds: Set<Trust.Kind> = []
    var hasAlternative = false
    var hasPartlyCoveredLine = false
    var hasPartlyConfirmedLine = false
    var hasExhaustedFund = false

    mutating func note(_ oracle: Oracle, _ assessment: Assessment) {
      codes.formUnion(assessment.findings.map(\.code))
      waived.formUnion(assessment.findings.filter { $0.waiver != nil }.map(\.code))
      rows.formUnion(oracle.rows)
      for line in oracle.lines {
        if line.covered > 0, line.unfunded > 0 { hasPartlyCoveredLine = true }
        if line.unconfirmed > 0, line.unconfirmed < line.covered { hasPartlyConfirmedLine = true }
      }
      for place in oracle.plan.lines.indices {
        note(LineReader(plan: oracle.plan, place: place))
      }
      if assessment.balances.contains(where: { $0.available > .zero && $0.drawn == $0.available }) {
        hasExhaustedFund = true
      }
      note(services: Set(oracle.plan.lines.map(\.service)), oracle)
    }

    private mutating func note(services: Set<String>, _ oracle: Oracle) {
      guard oracle.notPlanned.isEmpty else { return }
      let kind = oracle.plan.header.trust.kind
      completeKinds.insert(kind)
      if [.primaryCare, .care].contains(kind), !services.contains("core.primary-care") {
        hasAlternative = true
      }
    }

    private mutating func note(_ reader: LineReader) {
      let kind = reader.isPACS ? "pacs" : reader.category ?? "unknown"
      let option = reader.option.map { " \($0)" } ?? ""
      let supplier: SupplierCase =
        if !reader.namesSupplier {
          .none
        } else if !reader.namesOtherThanOwnLSP {
          .ownLSP
        } else {
          reader.supplyingLSP == nil ? .thirdParty : .otherLSP
        }
      cases.insert(
        Case(
          kind: kind + option, need: reader.line.need, route: reader.line.route,
          supplier: supplier))
      guard reader.line.route == .calloff, let group = reader.group else { return }
      let members = Set(group.members.map(Oracle.trustCode))
      let facility = Oracle.lsp(group.facility)
      groups.insert(
        GroupCase(
          members: min(members.count, 2),
          hasTrust: members.contains(Oracle.trustCode(reader.plan.header.trust.code)),
          isLSPFacility: facility != nil,
          isSupplied: reader.namesSupplier
            ? facility != nil && reader.supplyingLSP == facility : nil))
    }
  }
}
