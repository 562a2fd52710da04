/// The last step of a plan's journal with its hash, which depends on all steps before it.
public struct JournalHead: Hashable, Sendable {
  /// The plan.
  public let plan: PlanNumber
  /// The number of the step.
  public let step: Int
  /// The hash of the step, 64 hexadecimal digits.
  public let hash: String

  /// A step with its hash.
  public init(plan: PlanNumber, step: Int, hash: String) {
    self.plan = plan
    self.step = step
    self.hash = hash
  }

  /// Reads what `description` writes; nil where a line is something else.
  public init?(_ line: some StringProtocol) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 5, words[0] == "plan", words[2] == "step", let plan = Int(words[1]),
      let step = Int(words[3]), plan > 0, step > 0, words[4].utf8.count == 64,
      words[4].allSatisfy(\.isHexDigit)
    else { return nil }
    self.init(plan: PlanNumber(plan), step: step, hash: words[4].lowercased())
  }
}

extension JournalHead: CustomStringConvertible {
  /// A line such as `plan 3 step 57 d4f1…`.
  public var description: String { "plan \(plan) step \(step) \(hash)" }
}
