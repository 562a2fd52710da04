import Glibc

/// An open file, closed when nobody holds it any more.
final class Descriptor {
  let number: Int32

  /// Takes over what `open` returned; nil where it could not, with the reason in `errno`.
  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }

  /// What the system knows of the file.
  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }
}
