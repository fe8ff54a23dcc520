// A run's folder: what was asked, what is in process, what may leave, what was proved.
import Glibc
import Plan
import Source

/// `runs/<UTC time>-<first 8 digits of the plan's digest>/`.
package struct RunFolder: Sendable {
    package let name: String
    package let path: String
    /// Personal data in process: only this user may enter it, and it is gone when the run ends.
    package var work: String { path + "/work" }
    package var database: String { work + "/work.db" }
    /// Where results wait until everything is done; then it becomes `release`.
    package var staging: String { path + "/release.part" }
    package var release: String { path + "/release" }
    package var evidence: String { path + "/evidence.json" }
    package var report: String { path + "/report.html" }

    package init(under runs: String, digest: String, at time: UTC) throws {
        try makeFolder(runs)
        let stem = "\(time.fileName)-\(digest.prefix(8))"
        var name = stem
        var number = 1
        while mkdir(runs + "/" + name, 0o755) != 0 {
            guard errno == EEXIST, number < 1000 else { throw FileFault(path: runs + "/" + name, errno: errno) }
            number += 1
            name = "\(stem)-\(number)"
        }
        (self.name, path) = (name, runs + "/" + name)
        try makeFolder(work, mode: 0o700)
        guard chmod(work, 0o700) == 0 else { throw FileFault(path: work, errno: errno) }
    }
}

/// A moment, in seconds since 1970.
public struct UTC: Hashable, Sendable {
    public var seconds: Int
    public init(seconds: Int) { self.seconds = seconds }

    public static var now: UTC {
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        return UTC(seconds: moment.tv_sec)
    }

    public var day: Day { Day(number: Int((Double(seconds) / 86_400).rounded(.down))) }

    /// `2026-11-21T10:15:00Z`
    public var description: String { text(":") }
    /// The same without what a file name can't hold: `2026-11-21T10-15-00Z`.
    var fileName: String { text("-") }

    private func text(_ separator: String) -> String {
        let rest = seconds - day.number * 86_400
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : String($0) }
        return "\(day)T\(parts.joined(separator: separator))Z"
    }
}
