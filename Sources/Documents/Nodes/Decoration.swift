/// What YAML lets a node carry and documents of ours may not have.
enum Decoration {
  case anchor(String)
  case alias(String)
  case tag(String)

  var message: String {
    switch self {
    case .anchor(let name): "anchors such as \(quoted("&" + name)) are not read; remove it"
    case .alias(let name):
      "references such as \(quoted("*" + name)) are not read; write the value itself"
    case .tag(let name): "tags such as \(quoted(name)) are not read; remove it"
    }
  }
}
