package plumbline.screen.parts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.chart.layout.VerdictShape;
import plumbline.plan.Verdict;

import java.util.Optional;

/** The small mark of a verdict set by hand: a pen, with the verdict's shape and colour. */
public final class HandVerdictMark extends Label {
    private static final double RADIUS = 4;

    public HandVerdictMark(Verdict verdict) {
        SVGPath shape = new SVGPath();
        shape.setContent(VerdictShape.forVerdict(Optional.of(verdict)).toSvgPath(RADIUS));
        shape.getStyleClass().add("verdict-shape");
        HBox both = new HBox(2, new FontIcon(Feather.EDIT_3), shape);
        both.setAlignment(Pos.CENTER_LEFT);
        setGraphic(both);
        getStyleClass().addAll("hand-mark", VerdictBadge.verdictStyleClass(Optional.of(verdict)));
        setMinWidth(USE_PREF_SIZE);
    }
}
