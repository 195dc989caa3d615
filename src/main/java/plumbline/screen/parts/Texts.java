package plumbline.screen.parts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** Small texts and dates as all places set them. */
public final class Texts {
    private static final List<DateTimeFormatter> DATES = List.of(date("uuuu-M-d"), date("uuuu年M月d日"), date("uuuu/M/d"), date("uuuu.M.d"), date("uuuuMMdd"));

    private Texts() { }

    private static DateTimeFormatter date(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A day as one types it; empty for an impossible one such as 2023-02-30. */
    public static Optional<LocalDate> day(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), format));
            } catch (DateTimeException _) {
                // The next pattern may fit.
            }
        }
        return Optional.empty();
    }

    public static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    public static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        label.setWrapText(true);
        return label;
    }

    /** Lets a date be typed as 2024-3-4, 2024年3月4日, 2024/3/4 or 20240304; an impossible one leaves the old value. */
    public static void typed(DatePicker picker) {
        picker.setConverter(new StringConverter<>() {
            @Override public String toString(LocalDate day) {
                return day == null ? "" : day.toString();
            }

            @Override public LocalDate fromString(String text) {
                if (text == null || text.isBlank()) return null;
                return day(text).orElse(picker.getValue());
            }
        });
    }
}
