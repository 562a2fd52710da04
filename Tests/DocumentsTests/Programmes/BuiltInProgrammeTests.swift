import Documents
import Procurement
import Testing

@Suite struct BuiltInProgrammeTests {
  let programme: Programme

  init() throws {
    programme = try Programme.builtIn()
  }

  @Test func `five clusters are served by four LSPs`() {
    #expect(
      programme.clusters.map { "\($0.id) \($0.lsp)" } == [
        "london bt", "north-east accenture", "eastern accenture",
        "north-west-west-midlands csc", "southern fujitsu",
      ])
    #expect(programme.providers.map(\.id) == ["bt", "accenture", "csc", "fujitsu"])
    #expect(Set(programme.clusters.map(\.lsp)) == Set(programme.providers.map(\.id)))
  }

  @Test func `contracts have the values that Parliament and the press reported`() {
    let millions = programme.clusters.map { ($0.contractValue?.pence ?? 0) / 100_000_000 }
    #expect(millions == [996, 1_099, 934, 973, 896])
    let confidence = programme.clusters.map { programme.source($0.source ?? "")?.confidence }
    #expect(confidence == Array(repeating: .confirmed, count: 5))
  }

  @Test func `twenty-eight authorities are listed once each, with unconfirmed codes`() {
    let codes = programme.clusters.flatMap(\.authorities).map(\.code)
    let all = (1...28).map { $0 < 10 ? "Q0\($0)" : "Q\($0)" }
    #expect(codes.sorted() == all)
    #expect(programme.clusters.map(\.authorities.count) == [5, 5, 5, 6, 7])
    for cluster in programme.clusters {
      #expect(programme.source(cluster.authoritiesSource ?? "")?.confidence == .unconfirmed)
    }
  }

  @Test func `the stated number of bundles is not the number of listed services`() {
    #expect(programme.categories.map(\.id) == ["core", "additional", "future"])
    #expect(programme.categories.map(\.statedBundles) == [13, 12, nil])
    #expect(programme.categories.map(\.isUnlisted) == [false, false, true])
    let listed = programme.categories.indices.map { category in
      programme.services.filter { $0.category == category }.count
    }
    #expect(listed == [19, 19, 1])
  }

  /// The table of the contract's section 4.
  @Test func `core services are expected by kind of trust`() {
    let expected = Trust.Kind.allCases.map { kind in
      programme.services.filter { $0.expectedOf.contains(kind) }.count
    }
    #expect(
      Trust.Kind.allCases.map(\.rawValue) == [
        "acute", "mental-health", "primary-care", "ambulance", "care",
      ])
    #expect(expected == [17, 12, 16, 6, 15])
    #expect(programme.services.allSatisfy { $0.expectedOf.isEmpty || $0.id.hasPrefix("core.") })
    let alternatives = programme.services.filter { $0.alternativeTo != nil }
    #expect(alternatives.map(\.id) == ["core.gp-alternatives"])
    #expect(alternatives.map(\.alternativeTo) == ["core.primary-care"])
    #expect(
      programme.services.filter(\.isLocalWork).map(\.id) == [
        "additional.business-change", "additional.project-management",
        "additional.change-management", "additional.benefits", "additional.training",
      ])
  }

  @Test func `services are in the order of the tables`() {
    let core = """
      patient-records assessments-pathways care-delivery scheduling e-booking \
      order-communications e-prescribing knowledge maternity emergency surgery primary-care \
      ambulance support-services prevention-existing clinical-support connectivity \
      secondary-uses gp-alternatives
      """
    let additional = """
      radiology-laboratory pharmacy-stock pacs e-booking-primary-care decision-support \
      document-management social-care dental telemedicine helpdesk operational-it prevention-new \
      business-change payments project-management supplier-management change-management benefits \
      training
      """
    let expected =
      core.split(separator: " ").map { "core.\($0)" }
      + additional.split(separator: " ").map { "additional.\($0)" } + ["future"]
    #expect(programme.services.map(\.id) == expected)
  }

  @Test func `labels are the rows of the tables`() {
    func label(_ id: String) -> String? { programme.services.first { $0.id == id }?.label }
    #expect(label("core.e-booking") == "Electronic booking (but not into primary care settings)")
    #expect(label("additional.pacs") == "PACS — imaging systems")
    #expect(
      label("core.care-delivery") == """
        Management of care delivery across all settings (bed state, admissions, outpatients and \
        community activity)
        """)
    for service in programme.services {
      #expect(service.label.last != "." && service.label.last != ";")
      #expect(service.short.count <= 26)
    }
  }

  @Test func `only PACS has options`() {
    #expect(programme.services.filter(\.hasPACSOptions).map(\.id) == ["additional.pacs"])
    #expect(programme.pacsOptions.map(\.option) == [.basic, .features, .entire])
    #expect(programme.routes.map(\.route) == [.programme, .calloff, .open])
  }

  @Test func `services share a synonym only where a description cannot tell them apart`() {
    let synonyms = programme.services.flatMap { $0.synonyms + $0.subjects }
    let counts = Dictionary(synonyms.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    #expect(
      Set(counts.filter { $0.value > 1 }.keys) == [
        "clinical decision support", "decision support", "e-booking system", "electronic booking",
        "it support", "screening",
      ])
    for service in programme.services where service.id != "future" {
      #expect(!service.synonyms.isEmpty, "\(service.id)")
    }
  }

  @Test(arguments: FindingCode.allCases)
  func `every finding has a clause`(code: FindingCode) {
    #expect(!programme.clauses(for: code).isEmpty)
  }

  @Test(arguments: ["core", "additional", "future"])
  func `findings about routes and payment have a clause about their category`(
    category: String
  ) throws {
    let index = try #require(programme.categories.firstIndex { $0.id == category })
    let kind = DecisionTable.Case(category: index, option: .plain, need: .new, route: nil)
    for code: FindingCode in [.S102, .S108, .S109] {
      #expect(!programme.clauses(for: code, on: kind).isEmpty, "\(code)")
    }
  }

  @Test func `what the programme could pay for has a clause that says why it does not`() {
    let kinds = Need.allCases.map {
      DecisionTable.Case(category: 0, option: .plain, need: $0, route: nil)
    }
    let basic = DecisionTable.Case(
      category: 1, option: .option(.basic), need: .new, route: .programme)
    for kind in kinds + [basic] {
      #expect(!programme.clauses(for: .F103, on: kind).isEmpty, "\(kind)")
    }
  }

  @Test func `a clause about one kind of line is not cited for another`() {
    let retained = DecisionTable.Case(category: 0, option: .plain, need: .retain, route: nil)
    #expect(programme.clauses(for: .F103, on: retained).map(\.id) == ["core-retained"])
    let basic = DecisionTable.Case(
      category: 1, option: .option(.basic), need: .new, route: .open)
    #expect(programme.clauses(for: .S102, on: basic).map(\.id) == ["pacs-basic-elsewhere"])
  }

  @Test func `the year of the expected spending is derived`() {
    let figure = programme.figures.first
    #expect(figure?.money == Money(pence: 90_000_000_000))
    #expect(figure?.year == FinancialYear(start: 2004))
    #expect(programme.source(figure?.source ?? "")?.confidence == .derived)
  }
}
