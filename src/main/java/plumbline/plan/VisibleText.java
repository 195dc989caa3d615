package plumbline.plan;

/**
 * Names as they are read: without what comes along unseen when they are copied from a web page or a
 * chat, such as U+200B, U+FEFF or a tab.
 */
final class VisibleText {
    private VisibleText() {}

    /**
     * On one line: format and control characters, variation selectors and halves of characters are
     * gone; a line break or a tab is a blank, and nothing between Chinese characters.
     */
    static String onOneLine(String text) {
        if (text.chars().allMatch(VisibleText::isPlain)) return text;
        StringBuilder visible = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            if (isBreak(c)) {
                boolean between = i > 0 && i + 1 < characters.length;
                boolean chinese =
                        between && isChinese(characters[i - 1]) && isChinese(characters[i + 1]);
                if (!chinese) visible.append(' ');
            } else if (isSeen(c)) visible.appendCodePoint(c);
        }
        return visible.toString().strip();
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7f || c >= 0x4e00 && c <= 0x9fff;
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isSeen(int c) {
        boolean selector = c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef;
        return !selector
                && switch (Character.getType(c)) {
                    case Character.FORMAT,
                            Character.CONTROL,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED ->
                            false;
                    default -> true;
                };
    }
}
