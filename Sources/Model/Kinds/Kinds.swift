// The kinds table, whole: every kind of declaration of the language.
import Source

public enum Kinds {
    public static let all: [Kind] = concepts + actors + data + information + activities + assurance + systems + law

    public static func named(_ name: String) -> Kind? { byName[name] }

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

func doc(_ sv: String, _ en: String) -> Message { Message(sv: sv, en: en) }

/// Which fact of a record is its head: what `is` and `==` on the record look at.
enum Records {
    static let head: [String: String] = [
        "ground": "basis", "exception_ground": "ground", "expectation_record": "level", "confidentiality_record": "kind",
        "serves": "purpose", "opt_out": "register", "exemption_record": "kind", "override_record": "kind",
        "not_told": "ground", "safeguard_record": "kind", "source_record": "from", "repeat": "every", "allow": "code",
        "state_record": "state", "retention_record": "term", "class_record": "value", "feature_record": "name",
        "status_record": "status", "signer": "user", "variable_record": "column",
    ]
}
