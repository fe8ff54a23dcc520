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
    /// What can't be read as it stands: the mistakes, and the lines that they stand in.
    private let mistakes: PlacedSpans, lines: PlacedSpans
    /// What the specifications' mistakes lost.
    private let lost: LostFacts
    /// Files that bring in what could not be read: any name may be declared there.
    private var guessing: Set<FileID> = []
    private let lacksPack: Bool
    /// A declaration that lacks its name: it may be what a test names.
    private let hasNameless: Bool

    init(_ form: [Diagnostic], _ names: [Diagnostic], _ sources: SourceSet, first: Int) {
        let isUnread = Set(form.filter { ["N031", "N032"].contains($0.code) }.map(\.place.file))
        if !isUnread.isEmpty {
            for index in sources.files.indices {
                let files = sources.seen(from: index).union([index]).map { FileID(index: Int32(first + $0)) }
                if !isUnread.isDisjoint(with: files) { guessing.insert(FileID(index: Int32(first + index))) }
            }
        }
        lacksPack = form.contains { $0.code == "N033" }
        hasNameless = names.contains { $0.code == "N056" }
        let noLaw = lacksPack || !guessing.isEmpty
        self.form = form.enumerated().filter { index, finding in
            if finding.code == "N034", noLaw { return false }
            // A word that can't follow is no value that something else could follow.
            guard finding.code == "X013", index > 0 else { return true }
            let before = form[index - 1]
            return before.code != "X015" || Key(before.place) != Key(finding.place) || finding.place.span.start > before.place.span.end + 1
        }.map(\.element)
        var read = LinesByPlace()
        // That no law is asked stands at an activity, and is nothing that can't be read.
        let unread = form.filter { $0.code != "N034" }
        mistakes = PlacedSpans(unread.map(\.place))
        lines = PlacedSpans(unread.map { Causes.line(of: $0, sources, Int($0.place.file.index) - first, &read) })
        lost = LostFacts([form, names], sources, first: first, &read)
    }

    /// The innermost property, step or row that a mistake of syntax stands in; the mistake itself where that is a whole block.
    private static func line(of error: Diagnostic, _ sources: SourceSet, _ index: Int, _ read: inout LinesByPlace) -> Place {
        guard error.code.hasPrefix("X"), sources.files.indices.contains(index) else { return error.place }
        let members = sources.files[index].tree.members
        guard members.indices.contains(Int(error.place.member)), var line = members[Int(error.place.member)].tree.root else { return error.place }
        while let inner = read.line(holding: error.place, in: line) { line = inner }
        return line.form == .declaration || line.hasBlock ? error.place : Place(file: error.place.file, member: error.place.member, span: line.span)
    }

    /// Whether a finding of names and types follows from a mistake of form, or from what could not be read.
    func explain(_ finding: Diagnostic) -> Bool {
        if lacksPack, ["N021", "N503", "T005", "T009"].contains(finding.code) { return true }
        if hasNameless, ["T005", "T009", "T010"].contains(finding.code) { return true }
        if !guessing.isEmpty, guessing.contains(finding.place.file), ["N005", "N010", "N021", "N503", "N504", "T005", "T009", "T010"].contains(finding.code) { return true }
        guard !mistakes.isEmpty else { return false }
        return mistakes.hold(finding.place) || Causes.beside.contains(finding.code) && lines.hold(finding.place)
            || Causes.around.contains(finding.code) && mistakes.stand(in: finding.place)
    }

    /// What is said of a line that a mistake stands in, and of what holds a mistake.
    private static let beside: Set = ["N004", "N008", "N016", "N022", "N023", "N045"], around: Set = ["N004", "N012", "N015", "N023", "N506"]

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

/// A row of a pack without its `when` is told by the parser, which knows no rows, and by the pack: one of them says what to write.
func rowsToldOnce(_ form: [Diagnostic], _ mistakes: [Diagnostic], _ files: Files) -> (form: [Diagnostic], mistakes: [Diagnostic]) {
    guard mistakes.contains(where: { $0.code == "N526" }) else { return (form, mistakes) }
    var form = form, kept: [Diagnostic] = []
    for mistake in mistakes {
        guard mistake.code == "N526", let row = files.range(of: mistake.place), let bytes = files.text(of: mistake.place.file)?.bytes else {
            kept.append(mistake)
            continue
        }
        let end = bytes[row.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        func isBeside(_ finding: Diagnostic) -> Bool {
            finding.code.hasPrefix("X") && finding.place.file == mistake.place.file && (files.range(of: finding.place).map { row.lowerBound <= $0.lowerBound && $0.upperBound <= end } ?? false)
        }
        // What mends itself is the better help.
        if form.contains(where: { isBeside($0) && !$0.fixes.isEmpty }) { continue }
        form.removeAll(where: isBeside)
        kept.append(mistake)
    }
    return (form, kept)
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
        kept[first].notes.append(Note(text: morePlaces(count - 8)))
    }
    return kept
}

func morePlaces(_ count: Int) -> Message {
    count == 1 ? Message(sv: "och på ett ställe till", en: "and in one place more") : Message(sv: "och på \(count) ställen till", en: "and in \(count) places more")
}
