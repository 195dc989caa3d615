package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.CheckSeverity;
import plumbline.checks.Check.PlanRepair;
import plumbline.checks.VerdictWordCheck;
import plumbline.plan.Milestone;
import plumbline.plan.Period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Says what was found inside a plan, and what would mend it. */
public final class CheckWording {
    private final Messages messages;
    private final Wording wording;

    public CheckWording(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
    }

    public String findingSentence(CheckFinding found) {
        return messages.sentence("check." + found.check().name(), wordArguments(found.arguments()));
    }

    /** What a button says. */
    public String repairLabel(PlanRepair repair) {
        return messages.sentence(
                "check.mending." + repair.repairKind().name(), wordArguments(repair.arguments()));
    }

    public String severityName(CheckSeverity severity) {
        return messages.sentence("check.severity." + severity.name());
    }

    private Object[] wordArguments(List<Object> args) {
        return args.stream().map(this::wordArgument).toArray();
    }

    private String wordArgument(Object arg) {
        return switch (arg) {
            case BigDecimal amount -> Wording.formatCompact(amount);
            case Period period -> wording.formatPeriod(period);
            case LocalDate day -> wording.formatDate(day);
            case Milestone milestone -> wording.targetText(milestone);
            case Assessment assessment -> wording.verdictName(assessment);
            case VerdictWordCheck.VerdictTextPlace place ->
                    messages.sentence("check.place." + place.name());
            case Enum<?> constant -> messages.nameOf(constant);
            default -> String.valueOf(arg);
        };
    }
}
