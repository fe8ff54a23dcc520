// The one table of the keys of lagrum.yaml: what may stand, what it means, and since which edition.
import Law
import Source

/// A key, in lagrum.yaml or in one of its records. Reading, the JSON Schema, `lagrum config` and the reference read these rows.
public struct ConfigurationKey: Sendable {
    public let name: String
    public let shape: ConfigurationShape
    public let documentation: Message
    /// The edition that brought it.
    public let since: Int
    public let required: Bool
    /// What holds where nothing is said, in words; nil where silence means nothing.
    public let absent: Message?

    init(
        _ name: String, _ shape: ConfigurationShape, sv: String, en: String, absent: Message? = nil, required: Bool = false,
        since: Int = 2026
    ) {
        (self.name, self.shape, self.documentation) = (name, shape, Message(sv: sv, en: en))
        (self.since, self.required, self.absent) = (since, required, absent)
    }
}

/// What may stand as a value.
public indirect enum ConfigurationShape: Sendable {
    case edition, day, text
    /// A path as seen from the file's folder.
    case path
    /// A built-in pack, or a path to a pack's file or folder.
    case pack
    /// One of these.
    case word([String])
    case number(least: Exact, most: Exact?)
    /// One value counts as a list of one.
    case list(ConfigurationShape)
    /// Names that the user chooses, each with a value. `names` says what they are, for a reader.
    case map(names: Message, ConfigurationShape)
    case record([ConfigurationKey])
    /// The first for a scalar or list, the second for a mapping.
    case either(ConfigurationShape, ConfigurationShape)
}

extension ConfigurationKey {
    public static let table: [ConfigurationKey] = [
        ConfigurationKey(
            "edition", .edition, sv: "Den utgåva av språket som filen är skriven för.", en: "The edition of the language that the file is written for."),
        ConfigurationKey(
            "sources", .list(.path), sv: "Filer och mappar som prövas när ingen sökväg ges.", en: "Files and folders that are checked when no path is given."),
        ConfigurationKey(
            "as of", .day, sv: "Dagen som lagen läses för.", en: "The day on which the law is read.", absent: Message(sv: "i dag", en: "today")),
        ConfigurationKey(
            "language", .word(["sv", "en"]), sv: "Meddelandenas språk; en redigerares eget språk går före.",
            en: "The language of messages; an editor's own goes first.", absent: Message(sv: "miljöns", en: "the environment's")),
        ConfigurationKey(
            "packs", .list(.pack), sv: "Lagpaket för alla källor: inbyggda, och egna filer eller mappar.",
            en: "Law packs for all sources: built-in ones, and files or folders of your own."),
        ConfigurationKey(
            "severity", .map(names: Message(sv: "kod", en: "code"), .word(["error", "warning", "info"])),
            sv: "Allvaret hos en kod. Det kan bara höjas.", en: "How grave a code is. It can only be raised."),
        ConfigurationKey(
            "fail on", .word(["error", "warning", "info"]), sv: "Det lägsta allvar som underkänner prövningen.",
            en: "The least severity that fails the check.", absent: Message(both: "error")),
        ConfigurationKey(
            "baseline", .path, sv: "Kända anmärkningar, skrivna av `--write-baseline`.", en: "Known findings, written by `--write-baseline`."),
        ConfigurationKey(
            "approvals",
            .record([
                ConfigurationKey(
                    "required", .list(.text), sv: "De roller som ska godkänna en plan.", en: "The roles that must approve a plan."),
                ConfigurationKey(
                    "allowed signers", .path, sv: "Vems underskrift som gäller: en fil för `ssh-keygen -Y verify`.",
                    en: "Whose signature counts: a file for `ssh-keygen -Y verify`."),
            ]),
            sv: "Vem som godkänner en plan innan den körs.", en: "Who approves a plan before it runs."),
        ConfigurationKey(
            "engines",
            .map(
                names: Message(sv: "motor", en: "engine"),
                .record([
                    ConfigurationKey("kind", .word(["sqlite", "postgresql", "duckdb", "spark"]), sv: "Slaget av motor.", en: "The kind of engine.", required: true),
                    ConfigurationKey("master", .text, sv: "Adressen till klustret.", en: "The address of the cluster."),
                    ConfigurationKey("connection", .text, sv: "Anslutningen, utan lösenord.", en: "The connection, without a password."),
                    ConfigurationKey("path", .path, sv: "Databasens fil.", en: "The database's file."),
                ])),
            sv: "Där planer körs; `default` gäller när ingen nämns.", en: "Where plans run; `default` counts when none is named."),
        ConfigurationKey(
            "budgets",
            .map(
                names: Message(sv: "datamängd", en: "dataset"),
                .record([
                    ConfigurationKey("epsilon", .number(least: Exact(0), most: nil), sv: "Det sammanlagda ε.", en: "The total ε.", required: true),
                    ConfigurationKey("delta", .number(least: Exact(0), most: Exact(1)), sv: "Det sammanlagda δ.", en: "The total δ."),
                    ConfigurationKey("per", .word(["run", "month", "year", "ever"]), sv: "Den tid som budgeten räcker för.", en: "The time that the budget is for.", required: true),
                ])),
            sv: "Integritetsbudgeten för en datamängd.", en: "The privacy budget of a dataset."),
        ConfigurationKey(
            "classifications",
            .map(
                names: Message(sv: "klass eller etikett", en: "classification or tag"),
                .either(
                    .text,
                    .record([
                        ConfigurationKey("as", .text, sv: "Kategorin av uppgifter.", en: "The category of data."),
                        ConfigurationKey("of", .list(.text), sv: "De registrerade.", en: "The data subjects."),
                    ]))),
            sv: "Vad klasser och etiketter i datakontrakt betyder: kategori och registrerade.",
            en: "What classifications and tags in data contracts mean: a category, and data subjects."),
    ]
}
