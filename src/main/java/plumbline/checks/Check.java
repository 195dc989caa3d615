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
    PARTS_TOTAL(CheckSeverity.WRONG),
    /** {baseline, Σ of the parts' baselines} */
    PARTS_BASELINE(CheckSeverity.DOUBTFUL),
    /**
     * {target, Σ of the parts' targets}: even if every part does its share, the whole falls short.
     */
    PARTS_TARGET(CheckSeverity.DOUBTFUL),
    /** {period, fraction, its quotient, the amount} */
    RATIO_OFF(CheckSeverity.WRONG),
    /** {period, percentage, number of things, nearest count, its percentage} */
    NOT_WHOLE(CheckSeverity.WRONG),
    /** {period, fraction, what the numerator counts} */
    COUNT_NOT_WHOLE(CheckSeverity.DOUBTFUL),
    /** {period, value, the value before} */
    FALL(CheckSeverity.WRONG),
    /** {period or milestone, amount, nearest of the others, step: ×10000} */
    JUMP(CheckSeverity.DOUBTFUL),
    /** {period, value, the greatest of the others, how many times that} */
    FAR_ABOVE(CheckSeverity.DOUBTFUL),
    /** {period, value, the least of the others, how many times the value} */
    FAR_BELOW(CheckSeverity.DOUBTFUL),
    /** {period, value, Σ of the shorter periods} */
    SUM_DIFFERS(CheckSeverity.WRONG),
    /** {period, value, the shorter period, its greater value} */
    PART_EXCEEDS(CheckSeverity.WRONG),
    /** {day, period, value, other period, its value} */
    SAME_DAY(CheckSeverity.WRONG),
    /** {period, value, target} */
    PERCENT_OVER(CheckSeverity.DOUBTFUL),
    /** {in the name, elsewhere} */
    SCALE_DIFFERS(CheckSeverity.DOUBTFUL),
    /** {unit, unit elsewhere} */
    UNIT_DIFFERS(CheckSeverity.DOUBTFUL),
    /** {direction, baseline, target} */
    TARGET_SIDE(CheckSeverity.DOUBTFUL),
    /** {mid-term or yearly target, its role, baseline, final target} */
    MIDDLE_SIDE(CheckSeverity.DOUBTFUL),
    /** {direction, target} */
    RELATION_SIDE(CheckSeverity.DOUBTFUL),
    /** A running total that nobody says where to begin. */
    BASELINE_MISSING(CheckSeverity.DOUBTFUL),
    /** {amount} */
    TARGET_IS_BASELINE(CheckSeverity.DOUBTFUL),
    /** {target} */
    HOLD_NEVER(CheckSeverity.WRONG),
    /** {target} */
    ZERO_TARGET(CheckSeverity.WRONG),
    /** {where it is written, word, computed judgement} */
    VERDICT_WORD(CheckSeverity.NOTABLE);

    /**
     * WRONG: both cannot be right. DOUBTFUL: probably a slip. NOTABLE: a text and the computation
     * disagree.
     */
    public enum CheckSeverity {
        WRONG,
        DOUBTFUL,
        NOTABLE
    }

    /** What is looked at. */
    public enum CheckTheme {
        FIGURES,
        TARGETS,
        PARTS,
        RATIOS,
        UNITS,
        TEXTS
    }

    /** What a repair does. */
    public enum RepairKind {
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
        boolean changesWholeIndicator() {
            return this == TO_PER_PERIOD
                    || this == FLIP_DIRECTION
                    || this == TURN_RELATION
                    || this == TO_HOLD;
        }
    }

    /**
     * A named edit that puts it right.
     *
     * @param arguments numbers for its name
     */
    public record PlanRepair(
            RepairKind repairKind, List<Object> arguments, UnaryOperator<Plan> edit) {
        public PlanRepair {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * One thing found.
     *
     * @param lineId the indicator, or the part
     * @param arguments amounts, periods, milestones, constants and texts, to be worded
     */
    public record CheckFinding(
            Check check,
            UUID lineId,
            Optional<Period> period,
            List<Object> arguments,
            Optional<PlanRepair> repair) {
        public CheckFinding {
            arguments = List.copyOf(arguments);
        }

        public CheckSeverity severity() {
            return check.severity;
        }

        CheckFinding withoutRepair() {
            return new CheckFinding(check, lineId, period, arguments, Optional.empty());
        }

        CheckFinding withRepair(PlanRepair mending) {
            return new CheckFinding(check, lineId, period, arguments, Optional.of(mending));
        }
    }

    private final CheckSeverity severity;

    Check(CheckSeverity severity) {
        this.severity = severity;
    }

    public CheckSeverity severity() {
        return severity;
    }

    CheckFinding findingOnLine(UUID line, Object... args) {
        return new CheckFinding(this, line, Optional.empty(), List.of(args), Optional.empty());
    }

    /** Of a figure: its period is the first argument as well. */
    CheckFinding findingOnFigure(UUID line, Period period, Object... rest) {
        List<Object> args = new ArrayList<>(List.of(rest));
        args.addFirst(period);
        return new CheckFinding(this, line, Optional.of(period), args, Optional.empty());
    }
}
