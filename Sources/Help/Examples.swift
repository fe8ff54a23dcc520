// Lines that a user may type as they stand, with what each does: in help, manual pages and the reference.
import Source

public struct CommandExample: Sendable {
    public var line: String
    public var does: Message

    /// By the command's words, `lagrum check`; empty for a command without.
    public static func of(_ command: String) -> [CommandExample] { all[command] ?? [] }

    private static func example(_ line: String, sv: String, en: String) -> CommandExample { CommandExample(line: line, does: Message(sv: sv, en: en)) }

    private static let all: [String: [CommandExample]] = [
        "lagrum check": [
            example("lagrum check specs", sv: "Prövar varje specifikation i mappen.", en: "Checks every specification of the folder."),
            example("lagrum check --as-of 2027-01-01 case.lagrum", sv: "Prövar som lagen står den dagen.", en: "Checks as the law stands on that day."),
            example("lagrum check --format sarif -o found.sarif specs", sv: "Skriver anmärkningarna för kodgranskning.", en: "Writes the findings for code scanning."),
        ],
        "lagrum explain": [
            example("lagrum explain P004", sv: "Visar vad regeln kräver och varför.", en: "Shows what the rule asks, and why."),
            example("lagrum explain case.lagrum:42", sv: "Visar raden med hela härledningen.", en: "Shows the line with the whole derivation."),
        ],
        "lagrum remedy": [
            example("lagrum remedy --code R001 case.lagrum", sv: "Söker vägar ur den anmärkningen.", en: "Searches ways out of that finding."),
            example("lagrum remedy --apply 1 case.lagrum", sv: "Skriver den första åtgärden i filen.", en: "Writes the first remedy into the file."),
        ],
        "lagrum fix": [
            example("lagrum fix --diff specs", sv: "Visar vad som skulle rättas.", en: "Shows what would be mended."),
            example("lagrum fix specs", sv: "Rättar det.", en: "Mends it."),
        ],
        "lagrum test": [
            example("lagrum test specs packs/house", sv: "Kör alla test, också på reglers sidor.", en: "Runs all tests, those of rules' pages too."),
            example("lagrum test --min-coverage 80 packs/house", sv: "Fäller ett paket som prövas för lite.", en: "Fails a pack that is tested too little."),
        ],
        "lagrum fmt": [
            example("lagrum fmt specs", sv: "Skriver om filerna i språkets stil.", en: "Rewrites the files in the language's style."),
            example("lagrum fmt --check specs", sv: "Säger vilka som inte är i den.", en: "Says which are not in it."),
        ],
        "lagrum print": [
            example("lagrum print --lang sv case.lagrum", sv: "Återger specifikationen på svenska.", en: "Renders the specification in Swedish."),
            example("lagrum print --lang en specs -o specs.txt", sv: "Skriver alla i mappen i en fil.", en: "Writes all of the folder into one file."),
        ],
        "lagrum plan": [
            example("lagrum plan case.lagrum -o plan.json", sv: "Skriver planen och var den kommer ifrån.", en: "Writes the plan and where it comes from.")
        ],
        "lagrum run": [
            example("lagrum run case.lagrum", sv: "Kör den enda behandlingen.", en: "Runs the one activity."),
            example("lagrum run case.lagrum --data Cases=other.csv", sv: "Läser en datamängd någon annanstans.", en: "Reads one dataset from elsewhere."),
        ],
        "lagrum config": [
            example("lagrum config specs", sv: "Visar vad som gäller för mappen.", en: "Shows what counts for the folder."),
            example("lagrum config --schema", sv: "Skriver schemat för en editor.", en: "Prints the schema for an editor."),
        ],
        "lagrum import": [
            example("lagrum import ddl schema.sql keys.sql -o shop.lagrum", sv: "Gör en specifikation av skripten.", en: "Makes a specification of the scripts."),
            example("lagrum import odcs orders.odcs.yaml", sv: "Skriver den på standard ut.", en: "Writes it to standard output."),
        ],
        "lagrum export": [
            example("lagrum export odcs specs --out contracts", sv: "Skriver ett kontrakt för varje datamängd.", en: "Writes a contract for each dataset."),
            example("lagrum export dpv case.lagrum -o case.jsonld", sv: "Skriver ett register som andra kan läsa.", en: "Writes a register that others can read."),
        ],
        "lagrum new": [
            example("lagrum new rule H001 --pack packs/house", sv: "Skriver en regel och dess sida.", en: "Writes a rule and its page.")
        ],
        "lagrum diff-law": [
            example("lagrum diff-law --from 2026-08-01 --to 2026-12-02 specs", sv: "Visar vad lagen ändrar däremellan.", en: "Shows what the law changes in between.")
        ],
        "lagrum lsp": [example("lagrum lsp", sv: "Startas av editorn.", en: "Started by the editor.")],
        "lagrum completions": [
            example("lagrum completions fish", sv: "Skriver kompletteringen på standard ut.", en: "Writes the completions to standard output.")
        ],
        "lagrum-engine run": [
            example("lagrum-engine run --plan plan.json --base .", sv: "Kör en plan som `lagrum plan` skrev.", en: "Runs a plan that `lagrum plan` wrote.")
        ],
    ]
}
