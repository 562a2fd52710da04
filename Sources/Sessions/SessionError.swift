public import Documents
import Procurement
public import Stores
import Text

/// Why a session, a plan or a store cannot be opened.
public enum SessionError: Error, Hashable, Sendable {
  /// A file cannot be opened or read.
  case unreadable(name: String, FileError)
  /// A document is not a plan.
  case faultyPlan(name: String, FaultList)
  /// A request to the store failed.
  case store(path: String, StoreError)
  /// The path of the store is not given, and the environment lacks a default.
  case noStorePlace
  /// The store has no plan of that name; the title that is nearest.
  case noPlan(String, near: String?)
  /// Several plans of the store have that name; their numbers.
  case severalPlans(String, numbers: [Int])
  /// The plan does not have a version with that name; its versions, and its number of steps.
  case noVersion(String, plan: Int, known: [String], steps: Int)
  /// Several versions of the plan match that name; their names.
  case severalVersions(String, names: [String])
}

extension SessionError {
  /// What is wrong and what to do, without saying in which file.
  public var message: String {
    switch self {
    case .unreadable(let name, let error): error.message(for: name)
    case .faultyPlan: "not a valid plan; fix the errors listed"
    case .store(let path, let error): error.message(for: path)
    case .noStorePlace:
      "cannot tell where the store is; set `HOME`, or give its path with `--store`"
    case .noPlan(let name, let near):
      "the store has no plan \(quoted(name)); "
        + (near.map { "did you mean \(quoted($0))?" } ?? "`calloff` lists its plans")
    case .severalPlans(let name, let numbers):
      "several plans are called \(quoted(name)); use a number instead: "
        + numbers.map(String.init).joined(separator: ", ")
    case .noVersion(let name, let plan, let known, let steps):
      "plan \(plan) has no version \(quoted(name)); "
        + (known.isEmpty ? "it has no named versions" : "its versions are \(listed(known))")
        + (steps > 0 ? "; or give a step's number, 1 to \(steps)" : "")
    case .severalVersions(let name, let names):
      "\(quoted(name)) matches several versions: \(listed(names)); write more of the name"
    }
  }

  /// What standard error says, with a line break after each line.
  public var standardError: String {
    switch self {
    case .unreadable(let name, _):
      FaultList(Fault(place: .start, message: message)).text(in: name)
    case .faultyPlan(let name, let list): list.text(in: name)
    case .store, .noStorePlace, .noPlan, .severalPlans, .noVersion, .severalVersions:
      VisibleText.safe("calloff: \(message)") + "\n"
    }
  }

  /// The first line of that.
  var firstLine: String {
    standardError.split(separator: "\n").first.map(String.init) ?? message
  }
}
