// `PLAN.sources.json`: the specification that a plan came from, beside the plan and never in it.
import Checker

struct PlanOrigin: Codable {
    /// Relative to the plan's folder, unless it was given absolute.
    var specification: String
    var activity: String
    var digest: String
    var tool: String

    init(specification: String, of plan: String, activity: String, digest: String) {
        self.specification = PlanOrigin.relative(specification, to: Paths.folder(of: Paths.normal(plan)))
        (self.activity, self.digest, self.tool) = (activity, digest, "lagrum \(Version.text)")
    }

    static func path(beside plan: String) -> String {
        plan.hasSuffix(".json") ? plan.dropLast(5) + ".sources.json" : plan + ".sources.json"
    }

    /// A path as seen from a folder; both are as the shell gave them.
    private static func relative(_ path: String, to folder: String) -> String {
        if path.hasPrefix("/") || folder.hasPrefix("/") { return Writing.absolute(path) }
        let from = folder.split(separator: "/"), to = Paths.normal(path).split(separator: "/")
        if from.contains("..") { return Writing.absolute(path) }
        let common = zip(from, to).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - common) + to.dropFirst(common).map(String.init)).joined(separator: "/")
    }
}
