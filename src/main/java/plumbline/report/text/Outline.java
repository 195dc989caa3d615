package plumbline.report.text;

import java.util.List;

/** Which parts a document has: one way to write them all. */
public enum Outline {
    /** 中期评估报告: everything, with a table of contents. */
    EVALUATION(
            Section.ORGANISATION,
            Section.OVERALL,
            Section.GROUPS,
            Section.BEHIND,
            Section.TASKS,
            Section.PROBLEMS,
            Section.COUNTERMEASURES,
            Section.APPENDIX),
    /** 半年小结: no account of how it was made, and the next half year's work. */
    SUMMARY(
            Section.OVERALL,
            Section.GROUPS,
            Section.BEHIND,
            Section.TASKS,
            Section.NEXT,
            Section.APPENDIX),
    /** 一页简报: what a leader reads in a minute, and is asked to decide at its end. */
    BRIEF(Section.OVERALL, Section.BEHIND, Section.NEXT, Section.DECISIONS);

    private final List<Section> sections;

    Outline(Section... sections) {
        this.sections = List.of(sections);
    }

    public List<Section> sections() {
        return sections;
    }

    public boolean hasContents() {
        return this == EVALUATION;
    }

    public boolean isOnePage() {
        return this == BRIEF;
    }

    /** Every indicator has its own sentence, every group its chart. */
    boolean isFull() {
        return this != BRIEF;
    }
}
