// swift-tools-version:6.2
import PackageDescription

/// Warnings end the build where `make check` asks for it, and nowhere else: a newer compiler must not break a newcomer.
let strict = Context.environment["BENCHFOLIO_STRICT"] == "1"

let settings: [SwiftSetting] = strict ? [.treatAllWarnings(as: .error)] : []

/// On Linux simdjson stands where compilers look, and its pkg-config file only brings a flag that the package manager refuses aloud.
#if os(macOS)
    let simdjsonConfiguration: String? = "simdjson"
#else
    let simdjsonConfiguration: String? = nil
#endif

/// For `make fuzz` the harnesses are a program, which only links with a fuzzer's own main function; for everybody else they are tests, so that
/// they never fall behind the code.
let fuzzing = Context.environment["BENCHFOLIO_FUZZ"] == "1"

let notSwift = ["fuzz", "growth.py", "leak-suppressions", "thread-suppressions"]
let harnesses: Target =
    fuzzing
    ? .executableTarget(
        name: "benchfolio-fuzz", dependencies: ["Archive", "Markdown", "Reports", "Site"], path: "Tests/Fuzz",
        exclude: notSwift + ["HarnessTests.swift"], swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    : .testTarget(
        name: "FuzzHarnesses", dependencies: ["Archive", "Markdown", "Reports", "Site"], path: "Tests/Fuzz", exclude: notSwift,
        swiftSettings: settings)

/// The targets stand in the order of the data flow; each may import what stands in its list and nothing else.
let package = Package(
    name: "benchfolio",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "benchfolio", targets: ["benchfolio"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CMark", path: "Sources/System/CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CXXHash", path: "Sources/System/CXXHash", pkgConfig: "libxxhash",
            providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
        .systemLibrary(
            name: "SimdJSONLibrary", path: "Sources/System/SimdJSONLibrary", pkgConfig: simdjsonConfiguration,
            providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
        .systemLibrary(name: "CAllocator", path: "Sources/System/CAllocator"),
        .target(
            name: "CSimdJSON", dependencies: ["SimdJSONLibrary"], path: "Sources/System/CSimdJSON",
            linkerSettings: [.linkedLibrary("simdjson")]),

        .target(
            name: "Archive",
            dependencies: ["CSimdJSON", "CXXHash", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: settings),
        .target(name: "Statistics", swiftSettings: settings),
        .target(name: "Comparisons", dependencies: ["Archive", "Statistics"], swiftSettings: settings),
        .target(name: "Markdown", dependencies: ["CMark"], swiftSettings: settings),
        .target(name: "Reports", dependencies: ["Archive", "Comparisons", "Markdown"], swiftSettings: settings),
        .target(
            name: "Site",
            dependencies: [
                "Archive", "Comparisons", "Markdown", "Reports",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings),
        .target(name: "Generator", swiftSettings: settings),
        .executableTarget(
            name: "benchfolio",
            dependencies: [
                "Archive", "CAllocator", "Comparisons", "Markdown", "Reports", "Site", "Generator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "benchfolio-floor",
            dependencies: [
                "Archive", "Comparisons", "CSimdJSON", "Markdown", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Floor", swiftSettings: settings),
        .executableTarget(
            name: "benchfolio-numbers", dependencies: ["Reports", "Site"], path: "Tests/Numbers", exclude: ["check.py"],
            swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive", "CXXHash", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ComparisonsTests", dependencies: ["Archive", "Comparisons", "Statistics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ReportsTests", dependencies: ["Archive", "Comparisons", "Markdown", "Reports", "Statistics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Archive", "Comparisons", "Markdown", "Reports", "Site", "Statistics", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "GeneratorTests", dependencies: ["Generator", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "ToolTests", dependencies: ["TestSupport", "benchfolio"], swiftSettings: settings),
        harnesses,
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
