package plumbline.report.document;

import plumbline.words.Messages;

/** Numbers headings as they come: 一、 and （一） in Chinese, 1. and (1) in English. */
final class HeadingNumbers {
    private static final String DIGITS = "零一二三四五六七八九";
    private final Messages words;
    private int first;
    private int second;

    HeadingNumbers(Messages words) {
        this.words = words;
    }

    String nextNumber(int level) {
        if (level == 1) {
            first++;
            second = 0;
            return words.sentence("report.heading.1", formatNumber(first));
        }
        second++;
        return words.sentence("report.heading.2", formatNumber(second));
    }

    private String formatNumber(int n) {
        return words.isChinese() ? chineseNumber(n) : "" + n;
    }

    /** 1 to 99: 十, 十一, 二十, 二十一. */
    static String chineseNumber(int n) {
        String tens = n < 10 ? "" : (n < 20 ? "" : "" + DIGITS.charAt(n / 10)) + "十";
        return n % 10 == 0 && n > 0 ? tens : tens + DIGITS.charAt(n % 10);
    }
}
