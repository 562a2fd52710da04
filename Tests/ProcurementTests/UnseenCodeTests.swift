import Procurement
import Testing
import Text

/// Every invisible character, in names and codes.
@Suite struct UnseenCodeTests {
  private static let unseen = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.isUnseen)

  @Test func `a supplier's name keeps single blanks between words and nothing else invisible`()
    throws
  {
    for scalar in UnseenCodeTests.unseen {
      #expect(try CodeKind.supplier.code("\(scalar)bt\(scalar)") == "bt", "\(scalar.nameOfHidden)")
      let isBlank = scalar.properties.isWhitespace && scalar != "\u{200B}" || scalar == "\u{2800}"
      let within = try CodeKind.supplier.code("b\(scalar)t")
      #expect(within == (isBlank ? "b t" : "bt"), "\(scalar.nameOfHidden)")
    }
  }

  @Test(arguments: [CodeKind.trust, .id])
  func `a code cannot contain an invisible character`(kind: CodeKind) {
    for scalar in UnseenCodeTests.unseen where scalar != " " || kind.noun("") != "" {
      #expect(throws: CodeKind.Fault.self, "\(scalar.nameOfHidden)") {
        try kind.code("R\(scalar)X")
      }
      #expect(throws: CodeKind.Fault.self, "\(scalar.nameOfHidden)") {
        try kind.code("RX\(scalar)")
      }
    }
  }
}
