internal import Procurement

extension Reading where Value == String {
  /// A code or id; `noun` is what messages call it.
  static func code(_ kind: CodeKind, _ noun: String) -> Reading {
    optionalCode(kind, noun).checked { code, name in
      code.isEmpty ? "\(quoted(name)) is empty; add a value" : nil
    }
  }

  /// The same, or a blank text.
  static func optionalCode(
    _ kind: CodeKind, _ noun: String,
    _ read: @escaping (CodeKind) -> (String) throws(CodeKind.Fault) -> String = CodeKind.code
  ) -> Reading {
    Reading { node, name, faults in
      guard let text = Reading.text.value(of: node, called: name, faults: faults) else {
        return nil
      }
      do throws(CodeKind.Fault) { return try read(kind)(text) } catch {
        faults.add(error.words(kind.noun(noun), quoted(text)), at: node.place)
        return nil
      }
    }
  }

  /// The code of a trust; blanks at its ends are ignored.
  static var trustCode: Reading {
    optionalCode(.trust, "trust", CodeKind.typed).checked { code, name in
      code.isEmpty ? "\(quoted(name)) is empty; add a value" : nil
    }
  }
}
