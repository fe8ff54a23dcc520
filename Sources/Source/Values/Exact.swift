// An exact decimal number: what the author wrote is what the plan holds, without a float between.

/// `digits` × 10^−`places`. Equality and order compare values: 0.50 equals 0.5.
public struct Exact: Sendable {
    public let digits: Int64
    public var places: Int { Int(scale) }
    private let scale: Int16

    public init(_ digits: Int64, places: Int = 0) {
        var digits = digits, places = places
        while places > 0, digits % 10 == 0 { digits /= 10; places -= 1 }
        self.digits = digits
        scale = Int16(clamping: places)
    }

    /// Reads `12`, `-0.05`, `500_000`, `1e-9`; nil for anything else, or beyond 18 digits.
    public init?(_ text: some StringProtocol) {
        var digits: Int64 = 0, places = 0, count = 0, seenPoint = false, negative = false, exponent = 0
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "-") { negative = true; bytes = bytes.dropFirst() }
        while let byte = bytes.first {
            bytes = bytes.dropFirst()
            switch byte {
            case 48...57:
                let (product, first) = digits.multipliedReportingOverflow(by: 10)
                let (sum, second) = product.addingReportingOverflow(Int64(byte - 48))
                guard !first, !second else { return nil }
                digits = sum
                count += 1
                if seenPoint { places += 1 }
            case UInt8(ascii: "_"): continue
            case UInt8(ascii: "."):
                guard !seenPoint else { return nil }
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let value = Int(String(decoding: bytes, as: UTF8.self)), (-18...18).contains(value) else { return nil }
                exponent = value
                bytes = []
            default: return nil
            }
        }
        guard count > 0 else { return nil }
        places -= exponent
        while places < 0 {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            digits = product
            places += 1
        }
        self.init(negative ? -digits : digits, places: places)
    }

    public var double: Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return Double(digits) / scale
    }

    /// The integer `value × 10^places`; nil when it has more places than that, or overflows.
    public func scaled(to places: Int) -> Int64? {
        guard self.places <= places else { return nil }
        var value = digits
        for _ in self.places..<places {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value
    }
}

extension Exact {
    /// nil where there is no room for it.
    public static func sum(_ values: [Exact]) -> Exact? {
        let places = values.map(\.places).max() ?? 0
        var digits: Int64 = 0
        for value in values {
            guard let scaled = value.scaled(to: places) else { return nil }
            let (sum, overflow) = digits.addingReportingOverflow(scaled)
            if overflow { return nil }
            digits = sum
        }
        return Exact(digits, places: places)
    }
}

extension Exact: Hashable, Comparable {
    public static func < (left: Exact, right: Exact) -> Bool {
        if left.places == right.places { return left.digits < right.digits }
        let places = max(left.places, right.places)
        if let a = left.scaled(to: places), let b = right.scaled(to: places) { return a < b }
        return left.double < right.double
    }
}

extension Exact: CustomStringConvertible {
    public var description: String {
        guard places > 0 else { return String(digits) }
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
        return (digits < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}

extension Exact: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = Exact(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is not a decimal"))
        }
        self = value
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
