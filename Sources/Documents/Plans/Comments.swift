/// Whether a plan document may have comments, which are not part of a plan and so not written back.
///
/// A `#` at the start of a line or after a blank is taken for one, wherever it stands, since asking
/// once too often is better than losing somebody's words.
public func mayHaveComments(_ bytes: [UInt8]) -> Bool {
  var before = UInt8(ascii: "\n")
  for byte in bytes {
    if byte == UInt8(ascii: "#"), [0x20, 0x09, 0x0A, 0x0D].contains(before) { return true }
    before = byte
  }
  return false
}
