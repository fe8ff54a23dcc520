// The first step of every run: the rows of all sources into the work database, each checked against its declaration.
import Evidence
import Plan
import Source

extension Run {
    mutating func readSources(_ files: [DataFile]) throws {
        try timed("read", "read", 1) { run in
            for task in loadTasks(of: run.plan, files: files)
            where task.isRead || !task.matches.isEmpty || !task.registers.isEmpty {
                let label = task.reference.label
                let account = try run.work.load(task, today: run.options.clock().day) { [run] in
                    try run.progress($0.rows, $0.share)
                }
                run.inputRows[task.reference] = account.accepted
                run.account.rowsIn.append(RowCount(of: label, rows: account.read))
                run.account.losses += account.losses.map { Loss(from: label, reason: $0.reason.message, rows: $0.rows) }
                if task.isRead { run.account.rowsOut.append(RowCount(of: label, rows: account.accepted)) }
                run.remark(account, task)
            }
        }
    }

    private mutating func remark(_ account: LoadAccount, _ task: LoadTask) {
        let label = task.reference.label
        // What would run on, and release a result of nothing.
        if task.isRead, account.accepted == 0 {
            warn(
                account.read == 0
                    ? Message(sv: "\(label): tabellen är tom", en: "\(label): the table is empty")
                    : Message(
                        sv: "\(label): ingen av \(account.read) rader är som specifikationen säger",
                        en: "\(label): none of \(account.read) rows is as the specification says"))
        }
        for fault in CSVReader.Fault.allCases {
            guard let lines = account.badLines[fault] else { continue }
            let listed = list(lines.map(String.init)) + (lines.count == 20 ? ", …" : "")
            warn(
                Message(
                    sv: "\(label): rader som inte går att läsa (\(fault.message.sv)): \(listed)",
                    en: "\(label): lines that can't be read (\(fault.message.en)): \(listed)"))
        }
        if !task.matches.isEmpty, !account.badLines.isEmpty {
            warn(
                Message(
                    sv: "\(label): om någon på en oläslig rad har gjort en invändning går det inte att se",
                    en: "\(label): an objection by someone on an unreadable line can't be seen"))
        }
        if account.doubtfulObjections > 0 {
            warn(
                Message(
                    sv:
                        "\(label): \(account.doubtfulObjections) invändningar saknar giltigt personnummer; de gäller den som är registrerad med samma nummer",
                    en:
                        "\(label): \(account.doubtfulObjections) objections have no valid personnummer; they hold for whoever is recorded with the same number"
                ))
        }
        if account.emptyObjections > 0 {
            warn(
                Message(
                    sv:
                        "\(label): \(account.emptyObjections) invändningar anger inte vem som har gjort dem och kan därför inte beaktas",
                    en:
                        "\(label): \(account.emptyObjections) objections don't say whose they are, and so can't be honoured"
                ))
        }
    }
}
