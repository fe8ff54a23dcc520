// A system of an estate: its dataset with three tables and a list of objections, and the notices that tell of its further use.

struct System {
    let name: String
    let domain: Domain
    let index: Int
    var controller = ""
    var main: [Column] = []
    var person: [Column] = []
    var extra: [Column] = []

    init(name: String, domain: Domain, index: Int) {
        self.name = name
        self.domain = domain
        self.index = index
    }

    var key: String { domain.matter + "_id" }
    var personKey: String { "person_id" }
    var subjects: String { domain.subjects.joined(separator: ", ") }

    /// Why it may be held, and used for what it was collected for.
    var bases: String {
        guard let other = domain.other else { return "basis: \(domain.basis)\n" }
        let basis = domain.sector == "Public" ? "PublicTask" : "LegitimateInterest"
        return "basis: \(domain.basis) for \(domain.adult.name)\nbasis: \(basis) for \(other.name) because \"the matter can't be handled without them\"\n"
    }

    func dataset() -> String {
        let (mainTable, personTable, extraTable) = domain.tables
        let columns = main + person
        var text = """
            /// \(domain.title), system \(index + 1). Registered by the unit's own staff.
            dataset \(name) "\(domain.title) \(name)" {
              controller: \(controller)
              collected for: \(domain.handle)
              collected from: \(domain.adult.name)

            """
        text += bases
        if columns.contains(where: { $0.category == "Health" }) { text += "article 9: LegalClaims for Health\n" }
        if columns.contains(where: { $0.category == "CriminalOffence" }) { text += "article 10: LegalClaims for CriminalOffence\n" }
        text += """
            context: \(domain.context)
            \(domain.isSensitive ? "confidentiality: \(domain.sector == "Public" ? "Statutory" : "Contractual")\n" : "")\
            zone: Hot
            owner: "Head of \(domain.name.lowercased())"
            classification: \(domain.isSensitive ? "Confidential" : "Internal")
            retention: 10 years after \(mainTable).closed_on
            source: sqlite("data/\(name.lowercased()).db")


            """
        text += table("\(mainTable) by \(key) as \(domain.isSensitive ? "SocialSituation" : "Ordinary") of \(subjects)", first: [
            "\(key): id as Ordinary", "kind: choice(\(domain.kinds.joined(separator: ", ")))", "opened_on: date(2005-01-01..2026-12-31)",
            "closed_on: date(2005-01-01..2026-12-31)?", "handling_days: integer(0..2000)",
        ], main, comment: "  // unless a column says otherwise")
        text += table("\(personTable) by \(personKey) many per \(mainTable).\(key) as Ordinary of \(subjects)", first: [
            "\(personKey): id", "\(key): id", "role: choice(main, other)", "personal_no: personnummer as NationalId",
        ], person)
        text += table("\(extraTable) by row_id many per \(mainTable).\(key) as Ordinary of \(subjects)", first: ["row_id: id", "\(key): id"], extra)
        text += """
            table objections by person as Ordinary of \(subjects) {
              person: personnummer as NationalId
              made_on: date(2026-01-01..2030-12-31)
            }
            }


            """
        return text
    }

    private func table(_ head: String, first: [String], _ columns: [Column], comment: String = "") -> String {
        var text = "table \(head) {\(comment)\n"
        for line in first { text += line + "\n" }
        for column in columns { text += "\(column.name): \(column.type)" + (column.category.map { " as \($0)" } ?? "") + "\n" }
        return text + "}\n"
    }

    /// One text of a unit's, whoever it is sent to.
    private var noticeText: String { "notices/\(domain.name.lowercased()).sv.md" }
    var clientNotice: String { name + "Notice" }
    var otherNotice: String { name + "OtherNotice" }

    func notices() -> String {
        var text = """
            notice \(clientNotice) {
              to: \(domain.adult.name)
              under: GDPR.13.3
              sent: 2026-01-15 by Letter, Portal
              tells: Purpose, Retention, Rights, Objection, Complaint
              text: "\(noticeText)"
            }

            """
        if let other = domain.other {
            text += """
                /// They gave us nothing themselves: article 14, and where the data come from.
                notice \(otherNotice) {
                  to: \(other.name)
                  under: GDPR.14.4
                  sent: 2026-01-15 by Letter
                  tells: Purpose, Retention, Rights, Objection, Complaint, Source
                  text: "\(noticeText)"
                }

                """
        }
        return text + "\n"
    }
}

/// What every file imports: controllers, subjects and purposes.
func sharedFile() -> String {
    var text = "edition 2026\nuse gdpr, se, ai_act\n\n// Who we are, whom we register, and what for.\n\n"
    for domain in Domain.all {
        for controller in domain.controllers {
            text += """
                controller \(controller) "\(domain.title), \(controller.dropFirst(domain.name.count))" {
                  country: SE
                  sector: \(domain.sector)
                  dpo: "dpo@\(domain.name.lowercased()).example.se"
                  route for rights: "rights@\(domain.name.lowercased()).example.se" within 30 days
                  incident plan: "it/incident.md"
                }

                """
        }
        text += """

            subject \(domain.adult.name) is Adult {
              relation: \(domain.adult.relation)
              expectation: \(domain.isSensitive ? "Heightened" : "Ordinary") because "\(domain.adult.reason)"
              reached by: Letter, Portal
              dependent: no
            }

            """
        if let other = domain.other {
            text += """
                subject \(other.name) is Adult {
                  relation: NoRelation
                  expectation: Heightened because "\(other.reason)"
                  reached by: Letter
                  dependent: no
                }

                """
        }
        text += "\npurpose \(domain.handle) \"\(domain.collects)\" is \(domain.purpose)\n"
        for (index, improvement) in domain.improves.enumerated() {
            text += """
                purpose \(domain.develop(index)) "\(improvement), so that time and money go where they help" is BusinessDevelopment {
                  serves: \(domain.handle) because "the same matters are handled better and sooner"
                }

                """
        }
        text += """
            /// Serves nothing that data were collected for: a link to it can't be claimed.
            purpose Sell\(domain.name) "Sell insights about the unit's field of work to those who pay for them" is Marketing


            """
    }
    return text
}
