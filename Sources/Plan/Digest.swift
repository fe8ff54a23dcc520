// SHA-256, by the system's libcrypto: the name of a plan, a file, a row's place in a split.
import CCrypto

public struct Digest: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(of bytes: some Collection<UInt8>) {
        var state = SHA256_CTX(), digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        let input = Array(bytes)
        let made = SHA256_Init(&state) == 1 && SHA256_Update(&state, input, input.count) == 1 && SHA256_Final(&digest, &state) == 1
        precondition(made, "libcrypto could not compute SHA-256")
        self.bytes = digest
    }

    public init(of text: String) { self.init(of: Array(text.utf8)) }

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
