import Documents
import Glibc
import Procurement
import Workbench

/// A plan document that does not exist yet, by the name that the user gives it.
public enum NewDocument {
  /// Whether a plan document may be created under a name.
  public static func isName(_ name: String) -> Bool { DocumentForm(fileName: name) != nil }

  /// The name with the user's home folder for `~/`, as no shell expands a name that is typed into
  /// the program.
  static func expanded(_ name: String) -> String {
    guard name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
    return String(cString: home) + name.dropFirst()
  }
}

extension EffectRunner {
  /// Creates a document with a plan and opens it; an existing file is not replaced.
  mutating func create(_ plan: Plan, name: String) -> EffectOutcome {
    do throws(FileError) { _ = try PlanFile.create(name, plan, as: .yaml) } catch {
      return .failed(error.message(for: name))
    }
    do throws(SessionError) {
      guard let start = try open(.document(name)) else {
        return .failed("\(quoted(name)) is created; open it again")
      }
      return .created(start)
    } catch {
      return .failed(error.firstLine)
    }
  }
}
