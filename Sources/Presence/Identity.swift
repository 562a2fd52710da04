import Glibc

/// A user and a computer.
public struct Identity: Hashable, Sendable {
  /// The user id, as given by the system.
  public let user: Int
  /// The user's name.
  public let name: String
  /// The computer's name.
  public let host: String

  /// A user at a computer.
  public init(user: Int, name: String, host: String) {
    self.user = user
    self.name = name
    self.host = host
  }

  /// The user who runs the program, and the computer. The environment does not influence it.
  public static var current: Identity {
    let user = Int(getuid())
    return Identity(user: user, name: name(of: user), host: currentHost)
  }

  /// The name of a user id in `/etc/passwd`; nil if there is no such account, or its name cannot be
  /// shown.
  public static func accountName(of user: Int) -> String? { accountNames[user] }

  /// The name of a user id; `user` and the number without an account.
  static func name(of user: Int) -> String { accountName(of: user) ?? "user \(user)" }

  /// The accounts, read once.
  private static let accountNames = names(in: AccountTable(file: "/etc/passwd"))

  /// The id of a group, given as a name in `/etc/group` or as a number.
  public static func groupNumber(of group: String) -> Int? {
    groupNumber(of: group, in: AccountTable(file: "/etc/group"))
  }

  /// Whether a text can be an account's name, in the system's files or in a domain.
  static func isPlain(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: "-")
      && name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || "._-+@\\$".unicodeScalars.contains($0)
      }
  }

  /// The first name of each id in a table of users, if it can be shown.
  static func names(in users: AccountTable) -> [Int: String] { users.names.filter { isPlain($1) } }

  /// The id of a group in a table of groups.
  static func groupNumber(of group: String, in groups: AccountTable) -> Int? {
    if let number = groups.number(of: group) { return number }
    guard group.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(group),
      number < UInt32.max
    else { return nil }
    return number
  }

  /// The computer's name; `localhost` if it cannot be shown.
  private static var currentHost: String {
    var buffer = [CChar](repeating: 0, count: 256)
    let outcome = gethostname(&buffer, buffer.count - 1)
    let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard outcome == 0, !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return "localhost"
    }
    return String(decoding: name, as: UTF8.self)
  }
}
