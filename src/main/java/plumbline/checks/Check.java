package plumbline.checks;

import plumbline.plan.Period;
import plumbline.plan.Plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What can be wrong, or at least odd, inside a plan. The numbers in braces are the arguments of
 * what was found.
 */
public enum Check {
    /** {period, typed, of the parts} */
    PARTS_TOTAL(Severity.WRONG),
    /** {baseline, Σ of the parts' baselines} */
    PARTS_BASELINE(Severity.DOUBTFUL),
    /**
     * {target, Σ of the parts' targets}: even if every part does its share, the whole falls short.
     */
    PARTS_TARGET(Severity.DOUBTFUL),
    /** {period, fraction, its quotient, the amount} */
    RATIO_OFF(Severity.WRONG),
    /** {period, percentage, number of things, nearest count, its percentage} */
    NOT_WHOLE(Severity.WRONG),
    /** {period, fraction, what the numerator counts} */
    COUNT_NOT_WHOLE(Severity.DOUBTFUL),
    /** {period, value, the value before} */
    FALL(Severity.WRONG),
    /** {period or milestone, amount, nearest of the others, step: ×10000} */
    JUMP(Severity.DOUBTFUL),
    /** {period, value, the greatest of the others, how many times that} */
    FAR_ABOVE(Severity.DOUBTFUL),
    /** {period, value, the least of the others, how many times the value} */
    FAR_BELOW(Severity.DOUBTFUL),
    /** {period, value, Σ of the shorter periods} */
    SUM_DIFFERS(Severity.WRONG),
    /** {period, value, the shorter period, its greater value} */
    PART_EXCEEDS(Severity.WRONG),
    /** {day, period, value, other period, its value} */
    SAME_DAY(Severity.WRONG),
    /** {period, value, target} */
    PERCENT_OVER(Severity.DOUBTFUL),
    /** {in the name, elsewhere} */
    SCALE_DIFFERS(Severity.DOUBTFUL),
    /** {unit, unit elsewhere} */
    UNIT_DIFFERS(Severity.DOUBTFUL),
    /** {direction, baseline, target} */
    TARGET_SIDE(Severity.DOUBTFUL),
    /** {mid-term or yearly target, its role, baseline, final target} */
    MIDDLE_SIDE(Severity.DOUBTFUL),
    /** {direction, target} */
    RELATION_SIDE(Severity.DOUBTFUL),
    /** A running total that nobody says where to begin. */
    BASELINE_MISSING(Severity.DOUBTFUL),
    /** {amount} */
    TARGET_IS_BASELINE(Severity.DOUBTFUL),
    /** {target} */
    HOLD_NEVER(Severity.WRONG),
    /** {target} */
    ZERO_TARGET(Severity.WRONG),
    /** {where it is written, word, computed judgement} */
    VERDICT_WORD(Severity.NOTABLE);

    /**
     * WRONG: both cannot be right. DOUBTFUL: probably a slip. NOTABLE: a text and the computation
     * disagree.
     */
    public enum Severity {
        WRONG,
        DOUBTFUL,
        NOTABLE
    }

    /** What is looked at. */
    public enum Theme {
        FIGURES,
        TARGETS,
        PARTS,
        RATIOS,
        UNITS,
        TEXTS
    }

    /** What a repair does. */
    public enum Mending {
        USE_PARTS,
        RECOMPUTE,
        TO_PER_PERIOD,
        TIMES,
        DIVIDE,
        FLIP_DIRECTION,
        TURN_RELATION,
        ZERO_BASELINE,
        TO_HOLD;

        /**
         * True for what changes kind, direction or reporting, which parts share with their
         * indicator.
         */
        boolean ofTheWhole() {
            return this == TO_PER_PERIOD
                    || this == FLIP_DIRECTION
                    || this == TURN_RELATION
                    || this == TO_HOLD;
        }
    }

    /**
     * A named edit that puts it right.
     *
     * @param args numbers for its name
     */
    public record Repair(Mending mending, List<Object> args, UnaryOperator<Plan> edit) {
        public Repair {
            args = List.copyOf(args);
        }
    }

    /**
     * One thing found.
     *
     * @param line the indicator, or the part
     * @param args amounts, periods, milestones, constants and texts, to be worded
     */
    public record Found(
            Check check,
            UUID line,
            Optional<Period> period,
            List<Object> args,
            Optional<Repair> repair) {
        public Found {
            args = List.copyOf(args);
        }

        public Severity severity() {
            return check.severity;
        }

        Found unmended() {
            return new Found(check, line, period, args, Optional.empty());
        }

        Found mendedBy(Repair mending) {
            return new Found(check, line, period, args, Optional.of(mending));
        }
    }

    private final Severity severity;

    Check(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    Found in(UUID line, Object... args) {
        return new Found(this, line, Optional.empty(), List.of(args), Optional.empty());
    }

    /** Of a figure: its period is the first argument as well. */
    Found at(UUID line, Period period, Object... rest) {
        List<Object> args = new ArrayList<>(List.of(rest));
        args.addFirst(period);
        return new Found(this, line, Optional.of(period), args, Optional.empty());
    }
}
