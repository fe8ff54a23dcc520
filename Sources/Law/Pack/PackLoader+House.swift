// What only a pack of the house is asked: whether its rules may have their codes, and whether its concepts speak both languages.
import Model
import Source
import Syntax

extension PackLoader {
    /// A rule under a code that it may not have is told, and never asked.
    func mayHaveItsCode(_ rule: Rule, _ unit: Unit) -> Bool {
        if let other = earlier.lazy.flatMap(\.rules).first(where: { $0.code == rule.code }) {
            diagnostics.append(PackFinding.takenCode(other, at: rule.place))
            return false
        }
        guard let problem = HouseCode.problem(rule.code), !isItself(rule, problem) else { return true }
        diagnostics.append(PackFinding.refusedCode(problem, rule.code, at: unit.path.first.map { unit.place($0.span.union(unit.path.last?.span ?? $0.span)) } ?? rule.place))
        return false
    }

    /// The rule that has the code: the packs that ship are files too, and are read as any when they are worked on.
    private func isItself(_ rule: Rule, _ problem: HouseCode.Problem) -> Bool {
        guard case .taken(let owner) = problem else { return false }
        return pack.name == owner || paths[rule.place.file]?.hasSuffix("\(owner)/\(rule.code).lagrum") ?? false
    }

    /// A concept's title and text stand in both languages, as a rule's do; the title in its head is the English one.
    func languages(of unit: Unit) {
        guard Vocabulary.property("title_en", of: unit.word) != nil else { return }
        let keys = Dictionary(unit.member.members.compactMap { member in member.key.map { ($0.text, $0) } }, uniquingKeysWith: { first, _ in first })
        for key in ["title", "says"] {
            let isEnglish = keys[key + " en"] != nil, isSwedish = keys[key + " sv"] != nil
            guard isEnglish != isSwedish, isEnglish || key != "title" || unit.member.title == nil else { continue }
            diagnostics.append(PackFinding.lacks(key + (isEnglish ? " sv" : " en"), unit.id, at: unit.place(unit.path.last)))
        }
    }
}
