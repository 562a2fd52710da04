// swift-tools-version: 6.2
import PackageDescription

/// The settings of the program itself.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

// A package of its own, so that who builds calloff needs nothing of what measures it.
let package = Package(
  name: "Benchmarks",
  // The oldest system whose language has what the measuring package needs; Linux is not asked.
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "calloff", path: "../.."),
    // Counting allocations needs a library beside it, which is left out.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // Portfolios of any size, made up from a seed.
    .target(name: "PortfolioGenerator", swiftSettings: settings),
    .executableTarget(
      name: "generate-portfolio", dependencies: ["PortfolioGenerator"], swiftSettings: settings),
    // calloff's engine, for the comparison with others.
    .executableTarget(
      name: "calloff-contestant",
      dependencies: [.product(name: "CalloffEngine", package: "calloff")],
      swiftSettings: settings),
    // `swift package benchmark` runs it.
    .executableTarget(
      name: "Portfolios",
      dependencies: [
        "PortfolioGenerator", .product(name: "CalloffEngine", package: "calloff"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Portfolios",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
