// One file of an estate: systems, each a dataset with its notices, assessments and activities.
import Privacy

/// A rule that an activity breaks on purpose; the raw value is the code of the finding that must come of it.
enum Slip: String, CaseIterable, Sendable {
    case notTold = "R001"
    case toldTooLate = "R002"
    case keptOnFailure = "L005"
    case notCombined = "D003"
    case readsHealth = "S001"
    case noLink = "P004"
}

struct EstateFile {
    let name: String
    private let domain: Domain
    private let slips: Int
    private(set) var bytes: [UInt8]
    private(set) var lines: Int
    private(set) var systems = 0
    private(set) var activities = 0
    private(set) var slipped: [Slip: Int] = [:]
    private var random: SeededGenerator
    /// Four digits of the file: what is declared in it is called so.
    private let number: String

    init(index: Int, domain: Domain, seed: UInt64, slips: Int) {
        number = String(10_000 + index).dropFirst().description
        name = domain.name.lowercased() + "_" + number
        self.domain = domain
        self.slips = slips
        random = SeededGenerator(seed: seed, stream: index)
        bytes = Array("edition 2026\nuse gdpr, se, ai_act\nimport \"../shared/parties.lagrum\"\n\n".utf8)
        bytes += Array("// \(domain.title), register \(number): what the unit holds, who has been told, and what is done with it.\n\n".utf8)
        lines = 6
    }

    /// - Parameter activities: how many it has; as the draw falls when nil.
    mutating func addSystem(activities wanted: Int?) {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
        let suffix = number + (systems < letters.count ? String(letters[systems]) : "X\(systems)")
        let count = wanted ?? Int.random(in: 2...3, using: &random)
        var system = System(name: domain.name + suffix, domain: domain, index: systems)
        system.controller = pick(domain.controllers)
        let small = wanted != nil
        system.main = draw(Column.main, small ? 6...9 : 12...16)
        system.person = draw(Column.person, small ? 4...7 : 10...14)
        system.extra = draw(Column.extra, small ? 4...6 : 12...16)
        var text = system.dataset()
        text += system.notices()
        for index in 0..<count {
            let shape = pick(EstateActivity.Shape.allCases)
            var activity = EstateActivity(name: "\(shape.verb)\(index + 1)\(system.name)", system: system)
            activity.purpose = domain.develop(Int.random(in: 0...2, using: &random))
            activity.columns = pickSome(system.main.filter(\.isMild), 3...6)
            activity.shape = shape
            activity.rows = Int.random(in: 2...40, using: &random) * 500
            if Int.random(in: 0..<1000, using: &random) < slips { activity.slip = activity.possibleSlips.randomElement(using: &random) }
            if let slip = activity.slip { slipped[slip, default: 0] += 1 }
            text += activity.text()
        }
        let more = (systems > 0 ? [UInt8(ascii: "\n")] : []) + formatted(text)
        bytes += more
        lines += more.count { $0 == UInt8(ascii: "\n") }
        systems += 1
        activities += count
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }

    /// So many of the pool, in the pool's order.
    private mutating func draw(_ pool: [Column], _ count: ClosedRange<Int>) -> [Column] {
        pool.indices.shuffled(using: &random).prefix(Int.random(in: count, using: &random)).sorted().map { pool[$0] }
    }

    private mutating func pickSome(_ pool: [Column], _ count: ClosedRange<Int>) -> [Column] { draw(pool, count) }
}
