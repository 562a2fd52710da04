import Procurement
import Validation

extension ChoiceMenu {
  /// What can be waived on the line at a place, worst first; then the waivers that can be taken
  /// back, also those that waive nothing now.
  init(waiversOfLineAt place: Int, in assessment: Assessment) {
    let plan = assessment.plan
    let waivers = plan.lines[place].waivers
    let findings = assessment.findingsInOrder(at: place).filter { $0.waiver == nil }
    let present = findings.map { finding in
      Choice(
        word: finding.code.rawValue, title: "waive \(finding.code.rawValue) \(finding.code.name)",
        remark: assessment.names.sentence(finding.message), taking: .waive(finding.code))
    }
    let waived = waivers.map { waiver in
      let others = waivers.filter { $0 != waiver }
      return Choice(
        word: waiver.code.rawValue,
        title: "take back \(waiver.code.rawValue) \(waiver.code.name)",
        remark: "waived \(waiver.date): \(waiver.reason)",
        taking: .edits([plan.setting(.waivers(others), at: place)]))
    }
    self.init(.waiver, present + waived)
  }
}

extension Assessment {
  /// The findings on the line at a place, worst first, those that are waived last.
  ///
  /// Of the same severity, those about money come after those about supply, which decide who pays.
  func findingsInOrder(at place: Int) -> [Finding] {
    let findings = findings(at: place)
    let unwaived = findings.filter { $0.waiver == nil }
    let worstFirst = Severity.allCases.reversed().flatMap { severity in
      let alike = unwaived.filter { $0.severity == severity }
      return alike.filter { !$0.code.isAboutMoney } + alike.filter(\.code.isAboutMoney)
    }
    return worstFirst + findings.filter { $0.waiver != nil }
  }
}
