package plumbline.exchange.table;

import plumbline.plan.Period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that says two different values of the same indicator, part, role and period was
 * misunderstood, whatever its heads seem to say.
 */
final class ContradictionCheck {
    /** Of a figure whose table contradicts itself; far below what is taken in unasked. */
    private static final BigDecimal CONFIDENCE_OF_CONTRADICTED = new BigDecimal("0.40");

    private record FigureMeaning(
            String indicator, String part, String group, FigureRole role, Optional<Period> period) {
        static FigureMeaning meaningOfFigure(ReadFigure figure) {
            return new FigureMeaning(
                    figure.indicator(),
                    figure.breakdown(),
                    figure.group(),
                    figure.role(),
                    figure.period());
        }
    }

    private final Map<FigureMeaning, BigDecimal> firstValues = new HashMap<>();
    private final Set<FigureMeaning> contradicted = new HashSet<>();

    private ContradictionCheck(List<ReadFigure> figures) {
        figures.stream().filter(f -> f.role().isAmount()).forEach(this::addFigure);
    }

    private void addFigure(ReadFigure figure) {
        if (figure.findValue().isEmpty()) return;
        BigDecimal value = figure.findValue().get();
        BigDecimal first = firstValues.putIfAbsent(FigureMeaning.meaningOfFigure(figure), value);
        if (first != null && first.compareTo(value) != 0)
            contradicted.add(FigureMeaning.meaningOfFigure(figure));
    }

    /** The figures, those that contradict one another with little confidence. */
    static List<ReadFigure> withDoubts(List<ReadFigure> figures) {
        ContradictionCheck check = new ContradictionCheck(figures);
        if (check.contradicted.isEmpty()) return figures;
        List<ReadFigure> doubted = new ArrayList<>();
        for (ReadFigure figure : figures)
            doubted.add(
                    check.contradicted.contains(FigureMeaning.meaningOfFigure(figure))
                            ? figure.withConfidence(
                                    figure.confidence().min(CONFIDENCE_OF_CONTRADICTED))
                            : figure);
        return doubted;
    }
}
