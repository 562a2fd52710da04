import Documents
import Interaction
import Procurement
import Workbench

/// The world of a workbench: the plan's document, and what is kept beside it when a session breaks.
struct Desk {
  /// The document's path; nil while the plan has none.
  private(set) var path: String?
  private var version: FileVersion?
  /// Where work without a document is kept.
  private let home: String?

  /// A desk with the document that was read.
  init(path: String?, version: FileVersion?, home: String?) {
    self.path = path
    self.version = version
    self.home = home
  }

  /// Performs an effect of the workbench.
  mutating func perform(_ effect: Effect) -> Step<EffectOutcome> {
    switch effect {
    case .write(let plan, let overwriting):
      guard let path else { return .nothing }
      return .outcome(write(plan, to: path, expecting: version, force: overwriting))
    case .writeNew(let plan, let name):
      return .outcome(write(plan, to: name, expecting: nil, force: false))
    case .keep(let plan): keep(plan)
    case .forgetKept: forgetKept()
    case .copy(let text): return .copy(text)
    case .wear: return .nothing
    case .suspend: return .suspend
    case .redraw: return .repaint
    case .finish: return .finish
    }
    return .nothing
  }

  private mutating func write(
    _ plan: Plan, to name: String, expecting old: FileVersion?, force: Bool
  ) -> EffectOutcome {
    do throws(FileError) {
      version = try writeFile(name, Documents.write(plan), expecting: old, force: force)
    } catch {
      return error == .changedOnDisk && old != nil
        ? .changedOnDisk : .failed(error.message(for: name))
    }
    forgetKept()
    path = name
    return .written(name: name)
  }

  // MARK: Unwritten work

  /// Where unwritten work may be kept: beside the document, or at home where that is not allowed.
  private var keepingPlaces: [String] {
    let parts = (path ?? "untitled").split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let file = ".\(parts.last ?? "untitled").kept"
    return [folder + file] + (home.map { ["\($0)/\(file)"] } ?? [])
  }

  private func keep(_ plan: Plan) {
    for place in keepingPlaces {
      do throws(FileError) {
        _ = try writeFile(place, Documents.write(plan), expecting: nil, force: true)
        return
      } catch { continue }
    }
  }

  private func forgetKept() {
    for place in keepingPlaces { removeFile(place) }
  }

  /// What an earlier session left unwritten.
  func kept(for programme: Programme) -> Plan? {
    for place in keepingPlaces {
      if let bytes = try? readFile(place).bytes,
        let document = try? readPlan(bytes, for: programme)
      {
        return document.plan
      }
    }
    return nil
  }
}
