import PlanGenerators
import Procurement
import Text

extension Oracle {
  /// Judges a line for all codes except C101, C103 and those about money.
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

    /// The supplier by its name in the programme; nil if it is missing or blank.
    ///
    /// LSPs are named by their id or their name, which differ only in case *(reading)*.
    var supplier: String? {
      guard let named = line.supplier, !LineReader.isBlank(named) else { return nil }
      return NPfIT.lsps.first { $0 == named.lowercased() } ?? named
    }

    var isSuppliedByLSP: Bool { supplier.map(NPfIT.lsps.contains) ?? false }

    /// The LSP of the trust's cluster.
    var ownLSP: String? { NPfIT.lsp(of: plan.header.trust.cluster) }

    static func isBlank(_ text: String?) -> Bool {
      (text ?? "").allSatisfy(\.isWhitespace)
    }

    var codes: Set<FindingCode> {
      guard category != nil else { return [.C104] }
      var codes = coverage
      if isPACS && option == nil {
        let judged: Set<FindingCode> = [.P105, .S103, .S104, .S105, .S108, .S109, .C102]
        codes.formUnion(supply.union(imaging).intersection(judged))
      } else {
        codes.formUnion(supply.union(imaging))
      }
      return codes
    }

    private var coverage: Set<FindingCode> {
      var codes: Set<FindingCode> = []
      let earlier = plan.lines[..<place].filter { $0.service == line.service }
      if isPACS {
        if option != .features && earlier.contains(where: { $0.pacs == option }) {
          codes.insert(.C102)
        }
      } else if category != "future" && !earlier.isEmpty {
        codes.insert(.C102)
      }
      if category == "future" && LineReader.isBlank(line.description) { codes.insert(.C105) }
      return codes
    }
  }
}

// MARK: PACS

extension Oracle.LineReader {
  private var imaging: Set<FindingCode> {
    var codes: Set<FindingCode> = []
    if isPACS == (line.pacs == nil) { codes.insert(.P105) }
    let options = Set(plan.lines.filter { $0.service == NPfIT.pacs }.compactMap(\.pacs))
    switch option {
    case .entire:
      if line.route == .open && !isSuppliedByLSP {
        if line.crsInteroperable != true { codes.insert(.P101) }
        if Oracle.LineReader.isBlank(line.justification) { codes.insert(.P102) }
      }
      codes.insert(options.contains(.basic) ? .P104 : .P103)
    case .features:
      if !options.contains(.basic) && !options.contains(.entire) { codes.insert(.P106) }
    case .basic, nil: break
    }
    return codes
  }
}

// MARK: Supply

extension Oracle.LineReader {
  private var supply: Set<FindingCode> {
    if category == "core" && line.need == .retain {
      return line.spineConnected == true ? [] : [.S107]
    }
    var codes: Set<FindingCode> = []
    if line.need == .new && line.route == nil { codes.insert(.S108) }
    if line.route != nil && supplier == nil { codes.insert(.S109) }
    if category == "core", let supplier, supplier != ownLSP {
      codes.insert(.S101)
    } else if row.isNotOffered {
      codes.insert(.S102)
    } else {
      if line.route == .calloff { codes.formUnion(calloff) }
      if line.route == .open && category != "core" && isSuppliedByLSP && option != .features {
        codes.insert(.S106)
      }
    }
    return codes
  }

  private var calloff: Set<FindingCode> {
    guard let group = plan.groups.first(where: { $0.id == line.group }) else { return [.S103] }
    var codes: Set<FindingCode> = []
    if !group.members.contains(plan.header.trust.code) { codes.insert(.S104) }
    if !NPfIT.lsps.contains(group.facility.lowercased()) { codes.insert(.S105) }
    if let supplier, supplier != group.facility.lowercased() { codes.insert(.S105) }
    return codes
  }
}
