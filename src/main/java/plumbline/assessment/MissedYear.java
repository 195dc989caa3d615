package plumbline.assessment;

import plumbline.plan.Milestone;

import java.math.BigDecimal;

/**
 * A year whose own yearly target was not met, whatever became of the years after it.
 *
 * @param value of the whole year
 */
public record MissedYear(int year, BigDecimal value, Milestone target) {}
