package plumbline.exchange.file;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an .xlsx or .docx, unpacked one at a time as they are read, and never more than
 * {@link ReadLimits} allow.
 */
final class OfficeZip implements Closeable {
    private static final byte[] ENTRY = {'P', 'K', 1, 2};

    /** A part grows beyond what is read. */
    static final class OverfullZipException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A part another one names. @param type the last word of its kind, {@code worksheet} */
    record PartLink(String id, String type, String part) {}

    private final ZipFile zip;
    private final ReadLimits limits;
    private long unpacked;

    OfficeZip(byte[] bytes, ReadLimits limits) throws IOException {
        if (countEntries(bytes) > limits.parts()) throw new OverfullZipException();
        this.limits = limits;
        this.zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .setIgnoreLocalFileHeader(true)
                        .get();
    }

    /** At least as many as there are entries, told before any is made. */
    private static int countEntries(byte[] bytes) {
        int count = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == ENTRY[0]
                    && bytes[i + 1] == ENTRY[1]
                    && bytes[i + 2] == ENTRY[2]
                    && bytes[i + 3] == ENTRY[3]) count++;
        }
        return count;
    }

    boolean hasPart(String part) {
        return findEntry(part).isPresent();
    }

    /** Names are compared as the format asks, without regard to capitals. */
    private Optional<ZipArchiveEntry> findEntry(String part) {
        ZipArchiveEntry exact = zip.getEntry(part);
        if (exact != null) return Optional.of(exact);
        var entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (entry.getName().replace('\\', '/').equalsIgnoreCase(part))
                return Optional.of(entry);
        }
        return Optional.empty();
    }

    /**
     * @throws IOException if there is no such part, or it is packed in an unusual way
     */
    InputStream openPart(String part) throws IOException {
        ZipArchiveEntry entry = findEntry(part).orElseThrow(() -> new IOException("no " + part));
        boolean usual =
                entry.getMethod() == ZipEntry.DEFLATED || entry.getMethod() == ZipEntry.STORED;
        if (!usual || entry.getGeneralPurposeBit().usesEncryption())
            throw new IOException("unusual " + part);
        return new MeasuredStream(zip.getInputStream(entry), entry.getCrc());
    }

    /** The part of this type the package begins with. */
    Optional<String> findMainPart() throws IOException, XMLStreamException {
        return readLinks("").stream()
                .filter(l -> l.type.equals("officeDocument"))
                .map(PartLink::part)
                .findFirst();
    }

    /** What a part refers to within the package; what lies outside is not followed. */
    List<PartLink> readLinks(String part) throws IOException, XMLStreamException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String at = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        List<PartLink> links = new ArrayList<>();
        if (!hasPart(at)) return links;
        try (InputStream in = openPart(at)) {
            XMLStreamReader xml = XmlStreams.openStream(in);
            while (xml.hasNext()) {
                boolean link =
                        XmlStreams.nextEvent(xml) == XMLStreamConstants.START_ELEMENT
                                && xml.getLocalName().equals("Relationship");
                if (!link
                        || XmlStreams.findAttribute(xml, "TargetMode")
                                .filter("External"::equals)
                                .isPresent()) continue;
                String type = XmlStreams.findAttribute(xml, "Type").orElse("");
                links.add(
                        new PartLink(
                                XmlStreams.findAttribute(xml, "Id").orElse(""),
                                type.substring(type.lastIndexOf('/') + 1),
                                resolvePart(
                                        folder,
                                        XmlStreams.findAttribute(xml, "Target").orElse(""))));
            }
        }
        return links;
    }

    /** A name inside the package: it is only looked up, never a path of the disk. */
    private static String resolvePart(String folder, String target) {
        if (target.startsWith("/")) return target.substring(1);
        String base = folder;
        String rest = target;
        while (rest.startsWith("./") || rest.startsWith("../")) {
            boolean up = rest.startsWith("../");
            rest = rest.substring(up ? 3 : 2);
            if (up && !base.isEmpty())
                base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * Counts what comes out, and compares it with its check sum, which the library leaves to us: no
     * flipped bit may make another figure. One endless attribute or text, which a reader of XML
     * would gather whole, is stopped as well.
     */
    private final class MeasuredStream extends FilterInputStream {
        private final CRC32 sum = new CRC32();
        private final long expected;
        private int stretch;

        MeasuredStream(InputStream in, long expected) {
            super(in);
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count < 0) {
                if (sum.getValue() != expected) throw new IOException("check sum");
                return count;
            }
            sum.update(into, from, count);
            unpacked += count;
            if (unpacked > limits.unpacked()) throw new OverfullZipException();
            for (int i = from; i < from + count; i++) {
                stretch = into[i] == '<' ? 0 : stretch + 1;
                if (stretch > limits.stretch()) throw new OverfullZipException();
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
