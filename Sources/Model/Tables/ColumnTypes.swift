// The column types of the language, one row each: for completion, hover, the reference pages and the Swedish print.
import Source

public struct ColumnTypeRow: Sendable {
    public let word: String
    public let swedish: String
    /// As an author writes it, with its bounds.
    public let example: String
    public let documentation: Message
}

public enum ColumnTypes {
    public static let table: [ColumnTypeRow] = [
        ColumnTypeRow(word: "id", swedish: "id", example: "id", documentation: doc("En beteckning som skiljer rader åt; aldrig en variabel i en modell.", "A designation that tells rows apart; never a feature of a model.")),
        ColumnTypeRow(word: "text", swedish: "text", example: "text", documentation: doc("Fri text, utan domän att räkna i.", "Free text, without a domain to count in.")),
        ColumnTypeRow(word: "flag", swedish: "flagga", example: "flag", documentation: doc("Ja eller nej.", "Yes or no.")),
        ColumnTypeRow(word: "integer", swedish: "heltal", example: "integer(0..2000) in days", documentation: doc("Ett heltal mellan offentliga gränser, med sin enhet om det har någon.", "A whole number within public bounds, with its unit if it has one.")),
        ColumnTypeRow(word: "decimal", swedish: "decimaltal", example: "decimal(0..500_000, 2) in SEK", documentation: doc("Ett tal med bestämt antal decimaler; ett belopp säger sin valuta.", "A number with so many decimals; an amount of money says its currency.")),
        ColumnTypeRow(word: "date", swedish: "datum", example: "date(2005-01-01..2026-12-31)", documentation: doc("En dag mellan två dagar.", "A day between two days.")),
        ColumnTypeRow(word: "time", swedish: "tid", example: "time", documentation: doc("En tidpunkt.", "A point in time.")),
        ColumnTypeRow(word: "choice", swedish: "val", example: "choice(a, \"b c\")", documentation: doc("Ett av de uppräknade värdena.", "One of the values listed.")),
        ColumnTypeRow(word: "personnummer", swedish: "personnummer", example: "personnummer", documentation: doc("Personnummer eller samordningsnummer, med kontrollsiffra och århundrade prövade.", "Personal identity or coordination number, its check digit and century tested.")),
        ColumnTypeRow(word: "organisationsnummer", swedish: "organisationsnummer", example: "organisationsnummer", documentation: doc("Organisationsnummer, med kontrollsiffran prövad.", "Organisation number, its check digit tested.")),
    ]
    static let words = table.map(\.word)
}
