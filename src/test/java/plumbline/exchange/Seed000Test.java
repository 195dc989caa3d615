package plumbline.exchange;

import org.junit.jupiter.api.Test;
import java.nio.file.Path;
import java.util.Optional;

class Seed000Test {
    @Test void x() throws Exception {
        Proof p = Proof.of(Path.of("src/test/resources/plumbline/seeds/000.txt"), Optional.empty());
        System.out.println(p.title() + p.table().note());
        System.out.println(p.table().columns());
        p.table().claims().forEach(System.out::println);
        System.out.println(p.table().headlines());
        p.contradictions().forEach(c -> System.out.println(c.where().row().map(r -> r.number() + r.name()).orElse("-") + "|" + c.where().column().map(x -> x.head()).orElse("-") + "|" + c.where().address() + "|" + c.kind() + "|" + c.printed() + "|" + c.recomputed() + "|" + c.guess()));
    }
}
