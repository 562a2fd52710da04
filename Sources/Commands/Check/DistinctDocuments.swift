import Documents
import Text

/// Documents by name, each file once even if it has several names: because it is named twice, or
/// through a link.
struct DistinctDocuments: Sendable {
  /// The documents, each under its first name, and errors for those that cannot be read.
  private(set) var documents: [Result<String, FaultyFile>] = []
  /// All names of each file that has several, in order.
  private(set) var sameFiles: [[String]] = []

  /// How many files are listed on standard error; the rest are counted.
  private static let mostListed = 20
  /// How many names are listed for one file.
  private static let mostNames = 8

  /// The distinct documents of a list.
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
        + " are the same file; counted once"
    }
  }

  /// The same for standard error.
  var talk: String {
    let remarks = remarks
    let more = remarks.count - DistinctDocuments.mostListed
    let closing = more > 0 ? ["\(more) more files have several names; each is counted once"] : []
    return (remarks.prefix(DistinctDocuments.mostListed) + closing)
      .map { VisibleText.safe("calloff: \($0)") + "\n" }.joined()
  }
}
