import PlanGenerators
import Procurement
import RelationalStores
import SeededRandom
import Testing
import Text

@testable import SQLiteStores

/// Edits in the journal.
struct JSONTests {
  @Test(arguments: 1...20)
  func `every edit is read back as it was written`(_ seed: UInt64) throws {
    var edits = EditGenerator(seed: seed)
    let plan = edits.plans.plan()
    for _ in 0..<50 {
      var edit = edits.edit(of: plan)
      if edits.plans.random.chance(50) { edit = hostile(&edits.plans.random) }
      #expect(try read(JSON(edit).compact) == edit)
    }
  }

  @Test func `JSON that is not an edit is an error and never a trap`() throws {
    let misfits = [
      "1", "9223372036854775808", "1.5", "{}", "{\"x\":1}", "{\"set\":{}}",
      "{\"insert\":{\"line\":{\"id\":\"a\"},\"at\":0}}",
      "{\"set\":{\"line\":\"a\",\"from\":{\"need\":\"old\"},\"to\":{\"need\":\"new\"}}}",
      "{\"remove\":{\"line\":{\"id\":\"a\",\"service\":\"\"},\"at\":-1}}",
      "{\"move\":{\"line\":\"a\",\"from\":0,\"to\":9223372036854775807}}",
      "{\"move\":{\"line\":\"a\",\"from\":-9223372036854775808,\"to\":0}}",
      "{\"set\":{\"line\":\"a\",\"from\":{\"need\":\"new\"},"
        + "\"to\":{\"amount\":{\"year\":2004,\"kind\":\"capital\",\"pence\":-1}}}}",
      "{\"set\":{\"line\":\"a\",\"from\":{\"cost\":[{\"year\":1,\"kind\":\"capital\"}]},\"to\":1}}",
    ]
    for text in misfits { #expect(throws: JSON.TypeMismatch.self) { try parse(text).edit } }
    let written = JSON(Edit.insert(Plan.sample.lines[0], at: 3)).compact
    for length in 0..<written.utf8.count {
      let cut = String(decoding: written.utf8.prefix(length), as: UTF8.self)
      #expect(throws: (any Error).self) { try parse(cut) }
    }
  }

  private func parse(_ text: String) throws -> JSON {
    var text = text
    return try text.withUTF8 { try JSON(parsing: $0, depth: JSON.depth) }
  }

  private func read(_ text: String) throws -> Edit { try parse(text).edit }

  private func hostile(_ random: inout SplitMix64) -> Edit {
    func text() -> String {
      let scalars = (0..<random.number(0...12)).compactMap { _ in
        UnicodeScalar(UInt32(random.number(0...random.pick([0x20, 0x7F, 0x3000, 0x10FFFF]))))
      }
      return String(String.UnicodeScalarView(scalars))
    }
    let values: [LineValue] = [
      .id(text()), .service(text()), .supplier(text()), .group(text()), .justification(text()),
      .description(text()), .funds([text(), text()]), .notes(text()),
      .waivers([Waiver(code: .S101, reason: text(), date: .earliest)]),
    ]
    var fund = Fund(id: text(), name: text(), pays: .either)
    if let year = FinancialYear(start: 2004) { fund.available[year] = Money(pence: .max) }
    return random.pick([
      .set(line: text(), from: random.pick(values), to: random.pick(values)),
      .move(line: text(), from: 0, to: 1_000_000_000), .fund(at: 1, from: fund, to: nil),
    ])
  }
}
