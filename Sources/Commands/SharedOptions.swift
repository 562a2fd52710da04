import ArgumentParser
import Documents
import Procurement
import Validation

/// The options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Use this programme file instead of the built-in one.", valueName: "file"),
    completion: .file())
  var programme: String?

  /// The programme given with `--programme`, or the built-in one.
  func programme(in surroundings: CommandEnvironment) throws(Failure) -> Programme {
    guard let name = programme else {
      do throws(FaultList) { return try Programme.builtIn() } catch {
        throw .faultyProgramme(name: "npfit.yaml", error)
      }
    }
    let bytes = try surroundings.read(name).get()
    do throws(FaultList) { return try Programme.read(bytes) } catch {
      throw .faultyProgramme(name: name, error)
    }
  }

  /// The same programme, indexed for checking plans.
  func index(in surroundings: CommandEnvironment) throws(Failure) -> ProgrammeIndex {
    ProgrammeIndex(try programme(in: surroundings))
  }
}
