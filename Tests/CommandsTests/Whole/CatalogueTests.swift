import Foundation
import Testing

@testable import Commands

@Suite("The catalogue")
struct CatalogueTests {
  private func document(_ arguments: String = "") throws -> [String: Any] {
    let data = Data(World.outcome("catalogue --format json \(arguments)").data.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The lists of entries.
  private func json(_ arguments: String = "") throws -> [String: [[String: Any]]] {
    try document(arguments).compactMapValues { $0 as? [[String: Any]] }
  }

  /// The text with single blanks.
  private func words(_ arguments: String = "") -> String {
    World.outcome("catalogue \(arguments)").data
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `both figures of the source are kept`() throws {
    let categories = try #require(try json()["categories"])
    #expect(categories.map { $0["id"] as? String } == ["core", "additional", "future"])
    #expect(categories.map { $0["stated_bundles"] as? Int } == [13, 12, nil])
    #expect(categories.map { $0["listed_services"] as? Int } == [19, 19, 0])
  }

  @Test func `clusters name their LSPs`() throws {
    let clusters = try #require(try json()["clusters"])
    #expect(
      clusters.map { "\($0["id"] ?? "") \($0["lsp"] ?? "")" } == [
        "london bt", "north-east accenture", "eastern accenture", "north-west-west-midlands csc",
        "southern fujitsu",
      ])
  }

  @Test func `every service that a line can name is listed`() throws {
    let services = try #require(try json()["services"])
    #expect(services.count == 39)
    #expect(services.last?["id"] as? String == "future")
    let keys: Set = ["id", "category", "label", "pacs_options", "clauses"]
    #expect(services.allSatisfy { Set($0.keys) == keys })
  }

  @Test func `a category can be listed alone`() throws {
    let core = try json("--category core")
    #expect(core["categories"]?.count == 1)
    #expect(core["services"]?.count == 19)
    #expect(core["clusters"]?.count == 5)
    let text = World.outcome("catalogue --category core").data
    #expect(text.contains("core.maternity: "))
    #expect(!text.contains("additional."))
  }

  @Test func `unconfirmed facts are marked`() {
    #expect(
      World.outcome("catalogue").data.contains("strategic health authorities (unconfirmed): "))
  }

  @Test func `the terms of each category are described`() {
    let text = words()
    #expect(
      text.contains(
        "new system; route `programme` or none: only the cluster's LSP may supply; the programme "
          + "pays"))
    #expect(
      text.contains(
        "PACS `basic`, new system; route `programme` or none: the cluster's LSP supplies it; "
          + "the programme pays for that, the trust for any other supplier"))
    #expect(
      text.contains("PACS `entire`, new system; route `programme`: not offered; the trust pays"))
    #expect(
      text.contains(
        "PACS `entire`, new system; route `open`: any supplier may supply; unless an "
          + "LSP supplies it, it must be CRS-compliant, not using an LSP must be justified; the trust pays"
      ))
  }

  @Test func `each clause is printed below the question that it answers, with its place`() {
    let core = words("--category core")
    #expect(
      core.contains(
        "who may supply: Core service bundles, paragraph 2: Where a core service needs a new "
          + "system, only the LSPs may supply it. Core service bundles, paragraph 2 (reading): "))
    #expect(
      core.contains("who pays: Core service bundles, paragraph 2: The programme pays for the core"))
    let text = words()
    #expect(text.contains("LSPs have no exclusive right to additional services."))
    #expect(
      text.contains(
        "£900,000,000.00, 2004-05 (derived): what the Department of Health expects NHS trusts"))
  }

  @Test func `a service has what its category does not say`() throws {
    let text = words("--category additional")
    let pacs = try #require(text.split(separator: "additional.pacs: ").last)
    let own = try #require(pacs.split(separator: "additional.e-booking").first)
    #expect(own.contains("PACS, paragraph 1: A trust that needs a PACS can have a skeletal one"))
    #expect(!own.contains("LSPs have no exclusive right"))
    #expect(!text.split(separator: "services:")[0].contains("PACS, paragraph 1"))
  }

  @Test func `rows name their clauses, each of which is listed once`() throws {
    let document = try document()
    let lists = try json()
    let clauses = try #require(lists["clauses"])
    let ids = clauses.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == clauses.count)
    let rows = (lists["categories"] ?? []) + (lists["services"] ?? [])
    let named = rows.compactMap { $0["clauses"] as? [String] }
    #expect(named.count == rows.count && named.allSatisfy { !$0.isEmpty })
    #expect(Set(named.joined()).isSubset(of: ids))
    #expect(
      document["cluster_clauses"] as? [String] == [
        "lsp-of-the-cluster", "one-lsp-per-cluster", "trust-of-a-cluster", "lsp-remit",
      ])
    let reading = clauses.first { $0["id"] as? String == "one-lsp-per-cluster" }
    #expect(reading?["reading"] as? Bool == true && reading?["paragraph"] as? Int == 1)
    #expect(reading?["topics"] as? [String] == ["clusters"])
    let core = try json("--category core")["clauses"] ?? []
    #expect(!core.contains { $0["section"] as? String == "PACS" })
  }

  @Test func `every case has its terms`() throws {
    let categories = try json()["categories"] ?? []
    let terms = categories.flatMap { $0["terms"] as? [[String: Any]] ?? [] }
    let entire = terms.filter {
      $0["options"] as? [String] == ["entire"] && $0["routes"] as? [String] == ["open"]
    }
    #expect(entire.count == 1)
    #expect(entire.first?["conditions"] as? [String] == ["interoperable", "justified"])
    #expect(entire.first?["offered"] as? Bool == true)
    #expect(entire.first?["payer"] as? String == "trust")
  }

  @Test func `the national figure has its year and its source`() throws {
    let figure = try #require(try json()["figures"]?.first)
    #expect(figure["money"] as? String == "900000000.00" && figure["year"] as? String == "2004-05")
    #expect(figure["confidence"] as? String == "derived")
  }
}
