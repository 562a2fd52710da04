import CNcurses
import Interaction

/// What terminals send for keys that are not characters.
enum KeySequence {
  static let pasteStart = Array("\u{1B}[200~".utf8)
  static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// What most terminals send, in either cursor mode.
  static let common: [[UInt8]: Key] = {
    let letters: [(Character, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
      ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
    ]
    let numbers: [(Int, Key)] = [
      (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown),
      (7, .home), (8, .end), (11, .function(1)), (12, .function(2)), (13, .function(3)),
      (14, .function(4)), (15, .function(5)), (17, .function(6)), (18, .function(7)),
      (19, .function(8)), (20, .function(9)), (21, .function(10)), (23, .function(11)),
      (24, .function(12)),
    ]
    var all: [[UInt8]: Key] = [
      Array("\u{1B}[Z".utf8): .backTab, Array("\u{1B}OM".utf8): .enter,
    ]
    for (letter, key) in letters {
      all[Array("\u{1B}[\(letter)".utf8)] = key
      all[Array("\u{1B}O\(letter)".utf8)] = key
    }
    for (number, key) in numbers { all[Array("\u{1B}[\(number)~".utf8)] = key }
    return all
  }()

  /// What this terminal sends, as its description says.
  static func described() -> [[UInt8]: Key] {
    let capabilities: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcuf1", .right), ("kcub1", .left), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    var all: [[UInt8]: Key] = [:]
    for (capability, key) in capabilities + functions {
      guard let sequence = terminal_capability(capability) else { continue }
      let bytes = Array(String(cString: sequence).utf8)
      // One byte would take a control character's place.
      if bytes.count > 1, bytes[0] == 0x1B { all[bytes] = key }
    }
    return all
  }
}
