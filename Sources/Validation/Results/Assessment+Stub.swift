extension Assessment {
  public func findings(worstFirst window: Range<Int>, on places: [Int]?, codes: FindingSet?) -> [Finding] {
    let all = places.map { $0.flatMap { findings(at: $0) } } ?? findings
    let kept = all.filter { codes?.contains($0.code) ?? true }
    let sorted = kept.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
    return Array(sorted[min(window.lowerBound, sorted.count)..<min(window.upperBound, sorted.count)])
  }
  public func findingCount(on places: [Int]?, codes: FindingSet?) -> Int {
    findings(worstFirst: 0..<Int.max, on: places, codes: codes).count
  }
}
