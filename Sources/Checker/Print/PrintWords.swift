// Swedish for the small words of the language, which no table of kinds, verbs or clauses has.
import Model

enum PrintWords {
    /// The Swedish of any word of the language; a word that reads the same in both stands here too.
    static let swedish: [String: String] = {
        var words = [
            "edition": "utgåva", "use": "använd", "import": "ta in", "without": "utan",
            "or": "eller", "and": "och", "not": "inte", "in": "i", "not in": "inte i", "is": "är", "is not": "är inte",
            "precedes": "föregår", "reaches": "når", "overlaps": "överlappar",
            "exists": "finns", "every": "varje", "count": "antal", "with": "med",
            "yes": "ja", "no": "nej", "none": "inget", "unknown": "okänt",
            "day": "dag", "days": "dagar", "week": "vecka", "weeks": "veckor", "month": "månad", "months": "månader", "year": "år", "years": "år",
            "conclude": "slut", "otherwise": "annars", "allow": "medge",
            "passed": "godkänd", "ready": "klar", "blocked": "spärrad", "missing": "saknas",
            "abs": "absolutbelopp", "any": "någon", "min": "minsta", "max": "största", "sum": "summa", "mean": "medelvärde", "median": "median", "share": "andel",
        ]
        for row in ColumnTypes.table { words[row.word] = row.swedish }
        return words
    }()

    /// A clause word, where Swedish has several for what English says with one.
    static func clause(_ word: String, of owner: String?, _ shape: Shape?) -> String? {
        switch (word, owner, shape) {
        case ("by", "table"?, _): "med nyckeln"
        case ("of", "table"?, _), ("of", nil, _): "om"
        case ("by", _, .entity("channel")?): "genom"
        case ("by", "split"?, _): "vid"
        case ("by", let verb?, _) where VerbName(rawValue: verb) != nil: "efter"
        default: ClauseWords.swedish[word]
        }
    }
}
