package plumbline.exchange.file;

import java.util.Optional;

/** Where a cell stands, from 0. */
record CellReference(int row, int column) {

    /**
     * @param address {@code C14} or {@code $C$14}; empty for what is none
     */
    static Optional<CellReference> parseReference(String address) {
        int column = 0;
        int row = 0;
        int at = 0;
        String plain = address.replace("$", "");
        while (at < plain.length() && isLatinLetter(plain.charAt(at)) && at < 3)
            column = column * 26 + Character.toUpperCase(plain.charAt(at++)) - 'A' + 1;
        int digits = at;
        while (at < plain.length()
                && plain.charAt(at) >= '0'
                && plain.charAt(at) <= '9'
                && at < digits + 7) row = row * 10 + plain.charAt(at++) - '0';
        boolean whole = at == plain.length() && column > 0 && row > 0;
        return whole ? Optional.of(new CellReference(row - 1, column - 1)) : Optional.empty();
    }

    private static boolean isLatinLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /**
     * @param addresses {@code A1:C3}
     */
    static Optional<CellRange> parseRange(String addresses) {
        int colon = addresses.indexOf(':');
        if (colon < 0) return Optional.empty();
        Optional<CellReference> first = parseReference(addresses.substring(0, colon));
        Optional<CellReference> last = parseReference(addresses.substring(colon + 1));
        boolean right =
                first.isPresent()
                        && last.isPresent()
                        && first.get().row <= last.get().row
                        && first.get().column <= last.get().column;
        return right
                ? Optional.of(
                        new CellRange(
                                first.get().row,
                                first.get().column,
                                last.get().row,
                                last.get().column))
                : Optional.empty();
    }
}
