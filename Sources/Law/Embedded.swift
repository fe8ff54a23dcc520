// Generated from Sources/Law/Packs by `LAGRUM_BLESS=1 swift test --filter EmbeddedTests`. Do not edit.

enum Embedded {
    static let files: [(path: StaticString, text: StaticString)] = []
}
