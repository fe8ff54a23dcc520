// C-codes: mistakes in lagrum.yaml.
import Source

extension CodeEntry {
    static let configurationCodes: [CodeEntry] = [
        CodeEntry(
            "C001", sv: "Inställningarna skrivs i YAML, i UTF-8, utan tabbar. Ingen del av filen gäller förrän hela går att läsa.",
            en: "The configuration is written in YAML, in UTF-8, without tabs. No part of the file counts until all of it can be read.",
            .configuration, "edition: 2026\npacks: [gdpr, se\n"),
        CodeEntry(
            "C002", sv: "En fil håller ett dokument. Det som står efter `---` skulle ingen läsa.",
            en: "A file holds one document. What stands after `---` would be read by nobody.", .configuration,
            "edition: 2026\n---\nlanguage: sv\n"),
        CodeEntry(
            "C003", sv: "Två värden för samma nyckel är två viljor, och läsare av YAML väljer olika.",
            en: "Two values of one key are two wills, and readers of YAML choose differently.", .configuration,
            "language: sv\nedition: 2026\nlanguage: en\n"),
        CodeEntry(
            "C004", sv: "En felstavad inställning skulle se ut att gälla. `lagrum config` visar vad som gäller.",
            en: "A misspelt setting would look as if it counted. `lagrum config` shows what counts.", .configuration,
            "edition: 2026\nfail_on: warning\n"),
        CodeEntry(
            "C005", sv: "Värdet är av ett annat slag än nyckeln vill ha.", en: "The value is of another kind than the key wants.",
            .configuration, "edition: 2026\nlanguage: swedish\n"),
        CodeEntry(
            "C006", sv: "Dagen finns inte, eller är skriven på ett annat sätt än ÅÅÅÅ-MM-DD.",
            en: "There is no such day, or it is written otherwise than YYYY-MM-DD.", .configuration, "as of: 2026-02-30\n"),
        CodeEntry(
            "C007",
            sv: "En anmärkning kan göras allvarligare för hela organisationen, aldrig lindrigare: då skulle en rad här tysta lagen överallt.",
            en: "A finding can be made graver for the whole organisation, never milder: a line here would then silence the law everywhere.",
            .configuration, "severity:\n  P004: info\n"),
        CodeEntry(
            "C008", sv: "Koden finns varken i verktyget eller i de lagpaket som används.",
            en: "The code is neither the tool's nor of any law pack in use.", .configuration, "severity:\n  P0144: error\n"),
        CodeEntry(
            "C009", sv: "En källa eller filen med underskrifter saknas. Prövningen skulle annars gälla mindre än den ser ut att göra.",
            en: "A source or the file of signers is missing. The check would otherwise cover less than it seems to.",
            .configuration, "sources: [specs]\n"),
        CodeEntry(
            "C010", sv: "Lagpaketet finns inte, så dess regler har ingen frågat.",
            en: "The law pack is not there, so nobody has asked its rules.", .configuration, "packs: [gdrp]\n"),
        CodeEntry(
            "C011", sv: "Utgåvan bestämmer vad filen betyder. En okänd utgåva kan inte läsas som en annan.",
            en: "The edition fixes what the file means. An unknown one can't be read as another.", .configuration, "edition: 1999\n"),
        CodeEntry(
            "C013", sv: "En klass i ett datakontrakt pekas ut som en kategori eller en registrerad som inte är deklarerad.",
            en: "A classification in a data contract is said to be a category or a data subject that is not declared.", .configuration,
            "classifications:\n  restricted: Helth\n"),
    ]
}
