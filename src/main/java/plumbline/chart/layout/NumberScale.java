package plumbline.chart.layout;

import java.util.ArrayList;
import java.util.List;

/** A number axis with round steps. */
record NumberScale(double low, double high, double step) {
    private static final double ROOM_BEYOND = 0.3;

    /**
     * Round steps of 1, 2 or 5 about the amounts; from 0 where 0 is not far, and never below it
     * where no amount is. Whole things are not counted in halves.
     */
    static NumberScale aroundAmounts(List<Double> amounts, int steps) {
        return aroundAmounts(amounts, List.of(), steps);
    }

    /** With some room for values that may lie far beyond. */
    static NumberScale aroundAmounts(List<Double> amounts, List<Double> beyond, int steps) {
        boolean whole = amounts.stream().allMatch(a -> Math.rint(a) == a);
        double known = amounts.stream().mapToDouble(a -> a).min().orElse(0);
        double most = amounts.stream().mapToDouble(a -> a).max().orElse(1);
        double room = ROOM_BEYOND * (most - known);
        double least =
                Math.min(
                        known,
                        Math.max(
                                beyond.stream().mapToDouble(a -> a).min().orElse(known),
                                known - room));
        NumberScale scale =
                withRoundSteps(
                        least,
                        Math.max(
                                most,
                                Math.min(
                                        beyond.stream().mapToDouble(a -> a).max().orElse(most),
                                        most + room)),
                        steps,
                        whole ? 1 : 0);
        return least < 0 ? scale : new NumberScale(Math.max(0, scale.low), scale.high, scale.step);
    }

    private static NumberScale withRoundSteps(double least, double most, int steps, double finest) {
        double low = least >= 0 && least < 0.45 * most ? 0 : least;
        double high = most;
        if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
            double around = Math.max(1, Math.abs(high) * 0.05);
            return withRoundSteps(low - around, high + around, steps, finest);
        }
        double step = Math.max(finest, roundStep((high - low) / steps));
        double bottom = Math.floor(low / step + 1e-9) * step;
        double top = Math.ceil(high / step - 1e-9) * step;
        if (low != 0 && low - bottom < 0.08 * step && !(least >= 0 && bottom <= 0)) bottom -= step;
        if (top - high < 0.15 * step) top += step;
        return new NumberScale(bottom, top, step);
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        double first = Math.ceil(low / step - 1e-9) * step;
        for (int i = 0; first + i * step <= high + step / 2; i++) ticks.add(first + i * step);
        return ticks;
    }

    /** With some room under the lowest step. */
    NumberScale withRoomBelow() {
        return new NumberScale(low - step / 3, high, step);
    }

    /** As many decimals as the step has. */
    String formatTick(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        String label = ("%." + decimals + "f").formatted(tick);
        return label.matches("-0(\\.0+)?") ? label.substring(1) : label;
    }

    double shareOf(double value) {
        return (value - low) / (high - low);
    }
}
