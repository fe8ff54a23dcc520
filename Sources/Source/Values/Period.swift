// A length of time as the law counts it: whole months and whole days, never seconds (that is Swift's `Duration`).

/// `10 years` is 120 months; `2 weeks` is 14 days. Months and days are kept apart, since a month has no fixed length.
public struct Period: Hashable, Sendable, Codable {
    public var months: Int
    public var days: Int

    public init(months: Int = 0, days: Int = 0) {
        self.months = months
        self.days = days
    }
}

extension Period: CustomStringConvertible {
    /// In the words of the language: "30 days", "6 months", "10 years".
    public var description: String {
        func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
        var parts: [String] = []
        if months != 0 { parts.append(months % 12 == 0 ? counted(months / 12, "year") : counted(months, "month")) }
        if days != 0 || months == 0 { parts.append(counted(days, "day")) }
        return parts.joined(separator: " ")
    }
}

extension Day {
    /// First the months, then the days, as periods in law are counted.
    public static func + (day: Day, period: Period) -> Day {
        Day(number: day.adding(months: period.months).number + period.days)
    }
    public static func - (day: Day, period: Period) -> Day {
        Day(number: day.adding(months: -period.months).number - period.days)
    }
}
