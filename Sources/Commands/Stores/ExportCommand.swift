import ArgumentParser
import Documents
import Procurement
import Sessions
import Stores

/// `calloff export PLAN`: writes a plan of the store as a document.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a plan of the store as a document.")

  @Argument(help: "The plan: its number, title or trust; `PLAN@VERSION` for a named version.")
  var plan: String

  @OptionGroup var stores: StoreOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let location = stores.location(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(location, .never).get()
    let stored = try open.storedPlan(called: plan)
    // A plan whose document is JSON is written as JSON.
    let form = stored.document.flatMap(PlanFile.init)?.form ?? .yaml
    return Outcome(data: String(decoding: Documents.write(stored.plan, as: form), as: UTF8.self))
  }
}
