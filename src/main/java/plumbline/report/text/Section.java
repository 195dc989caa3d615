package plumbline.report.text;

/** A part of a report or of the slides, in the order of a mid-term evaluation. */
public enum Section {
    ORGANISATION,
    OVERALL,
    GROUPS,
    BEHIND,
    TASKS,
    PROBLEMS,
    COUNTERMEASURES,
    NEXT,
    DECISIONS,
    APPENDIX
}
