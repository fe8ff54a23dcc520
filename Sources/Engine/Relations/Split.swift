// Which part of a split a row falls in: by a keyed hash, so that it is the same in every backend, and again.
import Plan
import Source

/// The first 8 bytes of SHA-256(salt ‖ "\n" ‖ key), as a big-endian fraction of 2^64, below `share`. Exact: no float between.
package func isFirstPart(salt: [UInt8], key: [UInt8], share: Exact) -> Bool {
    guard share.digits > 0 else { return false }
    let place = Digest(of: salt + [UInt8(ascii: "\n")] + key).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var scale: UInt128 = 1
    for _ in 0..<min(share.places, 18) { scale *= 10 }
    // place / 2^64 < digits / scale, multiplied out; digits ≥ scale takes all.
    guard UInt128(share.digits) < scale else { return true }
    return UInt128(place) * scale < UInt128(share.digits) << 64
}
