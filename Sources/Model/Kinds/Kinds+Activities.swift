// Activities: what is done with the data, for what, and by which pipeline.
import Source

extension Kinds {
    static let activities: [Kind] = [
        Kind("activity", sv: "behandling", plural: "activities", blocks: ["pipeline"], doc("En behandling av personuppgifter.", "A processing activity."), [
            Property("controller", .entity("controller"), .required, doc("Den personuppgiftsansvarige.", "The controller.")),
            Property("purpose", .entity("purpose"), .required, doc("Ändamålet.", "The purpose.")),
            Property("uses", .entity("dataset"), many: true, .computed, change: [.remove], doc("Härleds ur flödet; får anges och kontrolleras då.", "Derived from the pipeline; may be stated, and is then checked.")),
            Property("basis", .entity("basis"), many: true, .no, change: [.set], record: "ground", clauses: grounds, doc("Rättslig grund.", "Legal basis.")),
            article(9), article(10),
            Property("allowed by", fact: "override", .entity("override"), .no, change: [.set], record: "override_record",
                clauses: [ClauseRow("under", fact: "norm", .norm), ClauseRow("because", fact: "objective", .text)],
                doc("Samtycke, eller lag med mål enligt 23.1, i stället för prövning enligt 6.4.", "Consent, or a law with its 23.1 objective, instead of a 6.4 assessment.")),
            Property("exemption", .entity("exemption"), .no, change: [.remove], record: "exemption_record", clauses: [because],
                doc("Arkiv, forskning eller statistik (5.1 b).", "Archiving, research or statistics (5.1 (b)).")),
            Property("aim", .word, .unknown, doc("Vad undantaget siktar till: survey eller result.", "What the exemption aims at: survey or result.")),
            Property("same purpose", fact: "same_purpose_claimed", .truth, .no, change: [.remove], clauses: [because],
                doc("Påstående om att ändamålet är detsamma som vid insamlingen; kan underkännas.", "The claim that the purpose is that of collection; it can be rejected.")),
            Property("notice", fact: "notices", .entity("notice"), many: true, .no, change: [.add], doc("Informationen till de registrerade.", "The information to data subjects.")),
            Property("opt out", fact: "opt_outs", .table, many: true, .no, change: [.add, .set], record: "opt_out",
                clauses: [
                    ClauseRow("until", fact: "until", .date), ClauseRow("for", fact: "groups", .entity("subject"), many: true),
                    ClauseRow("matched by", fact: "matched_by", .expression),
                ],
                doc("Registret över dem som valt bort behandlingen, och sista dag.", "The register of those who opted out, and the last day.")),
            Property("unreached", .word, .no, change: [.set], doc("Vad som sker med dem som inte kan nås: excluded.", "What happens to those who can't be reached: excluded.")),
            Property("not told", .entity("untold"), many: true, .no, change: [.add], record: "not_told", clauses: grounds, doc("Undantag från information (13.4, 14.5).", "Exemption from information (13.4, 14.5).")),
            Property("safeguard", fact: "safeguards", .entity("safeguard"), many: true, .no, change: [.add, .set], record: "safeguard_record",
                clauses: [ClauseRow("by", fact: "carried_by", .oneOf([.text, .expression])), ClauseRow("since", fact: "since", .date), ClauseRow("as", fact: "status", .entity("status")), because],
                doc("En skyddsåtgärd, och vem eller vilket steg som utför den.", "A safeguard, and who or which step carries it out.")),
            Property("approval", fact: "approvals", .entity("approval"), many: true, .no, change: [.add], doc("Godkännanden.", "Approvals.")),
            Property("status", .entity("status"), .required, change: [.set], doc("Var i livscykeln behandlingen är.", "Where in its life cycle the activity is.")),
            Property("was", fact: "history", .entity("status"), many: true, .no, change: [.set], record: "status_record",
                clauses: [ClauseRow("from", fact: "from", .date), ClauseRow("until", fact: "until", .date)], doc("Tidigare status.", "Earlier status.")),
            Property("starts", .date, .unknown, change: [.set, .move], doc("Första dagen.", "The first day.")),
            Property("runs in", fact: "zone", .entity("zone"), .unknown, change: [.set], doc("Den zon som den körs i.", "The zone it runs in.")),
            Property("environment", .word, .no, change: [.set], doc("Driftmiljö.", "Environment.")),
            Property("system", .entity("system"), many: true, .no, change: [.add], doc("De AI-system som används.", "The AI systems used.")),
            Property("processors", .entity("processor"), many: true, .no, change: [.add], doc("Personuppgiftsbiträden.", "Processors.")),
            Property("services", .entity("service"), many: true, .no, change: [.add], doc("Tjänster.", "Services.")),
            Property("repeat", .expression, .no, change: [.set], record: "repeat", clauses: [ClauseRow("every", fact: "every", .duration), ClauseRow("for", fact: "period", .duration)],
                doc("Hur ofta den upprepas, och hur länge.", "How often it repeats, and for how long.")),
            Property("objection", fact: "objection_route", .text, .no, change: [.set], clauses: [ClauseRow("under", fact: "objection_under", .norm)], doc("Vägen för invändning enligt artikel 21.", "The route for objection under article 21.")),
            Property("automated under", .norm, .no, change: [.set], doc("Stöd för automatiserat beslut (artikel 22).", "Support for automated decisions (article 22).")),
            Property("dpia", .entity("assessment"), .no, change: [.set], doc("Konsekvensbedömningen.", "The DPIA.")),
        ]),
    ]
}
