// Personal identity numbers and organisation numbers: form, day, check digit, century.
import Source
import Testing

private let today = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)

@Suite struct PersonnummerTests {
    @Test(arguments: [
        "189001019802", "194107086987", "19410708-6987", "410708-6987", "4107086987", " 410708-6987 ", "811218-9876",
    ])
    func published(text: String) { #expect(Personnummer(text, today: today) != nil) }

    @Test func spellingsAreOnePerson() {
        let spellings = ["194107086987", "19410708-6987", "410708-6987", "4107086987"].map {
            Personnummer($0, today: today)?.digits
        }
        #expect(Set(spellings) == ["194107086987"])
    }

    @Test func plusMeansAHundred() {
        #expect(Personnummer("900101+9802", today: today)?.digits == "189001019802")
        #expect(Personnummer("900101-9802", today: today)?.digits == "199001019802")
    }

    @Test func coordinationNumber() {
        let number = Personnummer("701063-2391", today: today)
        #expect(number?.digits == "197010632391")
        #expect(number?.isCoordination == true)
        #expect(number?.birthday == Day(year: 1970, month: 10, day: 3))
    }

    /// A short form whose day has not come yet this century is of the last one.
    @Test func centuryFollowsTheDay() {
        #expect(Personnummer.normalised("261121-0000", today: today)?.prefix(8) == "20261121")
        #expect(Personnummer.normalised("261122-0000", today: today)?.prefix(8) == "19261122")
        #expect(Personnummer.normalised("261181-0000", today: today)?.prefix(8) == "20261181")
        #expect(Personnummer.normalised("270101+0000", today: today)?.prefix(8) == "18270101")
        #expect(Personnummer.normalised("260101+0000", today: today)?.prefix(8) == "19260101")
    }

    @Test(arguments: [
        "194107086988", "19410708698", "1941070869871", "194113086981", "194102306984", "410708_6981", "41-07086987",
        "",
        "abcdefghijkl", "201602299", "203001011234", "170001019809", "１９４１０７０８６９８１",
    ])
    func refused(text: String) { #expect(Personnummer(text, today: today) == nil) }

    @Test func aMistypedNumberEqualsItself() {
        #expect(
            Personnummer.normalised("410708-6988", today: today)
                == Personnummer.normalised("19410708-6988", today: today))
    }

    @Test func everyChangedDigitIsFound() {
        let digits = Array("194107086987")
        for place in 2..<12 {
            for digit in "0123456789" where digit != digits[place] {
                var changed = digits
                changed[place] = digit
                #expect(Personnummer(String(changed), today: today) == nil)
            }
        }
    }

    @Test func organisationsnummer() {
        for text in ["556036-0793", "5560360793", "165560360793", "16556036-0793"] {
            #expect(Organisationsnummer(text)?.digits == "5560360793")
        }
        for text in ["556036-0794", "4107086987", "055603607", "556036 0793", ""] {
            #expect(Organisationsnummer(text) == nil)
        }
    }
}
