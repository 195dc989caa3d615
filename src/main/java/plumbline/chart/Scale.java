package plumbline.chart;

import java.util.ArrayList;
import java.util.List;

/** A number axis with round steps. */
record Scale(double low, double high, double step) {

    /** Round steps of 1, 2 or 5 about the values; from 0 where 0 is not far. */
    static Scale about(double least, double most, int steps) {
        double low = least >= 0 && least < 0.45 * most ? 0 : least;
        double high = most;
        if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
            double around = Math.max(1, Math.abs(high) * 0.05);
            return about(least >= 0 ? Math.max(0, low - around) : low - around, high + around, steps);
        }
        double step = round((high - low) / steps);
        double bottom = Math.floor(low / step + 1e-9) * step;
        double top = Math.ceil(high / step - 1e-9) * step;
        if (low != 0 && low - bottom < 0.08 * step && !(least >= 0 && bottom <= 0)) bottom -= step;
        if (top - high < 0.15 * step) top += step;
        return new Scale(bottom, top, step);
    }

    private static double round(double rough) {
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
    Scale deeper() {
        return new Scale(low - step / 3, high, step);
    }

    /** As many decimals as the step has. */
    String label(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        String label = ("%." + decimals + "f").formatted(tick);
        return label.matches("-0(\\.0+)?") ? label.substring(1) : label;
    }

    double share(double value) {
        return (value - low) / (high - low);
    }
}
