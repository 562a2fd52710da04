public import Imports
public import Procurement
import Text

/// The trust of a plan that is made of a file: what the file says of it, and what the register has.
public struct ImportedTrust: Sendable {
  /// The trust as it is known so far.
  public private(set) var trust: Trust
  /// Details of it that nobody has given.
  private var unsaid: [DetailRow]
  /// Whether the user has chosen it by its code.
  private var isChosen = false

  /// The trust of a plan that a file becomes.
  public init(_ trust: Trust, of proposal: ImportProposal) {
    self.trust = trust
    unsaid = proposal.unsaidDetails
  }

  /// Whether its code is known, and the register may say what the file does not.
  public var canBeCompleted: Bool { !unsaid.isEmpty && !unsaid.contains(.trustCode) || isChosen }

  /// Takes another trust than the file says, by its code.
  public mutating func choose(_ code: String) {
    trust.code = code
    unsaid.removeAll { $0 == .trustCode }
    isChosen = true
  }

  /// Takes what a register has and the file does not say, and of a trust that was chosen all that it
  /// has; returns whether it has the trust.
  public mutating func complete(from register: [RegisteredTrust]) -> Bool {
    guard let found = register.first(where: { $0.code.folded == trust.code.folded }) else {
      return false
    }
    trust.code = found.code
    if isChosen || unsaid.contains(.trustName) { trust.name = found.name }
    if isChosen || unsaid.contains(.region) { trust.cluster = found.cluster }
    if isChosen || unsaid.contains(.trustKind), let kind = found.kind { trust.kind = kind }
    unsaid.removeAll { $0 != .trustKind || found.kind != nil }
    return true
  }

  /// That details are placeholders, in words; nil where none are.
  public var placeholders: String? {
    guard !unsaid.isEmpty else { return nil }
    return series(unsaid.map { $0.rawValue.lowercased() }, "and")
      + (unsaid.count == 1 ? " is a placeholder" : " are placeholders")
  }
}
