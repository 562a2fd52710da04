import Procurement

extension Edit {
  /// What it changes, in words: `L3 supplier: BT → CSC`.
  var words: String {
    switch self {
    case .set(line: let id, from: _, to: let new):
      "\(id) \(FormField(of: new).title): \(changedFields.first?.values ?? "no change")"
    case .insert(let line, at: let place): "+ \(line.id) \(line.service), as line \(place + 1)"
    case .remove(let line, at: let place): "- \(line.id) \(line.service), was line \(place + 1)"
    case .move(line: let id, from: let old, to: let new):
      "\(id) moved from \(old + 1) to \(new + 1)"
    case .fund(at: _, from: let old, to: let new): words(of: "fund", old?.id, new?.id)
    case .group(at: _, from: let old, to: let new): words(of: "group", old?.id, new?.id)
    case .header: changesInWords
    }
  }

  private func words(of noun: String, _ old: String?, _ new: String?) -> String {
    switch (old, new) {
    case (nil, let new?): "+ \(noun) \(new)"
    case (let old?, nil): "- \(noun) \(old)"
    case (let old?, _): "\(noun) \(old): \(changesInWords)"
    case (nil, nil): noun
    }
  }

  private var changesInWords: String {
    changedFields.map { "\($0.name): \($0.values)" }.joined(separator: "; ")
  }
}
