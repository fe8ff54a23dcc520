// What code a rule of the house may have: its form, the letters that the tool keeps for itself, and the codes that the packs that ship have.
import Source

public enum HouseCode {
    /// Why a rule of the house can't have a code.
    public enum Problem: Sendable, Equatable {
        case form
        /// It begins with a letter of the tool's own codes.
        case tools
        case taken(pack: String)
    }

    /// nil where the code may be had. Which packs are in use doesn't matter: `explain P004` shows what ships.
    public static func problem(_ code: String) -> Problem? {
        if !isWellFormed(code) { return .form }
        if let first = code.first, letters.contains(first) { return .tools }
        return BuiltIn.names.first { BuiltIn.page(of: code, in: $0) != nil }.map { .taken(pack: $0) }
    }

    /// Names, syntax, tests, the engine and configuration.
    private static let letters = "NXTEC"

    /// Capital letters, and then a number.
    static func isWellFormed(_ code: String) -> Bool {
        let letters = code.prefix { $0.isASCII && $0.isUppercase }
        let digits = code.dropFirst(letters.count)
        return (1...6).contains(letters.count) && (1...6).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension HouseCode.Problem {
    public func message(_ code: String) -> Message {
        switch self {
        case .form:
            Message(sv: "`\(code)` är ingen kod: den ska vara versaler och ett tal, som H001.", en: "`\(code)` is no code: it must be capitals and a number, such as H001.")
        case .tools:
            Message(
                sv: "`\(code)` är en av verktygets egna koder: de börjar med N, X, T, E eller C.",
                en: "`\(code)` is one of the tool's own codes: they begin with N, X, T, E or C.")
        case .taken(let pack):
            Message(sv: "`\(code)` är redan en regel i lagpaketet `\(pack)`.", en: "`\(code)` is a rule of the law pack `\(pack)` already.")
        }
    }

    /// The same in capitals where that will do, and otherwise where free codes are.
    func advice(_ code: String) -> Message {
        let capitals = code.uppercased()
        if self == .form, HouseCode.problem(capitals) == nil { return Message(sv: "Skriv `\(capitals)`.", en: "Write `\(capitals)`.") }
        return Message(sv: "Ta en kod som börjar med H: inget annat har dem.", en: "Take a code that begins with H: nothing else has those.")
    }
}
