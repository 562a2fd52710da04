import Documents
import Stores
import Text

/// Documents by name, each file once, even where several names lead to it: it was named twice, or
/// through a link.
public struct DistinctDocuments: Sendable {
  /// The documents, each by the first name that led to it, and why others cannot be read.
  public private(set) var documents: [Result<String, FaultyFile>] = []
  /// The names of each file to which more than one leads, the first name first.
  private(set) var sameFiles: [[String]] = []

  /// How many files are named on standard error; the rest are counted.
  private static let mostNamed = 20
  /// How many names of one file are listed.
  private static let mostNames = 8

  /// The documents of a list, whose files are looked up by name.
  public init(_ all: [Result<String, FaultyFile>], in files: FileAccess) {
    var places: [Origin: Int] = [:]
    var names: [[String]] = []
    var refused: Set<FaultyFile> = []
    for document in all {
      switch document {
      case .failure(let faulty):
        if refused.insert(faulty).inserted { documents.append(document) }
      case .success(let name):
        guard name != "-", let file = Origin(of: name, in: files) else {
          documents.append(document)
          continue
        }
        if let place = places[file] {
          names[place].append(name)
        } else {
          places[file] = names.count
          names.append([name])
          documents.append(document)
        }
      }
    }
    sameFiles = names.filter { $0.count > 1 }
  }

  /// What a name leads to.
  private enum Origin: Hashable {
    case file(FileIdentity)
    case stored(PlanNumber, step: Int)

    init?(of name: String, in files: FileAccess) {
      if let file = files.identity(name) {
        self = .file(file)
      } else if case .success(let stored) = files.storedPlan(name) {
        self = .stored(stored.number, step: stored.head)
      } else {
        return nil
      }
    }
  }

  /// A sentence for each file that has several names.
  var remarks: [String] {
    sameFiles.map { names in
      let others = Set(names.dropFirst()).subtracting(names.prefix(1)).sorted()
      if others.isEmpty {
        return "\(quoted(names[0])) is named \(names.count) times; counted once"
      }
      let known = listed(names.prefix(1) + others.prefix(DistinctDocuments.mostNames - 1))
      let more = others.count + 1 - DistinctDocuments.mostNames
      return known + (more > 0 ? " and \(more) more" : "")
        + " are the same plan; counted once"
    }
  }

  /// The same for standard error.
  public var standardError: String {
    let remarks = remarks
    let more = remarks.count - DistinctDocuments.mostNamed
    let closing = more > 0 ? ["\(more) more files have several names; each is counted once"] : []
    return (remarks.prefix(DistinctDocuments.mostNamed) + closing)
      .map { VisibleText.safe("calloff: \($0)") + "\n" }.joined()
  }
}
