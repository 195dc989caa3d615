package plumbline.exchange.table;

import plumbline.plan.Period;
import plumbline.plan.Relation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A read figure as the columns of a list, which stay the same in every language. */
public final class FigureColumns {
    public static final List<String> NAMES =
            List.of(
                    "file",
                    "sheet",
                    "cell",
                    "indicator",
                    "breakdown",
                    "unit",
                    "group",
                    "role",
                    "period",
                    "value",
                    "relation",
                    "status",
                    "raw",
                    "confidence");
    private static final Map<Relation, String> SIGNS =
            Map.of(
                    Relation.AT_LEAST,
                    ">=",
                    Relation.AT_MOST,
                    "<=",
                    Relation.ABOVE,
                    ">",
                    Relation.BELOW,
                    "<",
                    Relation.EQUAL,
                    "=",
                    Relation.BETWEEN,
                    "between",
                    Relation.ABOUT,
                    "about");

    private FigureColumns() {}

    /** By {@link #NAMES}, in their order. */
    public static Map<String, String> columnsForFigure(ReadFigure figure) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("file", figure.address().file());
        columns.put("sheet", figure.address().sheet());
        columns.put("cell", figure.address().cell());
        columns.put("indicator", figure.indicator());
        columns.put("breakdown", figure.breakdown());
        columns.put("unit", figure.unit());
        columns.put("group", figure.group());
        columns.put("role", printedRole(figure.role()).name().toLowerCase(Locale.ROOT));
        columns.put("period", figure.period().map(Period::code).orElse(""));
        columns.put("value", figure.findValue().map(BigDecimal::toPlainString).orElse(""));
        columns.put("relation", figure.relation().map(SIGNS::get).orElse(""));
        columns.put("status", figure.statusCode());
        columns.put("raw", figure.raw());
        columns.put("confidence", figure.confidence().toPlainString());
        return columns;
    }

    /** A mid-term target is a target; its period tells which. */
    private static FigureRole printedRole(FigureRole role) {
        return role == FigureRole.MID_TERM ? FigureRole.TARGET : role;
    }
}
