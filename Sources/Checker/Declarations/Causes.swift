// One mistake, one finding: what follows from a mistake that is told already is not told again.
import Law
import Model
import Source
import Syntax

/// What a check's mistakes of form and of names explain.
struct Causes {
    private struct Key: Hashable {
        let file: FileID
        let member: Int32
        init(_ place: Place) { (file, member) = (place.file, place.member) }
    }
    /// Findings of form, without those that follow from another.
    let form: [Diagnostic]
    /// By declaration, what can't be read as it stands: the mistake, and the line that it stands in.
    private var spans: [Key: [(mistake: Span, line: Span)]] = [:]
    /// What the specifications' mistakes lost.
    private let lost: LostFacts
    /// Files that bring in what could not be read: any name may be declared there.
    private var guessing: Set<FileID> = []
    private let lacksPack: Bool

    init(_ form: [Diagnostic], _ names: [Diagnostic], _ sources: SourceSet, first: Int) {
        let isUnread = Set(form.filter { ["N031", "N032"].contains($0.code) }.map(\.place.file))
        if !isUnread.isEmpty {
            for index in sources.files.indices {
                let files = sources.seen(from: index).union([index]).map { FileID(index: Int32(first + $0)) }
                if !isUnread.isDisjoint(with: files) { guessing.insert(FileID(index: Int32(first + index))) }
            }
        }
        lacksPack = form.contains { $0.code == "N033" }
        let noLaw = lacksPack || !guessing.isEmpty
        self.form = form.enumerated().filter { index, finding in
            if finding.code == "N034", noLaw { return false }
            // A word that can't follow is no value that something else could follow.
            guard finding.code == "X013", index > 0 else { return true }
            let before = form[index - 1]
            return before.code != "X015" || Key(before.place) != Key(finding.place) || finding.place.span.start > before.place.span.end + 1
        }.map(\.element)
        // That no law is asked stands at an activity, and is nothing that can't be read.
        for error in form where error.code != "N034" {
            let index = Int(error.place.file.index) - first
            spans[Key(error.place), default: []].append((error.place.span, Causes.line(of: error, sources, index)))
        }
        lost = LostFacts((form + names).filter { $0.severity == .error }, sources, first: first)
    }

    /// The innermost property, step or row that a mistake of syntax stands in; the mistake itself where that is a whole block.
    private static func line(of error: Diagnostic, _ sources: SourceSet, _ index: Int) -> Span {
        guard error.code.hasPrefix("X"), sources.files.indices.contains(index) else { return error.place.span }
        let members = sources.files[index].tree.members
        guard members.indices.contains(Int(error.place.member)), var line = members[Int(error.place.member)].tree.root else { return error.place.span }
        let span = error.place.span
        while let inner = line.members.first(where: { $0.span.start <= span.start && span.end <= $0.span.end }) { line = inner }
        return line.form == .declaration || line.hasBlock ? span : line.span
    }

    /// Whether a finding of names and types follows from a mistake of form, or from what could not be read.
    func explain(_ finding: Diagnostic) -> Bool {
        if lacksPack, ["N021", "N503"].contains(finding.code) { return true }
        if !guessing.isEmpty, guessing.contains(finding.place.file), ["N005", "N010", "N021", "N503", "N504"].contains(finding.code) { return true }
        guard !spans.isEmpty, let outers = spans[Key(finding.place)] else { return false }
        let inner = finding.place.span
        return outers.contains { outer in
            let within = inner.start >= outer.mistake.start && inner.end <= outer.mistake.end
            let beside = inner.start >= outer.line.start && inner.end <= outer.line.end && ["N004", "N008", "N016", "N022", "N023", "N045"].contains(finding.code)
            let around = inner.start <= outer.mistake.start && outer.mistake.end <= inner.end && ["N004", "N012", "N015", "N023"].contains(finding.code)
            return within || beside || around
        }
    }

    /// What the law says that no mistake can have made: a finding goes when a fact that it rests on may be another once the text is mended.
    func lawful(_ law: LawResult, _ model: Model) -> [Diagnostic] {
        guard !lost.isEmpty else { return law.findings }
        var follows: Set<Diagnostic> = []
        for firing in law.firings where !firing.silenced {
            let things = firing.bindings.compactMap { if case .entity(let id) = $0.value { id } else { nil } } + [firing.entity].compactMap { $0 }
            let places = [firing.diagnostic.place] + things.map { model.place(of: $0) } + firing.diagnostic.notes.compactMap(\.place)
            guard lost.reaches || places.contains(where: lost.touches) else { continue }
            if let grounds = law.grounds(of: firing), !grounds.facts.contains(where: { lost.holds($0, model) }) { continue }
            follows.insert(firing.diagnostic)
        }
        return law.findings.filter { !follows.contains($0) && !($0.code == "N900" && lost.holds(notStated: $0)) }
    }
}

/// The same unknown name several times in a file is one mistake: the first place tells of the others.
func withoutRepeats(_ findings: [Diagnostic]) -> [Diagnostic] {
    struct Key: Hashable {
        let file: FileID
        let code: String
        let message: String
    }
    let codes: Set<String> = ["N005", "N010", "N021"]
    var places: [Key: Int] = [:], more: [Int: Int] = [:], kept: [Diagnostic] = []
    for finding in findings {
        guard codes.contains(finding.code) else {
            kept.append(finding)
            continue
        }
        let key = Key(file: finding.place.file, code: finding.code, message: finding.message.en)
        guard let first = places[key] else {
            places[key] = kept.count
            kept.append(finding)
            continue
        }
        more[first, default: 0] += 1
        if more[first, default: 0] <= 8 {
            kept[first].notes.append(Note(text: Message(sv: "samma namn står också här", en: "the same name stands here too"), place: finding.place))
        }
        // Whoever mends the one mends all: each place is changed in the same way.
        for index in kept[first].fixes.indices where finding.fixes.indices.contains(index) && finding.code == "N005" { kept[first].fixes[index].edits += finding.fixes[index].edits }
    }
    for (first, count) in more where count > 8 {
        kept[first].notes.append(Note(text: Message(sv: "och på \(count - 8) ställen till", en: "and in \(count - 8) places more")))
    }
    return kept
}
