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

    private record Meaning(
            String indicator, String part, String group, FigureRole role, Optional<Period> period) {
        static Meaning of(ReadFigure figure) {
            return new Meaning(
                    figure.indicator(),
                    figure.breakdown(),
                    figure.group(),
                    figure.role(),
                    figure.period());
        }
    }

    private final Map<Meaning, BigDecimal> firstValues = new HashMap<>();
    private final Set<Meaning> contradicted = new HashSet<>();

    private ContradictionCheck(List<ReadFigure> figures) {
        figures.stream().filter(f -> f.role().isAmount()).forEach(this::addFigure);
    }

    private void addFigure(ReadFigure figure) {
        if (figure.value().isEmpty()) return;
        BigDecimal value = figure.value().get();
        BigDecimal first = firstValues.putIfAbsent(Meaning.of(figure), value);
        if (first != null && first.compareTo(value) != 0) contradicted.add(Meaning.of(figure));
    }

    /** The figures, those that contradict one another with little confidence. */
    static List<ReadFigure> withDoubts(List<ReadFigure> figures) {
        ContradictionCheck check = new ContradictionCheck(figures);
        if (check.contradicted.isEmpty()) return figures;
        List<ReadFigure> doubted = new ArrayList<>();
        for (ReadFigure figure : figures)
            doubted.add(
                    check.contradicted.contains(Meaning.of(figure))
                            ? figure.withConfidence(
                                    figure.confidence().min(CONFIDENCE_OF_CONTRADICTED))
                            : figure);
        return doubted;
    }
}
