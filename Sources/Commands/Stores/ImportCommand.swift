import ArgumentParser
import Documents
import Procurement
import Sessions
import Stores
import Validation
import Workbench

/// `calloff import PLAN.yaml…`: adds plan documents to the store.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add plan documents to the store.",
    discussion: """
      Each becomes a new plan of the store; the documents stay as they are. `-` is standard input.
      """)

  @Argument(help: "Plan documents.", completion: .file())
  var files: [String]

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    // All are read before any is added: if one is faulty, nothing changes.
    var plans: [(name: String, plan: Plan)] = []
    for file in files {
      let bytes = try surroundings.read(file).get()
      do throws(FaultList) {
        plans.append((file, try readPlan(bytes, for: index.programme).plan))
      } catch {
        throw .session(.faultyPlan(name: file, error))
      }
    }
    let open = try surroundings.openStore(stores.location(in: surroundings), .whenNeeded).get()
    var data = ""
    for (name, plan) in plans {
      let summary = Assessment(plan, against: index).summary
      let stored = try open.asking { () throws(StoreError) in
        try open.store.create(plan, summary, for: nil)
      }
      open.notifyOthers()
      data += "plan \(stored.number): \(quoted(plan.header.title)) from \(quoted(name))\n"
    }
    return Outcome(data: data.safeLines, standardError: open.warning)
  }
}
