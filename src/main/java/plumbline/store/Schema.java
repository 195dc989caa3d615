package plumbline.store;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import plumbline.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Brings a library to the newest schema: the scripts, each run once and known by its name. A
 * released script is never edited, nor renamed. The number beside the name says only in which order
 * this library ran them.
 */
final class Schema {
    static final List<String> SCRIPTS =
            List.of(
                    "001-library.sql",
                    "002-snapshots.sql",
                    "004-charts.sql",
                    "006-narrative.sql",
                    "007-intake.sql",
                    "008-redaction.sql",
                    "009-mid-term.sql",
                    "010-intake-periods.sql",
                    "012-demand.sql");

    private Schema() {}

    /**
     * @throws Problem if the library was made by a newer program
     */
    static void migrate(DSLContext ctx) throws Problem {
        migrate(ctx, SCRIPTS);
    }

    /**
     * Runs those of the scripts that the library does not name yet, in their order; what was run
     * before them matters to none.
     */
    static void migrate(DSLContext ctx, List<String> scripts) throws Problem {
        ctx.execute(
                "create table if not exists migration (number int primary key, script varchar(100) not null)");
        Set<String> done =
                ctx.select(DSL.field("script", String.class))
                        .from(DSL.table("migration"))
                        .fetchSet(0, String.class);
        if (!scripts.containsAll(done)) throw new Problem("problem.library.newer");
        for (String script : scripts) if (!done.contains(script)) runScript(ctx, script);
    }

    private static void runScript(DSLContext ctx, String script) {
        ctx.transaction(
                t -> {
                    for (String statement :
                            readScript(script).replaceAll("(?m)^--.*$", "").split(";")) {
                        if (!statement.isBlank()) t.dsl().execute(DSL.sql(statement));
                    }
                    t.dsl()
                            .execute(
                                    "insert into migration (number, script) select coalesce(max(number), 0) + 1, ? from migration",
                                    script);
                });
    }

    private static String readScript(String script) {
        try (InputStream in = Schema.class.getResourceAsStream("/plumbline/db/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
