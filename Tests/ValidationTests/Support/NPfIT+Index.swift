import PlanGenerators
import Documents
import Procurement
import Validation

extension NPfIT {
  private static let reading = Result { ProgrammeIndex(try Programme.builtIn()) }

  /// The programme as it is built in, made ready once for all tests.
  static var index: ProgrammeIndex {
    get throws { try reading.get() }
  }
}
