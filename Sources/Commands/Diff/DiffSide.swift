import Documents
import Procurement
import Sessions
import Stores
import Validation
import Workbench

/// One of the two plans that are compared.
struct DiffSide: Sendable {
  /// Its name on the command line.
  let name: String
  /// The plan and what the rules say about it.
  let assessment: Assessment

  /// Reads and checks two plans by name. Each is a document or, if there is none of that name, a
  /// plan in the store or a version of it.
  ///
  /// The null device is an empty plan with the trust and the years of the other one.
  static func read(
    _ names: (before: String, after: String), from store: StoreLocation,
    against index: ProgrammeIndex,
    in surroundings: CommandEnvironment
  ) -> (before: Result<DiffSide, Failure>, after: Result<DiffSide, Failure>) {
    func plan(_ name: String) -> Result<Plan?, Failure> {
      do throws(Failure) {
        return .success(try DiffSide.plan(name, from: store, index.programme, surroundings))
      } catch {
        return .failure(error)
      }
    }
    func side(
      _ name: String, _ own: Result<Plan?, Failure>, _ other: Result<Plan?, Failure>
    ) -> Result<DiffSide, Failure> {
      own.map { own in
        let header = (try? other.get())?.header ?? Plan.blank(in: index.programme).header
        let plan = own ?? Plan(header: header)
        return DiffSide(name: name, assessment: Assessment(plan, against: index))
      }
    }
    let (before, after) = (plan(names.before), plan(names.after))
    return (side(names.before, before, after), side(names.after, after, before))
  }

  /// The plan with a name; nil for the null device.
  private static func plan(
    _ name: String, from store: StoreLocation, _ programme: Programme,
    _ surroundings: CommandEnvironment
  ) throws(Failure) -> Plan? {
    if name == "/dev/null" { return nil }
    do throws(SessionError) {
      return try surroundings.files(with: store).document(name, for: programme).plan
    } catch { throw .session(error) }
  }
}
