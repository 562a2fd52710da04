public import Stores
import Text

extension Step {
  /// A hash of the step's content, the same in every process: of the kind and the edits as Swift
  /// prints them.
  ///
  /// A dictionary is printed in random order, so no fund may have money in two years.
  public var fingerprint: UInt64 {
    FNV.hash("\(kind) \(edits)".utf8)
  }
}
