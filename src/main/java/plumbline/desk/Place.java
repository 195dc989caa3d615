package plumbline.desk;

/** Where in the program one is. */
public enum Place {
    START, OVERVIEW, INDICATORS, TASKS, CHARTS, IMPORTING, SNAPSHOTS, CHECKS, PROOFREADING, ANALYSIS, REPORTING, SETTINGS;

    /** True for the places that show an open plan. */
    public boolean ofPlan() {
        return this != START && this != PROOFREADING && this != SETTINGS;
    }
}
