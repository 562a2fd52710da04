import Procurement
import Testing
import Text
import Validation

@testable import Commands

@Suite("Explaining a rule")
struct ExplainTests {
  @Test(
    "every code is explained with the findings on its example", arguments: FindingCode.allCases)
  func explained(code: FindingCode) throws {
    let data = World.outcome("explain \(code.rawValue)").data
    let description = try #require(Rulebook.description(of: code))
    #expect(data.hasPrefix("\(code.rawValue) \(code.name) (\(code.severity.rawValue))\n"))
    #expect(unwrapped(data).contains(unwrapped(description.reason)))
    let findings =
      description.example.other != nil
      ? "What is found in both\n  example.yaml, other.yaml: "
      : code.isOnPortfolio
        ? "What is found\n  example.yaml: " : "What `calloff check` reports\n  example.yaml:"
    #expect(data.contains(findings))
    #expect(data.contains(": \(code.severity.rawValue)[\(code.rawValue)] \(code.name):"))
    #expect(data.contains(", paragraph "))
  }

  @Test func `the example of a rule on a portfolio has its other plan, and says how it is fixed`() {
    for code in FindingCode.allCases {
      let data = World.outcome("explain \(code.rawValue)").data
      let hasOther = data.contains("together with another one, other.yaml\n  calloff: 1\n")
      let hasRegister = data.contains("together with a register that has\n  RXX ")
      #expect((hasOther || hasRegister) == code.isOnPortfolio)
      #expect(hasRegister == (code == .G104))
    }
    #expect(World.outcome("explain G101").data.contains("Leave other.yaml out of the portfolio."))
  }

  @Test func `a reading is marked as such`() {
    #expect(World.outcome("explain S107").data.contains("(our reading: "))
    #expect(!World.outcome("explain S104").data.contains("our reading"))
  }

  @Test func `a code is known in any case and by its name`() {
    let data = World.outcome("explain S101").data
    #expect(World.outcome("explain s101").data == data)
    #expect(World.outcome("explain exclusive-supply-breach").data == data)
    #expect(World.outcome("explain Exclusive-Supply-Breach").data == data)
  }

  @Test func `without a code all are listed`() {
    let lines = World.outcome("explain").data.split(separator: "\n")
    #expect(lines.map { String($0.prefix(4)) } == FindingCode.allCases.map(\.rawValue))
  }

  @Test("text fits the terminal", arguments: [40, 80, 200])
  func wrapped(columns: Int) {
    var surroundings = World.surroundings
    surroundings.columns = columns
    for code in FindingCode.allCases {
      let data = World.outcome("explain \(code.rawValue)", in: surroundings).data
      let prose = data.split(separator: "\n").dropFirst().filter {
        !$0.contains(":") && !$0.contains("{")
      }
      for line in prose where VisibleText.width(of: String(line)) > columns {
        Issue.record("\(line)")
      }
    }
  }

  private func unwrapped(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
