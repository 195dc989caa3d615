package plumbline.assessment;

import java.math.BigDecimal;

/** A number put into a formula. */
public record Input(Symbol symbol, BigDecimal amount, Origin origin) {}
