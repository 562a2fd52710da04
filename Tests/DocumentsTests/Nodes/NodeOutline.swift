import Documents

/// A node with its places on one line, for comparison in tests.
func outline(_ node: Node) -> String {
  switch node.content {
  case .scalar(let text, isPlain: true): "\(node.place) \(text)"
  case .scalar(let text, isPlain: false): "\(node.place) \(text.debugDescription)"
  case .sequence(let nodes): "\(node.place) [\(nodes.map(outline).joined(separator: ", "))]"
  case .mapping(let entries):
    "\(node.place) {"
      + entries.map { "\($0.keyPlace) \($0.key): \(outline($0.value))" }.joined(separator: ", ")
      + "}"
  }
}
