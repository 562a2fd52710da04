import Documents
import Procurement
import Sessions
import Testing

@testable import Commands

@Suite("Usage")
struct UsageTests {
  @Test(
    "wrong usage exits with 2 and is reported on standard error",
    arguments: [
      "check", "check sample.yaml --format xml", "check --loud sample.yaml", "explain S999",
      "explain S101 S102", "catalogue --category cores", "catalogue --format sarif",
      "plan.yaml other.yaml", "check sample.yaml --programme missing.yaml",
      "check sample.yaml --programme sample.yaml", "diff sample.yaml", "diff - -", "--bogus",
      "check sample.yaml --format csv", "check many --format sarif", "check many --funds a.csv",
      "summary", "summary a.csv b.csv", "summary many --funds a.csv", "summary - -",
      "check a.csv b.csv", "check a.csv --report findings", "check - --format-in csv --funds -",
    ])
  func misuse(arguments: String) {
    let outcome = World.outcome(arguments)
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.data.isEmpty)
    #expect(!outcome.standardError.isEmpty)
  }

  @Test(
    "help goes to standard output",
    arguments: ["--help", "-h", "help", "check --help", "help explain", "catalogue -h"])
  func help(arguments: String) {
    let outcome = World.outcome(arguments)
    #expect(outcome.exitStatus == .fine)
    #expect(outcome.data.contains("USAGE: calloff"))
    #expect(outcome.standardError.isEmpty)
  }

  @Test func `the version names the commit if there is one, the programme and SQLite`() throws {
    let outcome = World.outcome("--version")
    let commit = Release.commit.isEmpty ? "" : "commit \(Release.commit), "
    #expect(
      outcome
        == Outcome(
          data: "\(Release.version) (\(commit)programme npfit, SQLite \(Release.library))\n"))
    #expect(Release.library.hasPrefix("3."))
    #expect(try Programme.builtIn().id == Release.programme)
  }

  @Test func `help is about the command that was named`() {
    #expect(World.outcome("check --help").data.contains("--strict"))
    #expect(World.outcome("help check").data == World.outcome("check --help").data)
  }

  @Test(
    "a word that is not a subcommand is a plan for the workbench",
    arguments: [
      ("", nil), ("plan.yaml", "plan.yaml"), ("./check", "./check"), ("workbench", nil),
      ("workbench check", "check"), ("-- -plan.yaml", "-plan.yaml"),
    ])
  func workbench(arguments: String, plan: String?) {
    var surroundings = World.surroundings
    surroundings.openWorkbench = { request, _ in
      .success(Outcome(standardError: request.plan ?? "the plans"))
    }
    let outcome = World.outcome(arguments, in: surroundings)
    #expect(outcome == Outcome(standardError: plan ?? "the plans"))
  }

  @Test(
    "plain mode is chosen by option or by environment",
    arguments: [
      ("--plain plan.yaml", false), ("plan.yaml --plain", false),
      ("workbench --plain plan.yaml", false), ("plan.yaml", true),
    ])
  func dialogue(arguments: String, isAccessible: Bool) {
    var surroundings = World.surroundings
    surroundings.isAccessible = isAccessible
    surroundings.openDialogue = { request in
      .success(Outcome(standardError: request.plan ?? "the plans"))
    }
    #expect(World.outcome(arguments, in: surroundings) == Outcome(standardError: "plan.yaml"))
  }

  @Test func `an unknown option is not taken for a mistyped command`() {
    let outcome = World.outcome("--plain plan.yaml --no-stroe")
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.contains("Unknown option '--no-stroe'"))
  }

  @Test(arguments: [
    ("chekc", "no command `chekc`; did you mean `check`?"),
    ("explian S101", "no command `explian`; did you mean `explain`?"),
    ("store creat x", "no command `creat`; did you mean `create`?"),
    ("help chekc", "no command `chekc`; did you mean `check`?"),
    ("histroy", "no file, plan or command `histroy`; `calloff --help` lists the commands"),
    ("7", "no file, plan or command `7`; `calloff --help` lists the commands"),
    (
      "new.yaml",
      "`new.yaml` does not exist; open it in a terminal, or with `--plain`, to create it"
    ),
  ])
  func `a mistyped command is answered with a suggestion`(
    arguments: String, words: String
  ) {
    var surroundings = World.surroundings
    surroundings.openWorkbench = { request, _ in
      .failure(.session(.unreadable(name: request.plan ?? "", .notFound)))
    }
    let outcome = World.outcome(arguments, in: surroundings)
    #expect(outcome == Outcome(standardError: "calloff: \(words)\n", exitStatus: .unreadable))
  }

  @Test(arguments: [
    ("--store s export 1", "`export` is a command", "run `calloff export --store s 1`"),
    (
      "--store=s import a.yaml b.yaml", "`import` is",
      "run `calloff import --store=s a.yaml b.yaml`"
    ),
    ("store --store s check", "`store check` is", "run `calloff store check --store s`"),
    ("--plain export 1", "`export` is", "`calloff export --help` lists them"),
    ("--store s export", "`export` is", "`calloff export --help` lists them"),
    ("--store s check sample.yaml", "`check` is", "run `calloff check --store s sample.yaml`"),
  ])
  func `a command after its options is answered with the right order`(
    arguments: String, reason: String, advice: String
  ) {
    var surroundings = World.surroundings
    surroundings.openWorkbench = { request, _ in
      .failure(.session(.unreadable(name: request.plan ?? "", .notFound)))
    }
    let outcome = World.outcome(arguments, in: surroundings)
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("calloff: \(reason)"), "\(outcome.standardError)")
    #expect(outcome.standardError.hasSuffix("\(advice)\n"), "\(outcome.standardError)")
  }

  @Test func `a mistyped option is answered with a suggestion`() {
    #expect(World.outcome("--plian plan.yaml").standardError.contains("Did you mean '--plain'?"))
  }

  @Test func `the help page says what each option of the workbench does`() {
    let page = World.outcome("--help").data
    let workbench = World.outcome("workbench --help").data
    let options = workbench.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(options.count > 20 && options.allSatisfy(page.contains))
    #expect(page.contains("--plain   ") && page.contains("--read-only   "))
  }

  @Test func `a workbench that cannot open is a failure`() {
    let outcome = World.outcome("plan.yaml")
    #expect(outcome.exitStatus == .failure)
    #expect(outcome.standardError.hasPrefix("calloff: there is no terminal"))
  }

  @Test func `--programme can come before or after the command`() {
    for arguments in [
      "--programme missing.yaml check sample.yaml", "check --programme missing.yaml sample.yaml",
      "explain --programme missing.yaml S101", "catalogue --programme missing.yaml",
      "--programme missing.yaml", "--programme missing.yaml plan.yaml",
    ] {
      #expect(World.outcome(arguments).standardError.hasPrefix("missing.yaml:1:1: "))
    }
  }

  @Test func `arguments cannot control the terminal`() {
    let hostile = ["check", "--\u{1B}[31m\u{9B}", "sample.yaml"]
    let standardError = Calloff.outcome(of: hostile, in: World.surroundings).standardError
    #expect(
      standardError.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && $0.value < 0x7F
          || $0.value >= 0xA0
      })
    #expect(standardError.contains("␛"))
  }

  @Test(
    "an unknown code is answered with similar ones",
    arguments: [
      ("S112", "`S101`, `S102`"), ("p1", "`P101`"), ("exclusive-suply-breach", "`S101`?"),
      ("banana", "lists all codes"), ("", "lists all codes"),
    ])
  func unknownCode(word: String, expected: String) {
    let outcome = Calloff.outcome(of: ["explain", word], in: World.surroundings)
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.contains(expected))
  }
}
