// The language of a run: `--lang` where it stands, or else the environment's locale. Help texts need it before arguments are parsed.
import Source

extension Language {
    /// - Parameters:
    ///   - arguments: the command line without the program's name.
    ///   - environment: reads a variable.
    public static func spoken(_ arguments: [String], _ environment: (String) -> String?) -> Language {
        for (index, word) in arguments.enumerated() {
            if word == "--" { break }
            if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) ?? ofLocale(environment) }
            if word == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) ?? ofLocale(environment) }
        }
        return ofLocale(environment)
    }

    public static func ofLocale(_ environment: (String) -> String?) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
        return locale.hasPrefix("sv") ? .sv : .en
    }
}
