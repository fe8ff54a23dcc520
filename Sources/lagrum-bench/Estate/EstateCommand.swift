// `lagrum-bench estate`: writes a workspace of invented systems, the same for the same seed, to measure checking on.
import ArgumentParser
import FoundationEssentials
import Source
import Syntax

struct EstateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estate", abstract: "Write an estate: many files of datasets, notices and activities that share parties.",
        discussion: """
            By lines: every file holds several systems, until the files together hold the lines asked for. By activities: each file holds \
            its share of systems of one activity each. Mostly lawful; `--slips` of the activities break one rule each, and how many \
            is printed by the rule's code.
            """)

    @Option(help: "How many files, the shared one not counted.") var files = 500
    @Option(help: "How many lines in all, give or take a system.") var lines = 1_000_000
    @Option(help: "Write this many activities, one a system, instead of a number of lines.") var activities: Int?
    @Option(help: "How many of a thousand activities that use data further break a rule.") var slips = 50
    @Option(help: "The same seed gives the same bytes.") var seed: UInt64 = 1
    @Option(help: "The folder to write; it is made.") var out: String

    func validate() throws {
        guard files > 0, lines > 0, activities ?? 1 > 0, (0...1000).contains(slips) else {
            throw ValidationError("files, lines and activities are at least 1, slips at most 1000")
        }
    }

    func run() throws {
        let fileManager = FileManager.default
        try fileManager.createDirectory(atPath: out + "/shared", withIntermediateDirectories: true)
        var written = 0, bytes = 0, slipped: [Slip: Int] = [:], systems = 0, count = 0
        func write(_ text: [UInt8], _ path: String) throws {
            try Data(text).write(to: URL(filePath: out + "/" + path))
            written += text.count { $0 == UInt8(ascii: "\n") }
            bytes += text.count
        }
        try write(formatted(sharedFile()), "shared/parties.lagrum")
        for index in 0..<files {
            let unit = Domain.all[index % Domain.all.count]
            let folder = unit.name.lowercased()
            if index < Domain.all.count {
                try fileManager.createDirectory(atPath: out + "/" + folder + "/notices", withIntermediateDirectories: true)
                try Data("# \(unit.title)\n\nVad uppgifterna används till, hur länge de sparas och hur den som inte vill säger nej.\n".utf8)
                    .write(to: URL(filePath: "\(out)/\(folder)/notices/\(folder).sv.md"))
            }
            var file = EstateFile(index: index, domain: unit, seed: seed, slips: slips)
            if let activities {
                let share = activities * (index + 1) / files - activities * index / files
                for _ in 0..<share { file.addSystem(activities: 1) }
            } else {
                // Told by what is written so far, so that the whole comes out right.
                let goal = lines * (index + 1) / files
                repeat { file.addSystem(activities: nil) } while written + file.lines < goal
            }
            try write(file.bytes, folder + "/" + file.name + ".lagrum")
            systems += file.systems
            count += file.activities
            slipped.merge(file.slipped, uniquingKeysWith: +)
        }
        print("\(written) lines, \(bytes) bytes, \(files + 1) files, \(systems) systems, \(count) activities")
        for (slip, number) in slipped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { print("\(slip.rawValue) \(slip): \(number)") }
    }
}

/// In the one style of the language: aligned and broken as the formatter does it.
func formatted(_ text: String) -> [UInt8] { format(parse(Text(path: "estate", text))) }
