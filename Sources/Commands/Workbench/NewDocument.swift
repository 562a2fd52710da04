import Documents
import Glibc
import Procurement
import Workbench

/// A plan document that does not exist yet, by the name that the user gives it.
enum NewDocument {
  /// Whether a name is one that a plan document may be created under.
  static func isName(_ name: String) -> Bool { DocumentForm(fileName: name) != nil }

  /// The name with the user's home folder for `~/`, which no shell has expanded where it is typed into
  /// the program.
  static func expanded(_ name: String) -> String {
    guard name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
    return String(cString: home) + name.dropFirst()
  }
}

extension Desk {
  /// Creates a document with a plan and opens it; an existing file is not replaced.
  mutating func create(_ plan: Plan, name: String) -> EffectOutcome {
    do throws(FileError) { _ = try PlanFile.create(name, plan, as: .yaml) } catch {
      return .failed(error.message(for: name))
    }
    switch open(.document(name), nil) {
    case .began(let plan): return .created(plan)
    case .failed(let words): return .failed(words)
    case nil, .progress, .loaded: return .failed("\(quoted(name)) is created; open it again")
    }
  }
}
