import Procurement
import Testing
import Text

/// How codes and ids are read.
@Suite struct CodeKindTests {
  @Test(arguments: [
    (CodeKind.trust, "RXX", "RXX"), (.trust, "5E1", "5E1"), (.trust, "  ", ""), (.trust, "", ""),
    (.id, "L1", "L1"), (.id, "IM&T revenue", "IM&T revenue"), (.id, "café", "café"),
    (.id, "a  b", "a  b"), (.id, "\u{A0}", ""),
    (.supplier, "fujitsu ", "fujitsu"), (.supplier, " British\u{A0}\tTelecom", "British Telecom"),
    (.supplier, "Tooth  Ltd", "Tooth Ltd"), (.supplier, "日本電気", "日本電気"),
    (.supplier, "fuji\u{AD}tsu\u{FEFF}", "fujitsu"), (.supplier, "\u{1B}[2J a", "[2J a"),
    (.supplier, "British\u{200B}Telecom", "BritishTelecom"), (.supplier, "\u{200B}", ""),
  ])
  func `a code is read`(kind: CodeKind, text: String, code: String) throws {
    #expect(try kind.code(text) == code)
  }

  @Test(arguments: [
    (CodeKind.trust, "RXX ", CodeKind.Fault.blankAtEnd), (.trust, "\u{A0}RXX", .blankAtEnd),
    (.trust, "RXX\t", .blankAtEnd), (.trust, "R XX", .notATrustCode),
    (.trust, "R\u{A0}XX", .hidden("\u{A0}")), (.trust, "RXX\u{2060}", .hidden("\u{2060}")),
    (.trust, "R\u{2800}XX", .hidden("\u{2800}")), (.trust, "\u{FEFF}RXX", .hidden("\u{FEFF}")),
    (.trust, "R\u{AD}XX", .hidden("\u{AD}")),
    (.trust, "ＲＸＸ", .notATrustCode), (.trust, "\u{212A}XX", .notATrustCode),
    (.trust, "R-1", .notATrustCode), (.trust, "5.00E+01", .spreadsheetNumber),
    (.trust, "5E+01", .spreadsheetNumber), (.id, "L1 ", .blankAtEnd),
    (.id, "L1\n", .blankAtEnd), (.id, "L\u{2009}1", .hidden("\u{2009}")),
    (.id, "L\u{7}1", .hidden("\u{7}")), (.id, "\u{202E}L1", .hidden("\u{202E}")),
    (.id, "L\u{200B}1", .hidden("\u{200B}")), (.id, "L1\u{200B}", .blankAtEnd),
  ])
  func `invisible characters are refused`(kind: CodeKind, text: String, fault: CodeKind.Fault) {
    #expect(throws: fault) { try kind.code(text) }
  }

  @Test func `blanks at the ends of typed codes are ignored`() throws {
    #expect(try CodeKind.trust.typed(" RXX\u{A0}") == "RXX")
    #expect(throws: CodeKind.Fault.hidden("\u{2060}")) { try CodeKind.id.typed("L1\u{2060}") }
  }

  @Test func `a list is separated by blanks of any kind, commas and semicolons`() {
    #expect(
      CodeKind.listed(" capital,running; bid\u{A0}a\u{2009}b\n") == [
        "capital", "running", "bid", "a", "b",
      ])
    #expect(CodeKind.listed(" \u{A0}").isEmpty)
    #expect(
      CodeKind.listed("\"a b\", c;\"x,\"\"y\" d\"e \"f") == ["a b", "c", "x,\"y", "d\"e", "\"f"])
    for codes in [["a b", "c"], ["x,y", "\"", "d\"e"], ["a"], []] {
      #expect(CodeKind.listed(CodeKind.list(codes)) == codes)
    }
    #expect(CodeKind.list(["a", "b c"]) == "a, \"b c\"")
    #expect(CodeKind.listed("RXX\u{200B}RYY") == ["RXX\u{200B}RYY"])
  }

  @Test(arguments: [
    ("RXX", "RXX"), ("rxx", "RXX"), (" rXx\u{A0}", "RXX"), ("5e1", "5E1"), ("", ""), (" ", ""),
  ])
  func `codes of trusts are compared without case`(code: String, compared: String) {
    #expect(code.comparedTrustCode == compared)
    #expect(Trust(code: code, name: "", kind: .acute, cluster: "").comparedCode == compared)
  }

  @Test(arguments: [
    ("RXX ", "RXX<blank>"), (" R X", "<blank>R X"), ("R\u{A0}X", "R<no-break space>X"),
    ("R\u{200B}", "R<zero-width space>"), ("\u{FEFF}é", "<byte-order mark>é"),
    ("é \u{2009}", "é<blank><thin space>"), ("\u{2060}", "<U+2060>"), (" ", "<blank>"),
    ("plain words", "plain words"), ("é", "é"),
  ])
  func `messages show invisible characters`(text: String, shown: String) {
    #expect(text.withVisibleBlanks == shown)
  }
}
