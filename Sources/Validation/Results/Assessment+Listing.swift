import Procurement

extension Assessment {
  /// A range of the list of findings, ordered by severity, worst first, then by line and code,
  /// those on the whole plan last; messages are made only for this range.
  ///
  /// With `places` only findings on lines at these places are listed, in the order given; with
  /// `codes` only those with these codes. Waived findings are included.
  public func findings(
    worstFirst window: Range<Int>, on places: [Int]? = nil, codes: FindingSet? = nil
  ) -> [Finding] {
    var passed = 0
    var found: [Finding] = []
    for severity in Severity.allCases.reversed() where passed < window.upperBound {
      let wanted = FindingSet.all(severity).intersection(codes ?? .all)
      visit(places) { place, findings in
        let findings = findings.intersection(wanted)
        if passed + findings.count > window.lowerBound {
          for (offset, code) in findings.codes.enumerated()
          where window.contains(passed + offset) {
            if let finding = finding(code, at: place) { found.append(finding) }
          }
        }
        passed += findings.count
        return passed < window.upperBound
      }
    }
    for (offset, finding) in planFindings(on: places, codes: codes).enumerated()
    where window.contains(passed + offset) {
      found.append(finding)
    }
    return found
  }

  /// The length of that list.
  public func findingCount(on places: [Int]? = nil, codes: FindingSet? = nil) -> Int {
    var count = planFindings(on: places, codes: codes).count
    visit(places) { _, findings in
      count += findings.intersection(codes ?? .all).count
      return true
    }
    return count
  }

  private func planFindings(on places: [Int]?, codes: FindingSet?) -> [Finding] {
    places == nil ? planFindings.filter { codes?.contains($0.code) ?? true } : []
  }

  /// Visits the findings on some lines, or on all, until `look` returns false.
  private func visit(_ places: [Int]?, _ look: (_ place: Int, FindingSet) -> Bool) {
    if let places {
      for place in places where !look(place, lineFindings[place]) { return }
    } else {
      for (place, findings) in zip(lineFindings.indices, lineFindings)
      where !look(place, findings) {
        return
      }
    }
  }
}
