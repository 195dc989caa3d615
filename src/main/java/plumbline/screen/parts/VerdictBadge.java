package plumbline.screen.parts;

import javafx.scene.control.Label;
import javafx.scene.shape.SVGPath;

import plumbline.chart.layout.VerdictShape;
import plumbline.plan.Verdict;

import java.util.Locale;
import java.util.Optional;

/** A verdict as word, shape and colour. */
public final class VerdictBadge extends Label {
    private static final double RADIUS = 5;

    public VerdictBadge(Optional<Verdict> verdict, String word) {
        super(word);
        SVGPath shape = new SVGPath();
        shape.setContent(VerdictShape.forVerdict(verdict).toSvgPath(RADIUS));
        shape.getStyleClass().add("verdict-shape");
        setGraphic(shape);
        getStyleClass().addAll("verdict-badge", verdictStyleClass(verdict));
        setMinWidth(USE_PREF_SIZE);
    }

    /** The style class of a verdict's colour. */
    public static String verdictStyleClass(Optional<Verdict> verdict) {
        return "verdict-"
                + verdict.map(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse("none");
    }
}
