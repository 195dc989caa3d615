package plumbline.app;

import plumbline.base.Problem;
import plumbline.library.EvidenceArchive;
import plumbline.store.EvidenceFiles;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The archive of evidence as the screens see it. */
record StoredArchive(EvidenceFiles files) implements EvidenceArchive {
    @Override
    public String keepFile(Path file) throws Problem {
        return files.keepFile(file);
    }

    @Override
    public void keepFile(String sha256, InputStream in) throws Problem {
        files.keepFile(sha256, in);
    }

    @Override
    public Optional<Path> findFile(String sha256) {
        return files.findFile(sha256);
    }

    @Override
    public void copyFile(String sha256, Path to) throws Problem {
        files.copyFile(sha256, to);
    }
}
