package plumbline.exchange.notation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The years of a plan: 2021 to 2025. */
public record PlanYears(int firstYear, int lastYear) {
    private static final List<String> PLANS = List.of("十一", "十二", "十三", "十四", "十五", "十六");
    private static final int FIRST_OF_ELEVENTH = 2006;
    private static final Pattern PLAN = Pattern.compile("(十[一二三四五六])五[”\"」』]?(?!期?末|[”\"]?末)");
    private static final Pattern SPAN =
            Pattern.compile("((?:19|20)\\d\\d)[-—–~至到]+((?:19|20)\\d\\d)年?[^。\\n]{0,12}规划");

    /** The five-year plan the text speaks of most (“十四五”), or the span it gives its plan. */
    public static Optional<PlanYears> findPlanYears(String text) {
        Map<String, Long> named =
                PLAN.matcher(text)
                        .results()
                        .map(r -> r.group(1))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<String> most =
                named.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (most.isPresent())
            return most.map(n -> FIRST_OF_ELEVENTH + 5 * PLANS.indexOf(n))
                    .map(y -> new PlanYears(y, y + 4));
        Matcher span = SPAN.matcher(text);
        if (!span.find()) return Optional.empty();
        PlanYears years =
                new PlanYears(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
        return years.lastYear > years.firstYear && years.lastYear - years.firstYear < 20
                ? Optional.of(years)
                : Optional.empty();
    }

    /** The five-year plan in which most of the years lie: 2021–2025, 2026–2030 … */
    public static PlanYears planYearsAround(int... years) {
        int[] sorted = Arrays.stream(years).sorted().toArray();
        int middle = sorted[sorted.length / 2];
        int first = middle - Math.floorMod(middle - 1, 5);
        return new PlanYears(first, first + 4);
    }
}
