package plumbline.exchange.planfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import plumbline.base.Problem;
import plumbline.plan.Plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The plans that come with the program, made from published documents. */
public final class SamplePlans {
    private static final List<String> NAMES =
            List.of("suizhou", "ezhou", "jingmen", "jingdezhen", "xxshi");

    private SamplePlans() {}

    public static List<String> sampleNames() {
        return NAMES;
    }

    /**
     * @param plan the id the opened copy gets
     * @throws Problem if there is no sample of that name
     */
    public static Plan openSample(String name, UUID plan) throws Problem {
        if (!NAMES.contains(name))
            throw new Problem("problem.sample.unknown", name, String.join(", ", NAMES));
        return new SampleReader(readTree(name), plan).readPlan();
    }

    private static JsonNode readTree(String name) {
        try (InputStream in =
                SamplePlans.class.getResourceAsStream("/plumbline/samples/" + name + ".json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
