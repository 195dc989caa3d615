package plumbline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.plan.FigureAge;
import plumbline.plan.Indicator;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Libraries as older programs have left them. */
class SchemaTest {
    private static final UUID ID = new UUID(0, 7);

    /** What the first release could keep. */
    private static final Plan OLD =
            FullPlan.of(ID)
                    .withChanges(
                            d -> {
                                d.rule =
                                        d.rule.withFigureAge(FigureAge.REPORTING_RHYTHM)
                                                .withNearlyMetTolerance(BigDecimal.ZERO);
                                d.indicators =
                                        d.indicators.stream()
                                                .map(SchemaTest::withoutChosenDemand)
                                                .toList();
                                d.bindingRule = Optional.empty();
                                d.chosenMidTermDay = Optional.empty();
                                d.aliases = List.of();
                                d.importRecords = List.of();
                                d.passages = List.of();
                                d.charts = List.of();
                                d.redactions = List.of();
                            });

    @TempDir Path folder;

    private static Indicator withoutChosenDemand(Indicator indicator) {
        return indicator.withChanges(d -> d.chosenDemand = Optional.empty());
    }

    @FunctionalInterface
    private interface Work {
        void run(DSLContext ctx) throws Problem;
    }

    /** Past the program, so that nothing is migrated. */
    private void directly(Work work) throws Exception {
        String name = folder.resolve("plumbline").toAbsolutePath().toString();
        try (var connection =
                DriverManager.getConnection(
                        "jdbc:h2:file:" + name + ";TRACE_LEVEL_FILE=0", "sa", "")) {
            work.run(
                    DSL.using(
                            connection,
                            SQLDialect.H2,
                            new Settings()
                                    .withRenderQuotedNames(RenderQuotedNames.NEVER)
                                    .withRenderNameCase(RenderNameCase.LOWER)
                                    .withRenderSchema(false)));
        }
    }

    /** A library made by script 001 alone, with a plan in it. */
    private void firstRelease() throws Exception {
        directly(
                ctx -> {
                    Schema.migrate(ctx, Schema.SCRIPTS.subList(0, 1));
                    PlanRows.rowsOfPlan(OLD, _ -> false).values().forEach(ctx::executeInsert);
                });
    }

    private void opensAndCanFreeze() throws Problem {
        try (Database database = Database.openInFolder(folder)) {
            PlanStore plans = new PlanStore(database, Clock.systemUTC());
            assertEquals(OLD, plans.loadPlan(ID));
            assertEquals(
                    List.of(ID),
                    plans.listPlans().stream().map(PlanStore.StoredPlanEntry::id).toList());
            Snapshot frozen =
                    new Snapshot(
                            new UUID(9, 1),
                            "定稿",
                            LocalDate.of(2022, 12, 31),
                            Instant.EPOCH,
                            "",
                            FullPlan.of(ID));
            new SnapshotStore(database).addSnapshot(frozen);
            assertEquals(frozen, new SnapshotStore(database).loadSnapshot(frozen.id()));
        }
    }

    @Test
    void theFirstReleasesLibraryOpensWithItsPlan() throws Exception {
        firstRelease();
        directly(ctx -> assertEquals(1, ctx.fetchCount(DSL.table("migration"))));
        opensAndCanFreeze();
        directly(
                ctx -> assertEquals(Schema.SCRIPTS.size(), ctx.fetchCount(DSL.table("migration"))));
    }

    /**
     * H2 commits each statement that changes a table by itself: a power cut leaves a script half
     * run and not yet noted.
     */
    @Test
    void aMigrationThatWasCutShortIsTakenUp() throws Exception {
        firstRelease();
        directly(ctx -> ctx.execute("alter table plan add column binding_rule_name varchar(200)"));
        opensAndCanFreeze();
    }

    /** As programs between two releases left them: their third script is not the third of today. */
    @ParameterizedTest
    @ValueSource(strings = {"007-intake.sql", "006-narrative.sql"})
    void aScriptThatWasPassedOverIsRun(String third) throws Exception {
        directly(
                ctx -> {
                    Schema.migrate(ctx, List.of("001-library.sql", "002-snapshots.sql", third));
                    PlanRows.rowsOfPlan(OLD, _ -> false).values().forEach(ctx::executeInsert);
                });
        opensAndCanFreeze();
        directly(
                ctx ->
                        assertEquals(
                                Set.copyOf(Schema.SCRIPTS),
                                Set.copyOf(ctx.fetchValues("select script from migration"))));
    }

    @Test
    void aScriptThisProgramDoesNotKnowIsOfANewerOne() throws Exception {
        firstRelease();
        directly(ctx -> ctx.execute("update migration set script = '001-other.sql'"));
        assertEquals(
                "problem.library.newer",
                assertThrows(Problem.class, () -> Database.openInFolder(folder)).messageKey());
    }
}
