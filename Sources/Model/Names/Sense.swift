// What reads well line by line and still can't be: days in the wrong order, purposes that serve each other in a circle, parents that disagree.
import Source

extension Builder {
    /// What ends before it begins never is.
    func checkOrder(_ first: Fact, _ last: Fact, of id: EntityID) {
        guard case .date(let end)? = model.stated(last, of: id), case .date(let start)? = model.stated(first, of: id), end < start else { return }
        func key(_ fact: Fact) -> String { fact.name.split(separator: "_").joined(separator: " ") }
        report(ModelFinding.general("N057", "days-backwards", at: model.place(of: last, of: id) ?? model.place(of: id), doc("Dagar i fel ordning", "Days in the wrong order"),
            doc("`\(key(last))` är \(end), före `\(key(first))`, som är \(start).", "`\(key(last))` is \(end), before `\(key(first))`, which is \(start)."),
            doc("Byt plats på dagarna, eller rätta den som är fel.", "Swap the days, or correct the one that is wrong.")))
    }

    /// What kind an assessment or an approval is of decides what it answers: without one it answers nothing.
    func checkKind(of id: EntityID) {
        let header = model.store.headers + Int(id.declaration)
        guard header.pointee.parents.isEmpty, header.pointee.member.parents.isEmpty else { return }
        let kind = header.pointee.kind.name, (name, above) = (header.pointee.name, kind + "_kind")
        let known = model.names.declared(Kind.ID(stringLiteral: above)).prefix(3).map { model.store.headers[Int($0)].name }.joined(separator: ", ")
        report(ModelFinding.make(
            "N003", "missing-kind", at: header.pointee.place, title: doc("Slag saknas", "Kind missing"),
            doc("`\(name)` säger inte vilket slag det är av, och svarar därför inte på någon fråga.", "`\(name)` does not say which kind it is of, and so answers no question."),
            advice: doc("Skriv `\(kind) \(name) is …`: \(known) …", "Write `\(kind) \(name) is …`: \(known) …")))
    }
}

enum Sense {
    /// What several declarations say together, once all are read.
    static func findings(_ model: Model) -> [Diagnostic] { circles(model) + contradictions(model) }

    // MARK: Purposes that serve each other

    private struct Service {
        let purpose: Int32
        let place: Place
    }

    /// Each purpose serves another further on, and so none of them says what all of it is for.
    private static func circles(_ model: Model) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        // 0 is not seen, 1 stands on the way that is walked, 2 is done.
        var state: [Int32: UInt8] = [:]
        for start in model.names.declared(.purpose) where state[start] == nil && model.store.headers[Int(start)].scope.origin == .specification {
            var way: [(purpose: Int32, rest: [Service])] = [(start, services(of: start, model))]
            state[start] = 1
            while let last = way.last {
                guard let next = last.rest.first else {
                    state[last.purpose] = 2
                    way.removeLast()
                    continue
                }
                way[way.count - 1].rest.removeFirst()
                switch state[next.purpose] ?? 0 {
                case 0:
                    state[next.purpose] = 1
                    way.append((next.purpose, services(of: next.purpose, model)))
                case 1:
                    let (name, other) = (model.store.headers[Int(last.purpose)].name, model.store.headers[Int(next.purpose)].name)
                    findings.append(ModelFinding.general("N011", "circular-purposes", at: next.place, doc("Ändamål i cirkel", "Purposes in a circle"),
                        name == other ? doc("`\(name)` kan inte tjäna sig självt.", "`\(name)` can't serve itself.")
                            : doc("`\(name)` kan inte tjäna `\(other)`, som redan tjänar det.", "`\(name)` can't serve `\(other)`, which already serves it."),
                        doc("Låt det som är medlet tjäna det som är målet, och inte tvärtom.", "Let what is the means serve what is the end, and not the other way round.")))
                default: continue
                }
            }
        }
        return findings
    }

    private static func services(of purpose: Int32, _ model: Model) -> [Service] {
        guard case .list(let records)? = model.stated(.serves, of: EntityID(declaration: purpose)) else { return [] }
        return records.compactMap { record in
            guard case .entity(let record) = record, case .entity(let other)? = model.head(of: record) else { return nil }
            return Service(purpose: other.declaration, place: model.place(of: record))
        }
    }

    // MARK: Groups that are two things at once

    /// Of a group that is both a child and an adult, each rule would take the one that stands first.
    private static func contradictions(_ model: Model) -> [Diagnostic] {
        model.names.declared(.subject).filter { model.store.headers[Int($0)].parents.count > 1 && model.store.headers[Int($0)].scope.origin == .specification }.flatMap { declaration in
            [("minor", "minderårig", Fact.minor), ("dependent", "beroende", .dependent)].compactMap { key, swedish, fact -> Diagnostic? in
                let id = EntityID(declaration: declaration), header = model.store.headers + Int(declaration)
                guard model.stated(fact, of: id) == nil else { return nil }
                let says = header.pointee.parents.compactMap { parent -> (name: String, truth: Bool)? in
                    if case .truth(let truth) = model.value(fact, of: parent) { (model.name(of: parent), truth) } else { nil }
                }
                guard let yes = says.first(where: \.truth)?.name, let no = says.first(where: { !$0.truth })?.name else { return nil }
                return ModelFinding.general("N059", "contradicting-parents", at: header.pointee.place, doc("Två saker på en gång", "Two things at once"),
                    doc("`\(header.pointee.name)` står under både `\(yes)` och `\(no)`, och bara den första är \(swedish).", "`\(header.pointee.name)` is under both `\(yes)` and `\(no)`, and only the first is \(key)."),
                    doc("Låt den stå under en av dem, eller skriv `\(key):` på den själv.", "Put it under one of them, or write `\(key):` on itself."))
            }
        }
    }
}
