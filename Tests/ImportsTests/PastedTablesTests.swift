import Procurement
import Testing

@testable import Imports

/// Texts that are pasted one after another.
@Suite struct PastedTablesTests {
  private func proposal(_ texts: String..., into plan: Plan = ImportFixture.outline)
    -> ImportProposal
  {
    ImportProposal(
      ImportRequest(ImportFile(pasted: texts), into: plan, for: ImportFixture.programme))
  }

  @Test func `rows without headings stay where rows with headings follow`() {
    let proposal = proposal(
      "additional.helpdesk\tnew\topen\tOpen Co\t\t\t\t1000\n",
      "Service\tProvider\tRoute\tCapital 04/05\nTraining\tX\topen\t12\n")
    #expect(proposal.faultTexts == [])
    #expect(proposal.lines.map(\.supplier) == ["Open Co", "X"])
    #expect(proposal.lines.map(\.cost.total.pence) == [1_000_00, 12_00])
  }

  @Test func `each paste is read by its own headings`() {
    let proposal = proposal(
      "Service\tProvider\tRoute\tCapital 04/05\tCapital 05/06\nTraining\tX\topen\t12\t0",
      "Service\tProvider\tRoute\tCapital 05/06\tCapital 04/05\nHelpdesk\tY\topen\t5000\t1\n")
    #expect(proposal.faultTexts == [])
    #expect(proposal.lines.map { $0.pence(.capital) } == [12_00, 1_00])
    #expect(proposal.lines.map { $0.pence(.capital, 1) } == [0, 5_000_00])
    #expect(proposal.entries.map(\.row) == [2, 4])
  }

  @Test func `a paste without headings, or with the same ones, goes on with the table`() {
    let proposal = proposal(
      "Service,Capital 05/06\nTraining,1\n", "Helpdesk,2\n", "Service,Capital 05/06\nHelpdesk,3\n")
    #expect(proposal.mapping.sheets.count == 1)
    #expect(proposal.lines.map { $0.pence(.capital, 1) } == [1_00, 2_00, 3_00])
    #expect(proposal.entries.map(\.row) == [2, 3, 5])
  }

  @Test func `a line that two pastes change is a fault of the second`() {
    let proposal = proposal(
      "line\tsupplier\nL1\tBolt\n", "line\tnotes\nL1\tnew\n", into: ImportFixture.plan)
    #expect(proposal.faultTexts == ["A4: line: A2 has the id `L1` too; change one of them"])
    #expect(proposal.result?.lines.first?.supplier == "Bolt")
  }
}
