import Documents
import PlanGenerators
import Procurement
import Reports
import Spreadsheets
import Testing
import Text
import Validation

@testable import Imports

/// What a report's workbook has is read back to the same plan.
@Suite struct RoundTripTests {
  @Test(arguments: [UInt64(1), 2])
  func `a workbook is read back to its plan`(_ seed: UInt64) throws {
    var generator = PlanGenerator(seed: seed)
    let index = ProgrammeIndex(ImportFixture.programme)
    for number in 0..<30 {
      let plan = plain(generator.plan())
      guard plan.total != nil, plan.yearOutside == nil else { continue }
      let file = try workbook(of: plan, index)
      var request = ImportRequest(
        file, into: ImportFixture.outline, for: ImportFixture.programme)
      request.isNewPlan = true
      let proposal = ImportProposal(request)
      #expect(proposal.faultTexts == [], "plan \(number)")
      #expect(proposal.result == plan, "plan \(number)")
      #expect(proposal.leftOut.map(\.heading) == [], "plan \(number)")
      #expect(proposal.remarks == [], "plan \(number)")
      let same = ImportProposal(ImportRequest(file, into: plan, for: ImportFixture.programme))
      #expect(same.entries.allSatisfy { $0.change == .unchanged }, "plan \(number)")
      #expect(same.edits() == [], "plan \(number)")
    }
  }

  private func workbook(of plan: Plan, _ index: ProgrammeIndex) throws -> ImportFile {
    let bytes = Bytes()
    PlanWorkbook(Assessment(plan, against: index), WorkbookOrigin()).write { bytes.add($0) }
    return try ImportFile(bytes.all, named: "plan.xlsx")
  }

  private final class Bytes {
    var all: [UInt8] = []
    func add(_ piece: [UInt8]) { all += piece }
  }

  /// The plan without what no cell can hold: blanks around codes, and what reading would change.
  private func plain(_ plan: Plan) -> Plan {
    var plan = plan
    for place in plan.groups.indices {
      let facility = plan.groups[place].facility.plainWords
      plan.groups[place].facility =
        ImportFixture.programme.providerID(facility) ?? facility.nonEmpty ?? "bt"
      plan.groups[place].members = plan.groups[place].members.map(\.trimmed)
    }
    plan.lines = PlanLines(plan.lines.map(plain))
    return plan
  }

  private func plain(_ line: PlanLine) -> PlanLine {
    var line = line
    if line.service.trimmed.isEmpty { line.service = "core" }
    line.service = line.service.trimmed
    line.supplier = line.supplier?.plainWords.nonEmpty
    line.group = line.group?.trimmed.nonEmpty
    line.description = line.description?.unlessBlank
    line.justification = line.justification?.unlessBlank
    line.notes = line.notes?.unlessBlank
    line.funds = line.funds.reduce(into: []) { funds, id in
      if !id.isEmpty, !funds.contains(id) { funds.append(id) }
    }
    let alternatives = AlternativeText.text(of: line.alternatives)
    line.alternatives = (try? AlternativeText.alternatives(alternatives)) ?? []
    return line
  }
}

extension String {
  /// The text; nil if nothing of it can be seen.
  fileprivate var unlessBlank: String? { trimmed.isEmpty ? nil : self }
}
