import PlanGenerators
import Procurement
import SeededRandom
import Testing

@testable import SQLiteStores

/// What the journal says of edits.
struct JSONTests {
  @Test(arguments: 1...20)
  func `every edit is read back as it was written`(_ seed: UInt64) throws {
    var edits = EditGenerator(seed: seed)
    let plan = edits.plans.plan()
    for _ in 0..<50 {
      var edit = edits.edit(of: plan)
      if edits.plans.random.chance(50) { edit = hostile(&edits.plans.random) }
      #expect(try read(JSON(edit).written) == edit)
    }
  }

  @Test func `texts come back byte for byte`() throws {
    let texts = [
      "", "\u{0}", "\u{0}a\u{0}", "\"\\", "\u{1B}]0;x\u{7}", "\u{7F}\u{80}\u{9B}", "e\u{301}é",
      "\u{202E}\u{2028}\u{FEFF}\u{FFFF}\u{10FFFF}", "\r\n\t", "👩‍⚕️", "\\u0041", "null",
    ]
    for text in texts {
      let written = JSON.text(text).written
      #expect(!written.utf8.contains { $0 < 0x20 || $0 == 0x7F })
      let back = try parse(written).text
      #expect(back.utf8.elementsEqual(text.utf8))
    }
  }

  @Test func `what is no journal is an error and never a trap`() throws {
    let bad = [
      "", "[", "[1", "[1,", "{", "{\"a\"", "{\"a\":", "\"", "\"\\", "\"\\u00", "\"\\u00zz\"", "-",
      "--1", "9223372036854775808", "1.5", "nul", "tru", "[]]", "\"\\ud800\"", "{1:2}",
      String(repeating: "[", count: 100_000),
    ]
    for text in bad { #expect(throws: JSON.Fault.self) { try parse(text) } }
    let misfits = [
      "1", "{}", "{\"x\":1}", "{\"set\":{}}", "{\"insert\":{\"line\":{\"id\":\"a\"},\"at\":0}}",
      "{\"set\":{\"line\":\"a\",\"from\":{\"need\":\"old\"},\"to\":{\"need\":\"new\"}}}",
      "{\"remove\":{\"line\":{\"id\":\"a\",\"service\":\"\"},\"at\":-1}}",
      "{\"move\":{\"line\":\"a\",\"from\":0,\"to\":9223372036854775807}}",
      "{\"move\":{\"line\":\"a\",\"from\":-9223372036854775808,\"to\":0}}",
      "{\"set\":{\"line\":\"a\",\"from\":{\"need\":\"new\"},"
        + "\"to\":{\"amount\":{\"year\":2004,\"kind\":\"capital\",\"pence\":-1}}}}",
      "{\"set\":{\"line\":\"a\",\"from\":{\"cost\":[{\"year\":1,\"kind\":\"capital\"}]},\"to\":1}}",
    ]
    for text in misfits { #expect(throws: JSON.Misfit.self) { try parse(text).edit } }
    let written = JSON(Edit.insert(Plan.sample.lines[0], at: 3)).written
    for length in 0..<written.utf8.count {
      let cut = String(decoding: written.utf8.prefix(length), as: UTF8.self)
      #expect(throws: (any Error).self) { try parse(cut) }
    }
  }

  private func parse(_ text: String) throws -> JSON {
    var text = text
    return try text.withUTF8 { try JSON($0) }
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
