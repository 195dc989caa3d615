package plumbline.assessment;

import java.math.BigDecimal;

/** A number put into a formula. */
public record FormulaInput(Symbol symbol, BigDecimal amount, Origin origin) {}
