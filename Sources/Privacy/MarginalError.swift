// The error that noise leaves in a measured marginal.

public enum MarginalError {
    /// Expected total variation between a marginal of `rows` rows and its noisy measurement, each of `cells` cells with Gaussian
    /// noise of `variance`: ½ · cells · σ√(2/π) / rows, and no more than 1. Non-negativity and consistency only lower it.
    public static func expectedTotalVariation(cells: Int, variance: Double, rows: Double) -> Double {
        guard rows > 0 else { return 1 }
        return min(1, 0.5 * Double(cells) * (variance * 2 / .pi).squareRoot() / rows)
    }
}
