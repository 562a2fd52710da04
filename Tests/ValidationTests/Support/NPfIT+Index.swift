import PlanGenerators
import Documents
import Procurement
import Validation

extension NPfIT {
  private static let reading = Result { ProgrammeIndex(try Programme.builtIn()) }

  /// The index of the built-in programme, shared by all tests.
  static var index: ProgrammeIndex {
    get throws { try reading.get() }
  }
}
