// How each edit reads to an author, and what it leaves for a human to do.
import Model
import Source

extension RemedySpace {
    func title(of edit: RemedyEdit, _ dates: Timeline?) -> Message {
        func list(_ names: [String], _ language: Language) -> String { joined(names.map { "`\($0)`" }, language) }
        func both(_ make: (Language) -> String) -> Message { Message(sv: make(.sv), en: make(.en)) }
        switch edit {
        case .tell(let notices):
            return both { language in
                var norms: [String] = []
                for notice in notices where !norms.contains(notice.under) { norms.append(notice.under) }
                let parts = norms.map { norm in
                    let to = list(notices.filter { $0.under == norm }.flatMap(\.groups), language)
                    return language == .sv ? "\(to) enligt \(norm)" : "\(to) under \(norm)"
                }
                return language == .sv ? "Informera \(joined(parts, .sv)) innan behandlingen börjar." : "Inform \(joined(parts, .en)) before processing begins."
            }
        case .link(let notice, let groups):
            return both { $0 == .sv ? "Ange `\(notice)` på behandlingen: den informerar \(list(groups, .sv))." : "Name `\(notice)` on the activity: it informs \(list(groups, .en))." }
        case .widen(let notice, let groups):
            return both { $0 == .sv ? "Skicka `\(notice)` även till \(list(groups, .sv))." : "Send `\(notice)` to \(list(groups, .en)) too." }
        case .sendEarlier(let notice):
            let day = dates?.sent[notice].map { ", \($0)" } ?? ""
            return both { $0 == .sv ? "Skicka `\(notice)` tidigare\(day)." : "Send `\(notice)` earlier\(day)." }
        case .reword(let notice, let under, _):
            return both { $0 == .sv ? "Ge `\(notice)` enligt \(under), med källan." : "Give `\(notice)` under \(under), with the source." }
        case .retell(let notice, let groups, let anew) where anew.isEmpty:
            return both { $0 == .sv ? "Räkna inte längre med `\(notice)` för \(list(groups, .sv))." : "Count no longer on `\(notice)` for \(list(groups, .en))." }
        case .retell(let notice, let groups, let anew):
            let under = anew.first?.under ?? ""
            return both {
                $0 == .sv
                    ? "Informera \(list(groups, .sv)) på nytt enligt \(under), med källan, i stället för genom `\(notice)`."
                    : "Inform \(list(groups, .en)) anew under \(under), with the source, instead of by `\(notice)`."
            }
        case .renew(let notice, _, let anew) where anew.isEmpty:
            return both { $0 == .sv ? "Låt behandlingen inte vila på `\(notice)`." : "Let the activity not rest on `\(notice)`." }
        case .renew(let notice, let lacking, let anew) where lacking.isEmpty:
            return both { language in
                let parts = anew.map { "\(list($0.groups, language)) \(language == .sv ? "enligt" : "under") \($0.under)" }
                return language == .sv ? "Informera \(joined(parts, .sv)) på nytt, i stället för genom `\(notice)`." : "Inform \(joined(parts, .en)) anew, instead of by `\(notice)`."
            }
        case .renew(let notice, let lacking, let anew):
            let groups = anew.flatMap(\.groups)
            return both {
                $0 == .sv
                    ? "Informera \(list(groups, .sv)) på nytt, även om \(list(lacking, .sv)), i stället för genom `\(notice)`."
                    : "Inform \(list(groups, .en)) anew, also on \(list(lacking, .en)), instead of by `\(notice)`."
            }
        case .cover(let notice, let items):
            return both { $0 == .sv ? "Låt `\(notice)` även berätta \(list(items, .sv))." : "Let `\(notice)` tell \(list(items, .en)) too." }
        case .optOut(let register, _, let groups, _):
            return both {
                $0 == .sv ? "Låt \(list(groups, .sv)) välja bort behandlingen i `\(register)` innan den börjar." : "Let \(list(groups, .en)) opt out in `\(register)` before it begins."
            }
        case .widenOptOut(_, let groups): return both { $0 == .sv ? "Låt även \(list(groups, .sv)) välja bort behandlingen." : "Let \(list(groups, .en)) opt out too." }
        case .moveOptOut:
            let day = dates?.until.first
            return both { $0 == .sv ? "Flytta sista dagen för opt-out\(day.map { " till \($0)" } ?? "")." : "Move the last day to opt out\(day.map { " to \($0)" } ?? "")." }
        case .moveStart:
            let day = dates?.starts
            return both { $0 == .sv ? "Låt behandlingen börja senare\(day.map { ", \($0)" } ?? "")." : "Let the activity start later\(day.map { ", on \($0)" } ?? "")." }
        case .leaveOut(let columns, let label):
            return both {
                let of = columns == [label.split(separator: ".").last.map(String.init) ?? label] ? "" : " (`\(label)`)"
                return $0 == .sv ? "Lämna \(list(columns, .sv))\(of) utanför flödet." : "Leave \(list(columns, .en))\(of) out of the pipeline."
            }
        case .synthesise(let form):
            return both { $0 == .sv ? "Träna `\(form.model)` på syntetiska uppgifter som har klarat ett krav." : "Train `\(form.model)` on synthetic data that have passed a gate." }
        case .split(let learner):
            return both { $0 == .sv ? "Dela av en kontrollgrupp innan `\(learner)` tränas." : "Set a holdout apart before `\(learner)` learns." }
        case .gate(let relation, _, _, _):
            return both { $0 == .sv ? "Utvärdera `\(relation)` mot krav med gränser innan något lämnar körningen." : "Evaluate `\(relation)` in a gate with limits before anything leaves." }
        case .require(let step): return both { $0 == .sv ? "Sätt gränser för vad som får läcka i `\(step)`." : "Set limits on what may leak in `\(step)`." }
        case .allTests(let step): return both { $0 == .sv ? "Ta bort `tests:` i `\(step)`, så att alla prov görs." : "Take `tests:` out of `\(step)`, so that all tests are made." }
        case .combine(let step, let table):
            return both { language in
                guard let table else {
                    return language == .sv ? "Skriv i `\(step)` varför ingen annan datamängd kan antas finnas." : "Say in `\(step)` why no other dataset can be assumed to exist."
                }
                return language == .sv ? "Pröva `\(step)` tillsammans med `\(table)`." : "Test `\(step)` together with `\(table)`."
            }
        case .control(let step, let sibling): return both { $0 == .sv ? "Utvärdera `\(step)` även mot kontrollgruppen `\(sibling)`." : "Evaluate `\(step)` against the holdout `\(sibling)` too." }
        case .deleteAlways: return both { $0 == .sv ? "Radera vare sig kraven klaras eller inte: ta bort `passed`." : "Delete whether the gates pass or not: take `passed` away." }
        case .delete(let relations): return both { $0 == .sv ? "Radera \(list(relations, .sv)) på varje väg." : "Delete \(list(relations, .en)) on every path." }
        case .reason(let step): return both { $0 == .sv ? "Skriv varför syntetiska uppgifter inte räcker i `\(step)`." : "Say why synthetic data would not do in `\(step)`." }
        case .move(let step, let next): return both { $0 == .sv ? "Flytta `\(step)` före `\(next)`." : "Move `\(step)` before `\(next)`." }
        case .drop(_, let name, _, _, let line): return both { $0 == .sv ? "Ta bort `\(line)` ur `\(name)`." : "Take `\(line)` out of `\(name)`." }
        case .state(let owner, "starts", let value) where owner.kind == "activity":
            return both { $0 == .sv ? "Låt behandlingen börja \(value.text)." : "Let the activity start on \(value.text)." }
        case .state(let owner, "sent", let value): return both { $0 == .sv ? "Skicka `\(owner.name)` \(value.text)." : "Send `\(owner.name)` on \(value.text)." }
        case .clause(_, "opt out", _, "until", let value):
            return both { $0 == .sv ? "Flytta sista dagen för opt-out till \(value.text)." : "Move the last day to opt out to \(value.text)." }
        case .state(let owner, let key, let value):
            let line = value.text == "\"…\"" ? "\(key):" : "\(key): \(value.text)", place = owner.kind == "step" ? (sv: "i", en: "in") : (sv: "på", en: "on")
            return both { $0 == .sv ? "Ange `\(line)` \(place.sv) `\(owner.name)`." : "State `\(line)` \(place.en) `\(owner.name)`." }
        case .line(let owner, let key, let value): return both { $0 == .sv ? "Ange `\(key): \(value.text)` på `\(owner.name)`." : "State `\(key): \(value.text)` on `\(owner.name)`." }
        case .clause(let owner, let key, _, let word, let value):
            return both { $0 == .sv ? "Ange `\(word) \(value.text)` i `\(key):` på `\(owner.name)`." : "State `\(word) \(value.text)` in `\(key):` of `\(owner.name)`." }
        case .refer(let owner, let key, let name) where name.hasPrefix("\"…\""):
            return both { $0 == .sv ? "Lägg till i `\(key):` på `\(owner.name)`." : "Add to `\(key):` of `\(owner.name)`." }
        case .refer(let owner, let key, let name): return both { $0 == .sv ? "Ange `\(name)` i `\(key):` på `\(owner.name)`." : "Name `\(name)` in `\(key):` of `\(owner.name)`." }
        case .unrefer(let owner, let key, let names):
            return both { $0 == .sv ? "Ta bort \(list(names, .sv)) ur `\(key):` på `\(owner.name)`." : "Take \(list(names, .en)) out of `\(key):` of `\(owner.name)`." }
        case .block(let owner, let kind, _): return both { $0 == .sv ? "Ange `\(kind) { … }` på `\(owner.name)`." : "State `\(kind) { … }` on `\(owner.name)`." }
        case .declare(let new, _, _): return both { declaring(new, $0) }
        }
    }

