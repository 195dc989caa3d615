package plumbline.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils a file: the same random numbers spoil it in the same way. */
record Mutation(RandomGenerator random) {
    private static final int MOST_CHANGES = 8;
    private static final List<byte[]> TOKENS =
            List.of(
                            "\0",
                            "\"",
                            "<",
                            ">",
                            "&",
                            "&x;",
                            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hosts\">]>",
                            "]]>",
                            "<!--",
                            "-1",
                            "999999999999",
                            "1E400",
                            "1E-400",
                            "NaN",
                            "XFD1048576",
                            "A1:XFD1048576",
                            "hidden=\"1\"",
                            "r=\"A1\"",
                            "t=\"s\"",
                            "<table>",
                            "<tr>",
                            "<td rowspan=9999 colspan=9999>",
                            "</table>",
                            "<w:tbl>",
                            "<w:tr>",
                            "<w:tc>",
                            "</w:tbl>",
                            "\t\t\t\t",
                            ",,,,,,",
                            "\r\n",
                            ";",
                            "|",
                            "\u0001",
                            "\ud83d\ude00",
                            "\u3000",
                            "²",
                            "指标",
                            "{\"",
                            "[[[[",
                            "../",
                            "_x0000_",
                            "PK\1\2",
                            "PK\5\6")
                    .stream()
                    .map(t -> t.getBytes(StandardCharsets.UTF_8))
                    .toList();

    /** A packed file is spoilt as it lies there, or within one of its parts. */
    byte[] of(byte[] file) {
        boolean zip = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        return zip && random.nextInt(4) > 0 ? within(file) : changed(file);
    }

    private byte[] changed(byte[] bytes) {
        byte[] now = bytes;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--)
            now = changedOnce(now);
        return now;
    }

    private byte[] changedOnce(byte[] bytes) {
        if (bytes.length == 0) return TOKENS.get(random.nextInt(TOKENS.size()));
        int at = random.nextInt(bytes.length);
        int length =
                Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(9)) {
            case 0 -> set(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> set(bytes, at, random.nextInt(256));
            case 2 ->
                    put(
                            bytes,
                            at,
                            4,
                            new byte[] {-1, -1, -1, (byte) (random.nextBoolean() ? -1 : 0x7f)});
            case 3 -> put(bytes, at, length, new byte[0]);
            case 4 -> put(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 5 -> put(bytes, at, 0, TOKENS.get(random.nextInt(TOKENS.size())));
            case 6 -> put(bytes, at, length, TOKENS.get(random.nextInt(TOKENS.size())));
            case 7 -> moved(bytes, at, length);
            default -> random.nextInt(6) > 0 ? set(bytes, at, 0) : Arrays.copyOf(bytes, at);
        };
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        byte[] other = bytes.clone();
        other[at] = (byte) value;
        return other;
    }

    private byte[] moved(byte[] bytes, int at, int length) {
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        byte[] without = put(bytes, at, length, new byte[0]);
        return put(without, random.nextInt(without.length + 1), 0, piece);
    }

    private static byte[] put(byte[] bytes, int at, int over, byte[] piece) {
        int rest = Math.min(at + over, bytes.length);
        byte[] other = new byte[at + piece.length + bytes.length - rest];
        System.arraycopy(bytes, 0, other, 0, at);
        System.arraycopy(piece, 0, other, at, piece.length);
        System.arraycopy(bytes, rest, other, at + piece.length, bytes.length - rest);
        return other;
    }

    private record Part(String name, byte[] content) {}

    private byte[] within(byte[] file) {
        try {
            List<Part> parts = new ArrayList<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
                for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
                    parts.add(new Part(e.getName(), in.readAllBytes()));
            }
            int spoilt = random.nextInt(parts.size());
            boolean lost = random.nextInt(30) == 0;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (int i = 0; i < parts.size(); i++) {
                    if (i == spoilt && lost) continue;
                    out.putNextEntry(new ZipEntry(parts.get(i).name));
                    out.write(i == spoilt ? changed(parts.get(i).content) : parts.get(i).content);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
