package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.checks.Check.Found;
import plumbline.checks.Check.Repair;
import plumbline.checks.Check.Severity;
import plumbline.checks.VerdictWords;
import plumbline.plan.Milestone;
import plumbline.plan.Period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Says what was found inside a plan, and what would mend it. */
public final class CheckWording {
    private final Messages words;
    private final Wording wording;

    public CheckWording(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    public String of(Found found) {
        return words.say("check." + found.check().name(), worded(found.args()));
    }

    /** What a button says. */
    public String of(Repair repair) {
        return words.say("check.mending." + repair.mending().name(), worded(repair.args()));
    }

    public String of(Severity severity) {
        return words.say("check.severity." + severity.name());
    }

    private Object[] worded(List<Object> args) {
        return args.stream().map(this::worded).toArray();
    }

    private String worded(Object arg) {
        return switch (arg) {
            case BigDecimal amount -> Wording.compact(amount);
            case Period period -> wording.period(period);
            case LocalDate day -> wording.date(day);
            case Milestone milestone -> wording.target(milestone);
            case Assessment assessment -> wording.verdict(assessment);
            case VerdictWords.Place place -> words.say("check.place." + place.name());
            case Enum<?> constant -> words.say(constant);
            default -> String.valueOf(arg);
        };
    }
}
