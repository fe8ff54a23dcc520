// Every fact that the tool works out is worked out somewhere: one that nothing sets would be silence to every rule that asks for it.
import Checker
import Model
import Source
import Testing

struct ComputedFactTests {
    /// What every entity has, and records are no more than their clauses.
    private static let everywhere: Set = ["name", "allows"]

    /// Steps as the samples do not have them, and an error that is allowed.
    private static let unusual = """
        edition 2026
        use gdpr
        controller Agency { country: SE; sector: Public; dpo: "dpo@example.se" }
        subject Insured is Adult { relation: Beneficiary; expectation: Ordinary because "pays into it" }
        purpose Control "Find payments that were made in error, before more is paid" is FraudControl
        dataset Register {
          controller: Agency
          collected for: Control
          basis: PublicTask
          source: csv("register.csv")
          table persons by person as Ordinary of Insured { person: id; home: choice(a, b); wage: integer(0..90); late: flag }
        }
        activity Look {
          controller: Agency
          purpose: Control
          basis: PublicTask
          status: Planned
          allow B001 because "tried" until 2027-01-01 by "Head of control"
          pipeline {
            read = clean Register.persons { keep: person, home, wage, late }
            linked = network read by person { links: home; hops: 2 because "families"; risk from: late; own fact: wage > 10 }
            kept = consolidate Register.persons { keep: person, wage, late; need: 10..20 because "tried" }
            learnt = learn mst from kept { epsilon: 1; delta: 1e-9; unit: person; because: "tried" }
            model = train gradient_boosting on kept { target: late; because: "tried" }
            decided, rest = decide kept { rules: "r.md"; exception: FL.25 because "tried"; outcomes: Adverse }
            delete read, linked, kept, decided, rest
          }
        }
        """

    @Test func everyComputedFactIsSetSomewhere() throws {
        var open: Set<String> = []
        for kind in Vocabulary.kinds where !(Kinds.named(kind)?.isConcept ?? false) {
            for row in Vocabulary.properties(of: kind) where row.silence == .computed && !ComputedFactTests.everywhere.contains(row.name) { open.insert("\(kind).\(row.name)") }
        }
        let samples = try SampleTests.specifications(below: "Samples").map { try SampleTests.sources($0) }
        for sources in samples + [try OutputSample.sources(ComputedFactTests.unusual, "unusual.lagrum")] {
            let model = check(sources, asOf: SampleTests.day).model
            for id in model.ids where model[id].origin == .specification {
                let kind = model.kind(of: id)
                for row in Vocabulary.properties(of: kind) where row.silence == .computed && ![.none, .list([])].contains(model.value(row.name, of: id)) { open.remove("\(kind).\(row.name)") }
            }
        }
        #expect(open.sorted() == [])
    }
}
