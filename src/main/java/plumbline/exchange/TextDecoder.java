package plumbline.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds the charset of a text as Chinese offices write it: UTF-8 with or without mark, UTF-16, GB18030. */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextDecoder() { }

    static String decode(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        if (marked(bytes, 0xff, 0xfe)) return StandardCharsets.UTF_16LE;
        if (marked(bytes, 0xfe, 0xff)) return StandardCharsets.UTF_16BE;
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        if (even + odd > 0 && bytes.length % 2 == 0) return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return utf8(bytes) ? StandardCharsets.UTF_8 : GB18030;
    }

    private static boolean marked(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** UTF-16 has zeros where a digit or a line end stands; no other text has any. */
    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) if (bytes[i] == 0) zeros++;
        return zeros;
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
