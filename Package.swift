// swift-tools-version: 6.2
import PackageDescription

/// Off for sanitizers, which need the dynamic C library: `IMGDS_DYNAMIC=1 swift build …`.
let isStatic = Context.environment["IMGDS_DYNAMIC"] == nil

let swiftSettings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let cSettings: [CSetting] = [
  .unsafeFlags(["-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror"])
]

/// The one binary that ships starts in a millisecond because nothing is left to load, or to look for:
/// Swift's runtime finds no program for crashes (CSystem.h).
let staticLinking: [LinkerSetting] =
  isStatic
  ? [
    .unsafeFlags(
      [
        "-static-executable", "-use-ld=lld", "-Xlinker", "--no-warnings",
        "-Xlinker", "--defsym=swift_copyAuxiliaryExecutablePath=imgds_no_program",
      ],
      .when(platforms: [.linux], configuration: .release))
  ] : []

/// A module of the house and the modules below it.
func room(_ name: String, on below: [Target.Dependency] = [], _ settings: [SwiftSetting] = [])
  -> Target
{
  .target(name: name, dependencies: below, swiftSettings: swiftSettings + settings)
}

/// For arithmetic that is a hundred times slower as debug builds have it, too slow for tests.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The tests of one module.
func tests(of name: String, with others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestKit"] + others,
    swiftSettings: swiftSettings)
}

let package = Package(
  name: "imgds",
  products: [.executable(name: "imgds", targets: ["imgds"])],
  targets: [
    .target(
      name: "CImageCodecs", cSettings: cSettings,
      linkerSettings: [
        .linkedLibrary("png16"), .linkedLibrary("jpeg"), .linkedLibrary("z"), .linkedLibrary("m"),
      ]),
    .target(name: "CDigest", cSettings: cSettings, linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CArithmetic", cSettings: cSettings),
    .target(name: "CSystem", cSettings: cSettings),
    room("ByteText"),
    room("System", on: ["ByteText", "CSystem"]),
    room("ImageCodec", on: ["CImageCodecs"]),
    room("ImageAnalysis", on: ["CArithmetic", "ImageCodec"], optimised),
    room("ArchiveFormats", on: ["ByteText", "CDigest"]),
    room(
      "ImageDataset",
      on: ["ArchiveFormats", "ByteText", "CDigest", "ImageAnalysis", "ImageCodec", "System"]),
    room("CommandGrammar", on: ["ByteText"]),
    .executableTarget(
      name: "imgds",
      dependencies: [
        "ByteText", "CommandGrammar", "ImageAnalysis", "ImageCodec", "ImageDataset", "System",
      ],
      swiftSettings: swiftSettings, linkerSettings: staticLinking),

    .target(
      name: "TestKit", dependencies: ["ByteText"], path: "Tests/TestKit",
      swiftSettings: swiftSettings),
    tests(of: "ByteText"),
    tests(of: "System", with: ["ByteText"]),
    tests(of: "ImageCodec", with: ["ByteText"]),
    tests(of: "ImageAnalysis", with: ["ByteText", "CArithmetic", "ImageCodec"]),
    tests(of: "ArchiveFormats", with: ["ByteText", "CDigest"]),
    tests(
      of: "ImageDataset",
      with: ["ArchiveFormats", "ByteText", "ImageAnalysis", "ImageCodec", "System"]),
    tests(of: "CommandGrammar", with: ["ByteText"]),
    tests(of: "imgds", with: ["ByteText"]),
    .testTarget(
      name: "HouseTests", dependencies: ["ByteText", "TestKit"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer is not everywhere; Tests/Fuzz/run.sh asks for these and says where it is.
if Context.environment["IMGDS_FUZZ"] != nil {
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer", cSettings: cSettings),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "ArchiveFormats", "ByteText", "CFuzzer", "CommandGrammar", "ImageAnalysis", "ImageCodec",
        "ImageDataset",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: swiftSettings),
  ]
}
