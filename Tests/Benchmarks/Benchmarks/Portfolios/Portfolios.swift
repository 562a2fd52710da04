import Benchmark
import Documents
import Glibc
import PortfolioGenerator
import Procurement
import Validation

/// Measurements of the engine on a portfolio of 100,000 lines: time and memory for reading,
/// checking and editing it. The portfolio is generated for each run.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1,
    maxDuration: .seconds(10))

  Benchmark("Make up") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try Tables(lines: 100_000)) }
  }

  Benchmark("Read") { benchmark in
    let (tables, index) = (try Tables(lines: 100_000), try programme())
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try tables.read(for: index)) }
  }

  Benchmark("Judge") { benchmark in
    let index = try programme()
    let portfolio = try Tables(lines: 100_000).read(for: index)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(PortfolioAssessment(portfolio, against: index))
    }
  }

  Benchmark("Edit", configuration: .init(scalingFactor: .kilo)) { benchmark in
    let index = try programme()
    var assessment = PortfolioAssessment(
      try Tables(lines: 100_000).read(for: index), against: index)
    benchmark.startMeasurement()
    for number in benchmark.scaledIterations {
      // Change the supplier of every hundred and first line, in all plans in turn.
      let plan = number % (assessment?.planCount ?? 1)
      let place = number * 101 % (assessment?.lineCount(ofPlan: plan) ?? 1)
      let value = LineValue.supplier(["bt", "csc", "Acme Health"][number % 3])
      assessment?.apply(
        .set(line: "L\(place + 1)", from: value, to: value), toPlan: plan, near: place)
    }
  }

  let edits: [(name: String, edit: @Sendable (inout FundedPlan, Int) -> Money)] = [
    ("another amount", { $0.changeAmount($1) }), ("other funds", { $0.changeFunds($1) }),
    ("another order of funds", { $0.turnFunds($1) }),
  ]
  for (name, edit) in edits {
    Benchmark(
      "Edit a plan of 1,000 lines, \(name)", configuration: .init(scalingFactor: .kilo)
    ) { benchmark in
      var plan = FundedPlan(lines: 1_000, against: try programme())
      benchmark.startMeasurement()
      for number in benchmark.scaledIterations { blackHole(edit(&plan, number)) }
    }
  }

  Benchmark("Judge a plan of 1,000 lines") { benchmark in
    let index = try programme()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(FundedPlan(lines: 1_000, against: index)) }
  }
}

/// The indexed programme.
private func programme() throws -> ProgrammeIndex { ProgrammeIndex(try Programme.builtIn()) }

/// The tables of a portfolio, as files that are removed with this value.
private final class Tables {
  private let folder: String

  init(lines: Int) throws {
    var template = Array("/tmp/calloff-portfolio-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    try PortfolioGenerator.Portfolio.write(lines: lines, seed: 1, into: folder)
  }

  deinit {
    for name in ["lines.csv", "funds.csv"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Reads both tables.
  func read(for index: ProgrammeIndex) throws -> Procurement.Portfolio {
    let funds = "\(folder)/funds.csv"
    return try readPortfolio(
      lines: TableSource(opening: "\(folder)/lines.csv"),
      funds: (name: funds, bytes: readFile(funds).bytes), for: index.programme
    ).portfolio
  }
}
