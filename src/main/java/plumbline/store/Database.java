package plumbline.store;

import org.h2.api.ErrorCode;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

import plumbline.base.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * The library's file. Embedded, no server, no socket; H2's file lock keeps a second program out.
 * What {@link #write} has returned from is on the disk: each transaction ends with a checkpoint
 * that syncs the file.
 */
public final class Database implements AutoCloseable {
    static final String FILE_NAME = "plumbline.mv.db";
    private static final Set<Integer> LOCKED_CODES =
            Set.of(ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.ERROR_OPENING_DATABASE_1);
    private static final Set<Integer> CLOSED_CODES =
            Set.of(
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.CONNECTION_BROKEN_1);

    private final String url;
    private final String displayedPath;
    private final boolean isFile;
    private Connection connection;

    private Database(String url, String place, boolean file) throws SQLException {
        this.url = url;
        this.displayedPath = place;
        this.isFile = file;
        connection = DriverManager.getConnection(url, "sa", "");
    }

    /** A unit of work inside one transaction. */
    @FunctionalInterface
    interface DatabaseWork<T> {
        T run(DSLContext ctx);
    }

    /**
     * Opens the library in the folder, or makes one.
     *
     * @throws Problem if it is open elsewhere, damaged, made by a newer program, or cannot be
     *     written
     */
    public static Database openInFolder(Path folder) throws Problem {
        Path path = folder.resolve(FILE_NAME).toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem("problem.library.folder", folder).withCause(e);
        }
        if (!Files.isWritable(folder)) throw new Problem("problem.library.folder", folder);
        String name = path.toString().substring(0, path.toString().length() - ".mv.db".length());
        return openUrl(
                "jdbc:h2:file:"
                        + name.replace(";", "\\;")
                        + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                path.toString(),
                true);
    }

    /** A library that lives as long as it is open. */
    static Database openInMemory() throws Problem {
        return openUrl("jdbc:h2:mem:", "memory", false);
    }

    private static Database openUrl(String url, String place, boolean file) throws Problem {
        Database database;
        try {
            database = new Database(url, place, file);
        } catch (SQLException e) {
            throw openingProblem(e, place);
        }
        try {
            Schema.migrate(database.createContext());
            database.syncToDisk();
            return database;
        } catch (DataAccessException | SQLException e) {
            database.closeQuietly();
            throw new Problem("problem.library.damaged", place).withCause(e);
        } catch (Problem problem) {
            database.closeQuietly();
            throw problem;
        }
    }

    private static Problem openingProblem(SQLException e, String place) {
        boolean locked =
                LOCKED_CODES.contains(e.getErrorCode())
                        || String.valueOf(e.getMessage()).contains("locked");
        return new Problem(locked ? "problem.library.locked" : "problem.library.damaged", place)
                .withCause(e);
    }

    synchronized <T> T read(DatabaseWork<T> work) throws Problem {
        try {
            reconnect();
            return work.run(createContext());
        } catch (DataAccessException | SQLException e) {
            closeAfterFailure();
            throw new Problem("problem.library.unreadable", displayedPath).withCause(e);
        }
    }

    /**
     * Runs the work in one transaction and returns when it is on the disk.
     *
     * @throws Problem if it could not be kept; then nothing of it was
     */
    synchronized <T> T write(DatabaseWork<T> work) throws Problem {
        try {
            reconnect();
            T result = createContext().transactionResult(t -> work.run(t.dsl()));
            syncToDisk();
            return result;
        } catch (DataAccessException | SQLException e) {
            closeAfterFailure();
            throw new Problem("problem.library.unwritable", displayedPath).withCause(e);
        }
    }

    /**
     * A connection that failed once, as on a full disk, may fail for ever: the next call opens the
     * library anew. One in memory would be lost with it.
     */
    private void closeAfterFailure() {
        if (isFile) closeQuietly();
    }

    /**
     * After a full disk H2 has closed itself; the next call finds the library as it was last kept.
     */
    private void reconnect() throws SQLException {
        if (connection.isClosed() || !connection.isValid(0))
            connection = DriverManager.getConnection(url, "sa", "");
    }

    private void syncToDisk() throws SQLException {
        if (!isFile) return;
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    private DSLContext createContext() {
        Settings settings =
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                        .withRenderNameCase(RenderNameCase.LOWER)
                        .withRenderSchema(false)
                        .withExecuteLogging(false)
                        .withReturnIdentityOnUpdatableRecord(true);
        return DSL.using(connection, SQLDialect.H2, settings);
    }

    @Override
    public synchronized void close() throws Problem {
        try {
            connection.close();
        } catch (SQLException e) {
            if (!CLOSED_CODES.contains(e.getErrorCode()))
                throw new Problem("problem.library.unwritable", displayedPath).withCause(e);
        }
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException _) {
            // The first failure is the one that is told.
        }
    }
}
