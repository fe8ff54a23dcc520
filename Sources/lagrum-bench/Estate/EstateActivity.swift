// An activity of an estate with its assessments: one of several pipelines or none, lawful unless it slips.

struct EstateActivity {
    enum Shape: CaseIterable {
        /// Joins tables by case, and releases synthetic rows and a model of them.
        case wide
        /// One table alone, and synthetic rows.
        case narrow
        /// Figures for the purpose that the data were collected for.
        case counted
        /// A model of pseudonymised rows, for that purpose too.
        case coded
        /// The unit's daily work: no pipeline, a record of processing only.
        case casework

        var verb: String {
            switch self {
            case .wide: "Synthesise"
            case .narrow: "Forecast"
            case .counted: "Count"
            case .coded: "Rank"
            case .casework: "Run"
            }
        }
    }

    let name: String
    let system: System
    var purpose = ""
    var columns: [Column] = []
    var shape = Shape.wide
    var rows = 10_000
    var slip: Slip?

    init(name: String, system: System) {
        self.name = name
        self.system = system
    }

    private var domain: Domain { system.domain }
    private var main: String { domain.tables.main }
    private var person: String { domain.tables.person }

    private var isFurther: Bool { shape == .wide || shape == .narrow }

    /// None where data are used for what they were collected for: nobody is owed anything new.
    var possibleSlips: [Slip] {
        guard isFurther else { return [] }
        var slips: [Slip] = [.notTold, .toldTooLate, .keptOnFailure, .notCombined, .noLink]
        if system.main.contains(where: { $0.category == "Health" }) { slips.append(.readsHealth) }
        return slips
    }

    func text() -> String {
        (isFurther ? assessments() : "") + """
            /// \(isFurther ? domain.improves[0] : domain.collects), on what \(system.name) holds.
            activity \(name) "\(title)" {
            \(properties())\(pipeline())}


            """
    }

    private var title: String {
        let register = domain.title.lowercased()
        return switch shape {
        case .wide, .narrow: "Syntetisera \(register)"
        case .counted: "Månadens siffror ur \(register)"
        case .coded: "Turordning i \(register)"
        case .casework: "Handläggning i \(register)"
        }
    }

    private func assessments() -> String {
        """
        assessment \(name)Dpia is Dpia {
          of: \(name)
          made: 2026-01-05 by "Chief counsel"
          advice: 2026-01-08 by \(system.controller).dpo
          risk left: Medium
        }
        assessment \(name)Balance is Interests {
          of: \(name)
          made: 2026-01-05 by "Chief counsel"
          weighs: \(domain.adult.name) because "no identifying column is read; everyone has been told and could say no"
        }


        """
    }

    private func properties() -> String {
        var text = """
            controller: \(system.controller)
            purpose: \(slip == .noLink ? "Sell" + domain.name : isFurther ? purpose : domain.handle)

            """
        if isFurther {
            text += """
                basis: \(domain.sector == "Public" ? "PublicTask" : "LegitimateInterest") because "shorter and calmer handling"
                status: Planned
                starts: \(slip == .toldTooLate ? "2026-01-10" : "2026-03-15")
                runs in: Warm

                """
        } else {
            text += system.bases
            text += "status: InOperation\nstarts: \(shape == .casework ? "2012-01-01" : "2026-03-15")\nruns in: \(shape == .casework ? "Hot" : "Warm")\n"
            if shape == .casework { text += "uses: \(system.name)\n" }
        }
        if slip != .notTold { text += "notice: \(system.clientNotice)\(domain.other == nil ? "" : ", " + system.otherNotice)\n" }
        guard isFurther else { return text }
        return text + """
            opt out: \(system.name).objections until \(slip == .toldTooLate ? "2026-01-09" : "2026-02-28") for \(system.subjects) matched by \(person).personal_no
            unreached: excluded
            repeat: every 12 months for 3 years

            """
    }

    private func pipeline() -> String {
        switch shape {
        case .casework: ""
        case .counted: counting()
        case .coded: coding()
        case .wide, .narrow: synthesis()
        }
    }

    private func counting() -> String {
        """

        pipeline {
        rows = clean \(system.name).\(main) {
        where: closed_on != none
        keep: \(kept)
        }
        counts = aggregate rows by kind { smallest: 10; mean_days = mean(handling_days) }
        delete rows
        release counts
        }

        """
    }

    private func coding() -> String {
        """

        pipeline {
        rows = clean \(system.name).\(main) {
        where: closed_on != none
        keep: \(system.key), \(kept)
        late = handling_days > 365
        }
        coded = pseudonymise rows { columns: \(system.key); key: "keys/\(system.name.lowercased()).key" }
        reference, holdout = split coded by 80%
        order = train gradient_boosting on reference { target: late; because: "synthetic rows lose the rare matters, which are those to find" }
        delete rows, coded, reference, holdout
        release order
        }

        """
    }

    private func synthesis() -> String {
        let passed = slip == .keptOnFailure ? " passed" : ""
        var text = """

            pipeline {
            \(extract())\
            reference, holdout = split relevant by 80%

            synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: \(system.key) }
            synthetic = generate \(grouped(rows)) from synthesiser
            quality = evaluate synthetic against reference, holdout {
            \(slip == .notCombined ? "" : "combined with: none because \"no other list of these matters is known\"\n")\
            target: late
            require: two_way_similarity >= 95%
            require: worst_risk <= 5%
            }

            """
        if shape == .wide {
            text += """
                model = train gradient_boosting on synthetic { target: late }
                fairness = audit model on holdout { groups: kind; require: equal_opportunity_gap <= 10% }
                delete closed, relevant, reference, holdout after quality\(passed)\(passed.isEmpty ? ", fairness" : "")  // whether they passed or failed
                release synthetic, model

                """
        } else {
            text += "delete relevant, reference, holdout after quality\(passed)\nrelease synthetic\n"
        }
        return text + "}\n"
    }

    private var kept: String { (["kind", "handling_days"] + columns.map(\.name)).joined(separator: ", ") }

    /// From the source to `relevant`: joined and aggregated by case, or one table alone.
    private func extract() -> String {
        let health = slip == .readsHealth ? system.main.filter { $0.category == "Health" }.map { ", " + $0.name }.joined() : ""
        let bands = "bands: handling_days into 0, 30, 90, 180, 365, 730, 2000\n"
        if shape == .narrow {
            return """
                relevant = clean \(system.name).\(main) {
                where: closed_on != none
                keep: \(system.key), \(kept)\(health)
                \(bands)\
                late = handling_days > 365
                }

                """
        }
        return """
            closed = consolidate \(system.name).\(main), \(system.name).\(person) by \(system.key) {
            where: \(rows % 1000 == 0 ? "kind == \(domain.kinds[0]) and closed_on != none" : "closed_on != none and not (opened_on < 2015-01-01)")
            each: \(system.key)  // an objection by anyone removes the case
            need: \(grouped(rows))..\(grouped(2 * rows)) because "fewer give a poor synthesis, more are not needed"
            keep: \(system.key), \(kept)\(health)
            people = count(\(person) where role == main) within 0..10
            late = handling_days > 365
            backwards = closed_on < opened_on
            }
            relevant = clean closed {
            keep: \(system.key), \(kept)\(health), people, late
            reject: backwards because "closed before it was opened"
            \(bands)\
            bands: people into 0, 2, 10  // one person or several
            }

            """
    }
}

private func grouped(_ number: Int) -> String {
    number < 10_000 ? String(number) : "\(number / 1000)_" + String(1000 + number % 1000).dropFirst()
}
