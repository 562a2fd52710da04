public import Procurement

/// The findings on one line, a bit for each code; there is room for 64 codes.
///
/// A line has at most one finding of a code, so only the set of codes is stored; messages, amounts
/// and fixes are made from the line when they are shown.
public struct FindingSet: Hashable, Sendable {
  /// A bit for each code, in the order of `FindingCode.allCases`.
  package private(set) var bits: UInt64 = 0

  /// The most codes that a set can have.
  package static let capacity = UInt64.bitWidth

  /// No finding.
  public init() {}

  /// A set with these bits.
  package init(bits: UInt64) { self.bits = bits }

  /// The codes of a sequence.
  public init(_ codes: some Sequence<FindingCode>) {
    for code in codes { insert(code) }
  }

  /// Every code.
  public static let all = FindingSet(FindingCode.allCases)

  /// Every code of a severity.
  public static func all(_ severity: Severity) -> FindingSet {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  private static let errors = FindingSet(FindingCode.allCases.filter { $0.severity == .error })
  private static let warnings = FindingSet(FindingCode.allCases.filter { $0.severity == .warning })
  private static let notes = FindingSet(FindingCode.allCases.filter { $0.severity == .note })
  private static func bit(_ code: FindingCode) -> UInt64 { 1 << code.ordinal }

  /// Whether it has a code.
  public func contains(_ code: FindingCode) -> Bool { bits & FindingSet.bit(code) != 0 }

  /// Adds a code.
  public mutating func insert(_ code: FindingCode) { bits |= FindingSet.bit(code) }

  /// Adds the codes of another set.
  public mutating func formUnion(_ other: FindingSet) { bits |= other.bits }

  /// The codes that are in another set too.
  public func intersection(_ other: FindingSet) -> FindingSet {
    var set = self
    set.bits &= other.bits
    return set
  }

  /// The codes that are not in another set.
  public func subtracting(_ other: FindingSet) -> FindingSet {
    var set = self
    set.bits &= ~other.bits
    return set
  }

  /// How many codes there are.
  public var count: Int { bits.nonzeroBitCount }

  /// Whether it is empty.
  public var isEmpty: Bool { bits == 0 }

  /// The codes in order.
  public var codes: [FindingCode] {
    bits == 0 ? [] : FindingCode.allCases.filter(contains)
  }

  /// How many codes of a severity it has.
  public func count(_ severity: Severity) -> Int {
    intersection(.all(severity)).count
  }

  /// The worst severity in it; nil if it is empty.
  public var worst: Severity? {
    if !intersection(.errors).isEmpty { return .error }
    if !intersection(.warnings).isEmpty { return .warning }
    return bits == 0 ? nil : .note
  }
}

extension FindingCode {
  /// The place of the code in `allCases`: Swift stores an enum without payload as that number.
  package var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
