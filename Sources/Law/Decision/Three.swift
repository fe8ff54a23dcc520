// Strong Kleene logic: no < unknown < yes.

public enum Three: Int, Comparable, Hashable, Sendable {
    case no, unknown, yes

    public init(_ truth: Bool) { self = truth ? .yes : .no }
    public static func < (left: Three, right: Three) -> Bool { left.rawValue < right.rawValue }
    public static prefix func ! (value: Three) -> Three {
        switch value {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }
    var isDefinite: Bool { self != .unknown }
}
