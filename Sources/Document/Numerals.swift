// Numbers as people of a language write them, without a locale library: the same bytes on every machine.

/// How numbers are written: Swedish `12 345,6 %`, English `12,345.6%`.
public struct Numerals: Sendable, Equatable {
    public var group: String
    public var point: String
    public var percentSign: String

    public init(group: String, point: String, percentSign: String) {
        (self.group, self.point, self.percentSign) = (group, point, percentSign)
    }

    public static let swedish = Numerals(group: "\u{202F}", point: ",", percentSign: "\u{202F}%")
    public static let english = Numerals(group: ",", point: ".", percentSign: "%")

    /// The true minus sign, and groups of three from five digits on.
    public func integer(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        guard digits.count > 4 else { return (value < 0 ? "−" : "") + String(digits) }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += group }
            text.append(digit)
        }
        return (value < 0 ? "−" : "") + text
    }

    /// `places` decimals, rounded half away from zero; a dash for what is no number.
    public func decimal(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (value * scale).rounded()
        guard scaled.isFinite, scaled.magnitude < 1e15 else { return "–" }
        let units = Int(scaled.magnitude)
        let sign = scaled < 0 ? "−" : ""
        guard places > 0 else { return sign + integer(units) }
        let divisor = Int(scale)
        let rest = String(units % divisor)
        return sign + integer(units / divisor) + point + String(repeating: "0", count: places - rest.count) + rest
    }

    /// A share as a percentage.
    public func percent(_ share: Double, places: Int = 1) -> String {
        let text = decimal(share * 100, places: places)
        return text == "–" ? text : text + percentSign
    }

    /// Three significant digits at most, for amounts of any size.
    public func quantity(_ value: Double) -> String {
        let size = value.magnitude
        return decimal(value, places: size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)
    }

    public func bytes(_ count: Int) -> String {
        if count < 1000 { return "\(integer(count))\u{A0}B" }
        if count < 1_000_000 { return "\(quantity(Double(count) / 1e3))\u{A0}kB" }
        if count < 1_000_000_000 { return "\(quantity(Double(count) / 1e6))\u{A0}MB" }
        return "\(quantity(Double(count) / 1e9))\u{A0}GB"
    }

    public func seconds(_ value: Double) -> String {
        if value < 0.0995 { return "\(decimal(value * 1000, places: 0))\u{A0}ms" }
        if value < 120 { return "\(decimal(value, places: value < 9.95 ? 1 : 0))\u{A0}s" }
        return "\(decimal(value / 60, places: 0))\u{A0}min"
    }
}
