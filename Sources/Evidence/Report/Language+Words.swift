// The names of measures, verbs and reasons in the reader's language, and how their values are written.
import Document
import Source

extension Language {
    var numerals: Numerals { self == .sv ? .swedish : .english }

    /// Both texts are written, neither is translated.
    func t(_ sv: String, _ en: String) -> String { self == .sv ? sv : en }

    /// A measure's name in words; a measure that has none here is shown by its own name.
    func measureName(_ name: String) -> String {
        let suffix = "_of_holdout"
        if name.hasSuffix(suffix) {
            return measureName(String(name.dropLast(suffix.count))) + t(" – undanhållna rader, som jämförelse", " – held-out rows, for comparison")
        }
        let words: (sv: String, en: String)? = switch name {
        case "one_way_similarity": ("Likhet, en variabel", "Similarity, one column")
        case "two_way_similarity": ("Likhet, par av variabler", "Similarity, pairs of columns")
        case "three_way_similarity": ("Likhet, tre variabler", "Similarity, three columns")
        case "auc_real": ("AUC, tränad på verkliga data", "AUC, trained on real data")
        case "auc_synthetic": ("AUC, tränad på syntetiska data", "AUC, trained on synthetic data")
        case "utility_ratio": ("Nytta mot verkliga data", "Utility against real data")
        case "calibration_error_real": ("Kalibreringsfel, verkliga data", "Calibration error, real data")
        case "calibration_error_synthetic": ("Kalibreringsfel, syntetiska data", "Calibration error, synthetic data")
        case "worst_risk": ("Största angreppsrisk", "Largest attack risk")
        case "singling_out_risk": ("Risk: utpekande", "Risk: singling out")
        case "linkability_risk": ("Risk: länkbarhet", "Risk: linkability")
        case "inference_risk": ("Risk: slutledning", "Risk: inference")
        case "exact_copies": ("Exakta kopior av referensrader", "Exact copies of reference rows")
        case "exact_copies_of_members": ("Exakta kopior av de jämförda referensraderna", "Exact copies of the reference rows compared")
        case "exact_copies_of_controls": ("Exakta kopior av lika många undanhållna rader", "Exact copies of as many held-out rows")
        case "exact_copy_excess": ("Kopior utöver slumpen", "Copies beyond chance")
        case "equal_opportunity_gap": ("Skillnad i sant positiva (lika möjligheter)", "Gap in true positives (equal opportunity)")
        case "demographic_parity_gap": ("Skillnad i utvalda (demografisk paritet)", "Gap in selection (demographic parity)")
        case "selection_rate": ("Andel utvalda", "Selected")
        case "true_positive_rate": ("Sant positiva", "True positives")
        case "false_positive_rate": ("Falskt positiva", "False positives")
        case "calibration_error": ("Kalibreringsfel", "Calibration error")
        case "auc": ("AUC", "AUC")
        default: nil
        }
        return words.map { t($0.sv, $0.en) } ?? spaced(name)
    }

    func criterionName(_ criterion: AttackRecord.Criterion) -> String {
        switch criterion {
        case .singlingOut: t("Utpekande", "Singling out")
        case .linkability: t("Länkbarhet", "Linkability")
        case .inference: t("Slutledning", "Inference")
        }
    }

    func verbName(_ verb: String) -> String {
        let sv: String? = switch verb {
        case "read": "läser"
        case "consolidate": "sammanför"
        case "clean": "rensar"
        case "split": "delar"
        case "learn": "lär"
        case "generate": "genererar"
        case "evaluate": "utvärderar"
        case "train": "tränar"
        case "audit": "granskar"
        case "delete": "raderar"
        case "release": "friger"
        default: nil
        }
        return t(sv ?? verb, verb)
    }

    /// A step by its name; what no step of the plan does, the reading and the end, by a word.
    func stepName(_ step: String) -> String {
        switch step {
        case "read": t("inläsning", "reading")
        case "end": t("slutet", "the end")
        default: step
        }
    }

    /// AUC is a number; everything else is a share.
    func value(_ value: Double, of name: String) -> String {
        name.hasPrefix("auc") || value.magnitude > 2 ? numerals.decimal(value, places: 3) : numerals.percent(value)
    }

    /// `97.2% (96.8–97.5%)`
    func reading(_ figure: Figure) -> String { "\(value(figure.value, of: figure.name)) (\(interval(figure)))" }

    func interval(_ figure: Figure) -> String { interval(figure, of: figure.name) }

    /// `96.8–97.5%`; with a negative end, `−0.2 to 0.3%`.
    func interval(_ figure: Figure, of name: String) -> String {
        var low = value(figure.low, of: name)
        if low.hasSuffix(numerals.percentSign) { low.removeLast(numerals.percentSign.count) }
        let to = figure.low < 0 || figure.high < 0 ? t("\u{A0}till\u{A0}", "\u{A0}to\u{A0}") : "–"
        return low + to + value(figure.high, of: name)
    }

    /// As many decimals as it takes, three at most.
    func decimal(_ value: Double) -> String {
        let places = (0..<3).first { (value * [1, 10, 100][$0]).rounded() == value * [1, 10, 100][$0] } ?? 3
        return numerals.decimal(value, places: places)
    }

    private func spaced(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
}
