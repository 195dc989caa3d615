package plumbline.proofreading;

import java.util.Set;
import java.util.regex.Pattern;

/** Words for what a figure did, and for whether that was to the good. */
final class MovementWords {
    private static final Pattern UP =
            Pattern.compile("(?i)上升|增长|增加|提高|提升|扩大|调高|上调|rose|up|increased?|higher|grew|raised");
    private static final Pattern DOWN =
            Pattern.compile(
                    "(?i)下降|降低|减少|缩小|回落|调低|下调|fell|down|decreased?|lower(?:ed)?|dropped|declined");
    private static final Pattern BETTER = Pattern.compile("(?i)改善|好转|变好|向好|趋好|better|improved");
    private static final Pattern WORSE =
            Pattern.compile("(?i)退步|恶化|变差|下滑|趋差|worse|worsened|deteriorated");
    private static final Pattern SAME =
            Pattern.compile("(?i)持平|不变|未变|无变化|未调整|稳定|unchanged|same|stable|level");

    private MovementWords() {}

    static boolean areAllKnown(Set<String> words) {
        return words.stream().allMatch(w -> signOf(w) != 0 || SAME.matcher(w).matches());
    }

    /** 1 up or better, −1 down or worse, 0 for the same and for words that are not known. */
    static int signOf(String word) {
        if (UP.matcher(word).matches() || BETTER.matcher(word).matches()) return 1;
        return DOWN.matcher(word).matches() || WORSE.matcher(word).matches() ? -1 : 0;
    }

    static boolean judgesGood(String word) {
        return BETTER.matcher(word).matches() || WORSE.matcher(word).matches();
    }
}
