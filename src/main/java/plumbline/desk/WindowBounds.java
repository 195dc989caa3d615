package plumbline.desk;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the window stands on the screen, in the screen's points.
 *
 * @param maximised it fills the screen; the rest is where it stands when it does not
 */
public record WindowBounds(int x, int y, int width, int height, boolean maximised) {
    private static final int PARTS = 5;

    /**
     * @return empty for what is no frame
     */
    static Optional<WindowBounds> parse(String written) {
        String[] parts = written.split(",");
        if (parts.length != PARTS) return Optional.empty();
        try {
            int[] n = Arrays.stream(parts).limit(PARTS - 1L).mapToInt(Integer::parseInt).toArray();
            return n[2] > 0 && n[3] > 0
                    ? Optional.of(
                            new WindowBounds(
                                    n[0], n[1], n[2], n[3], Boolean.parseBoolean(parts[PARTS - 1])))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    String toText() {
        return x + "," + y + "," + width + "," + height + "," + maximised;
    }
}
