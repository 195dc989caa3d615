package plumbline.exchange.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the charset of a text as Chinese offices write it: UTF-8 with or without mark, UTF-16,
 * GB18030; of a web page what it says.
 */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern SAYS =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{2,40})");
    private static final int BEGINNING = 4000;

    /** Of a hundred letters this many may be none. */
    private static final int MOST_SPOILT = 8;

    private TextDecoder() {}

    /** Empty where it is no text: a picture, a program. */
    static Optional<String> decodeText(byte[] bytes) {
        String text = new String(bytes, detectCharset(bytes));
        String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
        return isText(whole) ? Optional.of(whole.replace("\0", "")) : Optional.empty();
    }

    private static Charset detectCharset(byte[] bytes) {
        if (hasByteOrderMark(bytes, 0xff, 0xfe)) return StandardCharsets.UTF_16LE;
        if (hasByteOrderMark(bytes, 0xfe, 0xff)) return StandardCharsets.UTF_16BE;
        int even = countZeros(bytes, 0);
        int odd = countZeros(bytes, 1);
        if ((even + odd) * 100L > bytes.length)
            return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        if (isUtf8(bytes)) return StandardCharsets.UTF_8;
        return findDeclaredCharset(bytes).orElseGet(() -> lessGarbledCharset(bytes));
    }

    /** A single broken letter does not make a text of UTF-8 one of GB18030. */
    private static Charset lessGarbledCharset(byte[] bytes) {
        return countGarbled(new String(bytes, StandardCharsets.UTF_8))
                        < countGarbled(new String(bytes, GB18030))
                ? StandardCharsets.UTF_8
                : GB18030;
    }

    /** What a page says of itself, unless it has just been found not to be so. */
    private static Optional<Charset> findDeclaredCharset(byte[] bytes) {
        Matcher says =
                SAYS.matcher(
                        new String(
                                bytes,
                                0,
                                Math.min(bytes.length, BEGINNING),
                                StandardCharsets.ISO_8859_1));
        if (!says.find()
                || says.group(1).toLowerCase(Locale.ROOT).matches("utf.?8|utf-16.*|gb.*|unicode"))
            return Optional.empty();
        try {
            return Charset.isSupported(says.group(1))
                    ? Optional.of(Charset.forName(says.group(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean hasByteOrderMark(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** UTF-16 has zeros where a digit or a line end stands; another text has hardly any. */
    private static int countZeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) if (bytes[i] == 0) zeros++;
        return zeros;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** Hardly a letter in it is a control character, unassigned or could not be decoded. */
    private static boolean isText(String text) {
        return countGarbled(text) * 100 <= (long) text.length() * MOST_SPOILT;
    }

    private static long countGarbled(String text) {
        return text.chars().filter(TextDecoder::isGarbled).count();
    }

    private static boolean isGarbled(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
        return control || c == '\ufffd' || c >= '\ue000' && c <= '\uf8ff' || c >= 0x7f && c < 0xa0;
    }
}
