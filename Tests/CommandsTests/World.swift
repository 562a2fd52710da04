import Documents
import Foundation

@testable import Commands

/// A world for commands: the plans of this folder under their own names, and `-` is the sample.
enum World {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let surroundings = Surroundings(
    read: { name in read(name) },
    openTable: { name in
      do throws(FileError) { return .success(try TableSource(opening: path(name))) } catch {
        return .failure(error)
      }
    },
    entries: { name in
      do throws(FileError) { return .success(try readFolder(path(name))) } catch {
        return .failure(error)
      }
    })

  /// Where something below the folder of plans is.
  private static func path(_ name: String) -> String {
    folder.appending(path: "Plans").appending(path: name).path
  }

  static func read(_ name: String) -> Result<[UInt8], Failure> {
    let file = folder.appending(path: "Plans").appending(path: name == "-" ? "sample.yaml" : name)
    guard !name.isEmpty, let data = try? Data(contentsOf: file) else {
      return .failure(.unreadable(name: name, .notFound))
    }
    return .success(Array(data))
  }

  /// The outcome of a call with these arguments, written as one would type them.
  static func outcome(_ arguments: String, in surroundings: Surroundings = surroundings) -> Outcome
  {
    Calloff.outcome(of: arguments.split(separator: " ").map(String.init), in: surroundings)
  }
}
