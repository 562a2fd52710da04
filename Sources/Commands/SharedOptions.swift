import ArgumentParser
import Documents
import Procurement
import Validation

/// The options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A programme file to use instead of the built-in one.", valueName: "file"),
    completion: .file())
  var programme: String?

  /// The programme that the caller named, or the one that is built in.
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

  /// The same, made ready for judging.
  func index(in surroundings: CommandEnvironment) throws(Failure) -> ProgrammeIndex {
    ProgrammeIndex(try programme(in: surroundings))
  }
}