    private func declaring(_ new: RemedyDeclaration, _ language: Language) -> String {
        let model = snapshot.model, kind = Kinds.named(new.kind)
        let concept = new.concept.flatMap { model.lookup($0, kind: kind?.under) }.map { model.title(of: $0, language) } ?? new.concept
        return switch (new.kind, language) {
        case ("assessment", .sv): "Låt en namngiven person bedöma och besluta: \(concept ?? new.name)."
        case ("assessment", .en): "Have a named person assess and decide: \(concept ?? new.name)."
        case (_, .sv): "Skaffa \(concept ?? kind?.swedish ?? new.kind): `\(new.name)`."
        case (_, .en): "Obtain \(concept ?? new.kind): `\(new.name)`."
        }
    }

    /// What the text alone does not do.
    func human(of edit: RemedyEdit) -> Message? {
        switch edit {
        case .retell(_, _, let anew) where anew.isEmpty: nil
        case .renew(_, _, let anew) where anew.isEmpty: nil
        case .tell, .retell, .renew:
            Message(sv: "Skriv informationstexten och ange den i `text:`.", en: "Write the text of the information, and name it in `text:`.")
        case .link: Message(sv: "Kontrollera att texten gäller det här ändamålet.", en: "Make sure that its text is about this purpose.")
        case .widen, .cover, .reword: Message(sv: "Ändra även informationstexten.", en: "Change the text of the information too.")
        case .optOut: Message(sv: "Öppna registret och berätta i informationen hur man väljer bort.", en: "Open the register, and say in the information how to opt out.")
        case .widenOptOut, .moveOptOut: Message(sv: "Berätta det för dem som det gäller.", en: "Tell those whom it concerns.")
        case .refer(_, _, let name) where name.hasPrefix("\"…\""): RemedySpace.words
        case .refer(_, "approval", _), .state(_, "dpia", _): Message(sv: "Kontrollera att det omfattar det här.", en: "Make sure that it covers this.")
        case .refer: RemedySpace.truth
        case .block: RemedySpace.words
        case .state(_, _, let value), .line(_, _, let value), .clause(_, _, _, _, let value): human(of: value)
        case .unrefer: Message(sv: "Se till att det också blir så.", en: "See to it that it becomes so.")
        case .gate, .require, .synthesise: Message(sv: "Gränserna är er bedömning: pröva om de passar.", en: "The limits are your judgement: see whether they fit.")
        case .combine(_, .some): Message(sv: "Lägg till fler som någon kan ha.", en: "Add others that someone may hold.")
        case .declare: RemedySpace.decision
        case .combine(_, nil), .reason: RemedySpace.words
        default: nil
        }
    }

    private func human(of value: RemedyValue) -> Message {
        switch value.sort {
        case .words: RemedySpace.words
        case .number: Message(sv: "Talet är er bedömning: pröva om det passar.", en: "The number is your judgement: see whether it fits.")
        case .decision: RemedySpace.decision
        case .date where value.blanks == 0: Message(sv: "Berätta det för dem som det gäller.", en: "Tell those whom it concerns.")
        case .choice, .date: value.blanks > 0 ? RemedySpace.words : RemedySpace.truth
        }
    }

    private static let words = Message(sv: "Skriv orden i stället för `\"…\"`.", en: "Write the words in place of `\"…\"`.")
    private static let truth = Message(sv: "Ange det bara om det blir så: ordna det först.", en: "State it only if it will be so: arrange it first.")
    private static let decision = Message(
        sv: "Ett beslut av en människa: fyll i vem, och ha skälen sparade. Verktyget fattar det inte.",
        en: "A human's decision: fill in who, and keep the reasons on file. The tool does not make it.")

    func joined(_ parts: [String], _ language: Language) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + (language == .sv ? " och " : " and ") + last
    }
}
