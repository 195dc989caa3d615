package plumbline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.words.Problem;

/** Brings a library to the newest schema: the numbered scripts, each run once. A released script is never edited. */
final class Schema {
    static final List<String> SCRIPTS = List.of("001-library.sql", "002-snapshots.sql", "004-charts.sql", "006-narrative.sql", "007-intake.sql", "008-redaction.sql", "009-mid-term.sql");

    private Schema() { }

    /** @throws Problem if the library was made by a newer program */
    static void migrate(DSLContext ctx) throws Problem {
        migrate(ctx, SCRIPTS);
    }

    /** Up to the last of the scripts, which are the first ones there are. */
    static void migrate(DSLContext ctx, List<String> scripts) throws Problem {
        ctx.execute("create table if not exists migration (number int primary key, script varchar(100) not null)");
        Integer done = ctx.select(DSL.coalesce(DSL.max(DSL.field("number", Integer.class)), 0)).from(DSL.table("migration"))
                .fetchSingle().value1();
        if (done > scripts.size()) throw new Problem("problem.library.newer");
        for (int number = done + 1; number <= scripts.size(); number++) {
            run(ctx, number, scripts.get(number - 1));
        }
    }

    private static void run(DSLContext ctx, int number, String script) {
        ctx.transaction(t -> {
            for (String statement : text(script).replaceAll("(?m)^--.*$", "").split(";")) {
                if (!statement.isBlank()) t.dsl().execute(DSL.sql(statement));
            }
            t.dsl().execute("insert into migration (number, script) values (?, ?)", number, script);
        });
    }

    private static String text(String script) {
        try (InputStream in = Schema.class.getResourceAsStream("/plumbline/db/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
