import PlanGenerators
import Procurement

extension Oracle {
  /// Judges a line for all codes except C101 and those about money or the whole plan.
  struct LineReader {
    let plan: Plan
    let place: Int

    var line: PlanLine { plan.lines[place] }
    var isPACS: Bool { line.service == NPfIT.pacs }
    /// The option; it is ignored for services other than PACS.
    var option: PACSOption? { isPACS ? line.pacs : nil }

    var category: String? {
      if NPfIT.core.contains(line.service) { return "core" }
      if NPfIT.additional.contains(line.service) { return "additional" }
      return line.service == NPfIT.future ? "future" : nil
    }

    var namesSupplier: Bool { !Oracle.isBlank(line.supplier) }
    /// The LSP that is named as the supplier.
    var supplyingLSP: String? { Oracle.lsp(line.supplier) }
    /// Whether a supplier is named that is not the LSP of the trust's cluster.
    var namesOtherThanOwnLSP: Bool {
      namesSupplier && supplyingLSP != NPfIT.lsp(of: plan.header.trust.cluster)
    }
    var group: BuyingGroup? { plan.groups.first { $0.id == line.group } }

    var codes: Set<FindingCode> {
      guard category != nil else { return [.C104] }
      var codes = coverage
      if !isPACS && line.pacs != nil { codes.insert(.P105) }
      if line.need == .retain {
        if category == "core" && line.spineConnected != true { codes.insert(.S107) }
        return codes
      }
      codes.formUnion(supply.union(imaging))
      if isPACS && option == nil {
        codes.formIntersection([
          .P105, .S103, .S104, .S105, .S108, .S109, .S110, .S111, .C102,
        ])
      }
      return codes
    }

    private var coverage: Set<FindingCode> {
      var codes: Set<FindingCode> = []
      if category == "future" {
        if Oracle.isBlank(line.description) { codes.insert(.C105) }
      } else if option != .features && plan.lines[..<place].contains(where: isSame) {
        codes.insert(.C102)
      }
      return codes
    }

    /// Whether another line is for the same service, need, PACS option and description.
    private func isSame(_ other: PlanLine) -> Bool {
      other.service == line.service && other.need == line.need
        && (!isPACS || other.pacs == option)
        && Oracle.plain(other.description) == Oracle.plain(line.description)
    }
  }
}

// MARK: New PACS lines

extension Oracle.LineReader {
  private var imaging: Set<FindingCode> {
    guard isPACS else { return [] }
    var codes: Set<FindingCode> = []
    let lines = plan.lines.filter { $0.service == NPfIT.pacs }
    let options = Set(lines.filter { $0.need == .new }.compactMap(\.pacs))
    switch option {
    case .entire:
      if line.route == .open && supplyingLSP == nil {
        if line.crsInteroperable != true { codes.insert(.P101) }
        if Oracle.isBlank(line.justification) { codes.insert(.P102) }
      }
      codes.insert(options.contains(.basic) ? .P104 : .P103)
    case .features:
      let isAlone = options.isDisjoint(with: [.basic, .entire])
      if isAlone && !lines.contains(where: { $0.need == .retain }) { codes.insert(.P106) }
    case .basic:
      if line.route == .programme || line.route == nil {
        if namesOtherThanOwnLSP { codes.insert(.P107) }
      }
    case nil: codes.insert(.P105)
    }
    return codes
  }
}

// MARK: Supply of new lines

extension Oracle.LineReader {
  private var supply: Set<FindingCode> {
    var codes: Set<FindingCode> = []
    if line.route == nil { codes.insert(.S108) }
    if line.route != nil && !namesSupplier { codes.insert(.S109) }
    if line.route != .calloff && line.group != nil && group == nil { codes.insert(.S111) }
    if category == "core" && namesOtherThanOwnLSP {
      codes.insert(.S101)
    } else if row.isNotOffered {
      codes.insert(.S102)
    } else if line.route == .calloff {
      codes.formUnion(calloff)
    } else if line.route == .open && category == "additional" && !isPACS && supplyingLSP != nil {
      codes.insert(.S106)
    }
    return codes
  }

  private var calloff: Set<FindingCode> {
    guard let group else { return [.S103] }
    var codes: Set<FindingCode> = []
    let members = Set(group.members.map(Oracle.trustCode))
    if !members.contains(Oracle.trustCode(plan.header.trust.code)) { codes.insert(.S104) }
    let facility = Oracle.lsp(group.facility)
    if facility == nil || (namesSupplier && supplyingLSP != facility) { codes.insert(.S105) }
    if members.count < 2 { codes.insert(.S110) }
    return codes
  }
}
