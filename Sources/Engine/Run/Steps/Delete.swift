// `delete`, and the end of every run: personal data erased, shown to be gone, and a receipt of it.
import Evidence
import Glibc
import Plan
import Source

extension Run {
    /// The named relations go, and with them whatever they were made from that no later step reads.
    mutating func delete(_ step: DeleteStep, _ name: String) throws {
        let needed = neededTables(after: name)
        let named = step.relations.map { WorkName.result($0) }
        let spent = try work.tables.filter { !needed.contains($0) && !named.contains($0) }
        let before = try work.tables
        let erasure = try work.erase(named.filter(before.contains) + spent)
        let left = try work.tables
        guard Set(left).isDisjoint(with: named + spent) else { throw FileFault(path: folder.database, errno: EIO) }
        for relation in step.relations {
            receipt(name, Message(both: relation), rows: rows(of: relation) ?? 0, bytes: erasure.bytes, proof(erasure))
            made[relation] = nil
            erased.insert(relation)
        }
        account.rowsIn = evidence.deletions.suffix(step.relations.count).map { RowCount(of: $0.what.en, rows: $0.rows) }
        if !spent.isEmpty {
            receipt(
                name, Message(sv: "inlästa rader", en: "input rows"), rows: inputRows.values.reduce(0, +),
                bytes: erasure.bytes, proof(erasure))
        }
    }

    /// The end of every path. Deletion duties that no step has discharged are discharged here, with the whole folder.
    /// - Returns: what kept the folder from going.
    mutating func eraseWork() -> RunError? {
        work.close()
        let erasure: Erasure
        do { erasure = try eraseFolder(folder.work) } catch { return RunError(error, step: "work/", path: folder.work) }
        for step in plan.steps {
            guard case .delete(let delete) = step.action else { continue }
            for relation in delete.relations where !erased.contains(relation) {
                let rows = rows(of: relation)
                receipt(
                    step.name, Message(both: relation), rows: rows ?? 0, bytes: erasure.bytes,
                    rows == nil
                        ? Message { "\(Message(sv: "skapades aldrig", en: "never made")[$0]); \(proof(erasure)[$0])" }
                        : proof(erasure))
            }
        }
        let gone = Message(sv: "mappen finns inte kvar", en: "the folder is no longer there")
        receipt(
            "end", Message(both: "work/"), rows: 0, bytes: erasure.bytes,
            Message { "\(proof(erasure)[$0]); \(gone[$0])" })
        made = [:]
        return nil
    }

    private mutating func receipt(_ step: String, _ what: Message, rows: Int, bytes: Int, _ verified: Message) {
        let record = DeletionRecord(
            step: step, what: what, rows: rows, bytes: bytes, verified: verified, at: options.clock().description)
        evidence.deletions.append(record)
        events(.deleted(record))
    }

    private func proof(_ erasure: Erasure) -> Message {
        let shown =
            erasure.overwritten
            ? Message(
                sv: "filen skrevs över med nollor, synkades till disk, lästes tillbaka som nollor och togs bort; dess mapp synkades",
                en: "the file was overwritten with zeros, synced, read back as zeros, and removed; its folder was synced")
            : Message(
                sv: "filen togs bort och dess mapp synkades, men det gick inte att skriva över den",
                en: "the file was removed and its folder synced, but overwriting it failed")
        let left = Message(
            sv: "en SSD, ett journalförande eller kopierande filsystem, en ögonblicksbild eller en säkerhetskopia kan ändå ha kvar tidigare block",
            en: "an SSD, a journaling or copying file system, a snapshot or a backup may still hold earlier blocks")
        return Message { "\(shown[$0]); \(left[$0])" }
    }

    /// The tables of the work database that steps after this one read.
    private func neededTables(after name: String) -> Set<String> {
        var needed: Set<String> = []
        for step in plan.steps.drop(while: { $0.name != name }).dropFirst() {
            switch step.action {
            case .relational(let step):
                for part in step.relation.parts {
                    switch part {
                    case .table(let table): needed.insert(WorkName.input(table))
                    case .result(let result): needed.insert(WorkName.result(result))
                    case .withoutObjectors(_, let optOut, _):
                        needed.formUnion([WorkName.match(optOut), WorkName.register(optOut)])
                    default: continue
                    }
                }
            case .split(let step): needed.insert(WorkName.result(step.from))
            case .learn(let step): needed.insert(WorkName.result(step.from))
            case .evaluate(let step):
                needed.formUnion([step.synthetic, step.reference, step.holdout].map { WorkName.result($0) })
                needed.formUnion(step.combinedWith.map { WorkName.input($0.table) })
            case .train(let step): needed.insert(WorkName.result(step.on))
            case .audit(let step): needed.insert(WorkName.result(step.on))
            case .release(let step): needed.formUnion(step.results.map { WorkName.result($0) })
            case .delete(let step): needed.formUnion(step.relations.map { WorkName.result($0) })
            case .generate: continue
            }
        }
        return needed
    }
}
