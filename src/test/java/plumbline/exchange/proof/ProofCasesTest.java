package plumbline.exchange.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.proofreading.CellCheck;
import plumbline.proofreading.CellCheck.CheckOutcome;
import plumbline.proofreading.Contradiction;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables that were judged wrongly once, with what is to be said of them. */
class ProofCasesTest {
    private static final Path CASES = Path.of("src/test/resources/plumbline/proof/cases");

    private static TableProof proofOf(String file) throws Problem {
        return TableProof.fromFile(CASES.resolve(file), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15a-midterm-share.csv | ''",
                "15b-cumulative-with-half-year.csv | ''",
                "15c-dash-verdict-with-note.csv | ''",
                "16-C09.csv | G5 WORD_WRONG",
                "16-E12.csv | C5 SUM_WRONG",
                "16-E13.csv | E4 RESULT_WRONG",
                "16-E17.csv | E2 WORD_WRONG",
                "17c-name-first.csv | H3 FORECAST_AS_FACT"
            })
    void whatDoesNotHoldIsFoundAndNothingElse(String file, String expected) throws Problem {
        assertEquals(
                expected,
                proofOf(file).contradictions().stream()
                        .filter(c -> c.severity() != Contradiction.ContradictionSeverity.REMARK)
                        .map(c -> c.location().address() + " " + c.kind())
                        .collect(Collectors.joining(", ")));
    }

    /** Every cell of a result is told of, and given figures are not called checked. */
    @Test
    void everyCellIsCheckedOrSaysWhyNot() throws Problem {
        TableProof proof = proofOf("16-E13.csv");
        assertEquals(
                "D2 GIVEN, D3 GIVEN, D4 GIVEN, E2 RIGHT, E3 RIGHT, E4 WRONG",
                proof.checks().stream()
                        .filter(c -> c.address().matches("[DE].*"))
                        .map(c -> c.address() + " " + c.outcome())
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /** Nobody knows what the column is computed by: no clean bill. */
    @Test
    void aColumnOfUnknownFormulaIsNotCalledRight() throws Problem {
        TableProof proof =
                TableProof.fromFile(
                        CASES.resolveSibling("corpus/tables/clean-27-constant-prices.csv"),
                        Optional.empty());
        assertTrue(
                proof.checks().stream()
                        .filter(c -> c.address().startsWith("D"))
                        .map(CellCheck::outcome)
                        .allMatch(CheckOutcome.NO_FORMULA::equals));
    }
}
