import ArgumentParser
import Documents
import Procurement
import Sessions
import Stores
import Text

/// `calloff trusts`: the register of trusts.
struct TrustsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "trusts", abstract: "Read a register of trusts, or find trusts in it.",
    subcommands: [FindTrustsCommand.self, ImportTrustsCommand.self],
    defaultSubcommand: FindTrustsCommand.self)

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome { Outcome() }
}

/// `calloff trusts import FILE…`: replaces the register of trusts in the store.
struct ImportTrustsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read a register of trusts into the store.",
    discussion: """
      The files are lists that the NHS Organisation Data Service publishes, of 24 or 27 columns: \
      one of NHS trusts, and others of primary care trusts and care trusts. Together they replace \
      the register in the store.
      """)

  @Argument(help: "The files of the register.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "A file of corrections and additions to the register.",
      valueName: "file"),
    completion: .file())
  var overrides: String?

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let clusters = try shared.programme(in: surroundings).clusters
    let overrides = try readOverrides(clusters, surroundings)
    let read = try files.map { name throws(Failure) in
      TrustsFile(name: name, bytes: try surroundings.read(name).get())
    }
    let document: TrustsDocument
    do throws(FaultyTrustsFile) {
      document = try readTrusts(read, clusters: clusters, overrides: overrides)
    } catch {
      throw .faultyTrusts(name: error.name, error.faults)
    }
    let open = try surroundings.openStore(stores.location(in: surroundings), .whenNeeded).get()
    try open.asking { () throws(StoreError) in try open.store.replaceTrusts(document.trusts) }
    return Outcome(
      data: report(document, clusters).safeLines,
      standardError: document.unused.map { fault in
        VisibleText.safe("\(self.overrides ?? ""):\(fault.place): \(fault.message)") + "\n"
      }.joined())
  }

  private func readOverrides(
    _ clusters: [Cluster], _ surroundings: CommandEnvironment
  ) throws(Failure) -> TrustOverrides {
    guard let name = overrides else { return .none }
    let bytes = try surroundings.read(name).get()
    do throws(FaultList) {
      return try readTrustOverrides(bytes, clusters: clusters.map(\.id))
    } catch {
      throw .faultyTrusts(name: name, error)
    }
  }

  private func report(_ document: TrustsDocument, _ clusters: [Cluster]) -> String {
    let trusts = document.trusts.reduce(into: [:]) { $0[$1.cluster, default: 0] += 1 }
    let counts = clusters.map { "\($0.name): \(trusts[$0.id] ?? 0)\n" }
    let kinds = Dictionary(grouping: document.trusts, by: \.kind)
    let parts = [nil, Trust.Kind.primaryCare, .care].compactMap { kind in
      kinds[kind].map { "\($0.count) \(kind?.rawValue ?? "other") trusts" }
    }
    return counts.joined() + "in all: \(document.trusts.count)"
      + (kinds.count > 1 ? ": \(series(parts, "and"))" : "") + "\n"
      + document.leftOut.map { $0.message + "\n" }.joined()
  }
}

/// `calloff trusts [TEXT]`: finds trusts in the register.
struct FindTrustsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find trusts in the register by a few letters.")

  @Argument(help: "A code, or parts of a name.")
  var text: [String] = []

  @OptionGroup var stores: StoreOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let location = stores.location(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(location, .never).get()
    let all = try open.asking { () throws(StoreError) in try open.store.trusts() }
    let found = RegisteredTrust.trusts(matching: text.joined(separator: " "), among: all)
    let rows = found.map { trust in
      let state = trust.closed.map { ", closed \($0)" } ?? ""
      return "\(trust.code)  \(trust.name), \(trust.cluster)\(state)\n"
    }
    let standardError =
      all.isEmpty
      ? "calloff: there is no register yet; `calloff trusts import FILE` reads one\n"
      : found.isEmpty ? "calloff: no trust found; type less\n" : ""
    return Outcome(data: rows.joined().safeLines, standardError: standardError)
  }
}

extension String {
  /// Its lines, each made safe for a terminal.
  var safeLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.safe(String($0)) }.joined(separator: "\n")
  }
}
