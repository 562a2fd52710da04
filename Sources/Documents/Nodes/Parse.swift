/// Reads a YAML or JSON document into its root node, or throws all of its faults.
///
/// A document that starts like JSON is read as JSON first, because libyaml does not know all
/// escapes of JSON; if it is not JSON, it may still be YAML in flow style.
public func parse(_ bytes: [UInt8], limits: Limits = .standard) throws(FaultList) -> Node {
  guard bytes.count <= limits.bytes else { throw FaultList(limits.tooLarge) }
  let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<Node, FaultList> in
    parse(text: withoutByteOrderMark(buffer), limits: limits)
  }
  return try outcome.get()
}

private func parse(
  text: UnsafeBufferPointer<UInt8>, limits: Limits
) -> Result<Node, FaultList> {
  if let fault = textFault(in: text) { return .failure(FaultList(fault)) }
  guard beginsLikeJSON(text) else { return parseYAML(text, limits: limits) }
  var reader = JSONReader(text, limits: limits)
  switch reader.document() {
  case .node(let node): return .success(node)
  case .refused(let faults): return .failure(faults)
  case .malformed(let fault):
    let other = parseYAML(text, limits: limits)
    guard case .failure = other, looksLikeJSON(text) else { return other }
    return .failure(FaultList(fault))
  }
}

/// A text without the byte-order mark that some editors add.
func withoutByteOrderMark(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(
    rebasing: text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...])
}

/// Whether the first character starts a JSON object or list.
func beginsLikeJSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let first = text.first { !isBlank($0) }
  return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
}

private func parseYAML(
  _ text: UnsafeBufferPointer<UInt8>, limits: Limits
) -> Result<Node, FaultList> {
  if let fault = directiveFault(in: text) { return .failure(FaultList(fault)) }
  var builder = NodeBuilder(text, limits: limits)
  return builder.document()
}

/// Whether a bracket is followed by something that only programs for JSON write there.
private func looksLikeJSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var rest = text.lazy.filter { !isBlank($0) }.makeIterator()
  _ = rest.next()
  guard let second = rest.next() else { return true }
  return [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(second)
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}
