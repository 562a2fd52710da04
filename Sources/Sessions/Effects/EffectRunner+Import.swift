import Documents
import Imports
import Procurement
import Workbench

/// Reading folders and files for the workbench to import.
extension EffectRunner {
  /// The spreadsheets and tables of a folder, and its folders.
  func list(folder path: String) -> EffectOutcome {
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try readFolder(NewDocument.expanded(path)).filter {
        $0.hasUTF8Name && !$0.name.hasPrefix(".")
      }
    } catch { return .failed(error.message(for: path)) }
    func names(_ isWanted: (FolderEntry) -> Bool) -> [String] {
      entries.filter(isWanted).map(\.name).sorted()
    }
    return .folder(
      ImportFolder(
        path: path, folders: names { $0.kind == .folder || $0.kind == .linkToFolder },
        files: names {
          $0.kind == .file && ImportFile.endings.contains(ImportFile.ending(of: $0.name))
        }))
  }

  /// The tables of a file; a folder of that name is listed.
  func readImport(_ name: String) -> EffectOutcome {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(NewDocument.expanded(name), limit: EffectRunner.largestImport).bytes
    } catch {
      return error == .isDirectory ? list(folder: name) : .failed(error.message(for: name))
    }
    do throws(ImportFile.Fault) {
      return .imported(try ImportFile(bytes, named: name))
    } catch { return .failed("\(name): \(error.message)") }
  }

  /// The most bytes of a file that is imported.
  private static let largestImport = 128 << 20
}
