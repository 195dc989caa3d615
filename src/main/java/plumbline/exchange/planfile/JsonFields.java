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
    private static final Pattern DAY = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?(E[+-]?\\d{1,3})?");

    /** Makes something of an object's fields. */
    @FunctionalInterface
    interface FieldMapping<T> {
        T fromFields(JsonFields fields) throws Problem;
    }

    private final JsonNode node;
    private final String location;
    private final Set<String> askedNames = new HashSet<>();

    private JsonFields(JsonNode node, String place) {
        this.node = node;
        this.location = place;
    }

    /**
     * @param place where the object stands in the file, as {@code indicators[3].course}
     * @throws Problem naming the place if a field is missing, wrong or unknown, or the fields make
     *     no such thing
     */
    static <T> T readObject(JsonNode node, String place, FieldMapping<T> mapping) throws Problem {
        if (!node.isObject()) throw wrongContent(place);
        JsonFields fields = new JsonFields(node, place);
        T made = fields.applyMapping(mapping);
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!fields.askedNames.contains(name))
                throw new Problem("problem.planfile.field", fields.locationOf(name));
        }
        return made;
    }

    private <T> T applyMapping(FieldMapping<T> mapping) throws Problem {
        try {
            return mapping.fromFields(this);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrongContent(location).withCause(e);
        }
    }

    private static Problem wrongContent(String place) {
        return new Problem("problem.planfile.content", place);
    }

    private String locationOf(String name) {
        return location + "." + name;
    }

    private JsonNode fieldValue(String name) {
        askedNames.add(name);
        return node.path(name);
    }

    /** Empty where it is left out. */
    String readText(String name, int most) throws Problem {
        return optionalText(name, most).orElse("");
    }

    /** However long. */
    String readText(String name) throws Problem {
        return readText(name, LONGEST_TEXT);
    }

    private Optional<String> optionalText(String name, int most) throws Problem {
        JsonNode value = fieldValue(name);
        if (value.isMissingNode()) return Optional.empty();
        return Optional.of(requireText(value, locationOf(name), most));
    }

    private static String requireText(JsonNode value, String place, int most) throws Problem {
        if (!value.isTextual() || value.textValue().length() > most) throw wrongContent(place);
        return value.textValue();
    }

    private String requireMatching(String name, Pattern form) throws Problem {
        return optionalMatching(name, form).orElseThrow(() -> wrongContent(locationOf(name)));
    }

    private Optional<String> optionalMatching(String name, Pattern form) throws Problem {
        Optional<String> text = optionalText(name, LONGEST_AMOUNT);
        if (text.isPresent() && !form.matcher(text.get()).matches())
            throw wrongContent(locationOf(name));
        return text;
    }

    UUID readId(String name) throws Problem {
        return UUID.fromString(requireMatching(name, ID));
    }

    Optional<UUID> readOptionalId(String name) throws Problem {
        return optionalMatching(name, ID).map(UUID::fromString);
    }

    LocalDate readDay(String name) throws Problem {
        return LocalDate.parse(requireMatching(name, DAY));
    }

    Optional<LocalDate> readOptionalDay(String name) throws Problem {
        return optionalMatching(name, DAY).map(LocalDate::parse);
    }

    Instant readMoment(String name) throws Problem {
        Instant moment = Instant.parse(readText(name, LONGEST_AMOUNT));
        if (!DAY.matcher(moment.toString().substring(0, 10)).matches())
            throw wrongContent(locationOf(name));
        return moment;
    }

    BigDecimal readAmount(String name) throws Problem {
        return new BigDecimal(requireMatching(name, AMOUNT));
    }

    Optional<BigDecimal> readOptionalAmount(String name) throws Problem {
        return optionalMatching(name, AMOUNT).map(BigDecimal::new);
    }

    int readInt(String name) throws Problem {
        JsonNode value = fieldValue(name);
        if (!value.isInt()) throw wrongContent(locationOf(name));
        return value.intValue();
    }

    long readCount(String name) throws Problem {
        JsonNode value = fieldValue(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0)
            throw wrongContent(locationOf(name));
        return value.longValue();
    }

    /** False where it is left out. */
    boolean readFlag(String name) throws Problem {
        JsonNode value = fieldValue(name);
        if (!value.isMissingNode() && !value.isBoolean()) throw wrongContent(locationOf(name));
        return value.booleanValue();
    }

    <E extends Enum<E>> E readConstant(Class<E> type, String name) throws Problem {
        String constant = readText(name, LONGEST_AMOUNT);
        for (E each : type.getEnumConstants()) if (each.name().equals(constant)) return each;
        throw wrongContent(locationOf(name));
    }

    <E extends Enum<E>> Optional<E> readOptionalConstant(Class<E> type, String name)
            throws Problem {
        boolean given = !fieldValue(name).isMissingNode();
        return given ? Optional.of(readConstant(type, name)) : Optional.empty();
    }

    boolean hasField(String name) {
        return node.has(name);
    }

    <T> T readObject(String name, FieldMapping<T> mapping) throws Problem {
        return readObject(fieldValue(name), locationOf(name), mapping);
    }

    <T> Optional<T> readOptionalObject(String name, FieldMapping<T> mapping) throws Problem {
        return hasField(name) ? Optional.of(readObject(name, mapping)) : Optional.empty();
    }

    /** Empty where it is left out. */
    <T> List<T> readList(String name, FieldMapping<T> mapping) throws Problem {
        JsonNode array = arrayOf(name);
        List<T> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++)
            items.add(readObject(array.get(i), locationOf(name) + "[" + i + "]", mapping));
        return items;
    }

    List<UUID> readIds(String name) throws Problem {
        for (JsonNode value : arrayOf(name))
            if (!ID.matcher(value.asText()).matches()) throw wrongContent(locationOf(name));
        return readTexts(name, UUID::fromString);
    }

    /** Short texts, each made into something. */
    <T> List<T> readTexts(String name, Function<String, T> as) throws Problem {
        List<T> items = new ArrayList<>();
        for (JsonNode value : arrayOf(name)) {
            String text = requireText(value, locationOf(name), LONGEST_AMOUNT);
            items.add(new JsonFields(value, locationOf(name)).applyMapping(_ -> as.apply(text)));
        }
        return items;
    }

    private JsonNode arrayOf(String name) throws Problem {
        JsonNode array = fieldValue(name);
        if (!array.isMissingNode() && !array.isArray()) throw wrongContent(locationOf(name));
        return array;
    }
}
