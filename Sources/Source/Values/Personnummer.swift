// A Swedish personal identity number, checked as the Tax Agency describes it, and the one form in which two are compared.

/// A personnummer or samordningsnummer (folkbokföringslagen 18 and 18 a §§; SKV 704). The day of a coordination number is 60 higher.
public struct Personnummer: Hashable, Sendable {
    /// Twelve digits: the century is always there, so that equal persons are equal texts.
    public let digits: String
    public let birthday: Day
    public let isCoordination: Bool

    /// Reads `YYYYMMDDNNNN` and `YYMMDDNNNN`, each also with `-` or `+` before the last four; nil when it has another form, when there
    /// is no such day of birth up to `today`, or when its check digit is wrong.
    public init?(_ text: some StringProtocol, today: Day) {
        guard let reading = Reading(text, today: today), reading.hasCheckDigit, let birthday = reading.birthday,
            birthday <= today
        else { return nil }
        self.digits = reading.text
        self.birthday = birthday
        self.isCoordination = reading.day > 60
    }

    /// The twelve digits of anything that has the form, valid or not, so that a mistyped number still equals itself in another
    /// spelling; nil when it has another form.
    public static func normalised(_ text: some StringProtocol, today: Day) -> String? {
        Reading(text, today: today)?.text
    }
}

/// Twelve digits with the century that the separator and today's date give.
private struct Reading {
    var digits: [UInt8]

    init?(_ text: some StringProtocol, today: Day) {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
        var hundred = false
        if bytes.count == 11 || bytes.count == 13 {
            let separator = bytes.remove(at: bytes.count - 5)
            guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "+") else { return nil }
            hundred = separator == UInt8(ascii: "+")
        }
        guard bytes.count == 10 || bytes.count == 12, bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
        digits = bytes.map { $0 - 48 }
        if digits.count == 12 {
            guard (18...20).contains(Int(digits[0]) * 10 + Int(digits[1])) else { return nil }
        } else {
            let century = Reading.century(ofShort: digits, hundred: hundred, today: today)
            digits = [UInt8(century / 10), UInt8(century % 10)] + digits
        }
    }

    /// `-` or nothing: the last such day that has been. `+`: the last one of a year at least a hundred years before this one.
    static func century(ofShort digits: [UInt8], hundred: Bool, today: Day) -> Int {
        let (year, month, day) = today.parts
        let short = Int(digits[0]) * 10 + Int(digits[1])
        let bornMonth = Int(digits[2]) * 10 + Int(digits[3])
        let bornDay = (Int(digits[4]) * 10 + Int(digits[5])) % 60
        var born = year / 100 * 100 + short
        if (born, bornMonth, bornDay) > (year, month, day) { born -= 100 }
        if hundred { while year - born < 100 { born -= 100 } }
        return max(18, born / 100)
    }

    var day: Int { Int(digits[6]) * 10 + Int(digits[7]) }

    var birthday: Day? {
        let year = digits[0..<4].reduce(0) { $0 * 10 + Int($1) }
        return Day(year: year, month: Int(digits[4]) * 10 + Int(digits[5]), day: day > 60 ? day - 60 : day)
    }

    var hasCheckDigit: Bool { luhn(digits.dropFirst(2)) }
    var text: String { String(decoding: digits.map { $0 + 48 }, as: UTF8.self) }
}

/// The modulus-10 check: every second digit from the left doubled, the digits of all summed.
func luhn(_ digits: some Collection<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.enumerated() {
        let value = place % 2 == 0 ? Int(digit) * 2 : Int(digit)
        sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
}
