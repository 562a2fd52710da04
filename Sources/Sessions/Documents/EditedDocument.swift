public import Documents
public import Procurement
import Workbench

/// A plan document that a command reads, changes and writes back.
public struct EditedDocument {
  /// The plan as it was read.
  public let plan: Plan
  private var file: PlanFile?

  /// Reads a document.
  public init(_ name: String, for programme: Programme) throws(SessionError) {
    let contents: FileContents
    do throws(FileError) { contents = try readInput(name) } catch {
      throw .unreadable(name: name, error)
    }
    do throws(FaultList) { plan = try readPlan(contents.bytes, for: programme).plan } catch {
      throw .faultyPlan(name: name, error)
    }
    file = PlanFile(name, read: contents)
  }

  /// Writes a plan over the document, in its form, if it is still what was read. One with comments is
  /// refused unless they may be dropped.
  public mutating func write(_ plan: Plan, droppingComments: Bool) throws(FileError) {
    // Standard input and pipes cannot be written back.
    guard file != nil else { throw .notRegular }
    var write = DocumentWrite.known
    if droppingComments { write.consents = [.comments] }
    try file?.write(plan, over: write, stored: nil, isPlan: { _ in true })
  }
}
