// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  // A C library's module must not leak out of its wrapper: imports are internal unless said to be public.
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A Swift module of ours under Sources/.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a module, under Tests/.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "l10n",
  products: [
    .executable(name: "l10n", targets: ["l10n"]),
    .library(name: "Localization", targets: ["Localization"]),
  ],
  targets: [
    // C libraries, each behind one Swift module that hides its pointers.
    .systemLibrary(name: "ICULibrary", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CICU", dependencies: ["ICULibrary"]),
    .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    module("ICU", ["CICU"]),
    module("XML", ["Units", "CExpat", "ICU"]),
    module("YAML", ["CYAML"]),
    module("Markdown", ["CMd4c"]),
    module("SQLite", ["CSQLite"]),

    // The way of the data: article → segments → XLIFF → translations → checks → localized article.
    module("Units"),
    module("JSON"),
    .target(name: "LocaleData"),
    module("Locales", ["Units", "YAML", "LocaleData"]),
    module("Articles", ["Units", "Locales", "Markdown", "YAML", "JSON"]),
    module("Segmentation", ["Units", "Locales", "ICU", "YAML", "XML"]),
    module("Terminology", ["Units", "Locales", "YAML", "XML"]),
    module("XLIFF", ["Units", "XML"]),
    module("Memory", ["Units", "XML", "SQLite"]),
    module("Checks", ["Units", "Locales", "YAML", "XML", "Terminology", "JSON"]),
    module(
      "Localization",
      [
        "Units", "Locales", "Articles", "Segmentation", "Terminology", "XLIFF", "Memory", "Checks", "XML", "YAML",
        "JSON",
      ]),

    // The tool.
    module("CommandLineInterface"),
    .executableTarget(
      name: "l10n",
      dependencies: ["CommandLineInterface", "Localization", "Checks", "Units"],
      swiftSettings: settings),
    .target(name: "Measuring", path: "Benchmarks/Measuring", swiftSettings: settings),
    .executableTarget(
      name: "matching", dependencies: ["Locales", "Measuring", "Terminology", "Units"], path: "Benchmarks/Matching",
      swiftSettings: settings),
    .executableTarget(
      name: "remembering", dependencies: ["Measuring", "Memory", "Units"], path: "Benchmarks/Remembering",
      swiftSettings: settings),
    .executableTarget(
      name: "segmenting", dependencies: ["Localization", "Measuring", "Segmentation", "ICU", "Locales", "Units"],
      path: "Benchmarks/Segmenting", swiftSettings: settings),

    // What tests share: folders of their own, the built tool, the fixtures.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("UnitsTests", ["Units"]),
    tests("XMLTests", ["XML"]),
    tests("XLIFFTests", ["XLIFF", "XML", "Units"]),
    tests("ArticlesTests", ["Articles", "Locales", "Units", "Markdown", "TestSupport"]),
    tests(
      "LocalizationTests",
      [
        "Localization", "Articles", "Checks", "Locales", "Markdown", "Segmentation", "Terminology", "XLIFF", "Units",
        "TestSupport",
      ]),
    tests("AcceptanceTests", ["l10n", "TestSupport"]),
    tests("SegmentationTests", ["Segmentation", "ICU", "Locales", "Units", "JSON", "TestSupport"]),
    tests("MemoryTests", ["Memory", "SQLite", "Units", "XML", "TestSupport"]),
    tests("JSONTests", ["JSON"]),
    tests("CommandLineInterfaceTests", ["CommandLineInterface"]),
    tests("ChecksTests", ["Checks", "Terminology", "Locales", "Units", "JSON"]),
    tests("TerminologyTests", ["Terminology", "Locales", "Units", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
