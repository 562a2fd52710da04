// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target.
let settings: [SwiftSetting] = [
  // Warnings that are left in are soon ignored.
  .treatAllWarnings(as: .error),
  // Imports are internal unless they say otherwise: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A file can use a member only if it imports the member's module: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  // `any` marks every existential: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
]

/// The commit that `--version` names. `make build` sets it; other builds have none.
let commit = (Context.environment["CALLOFF_COMMIT"] ?? "").filter { $0.isHexDigit || $0 == "+" }

let package = Package(
  name: "calloff",
  products: [
    .executable(name: "calloff", targets: ["calloff"]),
    // What the benchmarks measure, without a terminal.
    .library(name: "CalloffEngine", targets: ["Procurement", "Documents", "Validation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Text as values: which characters are visible and safe to show, JSON, hashes, plurals.
    .target(name: "Text", swiftSettings: settings),
    .target(name: "Procurement", dependencies: ["Text"], swiftSettings: settings),
    // Work on many values, on all cores.
    .target(name: "Parallel", swiftSettings: settings),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    // Finds commas and line breaks in a table, sixteen bytes at a time.
    .target(name: "CScanning"),
    .target(
      name: "Documents",
      dependencies: ["CScanning", "CYAML", "Parallel", "Procurement", "Text"],
      resources: [.embedInCode("npfit.yaml")],
      swiftSettings: settings),
    .target(
      name: "Validation", dependencies: ["Parallel", "Procurement", "Text"],
      swiftSettings: settings),
    .target(name: "Stores", dependencies: ["Procurement"], swiftSettings: settings),
    // Hashes of the steps of a journal.
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    // What stores in relational databases have in common: rows, journals, and most requests.
    .target(
      name: "RelationalStores", dependencies: ["CSodium", "Procurement", "Stores", "Text"],
      swiftSettings: settings),
    // The part of SQLite that Swift cannot call, and which files SQLite may open beside a store.
    .target(name: "CSQLite"),
    .target(
      name: "SQLiteStores",
      dependencies: [
        "CSQLite", "Procurement", "RelationalStores", "Stores", "Text",
        .product(name: "GRDB", package: "GRDB.swift"),
        // Statements are read without GRDB, which ends a string at its first NUL.
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    // PostgreSQL's client library, loaded when it is needed.
    .target(name: "CPostgreSQL"),
    .target(
      name: "PostgreSQLStores",
      dependencies: ["CPostgreSQL", "Procurement", "RelationalStores", "Stores", "Text"],
      resources: [.embedInCode("Migrations/V1.sql"), .embedInCode("Migrations/rights.sql")],
      swiftSettings: settings),
    // Linux calls for waiting that Swift's Glibc lacks.
    .target(name: "CLinux"),
    // Which sessions use a store, found by files that are locked while a session runs.
    .target(name: "Presence", dependencies: ["CLinux", "Text"], swiftSettings: settings),
    // Zip archives, and XML piece by piece: the parts of a spreadsheet file.
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    // Spreadsheet files as sheets of cells.
    .target(
      name: "Spreadsheets",
      dependencies: ["CExpat", "CMinizip", "Parallel", "Procurement", "Text"],
      swiftSettings: settings),
    // Rows of any table as lines of a plan.
    .target(
      name: "Imports",
      dependencies: ["Documents", "Procurement", "Spreadsheets", "Text"],
      swiftSettings: settings),
    // What directors read: the board paper and the spreadsheet of a plan.
    .target(
      name: "Reports",
      dependencies: [
        "Procurement", "Spreadsheets", "Text", "Validation",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Templates/html.mustache"), .embedInCode("Templates/html-block.mustache"),
        .embedInCode("Templates/style.css"), .embedInCode("Templates/markdown.mustache"),
        .embedInCode("Templates/markdown-block.mustache"),
      ],
      swiftSettings: settings),
    // What other programs read: tables of data, and releases of open contracting data.
    .target(
      name: "Exports", dependencies: ["Parallel", "Procurement", "Text", "Validation"],
      swiftSettings: settings),
    .target(name: "Canvas", dependencies: ["Text"], swiftSettings: settings),
    .target(
      name: "Themes",
      dependencies: ["Canvas", "Documents"],
      path: "Themes",
      resources: [
        .embedInCode("default.yaml"), .embedInCode("dark.yaml"), .embedInCode("light.yaml"),
        .embedInCode("high-contrast.yaml"), .embedInCode("colour-blind.yaml"),
        .embedInCode("monochrome.yaml"),
      ],
      swiftSettings: settings),
    .target(name: "Interaction", dependencies: ["Canvas"], swiftSettings: settings),
    .target(name: "CNcurses"),
    .target(
      name: "Curses",
      dependencies: ["CNcurses", "Canvas", "Interaction", "Text", "Themes"],
      swiftSettings: settings),
    .target(
      name: "Workbench",
      dependencies: [
        "Procurement", "Validation", "Stores", "Imports", "Canvas", "Interaction", "Text",
      ],
      swiftSettings: settings),
    .target(
      name: "Plain",
      dependencies: ["Procurement", "Validation", "Text", "Workbench"],
      swiftSettings: settings),
    // From which commit the program was built; only this is compiled again for another one.
    .target(
      name: "CRelease", cSettings: [.define("CALLOFF_COMMIT", to: "\"\(commit)\"")]),
    // A session around the workbench: its effects, the store, and how plans are opened.
    .target(
      name: "Sessions",
      dependencies: [
        "CRelease", "Parallel", "Procurement", "Documents", "Validation", "Stores",
        "RelationalStores", "SQLiteStores", "Presence", "Spreadsheets", "Imports", "Reports",
        "Canvas", "Interaction", "Workbench", "Plain", "Text",
      ],
      swiftSettings: settings),
    .target(
      name: "Commands",
      dependencies: [
        "Parallel", "Procurement", "Documents", "Validation", "Stores", "RelationalStores",
        "SQLiteStores", "Presence", "Spreadsheets", "Imports", "Reports", "Exports", "Canvas",
        "Interaction", "Themes", "Curses", "Workbench", "Sessions", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "calloff", dependencies: ["Commands"], swiftSettings: settings),
    .testTarget(
      name: "TextTests", dependencies: ["SeededRandom", "CTerminalTesting", "Text"],
      exclude: ["widths.py"], swiftSettings: settings),
    .testTarget(
      name: "SpreadsheetsTests",
      dependencies: ["SeededRandom", "Spreadsheets", "CMinizip", "Procurement", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "ProcurementTests", dependencies: ["SeededRandom", "Procurement", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "ImportsTests",
      dependencies: [
        "PlanGenerators", "SeededRandom", "Documents", "Imports", "Procurement", "Reports",
        "Spreadsheets", "Text", "Validation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "PlanGenerators", "SeededRandom", "Procurement", "Documents", "Text", "Validation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExportsTests",
      dependencies: [
        "PlanGenerators", "Documents", "Exports", "Procurement", "Text", "Validation",
      ],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["SeededRandom", "Documents", "Procurement", "Text"],
      exclude: ["Programmes/framework.yaml"],
      swiftSettings: settings),
    // The same tests run on every kind of store.
    .testTarget(
      name: "StoresTests",
      dependencies: [
        "MemoryStores", "PlanGenerators", "SeededRandom", "RandomSteps", "Stores",
        "RelationalStores", "SQLiteStores", "PostgreSQLStores", "Presence", "Procurement",
        "TerminalTesting", "Text", "StoreWorker",
        // Databases as others may make them are made without our own code.
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      exclude: ["Versions", "PostgreSQL/server.sh"],
      swiftSettings: settings),
    // A store in memory.
    .target(
      name: "MemoryStores", dependencies: ["Procurement", "Stores"], path: "Tests/MemoryStores",
      swiftSettings: settings),
    // Random steps of work at a plan.
    .target(
      name: "RandomSteps", dependencies: ["SeededRandom", "Procurement", "Stores", "Text"],
      path: "Tests/RandomSteps", swiftSettings: settings),
    // A session without a terminal, which tests kill.
    .executableTarget(
      name: "StoreWorker",
      dependencies: [
        "RandomSteps", "RelationalStores", "SQLiteStores", "Stores", "Presence", "Procurement",
      ],
      path: "Tests/StoreWorker",
      swiftSettings: settings),
    .testTarget(
      name: "PresenceTests", dependencies: ["Presence", "TerminalTesting", "DisplayDemo"],
      swiftSettings: settings),
    .testTarget(
      name: "CanvasTests", dependencies: ["SeededRandom", "Canvas", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "InteractionTests",
      dependencies: ["Interaction", "Canvas"],
      swiftSettings: settings),
    // Reproducible random numbers for property tests.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
    // Random plans and edits, for tests of validation, stores and the workbench.
    .target(
      name: "PlanGenerators", dependencies: ["SeededRandom", "Procurement"],
      path: "Tests/PlanGenerators", swiftSettings: settings),
    // A terminal emulator as a library: tests use it to read the screen of a program in a pty.
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CTerminalTesting", path: "Tests/CTerminalTesting"),
    .target(
      name: "TerminalTesting",
      dependencies: ["CVTerm", "CTerminalTesting"],
      path: "Tests/TerminalTesting",
      swiftSettings: settings),
    .executableTarget(
      name: "DisplayDemo",
      dependencies: ["Canvas", "Interaction", "Curses", "Presence", "Themes"],
      path: "Tests/DisplayDemo",
      swiftSettings: settings),
    // Draws the pictures in docs from the running program.
    .executableTarget(
      name: "Pictures",
      dependencies: ["TerminalTesting"],
      path: "Tests/Pictures",
      swiftSettings: settings),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "Procurement", "Documents", "Exports", "Validation", "Workbench", "TerminalTesting",
        "Pictures", "calloff",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CursesTests",
      dependencies: [
        "SeededRandom", "Curses", "Interaction", "Canvas", "TerminalTesting", "DisplayDemo",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "MemoryStores", "PlanGenerators", "SeededRandom", "Imports", "Workbench", "Sessions",
        "Procurement", "Documents", "Validation", "Stores", "Reports", "Canvas", "Interaction",
        "Text",
      ],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "PlainTests",
      dependencies: [
        "SeededRandom", "Plain", "Workbench", "Procurement", "Documents", "Validation", "Canvas",
      ],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["TerminalTesting", "Canvas", "Interaction", "Workbench", "calloff"],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "PlanGenerators", "SeededRandom", "Documents", "Procurement", "Reports", "Text",
        "Validation",
      ],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbookTests",
      dependencies: [
        "PlanGenerators", "SeededRandom", "Documents", "Procurement", "Reports", "Spreadsheets",
        "Text", "Validation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ThemesTests",
      dependencies: ["Themes", "Canvas", "Documents"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "MemoryStores", "PlanGenerators", "TerminalTesting", "SeededRandom", "Commands", "Canvas",
        "Curses", "Documents", "Exports", "Interaction", "Procurement", "RelationalStores",
        "SQLiteStores", "Sessions",
        "Stores", "Text", "Themes", "Validation", "Workbench", "calloff",
      ],
      exclude: ["Golden", "Plans"],
      swiftSettings: settings),
  ]
)
