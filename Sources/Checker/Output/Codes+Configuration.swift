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
            "C009", sv: "En källa, baslinjen eller filen med underskrifter saknas. Prövningen skulle annars vara en annan än den ser ut att vara.",
            en: "A source, the baseline or the file of signers is missing. The check would otherwise be another than it seems to be.",
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
        CodeEntry(
            "C014", sv: "Inställningen läses och prövas, men ingen del av den här versionen utför den. Den som skrev den skulle tro att den gäller.",
            en: "The setting is read and checked, but no part of this version carries it out. Whoever wrote it would think that it counts.", .configuration,
            "approvals:\n  required: [dpo]\n"),
        CodeEntry(
            "C015", sv: "Budgeten är till för en datamängd som ingen källa deklarerar, så den begränsar ingenting.",
            en: "The budget is for a dataset that no source declares, so it limits nothing.", .configuration,
            "budgets:\n  CaseSystem: { epsilon: 10, per: run }\n"),
    ]
}

extension CodeEntry {
    /// Mistakes in data contracts that `tables: from` brings in.
    static let contractCodes: [CodeEntry] = [
        CodeEntry(
            "C020", sv: "Datamängdens tabeller står i ett datakontrakt som inte finns eller inte får läsas.",
            en: "The dataset's tables stand in a data contract that is not there or may not be read.", .alone,
            "edition 2026\ndataset Cases {\n  tables: from \"none.odcs.yaml\"\n}\n"),
        CodeEntry(
            "C021", sv: "Kontraktet går inte att läsa som YAML.", en: "The contract can't be read as YAML.", .contract,
            "kind: DataContract\napiVersion: v3.1.0\nschema: [\n"),
        CodeEntry(
            "C022", sv: "Här läses Open Data Contract Standard version 3.", en: "Version 3 of the Open Data Contract Standard is read here.",
            .contract, "kind: DataContract\napiVersion: v2.2.2\n"),
        CodeEntry(
            "C024", sv: "Något i kontraktet har ingen motsvarighet i språket, eller motsäger sig självt.",
            en: "Something in the contract has no counterpart in the language, or contradicts itself.", .contract,
            "kind: DataContract\napiVersion: v3.1.0\nschema:\n  - name: cases\n    properties:\n      - name: client\n        logicalType: object\n"),
        CodeEntry(
            "C026", sv: "Filen är inte av det slag som `lagrum import` blev ombedd att läsa, eller har inget som kan bli en specifikation.",
            en: "The file is not of the kind that `lagrum import` was asked to read, or holds nothing that can become a specification.",
            .none(title: Message(sv: "Inget att ta in", en: "Nothing to import")), ""),
        CodeEntry(
            "C027", sv: "Något i skriptet har ingen motsvarighet i språket; det står som kommentar i det som skrevs.",
            en: "Something in the script has no counterpart in the language; it stands as a comment in what was written.",
            .none(title: Message(sv: "Tas in bara till en del", en: "Imported in part")), ""),
        CodeEntry(
            "C025",
            sv: "En kolumns domän är offentlig och lärs aldrig ur data. Utan gränser i kontraktet gäller typens egna, som är så vida att en inlärning på kolumnen säger lite.",
            en: "A column's domain is public and never learnt from data. Without bounds in the contract the type's own count, which are so wide that learning on the column says little.",
            .contract,
            "kind: DataContract\napiVersion: v3.1.0\nschema:\n  - name: cases\n    properties:\n      - name: days\n        logicalType: integer\n"),
    ]
}
