// The accounting against published and independently computed figures.
import Privacy
import Testing

/// ρ, δ, ε: bisection on CKS 2020, Proposition 12; OpenDP 0.16 gives the same to 15 digits.
private let conversions: [(rho: Double, delta: Double, epsilon: Double)] = [
    (0.001, 1e-5, 0.15733539316121553), (0.001, 1e-9, 0.2451192538719514), (0.01, 1e-5, 0.5457255482740024),
    (0.01, 1e-9, 0.8101744678675342), (0.05, 1e-5, 1.3081183429064382), (0.05, 1e-9, 1.8816602910618365),
    (0.1, 1e-5, 1.914238832003598), (0.1, 1e-9, 2.7154818867305024), (0.5, 1e-5, 4.728386984943314),
    (0.5, 1e-9, 6.4740700207264865), (1, 1e-5, 7.07719669580634), (1, 1e-9, 9.521463671792233),
    (2, 1e-5, 10.724824112939173), (2, 1e-9, 14.150147553874598), (5, 1e-5, 19.047259552325187),
    (5, 1e-9, 24.405987557559385),
]

private let inverses: [(epsilon: Double, delta: Double, rho: Double)] = [
    (0.1, 1e-5, 0.0004329937294018095), (0.1, 1e-9, 0.00017713844718502086), (0.5, 1e-5, 0.008505530591181911),
    (0.5, 1e-9, 0.003953191141217897), (1, 1e-5, 0.03055659519763956), (1, 1e-9, 0.014973057673588523),
    (2, 1e-5, 0.10825636382305726), (2, 1e-9, 0.056130501796519815), (5, 1e-5, 0.5509734749393385),
    (5, 1e-9, 0.3116932616072563), (10, 1e-5, 1.7826956163289516), (10, 1e-9, 1.0907857043970155),
]

@Test func rhoConvertsToTheTightEpsilon() {
    for (rho, delta, epsilon) in conversions {
        #expect(abs(ZCDP.epsilon(rho: rho, delta: delta) / epsilon - 1) < 1e-9, "ρ \(rho), δ \(delta)")
    }
}

@Test func epsilonConvertsToTheGreatestRho() {
    for (epsilon, delta, rho) in inverses {
        let found = ZCDP.rho(epsilon: epsilon, delta: delta)
        #expect(abs(found / rho - 1) < 1e-8, "ε \(epsilon), δ \(delta)")
        #expect(ZCDP.epsilon(rho: found, delta: delta) <= epsilon)
    }
}

@Test func conversionIsBelowTheLooseBoundAndGrowsWithRho() {
    var last = 0.0
    for power in -24...6 {
        let rho = Double(sign: .plus, exponent: power, significand: 1)
        let epsilon = ZCDP.epsilon(rho: rho, delta: 1e-9)
        #expect(epsilon > last)
        // Bun and Steinke 2016: ρ + 2√(ρ ln 1/δ), ln 1e9 = 20.72326583694641.
        #expect(epsilon < rho + 2 * (rho * 20.72326583694641).squareRoot())
        last = epsilon
    }
}

@Test func noBudgetIsNoRho() {
    #expect(ZCDP.rho(epsilon: 0, delta: 1e-9) == 0)
    #expect(ZCDP.rho(epsilon: 1, delta: 0) == 0)
    #expect(ZCDP.epsilon(rho: 0, delta: 1e-9) == 0)
    #expect(ZCDP.epsilon(rho: 1, delta: 0) == .infinity)
}

@Test func mechanismsCostWhatTheirTheoremsSay() {
    for (epsilon, rho) in [(0.1, 0.00125), (0.5, 0.03125), (1, 0.125), (2, 0.5)] {
        #expect(abs(ZCDP.ofExponential(epsilon: epsilon) - rho) < 1e-15)
        #expect(abs(ZCDP.exponentialEpsilon(rho: rho) - epsilon) < 1e-12)
    }
    #expect(ZCDP.ofGaussian(sensitivity: 1, variance: 0.25) == 2)
    #expect(ZCDP.ofGaussian(sensitivity: 3, variance: 100) == 0.045)
    #expect(ZCDP.gaussianVariance(sensitivity: 1, rho: 0.125) == 4)
}

@Test func ratiosRoundTheWayTheySay() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
        let value =
            Double.random(in: 1e-6...1, using: &generator)
            * Double(sign: .plus, exponent: Int.random(in: 0...39, using: &generator), significand: 1)
        let up = try #require(Ratio(roundingUp: value))
        let down = try #require(Ratio(roundingDown: value))
        #expect(up.double >= value && down.double <= value)
        #expect(up.double - down.double <= max(value * 2e-12, 1e-6))
        #expect(up.numerator <= 1 << 40 && up.denominator <= 1 << 20)
    }
    #expect(Ratio(roundingUp: 0) == nil)
    #expect(Ratio(roundingUp: .nan) == nil)
    #expect(Ratio(roundingUp: .infinity) == nil)
    #expect(Ratio(roundingDown: 1e-9) == nil)
    #expect(Ratio(roundingUp: 1e-9)?.double == 0x1p-20)
}
