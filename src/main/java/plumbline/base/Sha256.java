package plumbline.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The sum by which a file is known again, 64 lower-case hexadecimal digits; here every room that
 * keeps, sends or hands over can reach it.
 */
public final class Sha256 {
    private Sha256() {}

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String hashBytes(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /**
     * @throws Problem if the file cannot be read
     */
    public static String hashFile(Path file) throws Problem {
        try (InputStream in = Files.newInputStream(file)) {
            return hashStream(in);
        } catch (IOException e) {
            throw new Problem("import.file", file.getFileName()).withCause(e);
        }
    }

    /** Of what is still to be read. */
    public static String hashStream(InputStream in) throws IOException {
        MessageDigest digest = newDigest();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return toHex(digest);
    }

    /** Of what the digest has been fed; it starts anew. */
    public static String toHex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
