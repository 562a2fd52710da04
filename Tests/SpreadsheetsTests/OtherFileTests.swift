import Spreadsheets
import Testing

@Suite struct OtherFileTests {
  @Test(arguments: [
    ([UInt8]("line,service\n".utf8), SpreadsheetFault.Reason.otherFile),
    ([], .otherFile),
    (Array("PK\u{3}\u{4} and nothing else".utf8), .damagedArchive),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .oldFormat),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        + "EncryptedPackage".utf8.flatMap { [$0, 0] }, .encrypted
    ),
  ])
  func `a file of another kind is named, with what to do`(
    bytes: [UInt8], reason: SpreadsheetFault.Reason
  ) {
    let fault = #expect(throws: SpreadsheetFault.self) { try readSpreadsheet(bytes) }
    #expect(fault?.reason == reason)
  }
}
