/// The name that the computer has for a user id; nil for an unknown id.
public typealias AccountNames = @Sendable (_ user: Int) -> String?

extension Author {
  /// The same author, shown by the name that the computer has for the user id.
  ///
  /// Every session that may write to a store can write any name there, and any id. The computer's
  /// own name for the id is the most that can be said. A different name in the store is kept as a
  /// `claim`, and the shown name is marked with `?`.
  public func named(by accounts: AccountNames) -> Author {
    let account = accounts(user) ?? Author.name(ofUnknown: user)
    guard account != name else { return self }
    var author = self
    author.name = "\(account)?"
    author.claim = name
    return author
  }

  /// How a user id without an account is shown.
  public static func name(ofUnknown user: Int) -> String { "user \(user)" }

  /// Who it was and where, in words, with the name that the store has where it is another:
  /// `ada on ward7`, `bo? on ward7 (the store says root)`.
  public var nameAndHost: String {
    "\(name) on \(host)" + (claim.map { " (the store says \($0))" } ?? "")
  }
}
