// swift-tools-version: 6.2
import PackageDescription

/// The settings of the program itself.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

// A separate package, so that building calloff does not need the benchmark's dependencies.
let package = Package(
  name: "Benchmarks",
  // The oldest macOS that the benchmark package supports; Linux is not affected.
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "calloff", path: "../.."),
    // Counting allocations would need another library.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // Generates portfolios of any size from a seed.
    .target(name: "PortfolioGenerator", swiftSettings: settings),
    .executableTarget(
      name: "generate-portfolio", dependencies: ["PortfolioGenerator"], swiftSettings: settings),
    // calloff's engine as a contestant of `compare.py`.
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
