/// Features of YAML nodes that our documents may not use.
enum Decoration {
  case anchor(String)
  case alias(String)
  case tag(String)

  var message: String {
    switch self {
    case .anchor(let name): "anchors such as \(quoted("&" + name)) are not supported; remove it"
    case .alias(let name):
      "references such as \(quoted("*" + name)) are not supported; write the value itself"
    case .tag(let name): "tags such as \(quoted(name)) are not supported; remove it"
    }
  }
}
