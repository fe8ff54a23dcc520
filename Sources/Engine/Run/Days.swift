// Whether today is a day on which the plan may be run: neither too early for those concerned, nor under another law.
import Plan
import Source

/// The law was read on the day that was asked for, which need not be today; and what the plan begins with (information, time to
/// object) has happened only when its day has come.
/// - Throws: `RunError.untimely`, before anything is read.
package func checkDays(of plan: Plan, today: Day) throws(RunError) {
    if let starts = plan.starts, today < starts {
        throw .untimely(
            Message(
                sv: "\(plan.activity.name) börjar \(starts), och i dag är det \(today). Inget har lästs.",
                en: "\(plan.activity.name) begins on \(starts), and today is \(today). Nothing has been read."))
    }
    if let until = plan.optOuts.compactMap(\.until).max(), today <= until {
        throw .untimely(
            Message(
                sv: "De registrerade kan göra invändningar till och med \(until), och i dag är det \(today). Inget har lästs.",
                en: "Data subjects can object until \(until), and today is \(today). Nothing has been read."))
    }
    let early = plan.law.holdsFrom.map { today < $0 } ?? false
    let late = plan.law.holdsUntil.map { $0 < today } ?? false
    if early || late {
        throw .untimely(
            Message(
                sv:
                    "Planen är prövad mot lagen som den lyder en annan dag än i dag (\(today)), då andra normer gäller. Kompilera den på nytt med `lagrum plan`.",
                en:
                    "The plan was cleared against the law of another day than today (\(today)), when other norms apply. Compile it again with `lagrum plan`."
            ))
    }
}
