import Documents
import Procurement
import Validation

/// One of the two plans that are compared.
struct DiffSide: Sendable {
  /// The name that the caller called it by.
  let name: String
  /// The plan, judged.
  let assessment: Assessment

  /// Reads and judges the plan that a name stands for: a document, or where there is none of that
  /// name a plan of the store, or a version of it.
  static func read(
    _ name: String, from store: StoreWish, against index: ProgrammeIndex,
    in surroundings: Surroundings
  ) -> Result<DiffSide, Failure> {
    do throws(Failure) {
      let plan = try plan(name, from: store, index.programme, surroundings)
      return .success(DiffSide(name: name, assessment: Assessment(plan, against: index)))
    } catch {
      return .failure(error)
    }
  }

  private static func plan(
    _ name: String, from store: StoreWish, _ programme: Programme, _ surroundings: Surroundings
  ) throws(Failure) -> Plan {
    let bytes: [UInt8]
    do throws(Failure) { bytes = try surroundings.read(name).get() } catch {
      guard case .unreadable(_, .notFound) = error,
        case .success(let open) = surroundings.openStore(store, false)
      else { throw error }
      return try open.plan(called: name)
    }
    do throws(FaultList) { return try readPlan(bytes, for: programme).plan } catch {
      throw .faultyPlan(name: name, error)
    }
  }
}
