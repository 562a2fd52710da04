import Glibc

/// An open file, closed with its last reference.
final class Descriptor {
  let number: Int32

  /// Owns the descriptor that `open` returned; nil if `open` failed, with the reason in `errno`.
  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }

  /// The file's status.
  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }
}
