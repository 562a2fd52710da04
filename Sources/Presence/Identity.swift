import Glibc

/// Who somebody is, and at which computer.
public struct Identity: Hashable, Sendable {
  /// The user's number, which the system vouches for.
  public let user: Int
  /// The user's name.
  public let name: String
  /// The computer's name.
  public let host: String

  /// Somebody at a computer.
  public init(user: Int, name: String, host: String) {
    self.user = user
    self.name = name
    self.host = host
  }

  /// Who runs the program, and where. Nothing in the environment has a say in it.
  public static var current: Identity {
    let user = Int(getuid())
    return Identity(user: user, name: name(of: user), host: currentHost)
  }

  /// The name of a user id in `/etc/passwd`; nil where no account has the id, or none whose name can
  /// be shown.
  public static func accountName(of user: Int) -> String? { accountNames[user] }

  /// The name of a user id; `user` and the number where it has no account.
  static func name(of user: Int) -> String { accountName(of: user) ?? "user \(user)" }

  /// The accounts as they are when they are first asked for.
  private static let accountNames = names(in: AccountTable(file: "/etc/passwd"))

  /// The number of a group that is given by its name in `/etc/group`, or as a number.
  public static func groupNumber(of group: String) -> Int? {
    groupNumber(of: group, in: AccountTable(file: "/etc/group"))
  }

  /// Whether a text can be somebody's name, as it stands in the system's files and in domains.
  static func isPlain(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: "-")
      && name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || "._-+@\\$".unicodeScalars.contains($0)
      }
  }

  /// The first name of each number of a table of users, where it can be shown.
  static func names(in users: AccountTable) -> [Int: String] { users.names.filter { isPlain($1) } }

  /// The number of a group, from a table of groups.
  static func groupNumber(of group: String, in groups: AccountTable) -> Int? {
    if let number = groups.number(of: group) { return number }
    guard group.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(group),
      number < UInt32.max
    else { return nil }
    return number
  }

  /// The computer's name; `localhost` where it has none that can be shown.
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
