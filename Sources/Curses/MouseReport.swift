import Canvas
import Interaction

/// What terminals send of a mouse: `ESC [ < button ; column ; row M`, counted from 1 (SGR, 1006).
///
/// Terminals that do not know this form send `ESC [ M` and three bytes, or others after tracking of
/// highlights. Those forms are recognised only to be dropped, as they cannot name a column beyond 223.
enum MouseReport {
  /// How the report begins that is understood.
  static let start = Array("\u{1B}[<".utf8)
  /// How older ones begin, and how many bytes follow.
  static let operands: [[UInt8]: Int] = [
    Array("\u{1B}[M".utf8): 3, Array("\u{1B}[t".utf8): 2, Array("\u{1B}[T".utf8): 6,
  ]

  /// What a whole report tells; nil where it is of releases, motion, other buttons or nowhere.
  static func mouse(of sequence: [UInt8]) -> Mouse? {
    guard sequence.starts(with: start), sequence.last == UInt8(ascii: "M") else { return nil }
    let numbers = sequence.dropFirst(start.count).dropLast()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(number)
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], column > 0,
      let row = numbers[2], row > 0
    else { return nil }
    let position = Position(row: row - 1, column: column - 1)
    return switch button {
    case 0: Mouse(.click, at: position)
    case 64: Mouse(.wheelUp, at: position)
    case 65: Mouse(.wheelDown, at: position)
    default: nil
    }
  }

  /// A number of digits alone; nil also where it is beyond counting.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    let nought = UInt8(ascii: "0")
    guard digits.allSatisfy({ nought...nought + 9 ~= $0 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
