package plumbline.report;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plumbline.assessment.Standing;
import plumbline.exchange.Samples;
import plumbline.words.Words;
class PeekTest {
 static final java.io.PrintStream OUT; static { try { OUT = new java.io.PrintStream("/tmp/peek.out"); } catch (Exception e) { throw new RuntimeException(e); } }
    @Test void peek() throws Exception {
        for (String s : new String[] {"suizhou", "xxshi"}) for (var l : new java.util.Locale[] {Words.CHINESE, Words.ENGLISH}) {
            var plan = Samples.open(s, new UUID(0, 1));
            var n = new Narrative(Words.of(l), Standing.of(plan, s.equals("suizhou") ? LocalDate.of(2022, 12, 31) : Standing.suggestedDate(plan, LocalDate.of(2023, 7, 1))));
            for (Outline o : Outline.values()) {
                if (l == Words.ENGLISH && o != Outline.EVALUATION) continue;
                OUT.println("##### " + n.title(o) + "\n" + n.byline());
                for (Block b : n.of(o)) switch (b) {
                    case Block.Heading h -> OUT.println("=".repeat(h.level()) + h.text());
                    case Block.Prose p -> OUT.println("  " + p.text());
                    default -> OUT.println(b.getClass().getSimpleName());
                }
            }
        }
    }
}
