import Sessions
import Testing

@testable import Commands

@Suite("The exit status of check")
struct ExitStatusTests {
  @Test func `a plan without findings exits with 0, also with --strict`() {
    #expect(World.outcome("check sound.yaml --strict").exitStatus == .fine)
  }

  @Test func `warnings count with --strict`() {
    #expect(World.outcome("check warned.yaml").exitStatus == .fine)
    #expect(World.outcome("check warned.yaml --strict").exitStatus == .findings)
  }

  @Test func `notes never count`() {
    #expect(World.outcome("check - --strict").data.contains("note["))
    let outcome = World.outcome("check warned.yaml")
    #expect(outcome.data.contains("note[C103]"))
    #expect(outcome.exitStatus == .fine)
  }

  @Test func `an error counts`() {
    #expect(World.outcome("check sample.yaml").exitStatus == .findings)
  }

  @Test(
    "the worst document decides",
    arguments: [
      ("sound.yaml sample.yaml sound.yaml", Commands.ExitStatus.findings),
      ("faulty.yaml sample.yaml sound.yaml", .unreadable),
      ("sample.yaml missing.yaml", .unreadable),
      ("sound.yaml warned.yaml", .fine),
    ])
  func worst(files: String, exitStatus: Commands.ExitStatus) {
    for format in ["text", "json", "sarif"] {
      #expect(World.outcome("check \(files) --format \(format)").exitStatus == exitStatus)
    }
  }

  @Test func `documents after an unreadable one are checked`() {
    let data = World.outcome("check missing.yaml sample.yaml").data
    #expect(data.contains("sample.yaml:23:5: error[F101] unfunded-spend:"))
    #expect(data.hasSuffix("; could not read missing.yaml\n"))
  }

  @Test func `errors of documents go to standard error, findings to standard output`() {
    let outcome = World.outcome("check faulty.yaml sample.yaml")
    #expect(outcome.standardError.split(separator: "\n").count == 5)
    #expect(outcome.standardError.hasPrefix("faulty.yaml:3:"))
    #expect(!outcome.data.contains("faulty.yaml:"))
    #expect(World.outcome("check faulty.yaml --format json").standardError.isEmpty)
  }

  @Test func `standard input is read only once`() {
    #expect(World.outcome("check -").data.contains("-:23:5: error[F101]"))
    let twice = World.outcome("check - -")
    #expect(twice.exitStatus == .unreadable)
    #expect(twice.standardError.contains("give `-` once"))
  }

  @Test func `sums beyond the largest supported total are left out`() {
    let most = """
      calloff: 1
      title: Dear
      trust: {code: RXX, name: Sample, kind: acute, cluster: london}
      years: [2004-05]
      lines:
        - id: L1
          service: core.maternity
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 92233720368547758.07}}
      """
    let surroundings = CommandEnvironment(files: FileAccess { _ in .success(Array(most.utf8)) })
    let one = World.outcome("check a", in: surroundings)
    #expect(one.data.contains("cost £92,233,720,368,547,758.07, programme £92"))
    let two = World.outcome("check a b", in: surroundings)
    #expect(two.data.hasSuffix("0 errors, 1 warning, 4 notes in 2 plans\n"))
  }
}
