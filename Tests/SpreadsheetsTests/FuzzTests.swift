import SeededRandom
import Spreadsheets
import Testing

/// Changes good files at random. Reading must end, within the limits, with sheets or a fault.
@Suite struct FuzzTests {
  private static let limits: SpreadsheetLimits = {
    var limits = SpreadsheetLimits.standard
    (limits.partBytes, limits.totalBytes) = (100_000, 200_000)
    (limits.parts, limits.sheets, limits.rows) = (50, 5, 50)
    (limits.columns, limits.cells, limits.textBytes) = (50, 500, 1_000)
    return limits
  }()

  private static let sample = SampleFile(
    rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>38108</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>a</t></r><t>b_x0041_</t></is></c>"
      + "<c r=\"C3\"><f>SUM(A1:A2)</f><v>12.5</v></c><c t=\"e\"><v>#REF!</v></c></row>",
    after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
    sharedTexts: "<si><t>text</t></si>", cellFormats: "<xf numFmtId=\"14\"/>")

  private func check(_ bytes: [UInt8]) {
    do throws(SpreadsheetFault) {
      let document = try readSpreadsheet(bytes, limits: FuzzTests.limits)
      let rows = document.sheets.flatMap(\.rows)
      #expect(rows.reduce(0) { $0 + $1.cells.count } <= FuzzTests.limits.cells)
      #expect(document.remarks.allSatisfy { !$0.message.isEmpty })
    } catch {
      #expect(!error.message.isEmpty)
    }
  }

  private func changed(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      case 3:
        let start = Int.random(in: bytes.indices, using: &random)
        bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + 40)], at: place)
      default: bytes[place] = [0, 0xFF, 0x7F, 0x22, 0x3C].randomElement(using: &random) ?? 0
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8)
  func `an archive with changed bytes is read or refused`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let good = FuzzTests.sample.bytes
    for _ in 0..<500 { check(changed(good, &random)) }
  }

  @Test(arguments: 0..<8)
  func `parts with changed XML are read or refused`(seed: UInt64) {
    var random = SplitMix64(seed: 1_000 + seed)
    let good = FuzzTests.sample.builder
    for _ in 0..<500 {
      var builder = good
      let place = Int.random(in: builder.parts.indices, using: &random)
      builder.parts[place].bytes = changed(builder.parts[place].bytes, &random)
      check(builder.archive)
    }
  }
}
