import Documents
import Procurement
import Testing

/// Which clauses of the built-in programme concern which rows of its catalogue.
@Suite struct CatalogueRowTests {
  let programme: Programme

  init() throws {
    programme = try Programme.builtIn()
  }

  private func row(_ id: String) throws -> CatalogueRow {
    if let category = programme.categories.firstIndex(where: { $0.id == id }) {
      return .category(category)
    }
    return .service(try #require(programme.services.firstIndex { $0.id == id }))
  }

  private func clauses(on id: String) throws -> [Clause] { programme.clauses(on: try row(id)) }

  private var rows: [CatalogueRow] {
    programme.categories.indices.map { .category($0) }
      + programme.services.indices.map { .service($0) }
  }

  @Test func `every clause is on a row`() {
    let shown = Set(([.clusters] + rows).flatMap { programme.clauses(on: $0).map(\.id) })
    #expect(programme.clauses.map(\.id).filter { !shown.contains($0) } == [])
  }

  @Test func `every heading and service says who may supply, by which routes and who pays`() {
    for row in rows {
      let topics = Set(programme.clauses(on: row).flatMap(\.topics))
      #expect(topics.isSuperset(of: [.supply, .routes, .payment]), "\(row)")
    }
  }

  @Test func `what is asked most comes first`() throws {
    let clauses = try clauses(on: "core")
    #expect(
      clauses.prefix(4).map(\.id) == [
        "core-exclusive", "core-exclusive-cluster", "core-retained", "core-only-by-programme",
      ])
    #expect(clauses.suffix(4) == programme.clauses(on: .clusters)[...])
  }

  @Test func `the additional heading says that LSPs have no exclusive right and where to buy`()
    throws
  {
    let clauses = try clauses(on: "additional")
    let ways = try #require(clauses.first { $0.id == "additional-two-ways" })
    #expect(ways.citation == "Additional service bundles, paragraph 1")
    for part in ["no exclusive right", "in a group", "own or another cluster's LSP", "elsewhere"] {
      #expect(ways.text.contains(part), "\(part)")
    }
    #expect(clauses.allSatisfy { $0.section != "PACS" && $0.section != "Core service bundles" })
  }

  @Test func `the expected spending is on the headings that trusts pay for`() throws {
    let figure = try #require(programme.figures.first { $0.id == "ict-spend" })
    for id in ["additional", "future", "additional.training"] {
      let clause = try #require(try clauses(on: id).first { $0.id == "ict-spending" })
      #expect(clause.text.contains("£\(figure.money.pence / 100_000_000)m") && !clause.isReading)
    }
    #expect(try clauses(on: "core").allSatisfy { $0.id != "ict-spending" })
  }

  @Test func `PACS has its own paragraph, and other services do not`() throws {
    let own = programme.clauses.filter { $0.section == "PACS" }
    let pacs = try clauses(on: "additional.pacs")
    #expect(!own.isEmpty && own.allSatisfy(pacs.contains))
    #expect(pacs.contains { $0.id == "additional-two-ways" })
    for service in programme.services.indices where !programme.services[service].hasPACSOptions {
      #expect(programme.clauses(on: .service(service)).allSatisfy { $0.section != "PACS" })
    }
  }

  @Test(arguments: [
    ("core.maternity", "one-lsp-per-cluster"), ("core.maternity", "core-exclusive-cluster"),
    ("future", "future-by-call-off"), ("additional.pacs", "pacs-features-by-programme"),
    ("additional.pacs", "pacs-basic-from-lsp"), ("core.gp-alternatives", "core-gp-alternatives"),
    ("core.primary-care", "core-gp-alternatives"), ("core", "core-retained"),
    ("additional.training", "local-work"),
  ])
  func `a place that is interpreted is on its row as a reading`(_ row: String, _ id: String) throws
  {
    let clause = try #require(try clauses(on: row).first { $0.id == id })
    #expect(clause.isReading && clause.citation.hasSuffix(" (reading)"))
  }

  @Test func `the clusters have their own clauses`() {
    #expect(
      programme.clauses(on: .clusters).map(\.id) == [
        "lsp-of-the-cluster", "one-lsp-per-cluster", "trust-of-a-cluster", "lsp-remit",
      ])
  }

  @Test func `a clause about some services is not on the heading, nor on other services`() throws {
    for row in ["core", "core.maternity"] {
      #expect(try clauses(on: row).allSatisfy { $0.services.isEmpty })
    }
  }

  @Test func `a row has the terms of its services alone`() throws {
    let heading = programme.decisions(on: try row("additional"))
    let pacs = programme.decisions(on: try row("additional.pacs"))
    #expect(heading.allSatisfy { $0.options.contains(.plain) })
    #expect(pacs.allSatisfy { $0.options != [.plain] && $0.options != [.missing] })
    #expect(programme.decisions(on: try row("core.maternity")).count == 3)
  }

  @Test func `a clause is cited only for the services that it names`() throws {
    let text = SmallProgramme.text.replacing(
      "findings: [S101, S102]", with: "findings: [S101, S102], service: core.letters")
    let clause = try #require(try Programme.read(Array(text.utf8)).clauses.first)
    let kind = DecisionTable.Case(category: 0, option: .plain, need: .new, route: nil)
    #expect(clause.concerns(kind, of: "core.letters") && clause.concerns(kind))
    #expect(!clause.concerns(kind, of: "extra.pacs"))
  }

  @Test func `a clause that names nothing is on every row, and one without findings is read`()
    throws
  {
    let text = SmallProgramme.text.replacing(", findings: [S101, S102]", with: "")
    let small = try Programme.read(Array(text.utf8))
    #expect(small.clauses.map(\.findings) == [[]])
    for row in [CatalogueRow.category(0), .category(1), .service(0), .service(2)] {
      #expect(small.clauses(on: row) == small.clauses)
    }
    #expect(small.clauses(on: .clusters).isEmpty)
  }
}
