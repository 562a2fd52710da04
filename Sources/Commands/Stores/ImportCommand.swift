import ArgumentParser
import Documents
import Procurement
import Stores
import Validation
import Workbench

/// `calloff import PLAN.yaml…`: takes plan documents into the store.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take plan documents into the store.",
    discussion: """
      Each becomes a new plan of the store; the documents stay as they are. `-` is standard input.
      """)

  @Argument(help: "Plan documents.", completion: .file())
  var files: [String]

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    // All are read before any is taken in: a faulty one changes nothing.
    var plans: [(name: String, plan: Plan)] = []
    for file in files {
      let bytes = try surroundings.read(file).get()
      do throws(FaultList) {
        plans.append((file, try readPlan(bytes, for: index.programme).plan))
      } catch {
        throw .faultyPlan(name: file, error)
      }
    }
    let open = try surroundings.openStore(stores.wish(in: surroundings), .whenNeeded).get()
    var data = ""
    for (name, plan) in plans {
      let summary = Assessment(plan, against: index).summary
      let stored = try open.asking { () throws(StoreError) in
        try open.store.create(plan, summary, for: nil)
      }
      open.ring()
      data += "plan \(stored.number): \(quoted(plan.header.title)) from \(quoted(name))\n"
    }
    return Outcome(data: data.safeLines, talk: open.warning)
  }
}
