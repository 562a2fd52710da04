import Documents
import Text

/// Documents by name, each file once, though it may have been reached by several names: named twice,
/// or through a link.
struct DistinctDocuments: Sendable {
  /// The documents, each by the name by which it was reached first, and why others cannot be read.
  private(set) var documents: [Result<String, FaultyFile>] = []
  /// The names of each file that was reached more than once, the first one first.
  private(set) var sameFiles: [[String]] = []

  /// How many files are named on standard error; the rest is counted.
  private static let mostTold = 20
  /// How many names of one file are.
  private static let mostNames = 8

  /// The documents of a list, whose files are looked up by name.
  init(_ all: [Result<String, FaultyFile>], in surroundings: Surroundings) {
    var places: [FileIdentity: Int] = [:]
    var names: [[String]] = []
    var refused: Set<FaultyFile> = []
    for document in all {
      switch document {
      case .failure(let faulty):
        if refused.insert(faulty).inserted { documents.append(document) }
      case .success(let name):
        guard name != "-", let file = surroundings.identity(name) else {
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

  /// What there is to say of files that were reached more than once, a sentence for each.
  var remarks: [String] {
    sameFiles.map { names in
      let others = Set(names.dropFirst()).subtracting(names.prefix(1)).sorted()
      if others.isEmpty {
        return "\(quoted(names[0])) is named \(names.count) times; it is counted once"
      }
      let known = listed(names.prefix(1) + others.prefix(DistinctDocuments.mostNames - 1))
      let more = others.count + 1 - DistinctDocuments.mostNames
      return known + (more > 0 ? " and \(more) more" : "")
        + " are the same file; it is counted once"
    }
  }

  /// The same for standard error.
  var talk: String {
    let remarks = remarks
    let more = remarks.count - DistinctDocuments.mostTold
    let closing = more > 0 ? ["\(more) more files were reached by several names"] : []
    return (remarks.prefix(DistinctDocuments.mostTold) + closing)
      .map { VisibleText.safe("calloff: \($0)") + "\n" }.joined()
  }
}
