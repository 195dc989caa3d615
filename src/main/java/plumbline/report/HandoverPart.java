package plumbline.report;

/** What a handover may consist of; the list of what was written comes with it always. */
public enum HandoverPart {
    APPENDIX,
    WIDE,
    REPORT,
    SUMMARY,
    BRIEF,
    SLIDES,
    CHARTS,
    FIGURES
}
