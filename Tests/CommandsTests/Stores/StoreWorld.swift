import Documents
import Foundation
import Procurement
import Sessions
import Stores
import Testing
import Validation
import Workbench

@testable import Commands

/// An environment with a store of its own, which is removed with it.
final class StoreWorld {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  let store: any PlanStore
  let index: ProgrammeIndex

  init() throws {
    index = ProgrammeIndex(try Programme.builtIn())
    store = try OpenStore(
      StoreLocation(path: path), creation: .whenNeeded, joining: false
    ).store
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Commands that use the store.
  var surroundings: CommandEnvironment {
    var world = World.surroundings
    world.environment = { [path] in $0 == "CALLOFF_STORE" ? path : nil }
    world.openStore = { location, creation in
      Result { () throws(SessionError) in
        try OpenStore(location, creation: creation, joining: false)
      }.forCommand()
    }
    return world
  }

  /// Adds a plan of this folder to the store.
  @discardableResult
  func add(_ name: String) throws -> StoredPlan {
    let plan = try readPlan(World.read(name).get(), for: index.programme).plan
    return try store.create(plan, Assessment(plan, against: index).summary, for: nil)
  }

  func outcome(_ arguments: String) -> Outcome {
    World.outcome(arguments, in: surroundings)
  }
}
