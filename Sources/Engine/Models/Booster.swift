// XGBoost's C API with owners for its handles and typed errors for its return codes.
import CXGBoost

/// Owns a matrix of features, with labels where it is trained on.
final class FeatureMatrix {
    let handle: DMatrixHandle
    let rows: Int

    /// `values` row by row; NaN is missing.
    init(_ values: [Float], rows: Int, labels: [Float]? = nil) throws(EvaluationError) {
        var made: DMatrixHandle?
        let width = rows == 0 ? 0 : values.count / rows
        try check(XGDMatrixCreateFromMat(values, bst_ulong(rows), bst_ulong(width), .nan, &made))
        guard let made else { throw .library("no matrix was made") }
        handle = made
        self.rows = rows
        if let labels { try check(XGDMatrixSetFloatInfo(handle, "label", labels, bst_ulong(labels.count))) }
    }

    deinit { XGDMatrixFree(handle) }
}

/// Owns a booster. Not shared between threads: a model's value is its JSON, and each use loads its own.
final class Booster {
    private let handle: BoosterHandle

    private init(of matrices: [DMatrixHandle?], threads: Int) throws(EvaluationError) {
        var made: BoosterHandle?
        try check(XGBoosterCreate(matrices, bst_ulong(matrices.count), &made))
        guard let made else { throw .library("no booster was made") }
        handle = made
        // One thread, unless there is much to do: OpenMP's threads wait by spinning. The model is the same for any number.
        try set("nthread", "\(threads)")
        try set("verbosity", "0")
    }

    convenience init(
        training matrix: FeatureMatrix, names: [String], parameters: [(String, String)], rounds: Int,
        until isInterrupted: () -> Bool
    ) throws(EvaluationError) {
        try self.init(of: [matrix.handle], threads: matrix.rows > 200_000 ? 2 : 1)
        for (name, value) in parameters { try set(name, value) }
        for round in 0..<rounds {
            if isInterrupted() { throw .interrupted }
            try check(XGBoosterUpdateOneIter(handle, Int32(round), matrix.handle))
        }
        try withCStrings(names) { (pointers) throws(EvaluationError) in
            try check(XGBoosterSetStrFeatureInfo(handle, "feature_name", pointers, bst_ulong(names.count)))
        }
    }

    convenience init(json: [UInt8]) throws(EvaluationError) {
        try self.init(of: [], threads: 1)
        try check(XGBoosterLoadModelFromBuffer(handle, json, bst_ulong(json.count)))
    }

    deinit { XGBoosterFree(handle) }

    func predict(_ matrix: FeatureMatrix) throws(EvaluationError) -> [Float] {
        let config = #"{"type": 0, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": false}"#
        var shape: UnsafePointer<bst_ulong>?
        var dimensions: bst_ulong = 0
        var result: UnsafePointer<Float>?
        try check(XGBoosterPredictFromDMatrix(handle, matrix.handle, config, &shape, &dimensions, &result))
        guard let shape, let result else { throw .library("no prediction was made") }
        let count = (0..<Int(dimensions)).reduce(1) { $0 * Int(shape[$1]) }
        return Array(UnsafeBufferPointer(start: result, count: count))
    }

    func json() throws(EvaluationError) -> [UInt8] {
        var length: bst_ulong = 0
        var bytes: UnsafePointer<CChar>?
        try check(XGBoosterSaveModelToBuffer(handle, #"{"format": "json"}"#, &length, &bytes))
        guard let bytes else { throw .library("no model was written") }
        return UnsafeBufferPointer(start: bytes, count: Int(length)).map { UInt8(bitPattern: $0) }
    }

    /// By feature name: `total_gain` or `weight` (how many splits). Features without a split are absent.
    func score(_ kind: String) throws(EvaluationError) -> [String: Double] {
        var count: bst_ulong = 0
        var names: UnsafeMutablePointer<UnsafePointer<CChar>?>?
        var dimensions: bst_ulong = 0
        var shape: UnsafePointer<bst_ulong>?
        var scores: UnsafePointer<Float>?
        try check(
            XGBoosterFeatureScore(
                handle, "{\"importance_type\": \"\(kind)\"}", &count, &names, &dimensions, &shape, &scores))
        guard let names, let scores else { return [:] }
        var found: [String: Double] = [:]
        for place in 0..<Int(count) {
            if let name = names[place] { found[String(cString: name)] = Double(scores[place]) }
        }
        return found
    }

    private func set(_ name: String, _ value: String) throws(EvaluationError) {
        try check(XGBoosterSetParam(handle, name, value))
    }
}

/// The first line of what the library says, without its stack trace.
private func check(_ status: Int32) throws(EvaluationError) {
    guard status != 0 else { return }
    let said = XGBGetLastError().map { String(cString: $0) } ?? "unknown error"
    throw .library(String(said.prefix { $0 != "\n" }.prefix(300)))
}

private func withCStrings(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>) throws(EvaluationError) -> Void
) throws(EvaluationError) {
    let bytes = texts.map { $0.utf8CString }
    let starts = bytes.indices.reduce(into: [0]) { $0.append(($0.last ?? 0) + bytes[$1].count) }
    let all = bytes.flatMap { $0 }
    var failure: EvaluationError?
    all.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = starts.dropLast().map { offset in buffer.baseAddress.map { $0 + offset }
        }
        pointers.withUnsafeMutableBufferPointer { pointers in
            guard let base = pointers.baseAddress else { return }
            do throws(EvaluationError) { try body(base) } catch { failure = error }
        }
    }
    if let failure { throw failure }
}
