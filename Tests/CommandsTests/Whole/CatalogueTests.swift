import Foundation
import Testing

@testable import Commands

@Suite("The catalogue")
struct CatalogueTests {
  private func json(_ arguments: String = "") throws -> [String: [[String: Any]]] {
    let data = Data(World.outcome("catalogue --format json \(arguments)").data.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
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
    #expect(services.allSatisfy { Set($0.keys) == ["id", "category", "label"] })
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
    let text = World.outcome("catalogue").data
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "new system; route none or `programme`: only the cluster's LSP may supply; "
          + "the programme pays"))
    #expect(
      text.contains(
        "PACS `basic`, new system; route none or `programme`: the cluster's LSP supplies it; "
          + "the programme pays for that, the trust for any other supplier"))
    #expect(
      text.contains("PACS `entire`, new system; route `programme`: not offered; the trust pays"))
  }
}
