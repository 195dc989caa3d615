package plumbline.app;

import plumbline.base.Problem;
import plumbline.library.Archive;
import plumbline.store.KeptFiles;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The archive of evidence as the screens see it. */
record StoredArchive(KeptFiles files) implements Archive {
    @Override
    public String keep(Path file) throws Problem {
        return files.keep(file);
    }

    @Override
    public void keep(String sha256, InputStream in) throws Problem {
        files.keep(sha256, in);
    }

    @Override
    public Optional<Path> find(String sha256) {
        return files.find(sha256);
    }

    @Override
    public void copy(String sha256, Path to) throws Problem {
        files.copy(sha256, to);
    }
}
