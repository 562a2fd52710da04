import CPostgreSQL
import Stores

/// PostgreSQL's client library, which is loaded when it is first needed.
enum LibPQ {
  /// Its functions; an error where the system does not have it.
  static func loaded() throws(StoreError) -> calloff_libpq {
    guard let functions = calloff_libpq() else { throw .noLibrary }
    return functions.pointee
  }

  /// A text of the library in one line.
  static func line(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "no reason was given" }
    let lines = String(cString: text).split(whereSeparator: \.isNewline)
    return lines.map { $0.drop { $0 == "\t" || $0 == " " } }.joined(separator: "; ")
  }
}
