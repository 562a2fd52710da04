public import Procurement

/// The findings that stand on one line, a bit for each code.
///
/// A line has at most one finding of a code, so a set of codes is all that has to be kept; words,
/// amounts and fixes are made from the line when somebody looks.
public struct FindingSet: Hashable, Sendable {
  /// A bit for each code, in the order of `FindingCode.allCases`.
  package private(set) var bits: UInt32 = 0

  /// No finding.
  public init() {}

  /// The codes of these bits.
  package init(bits: UInt32) { self.bits = bits }

  /// Some codes.
  public init(_ codes: some Sequence<FindingCode>) {
    for code in codes { insert(code) }
  }

  /// Every code there is.
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
  private static func bit(_ code: FindingCode) -> UInt32 { 1 << code.ordinal }

  /// Whether a code stands.
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

  /// Whether nothing stands.
  public var isEmpty: Bool { bits == 0 }

  /// The codes in order.
  public var codes: [FindingCode] {
    bits == 0 ? [] : FindingCode.allCases.filter(contains)
  }

  /// How many findings of a severity stand.
  public func count(_ severity: Severity) -> Int {
    intersection(.all(severity)).count
  }

  /// The worst severity that stands.
  public var worst: Severity? {
    if !intersection(.errors).isEmpty { return .error }
    if !intersection(.warnings).isEmpty { return .warning }
    return bits == 0 ? nil : .note
  }
}

extension FindingCode {
  /// The place of the code in `allCases`.
  package var ordinal: UInt32 {
    switch self {
    case .C101: 0
    case .C102: 1
    case .C103: 2
    case .C104: 3
    case .C105: 4
    case .F101: 5
    case .F102: 6
    case .F103: 7
    case .F104: 8
    case .F105: 9
    case .F106: 10
    case .P101: 11
    case .P102: 12
    case .P103: 13
    case .P104: 14
    case .P105: 15
    case .P106: 16
    case .S101: 17
    case .S102: 18
    case .S103: 19
    case .S104: 20
    case .S105: 21
    case .S106: 22
    case .S107: 23
    case .S108: 24
    case .S109: 25
    }
  }
}
