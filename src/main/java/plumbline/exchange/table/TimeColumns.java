package plumbline.exchange.table;

import java.util.regex.Pattern;

/** Heads over columns of times that are written as bare numbers. */
final class TimeColumns {
    private static final Pattern MONTHS = Pattern.compile("(?i)(统计|所属)?月份?|months?|月次");
    private static final Pattern QUARTERS = Pattern.compile("(?i)(统计|所属)?季度?|quarters?|qtr");

    /** 基期年份, 目标年份, latest year: the year of the figures in the next column. */
    private static final Pattern YEAR_OF_SOMETHING =
            Pattern.compile("(?i).{1,8}(年份|年度|所属年)|[a-z]{2,12} year|year of [a-z]{2,12}");

    private TimeColumns() {}

    static boolean isOfMonths(String head) {
        return MONTHS.matcher(head.strip()).matches();
    }

    static boolean isOfQuarters(String head) {
        return QUARTERS.matcher(head.strip()).matches();
    }

    static boolean isYearOfSomething(String head) {
        return YEAR_OF_SOMETHING.matcher(head.strip()).matches();
    }
}
