// swift-tools-version: 6.1
// The layer table: what each folder under Sources may import. `make layers` scans the imports against it.
import PackageDescription

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// Target, and what it may import. Arrows only point up this list.
let layers: [(name: String, imports: [String])] = [
    ("Source", ["CMalloc"]),
    ("Privacy", ["Source"]),
    ("Document", []),
    ("Help", ["Source"]),
    ("Yaml", ["Source", "CYaml"]),
    ("Syntax", ["Source"]),
    ("Model", ["Source", "Syntax", "Privacy"]),
    ("Law", ["Source", "Syntax", "Model"]),
    ("Plan", ["Source", "Privacy", "Model", "Law", "CCrypto"]),
    ("Evidence", ["Source", "Privacy", "Plan", "Document"]),
    ("Engine", ["Source", "Privacy", "Plan", "Evidence", "CSQLite", "CXGBoost"]),
    ("Interchange", ["Source", "Yaml", "Privacy", "Syntax", "Model", "Plan"]),
    ("Checker", ["Source", "Yaml", "Interchange", "Syntax", "Model", "Law", "Plan", "Document"]),
    ("Editor", ["Source", "Syntax", "Model", "Law", "Plan", "Checker"]),
    ("Server", ["Source", "Checker", "Editor"]),
]

/// System libraries: target, pkg-config name, Debian package. One without a pkg-config name says itself what to link.
let libraries: [(name: String, pkgConfig: String?, debian: String)] = [
    ("CCrypto", nil, "libssl-dev"),
    ("CSQLite", "sqlite3", "libsqlite3-dev"),
    ("CXGBoost", "xgboost", "libxgboost-dev"),
    ("CYaml", "yaml-0.1", "libyaml-dev"),
]

/// Tests that compare with golden files, or mark findings in texts, do it by TestKit; those of Plan compile specifications.
let testKit = ["Model": ["TestKit"], "Plan": ["TestKit", "Checker"], "Interchange": ["TestKit", "Checker"], "Checker": ["TestKit", "Trial"]]
/// Inputs that are nearly right, and what must hold of them: for tests, the developer's program and the fuzzer.
let trial = ["Source", "Syntax", "Checker"]
let golden: Set = ["Model", "Plan", "Interchange", "Checker", "Evidence"]

func dependencies(_ names: [String]) -> [Target.Dependency] { names.map { .init(stringLiteral: $0) } }

let package = Package(
    name: "Lagrum",
    products: [
        .executable(name: "lagrum", targets: ["lagrum"]),
        .executable(name: "lagrum-engine", targets: ["lagrum-engine"]),
    ],
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
    targets: [.systemLibrary(name: "CMalloc")] + libraries.map {
        .systemLibrary(name: $0.name, pkgConfig: $0.pkgConfig, providers: [.apt([$0.debian])])
    } + layers.map {
        .target(name: $0.name, dependencies: dependencies($0.imports), exclude: $0.name == "Law" ? ["Packs"] : [])
    } + layers.map {
        .testTarget(
            name: $0.name + "Tests", dependencies: dependencies([$0.name] + $0.imports + testKit[$0.name, default: []]),
            exclude: golden.contains($0.name) ? ["Golden"] : [])
    } + [
        .target(name: "TestKit", path: "Tests/TestKit"),
        .target(name: "Trial", dependencies: dependencies(trial), path: "Tests/Trial"),
        .executableTarget(
            name: "lagrum",
            dependencies: dependencies(["Source", "Help", "Yaml", "Syntax", "Model", "Law", "Plan", "Interchange", "Checker", "Server"]) + [argumentParser],
            // Starts in half the time, and needs no Swift where it runs.
            linkerSettings: [.unsafeFlags(["-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections"])]),
        .executableTarget(
            name: "lagrum-engine",
            dependencies: dependencies(["Source", "Help", "Plan", "Evidence", "Engine"]) + [argumentParser]),
        .executableTarget(
            name: "lagrum-docs", dependencies: dependencies(["Source", "Document", "Help", "Syntax", "Model", "Law", "Checker"])),
        .executableTarget(
            name: "lagrum-bench",
            dependencies: dependencies(["Source", "Syntax", "Privacy", "Plan", "Engine", "Law", "Model", "Checker", "Trial"]) + [argumentParser], exclude: ["compare_check.py", "compare_mst.py", "FIGURES.md"]),
        // Drives the programs as processes: `swift build` makes them beside the tests.
        .testTarget(name: "DocsTests", dependencies: dependencies(["TestKit", "Source", "Model", "Law", "Checker"])),
        .testTarget(name: "CommandTests", dependencies: ["TestKit"], exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)

// What later layers ask of these in their inner loops is put in its place there.
for target in package.targets where ["Source", "Syntax", "Model", "Law"].contains(target.name) {
    target.swiftSettings = [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]
}

// `make fuzz` alone, in a build folder of its own: libFuzzer and the address sanitizer see into every layer.
if Context.environment["LAGRUM_FUZZ"] != nil {
    let sanitizers = ["-sanitize=fuzzer,address"]
    for target in package.targets where target.type == .regular { target.swiftSettings = [.unsafeFlags(sanitizers)] }
    package.targets.append(
        .executableTarget(
            name: "lagrum-fuzz", dependencies: dependencies(["Trial"]), swiftSettings: [.unsafeFlags(sanitizers)],
            linkerSettings: [.unsafeFlags(sanitizers + ["-use-ld=lld"])]))
}
