import CPostgreSQL
package import Stores

/// Where a store on a server is: `postgres://user@host:port/database?option=value`.
///
/// Everything else, such as a password, a service or certificates, is found as by every program that
/// uses libpq: in `~/.pgpass`, the service file and the environment.
package struct PostgreSQLAddress: Hashable, Sendable {
  /// The address as the user wrote it, which never has a password.
  package let text: String

  /// Whether a text has the form of an address, rather than of a path.
  package static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
  }

  /// An address. One that libpq cannot read is refused, and so is one with a password: it would be
  /// in the shell's history, in the list of processes and in messages.
  package init(_ text: String) throws(StoreError) {
    let library = try LibPQ.loaded()
    var message: UnsafeMutablePointer<CChar>?
    defer { library.PQfreemem(message) }
    guard let options = library.PQconninfoParse(text, &message) else {
      throw .unreachable(LibPQ.line(message))
    }
    defer { library.PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      if ["password", "sslpassword"].contains(String(cString: keyword)), option.pointee.val != nil {
        throw .hasPassword
      }
      option += 1
    }
    self.text = text
  }

  /// What libpq is told, the later ones over the earlier ones.
  var parameters: [(keyword: String, value: String)] {
    [
      ("connect_timeout", "10"), ("application_name", "calloff"), ("keepalives_idle", "30"),
      ("tcp_user_timeout", "20000"), ("dbname", text), ("client_encoding", "UTF8"),
    ]
  }
}
