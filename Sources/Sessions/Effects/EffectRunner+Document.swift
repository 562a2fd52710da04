import Documents
import Procurement
import Stores
import Validation
import Workbench

/// Writing the plan to its document.
extension EffectRunner {
  mutating func write(_ plan: Plan, over write: DocumentWrite) -> EffectOutcome {
    if isReadOnly {
      return .failed("not written: the plan is open read-only; open it without `--read-only`")
    }
    guard var file else { return .failed("the plan has no document; write it to a new file") }
    let stored = session?.document.map { FileVersion(size: $0.size, hash: $0.hash) }
    do throws(FileError) {
      try file.write(plan, over: write, stored: stored, isPlan: isPlan)
    } catch {
      switch error {
      case .hasComments: return .needsConsent(.comments, write)
      case .protected: return .needsConsent(.protected, write)
      default: return outcome(of: error, writing: plan, file.name)
      }
    }
    self.file = file
    noteWritten(file)
    return .written(name: file.name)
  }

  mutating func writeNew(_ plan: Plan, to name: String) -> EffectOutcome {
    do throws(FileError) {
      let new = try PlanFile.create(name, plan, as: newForm)
      file = new
      noteWritten(new)
      return .written(name: name)
    } catch {
      return .failed(error.message(for: name))
    }
  }

  /// Writes a copy to a new document, or over the last copy of this session if that is as it was
  /// written.
  mutating func writeCopy(_ plan: Plan, to name: String) -> EffectOutcome {
    do throws(FileError) {
      if var last = copy, last.name == name {
        try last.write(plan, over: .known, stored: nil, isPlan: isPlan)
        copy = last
      } else {
        copy = try PlanFile.create(name, plan, as: newForm)
      }
      return .copied(name: name)
    } catch {
      return .failed(error.message(for: name))
    }
  }

  /// The form of a new document whose name asks for none: that of the plan's own.
  private var newForm: DocumentForm { file?.form ?? .yaml }

  private mutating func noteWritten(_ file: PlanFile) {
    session?.wrote(to: file.path, size: file.size, hash: file.hash)
    store?.notifyOthers()
  }

  private func isPlan(_ bytes: [UInt8]) -> Bool {
    (try? readPlan(bytes, for: index.programme)) != nil
  }

  private mutating func outcome(
    of error: FileError, writing plan: Plan, _ name: String
  ) -> EffectOutcome {
    switch error {
    case .changedOnDisk: changedOnDisk(plan)
    case .notReplaceable, .isLink, .notRegular, .isDirectory:
      .documentNotPlan(error.message(for: name))
    default: .failed(error.message(for: name))
    }
  }

  /// How the document differs from what it was when it was read or written last.
  private mutating func changedOnDisk(_ plan: Plan) -> EffectOutcome {
    guard var file else { return .documentMissing }
    let contents: FileContents
    do throws(FileError) { contents = try file.readAgain() } catch {
      return error == .notFound ? .documentMissing : .documentNotPlan(error.message(for: file.name))
    }
    guard let link = DocumentLink(file.path, contents),
      let theirs = try? readPlan(contents.bytes, for: index.programme).plan,
      let changed = session == nil
        ? ChangedDocument(theirs: theirs, base: nil) : try? session?.changed(theirs, plan)
    else { return .documentNotPlan(FileError.notReplaceable.message(for: file.name)) }
    self.file = file
    session?.found(link)
    return .documentChanged(changed)
  }
}
