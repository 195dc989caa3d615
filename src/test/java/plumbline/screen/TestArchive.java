package plumbline.screen;

import plumbline.base.Problem;
import plumbline.library.EvidenceArchive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An archive in memory and, where a path is wanted, in a temporary file. */
public final class TestArchive implements EvidenceArchive {
    public final Map<String, Path> files = new LinkedHashMap<>();

    @Override
    public String keepFile(Path file) throws Problem {
        try {
            return put(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Problem("problem.table.unreadable", file).withCause(e);
        }
    }

    @Override
    public void keepFile(String sha256, InputStream in) throws Problem {
        try {
            byte[] bytes = in.readAllBytes();
            if (!put(bytes).equals(sha256)) throw new Problem("problem.evidence.damaged", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String put(byte[] bytes) throws IOException {
        try {
            String sum =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            Path file = Files.createTempFile("kept", "");
            file.toFile().deleteOnExit();
            Files.copy(new ByteArrayInputStream(bytes), file, StandardCopyOption.REPLACE_EXISTING);
            files.put(sum, file);
            return sum;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Path> findFile(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    @Override
    public void copyFile(String sha256, Path to) throws Problem {
        Path from = findFile(sha256).orElseThrow(() -> new Problem("problem.evidence.gone"));
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new Problem("problem.file.unwritable", to).withCause(e);
        }
    }
}
