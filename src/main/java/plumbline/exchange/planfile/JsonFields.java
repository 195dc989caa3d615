package plumbline.exchange.planfile;

import com.fasterxml.jackson.databind.JsonNode;

import plumbline.base.Problem;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An object of a plan file that is being read. Each field is asked for by its name; one that nobody
 * asked for is refused.
 */
final class JsonFields {
    private static final int LONGEST_AMOUNT = 60;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?(E[+-]?\\d{1,3})?");

    /** Makes something of an object's fields. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(JsonFields fields) throws Problem;
    }

    private final JsonNode node;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    /**
     * @param place where the object stands in the file, as {@code indicators[3].course}
     * @throws Problem naming the place if a field is missing, wrong or unknown, or the fields make
     *     no such thing
     */
    static <T> T read(JsonNode node, String place, Mapping<T> mapping) throws Problem {
        if (!node.isObject()) throw wrong(place);
        JsonFields fields = new JsonFields(node, place);
        T made = fields.make(mapping);
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!fields.asked.contains(name))
                throw new Problem("problem.planfile.field", fields.at(name));
        }
        return made;
    }

    private <T> T make(Mapping<T> mapping) throws Problem {
        try {
            return mapping.of(this);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(place).because(e);
        }
    }

    private static Problem wrong(String place) {
        return new Problem("problem.planfile.content", place);
    }

    private String at(String name) {
        return place + "." + name;
    }

    private JsonNode ask(String name) {
        asked.add(name);
        return node.path(name);
    }

    /** Empty where it is left out. */
    String text(String name, int most) throws Problem {
        return optional(name, most).orElse("");
    }

    /** However long. */
    String text(String name) throws Problem {
        return text(name, LONGEST_TEXT);
    }

    private Optional<String> optional(String name, int most) throws Problem {
        JsonNode value = ask(name);
        if (value.isMissingNode()) return Optional.empty();
        return Optional.of(text(value, at(name), most));
    }

    private static String text(JsonNode value, String place, int most) throws Problem {
        if (!value.isTextual() || value.textValue().length() > most) throw wrong(place);
        return value.textValue();
    }

    private String needed(String name, Pattern form) throws Problem {
        return optional(name, form).orElseThrow(() -> wrong(at(name)));
    }

    private Optional<String> optional(String name, Pattern form) throws Problem {
        Optional<String> text = optional(name, LONGEST_AMOUNT);
        if (text.isPresent() && !form.matcher(text.get()).matches()) throw wrong(at(name));
        return text;
    }

    UUID id(String name) throws Problem {
        return UUID.fromString(needed(name, ID));
    }

    Optional<UUID> optionalId(String name) throws Problem {
        return optional(name, ID).map(UUID::fromString);
    }

    LocalDate day(String name) throws Problem {
        return LocalDate.parse(needed(name, DAY));
    }

    Optional<LocalDate> optionalDay(String name) throws Problem {
        return optional(name, DAY).map(LocalDate::parse);
    }

    Instant moment(String name) throws Problem {
        Instant moment = Instant.parse(text(name, LONGEST_AMOUNT));
        if (!DAY.matcher(moment.toString().substring(0, 10)).matches()) throw wrong(at(name));
        return moment;
    }

    BigDecimal amount(String name) throws Problem {
        return new BigDecimal(needed(name, AMOUNT));
    }

    Optional<BigDecimal> optionalAmount(String name) throws Problem {
        return optional(name, AMOUNT).map(BigDecimal::new);
    }

    int number(String name) throws Problem {
        JsonNode value = ask(name);
        if (!value.isInt()) throw wrong(at(name));
        return value.intValue();
    }

    long count(String name) throws Problem {
        JsonNode value = ask(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0)
            throw wrong(at(name));
        return value.longValue();
    }

    /** False where it is left out. */
    boolean flag(String name) throws Problem {
        JsonNode value = ask(name);
        if (!value.isMissingNode() && !value.isBoolean()) throw wrong(at(name));
        return value.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) throws Problem {
        String constant = text(name, LONGEST_AMOUNT);
        for (E each : type.getEnumConstants()) if (each.name().equals(constant)) return each;
        throw wrong(at(name));
    }

    boolean has(String name) {
        return node.has(name);
    }

    <T> T object(String name, Mapping<T> mapping) throws Problem {
        return read(ask(name), at(name), mapping);
    }

    <T> Optional<T> optional(String name, Mapping<T> mapping) throws Problem {
        return has(name) ? Optional.of(object(name, mapping)) : Optional.empty();
    }

    /** Empty where it is left out. */
    <T> List<T> list(String name, Mapping<T> mapping) throws Problem {
        JsonNode array = array(name);
        List<T> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++)
            items.add(read(array.get(i), at(name) + "[" + i + "]", mapping));
        return items;
    }

    List<UUID> ids(String name) throws Problem {
        for (JsonNode value : array(name))
            if (!ID.matcher(value.asText()).matches()) throw wrong(at(name));
        return texts(name, UUID::fromString);
    }

    /** Short texts, each made into something. */
    <T> List<T> texts(String name, Function<String, T> as) throws Problem {
        List<T> items = new ArrayList<>();
        for (JsonNode value : array(name)) {
            String text = text(value, at(name), LONGEST_AMOUNT);
            items.add(new JsonFields(value, at(name)).make(_ -> as.apply(text)));
        }
        return items;
    }

    private JsonNode array(String name) throws Problem {
        JsonNode array = ask(name);
        if (!array.isMissingNode() && !array.isArray()) throw wrong(at(name));
        return array;
    }
}
