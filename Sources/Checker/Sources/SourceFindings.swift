// Findings of syntax, imports and packs in use: what is wrong before names are asked.
import Law
import Model
import Source
import Syntax

/// What is wrong with the files one by one, and with the packs that they use together.
func formFindings(_ sources: SourceSet, first: Int, _ packs: [String], jobs: Int) -> [Diagnostic] {
    inParallel(sources.files.count, chunk: 8, jobs: jobs, state: {}) { _, range in
        var findings: [Diagnostic] = []
        for index in range {
            let file = sources.files[index], id = FileID(index: Int32(first + index))
            findings += file.tree.diagnosticsNamingFollowers(file: id)
            findings += importFindings(file, id)
            findings += unknownPacks(file.tree, id, sources.housePacks)
            findings += referenceFindings(file, id)
            findings += editionFindings(file.tree, id)
            findings += blankFindings(file.tree, id)
        }
        return findings
    }.flatMap(\.self) + (packs.contains("gdpr") ? [] : unaskedActivities(sources, first: first))
}

private func importFindings(_ file: SourceSet.File, _ id: FileID) -> [Diagnostic] {
    file.problems.map { member, span, problem in
        let place = Place(file: id, member: Int32(member), span: span)
        switch problem {
        case .unreadable(let path, let reason):
            var finding = Diagnostic(
                code: "N031", slug: "import-unreadable", severity: .error, place: place,
                title: Message(sv: "Filen kan inte tas in", en: "The file can't be imported"), message: reason.message(path))
            finding.advice = Message(sv: "Sökvägen räknas från den importerande filens mapp.", en: "The path counts from the importing file's folder.")
            return finding
        case .cycle(let chain):
            let shown = chain.joined(separator: " → ")
            return Diagnostic(
                code: "N032", slug: "import-cycle", severity: .error, place: place, title: Message(sv: "Importer i cirkel", en: "Circular imports"),
                message: Message(sv: "Filerna tar in varandra: \(shown).", en: "The files import one another: \(shown)."),
                advice: Message(sv: "Flytta det gemensamma till en egen fil.", en: "Move what they share to a file of its own."))
        }
    }
}

extension ReadProblem {
    /// - Parameter path: as the reader knows it.
    public func message(_ path: String) -> Message {
        let path = path.shown
        return switch self {
        case .missing: Message(sv: "Filen `\(path)` finns inte.", en: "There is no file `\(path)`.")
        case .directory: Message(sv: "`\(path)` är en mapp.", en: "`\(path)` is a folder.")
        case .denied: Message(sv: "Filen `\(path)` får inte läsas.", en: "The file `\(path)` may not be read.")
        case .other(let reason): Message(sv: "Filen `\(path)` kan inte läsas: \(reason.sv).", en: "The file `\(path)` can't be read: \(reason.en).")
        }
    }
}

/// An edition fixes what a file means for good: one that this version does not know can't be read as another.
private func editionFindings(_ tree: FileTree, _ id: FileID) -> [Diagnostic] {
    tree.roots(.edition, .directive).compactMap { member, root -> Diagnostic? in
        guard let value = root.values.first else { return nil }
        if case .number(let year) = value.form, year == Exact(2026) { return nil }
        return Diagnostic(
            code: "N038", slug: "unknown-edition", severity: .error, place: Place(file: id, member: Int32(member), span: value.span),
            title: Message(sv: "Okänd utgåva", en: "Unknown edition"),
            message: Message(sv: "Denna version känner bara språkets utgåva 2026.", en: "This version knows only edition 2026 of the language."),
            advice: Message(sv: "Skriv `edition 2026`, eller använd en nyare version av `lagrum`.", en: "Write `edition 2026`, or use a newer version of `lagrum`."))
    }
}

private func unknownPacks(_ tree: FileTree, _ id: FileID, _ housePacks: [HousePack]) -> [Diagnostic] {
    uses(in: tree).compactMap { name, member, span in
        if BuiltIn.names.contains(name) || housePacks.contains(where: { $0.name == name }) { return nil }
        let names = (BuiltIn.names + housePacks.map(\.name)).joined(separator: ", ")
        return Diagnostic(
            code: "N033", slug: "unknown-pack", severity: .error, place: Place(file: id, member: Int32(member), span: span),
            title: Message(sv: "Okänt lagpaket", en: "Unknown law pack"), message: Message(sv: "Det finns inget lagpaket `\(name)`.", en: "There is no law pack `\(name)`."),
            advice: Message(sv: "De som finns: \(names).", en: "Those that exist: \(names)."))
    }
}

/// Activities that no pack is asked about: silence would pass for lawfulness. The first of each file is told of.
private func unaskedActivities(_ sources: SourceSet, first: Int) -> [Diagnostic] {
    sources.files.enumerated().compactMap { index, file in
        guard let (member, word) = file.tree.roots(.activity).lazy.compactMap({ member, root in root.word.map { (member, $0) } }).first else { return nil }
        return Diagnostic(
            code: "N034", slug: "no-law", severity: .error, place: Place(file: FileID(index: Int32(first + index)), member: Int32(member), span: word.span),
            title: Message(sv: "Ingen lag tillfrågas", en: "No law is asked"),
            message: Message(sv: "Ingen fil i prövningen tar in `gdpr`, så ingen har frågat om behandlingen är tillåten.", en: "No file of this check uses `gdpr`, so nothing has asked whether the processing is allowed."),
            advice: Message(sv: "Lägg till `use gdpr` överst i filen.", en: "Add `use gdpr` at the top of the file."))
    }
}

/// `because "…"`: a text that a remedy leaves for a human to write. Until someone has, nothing rests on it.
private func blankFindings(_ tree: FileTree, _ id: FileID) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let blank = Array("\"…\"".utf8), bytes = tree.text.bytes
    var from = 0
    // Most files hold none: the trees are looked at only where the bytes are.
    while let found = bytes.firstIndex(of: blank[1], from: from) {
        from = found + 1
        guard found > 0, bytes[(found - 1)...].starts(with: blank) else { continue }
        let member = tree.memberIndex(at: found), top = tree.members[member], offset = UInt32(clamping: found - 1 - top.start)
        guard let root = top.tree.root, root.form == .declaration, !["norm", "define", "decision", "rule", "pack", "test"].contains(root.word?.text ?? ""),
            let span = text(at: offset, in: root)
        else { continue }
        findings.append(
            Diagnostic(
                code: "N039", slug: "words-to-write", severity: .error, place: Place(file: id, member: Int32(member), span: span),
                title: Message(sv: "Ord som återstår att skriva", en: "Words still to be written"),
                message: Message(sv: "`\"…\"` står i stället för ord som bara en människa kan skriva.", en: "`\"…\"` stands for words that only a human can write."),
                advice: Message(sv: "Skriv dem, så att den som läser kan pröva dem.", en: "Write them, so that a reader can test them.")))
    }
    return findings
}

/// The text value that begins at an offset of a member.
private func text(at offset: UInt32, in member: Member) -> Span? {
    for value in member.values + member.clauses.flatMap(\.values) where value.span.start == offset {
        if case .text = value.form { return value.span }
    }
    return member.members.lazy.filter { $0.span.start <= offset && offset < $0.span.end }.compactMap { text(at: offset, in: $0) }.first
}
