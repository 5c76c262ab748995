package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.QuerySyntaxException.Reason;
import java.math.BigDecimal;

/** Reads {@code 5}, {@code 0.5}, {@code .5}, {@code 5.}, {@code 1e3}, {@code 2.5E-7}. */
final class NumberParser {
    /** Enough for every double without an exponent. */
    private static final int MAX_CHARACTERS = 400;

    private NumberParser() {}

    static boolean begins(Cursor cursor) {
        char here = cursor.peek();
        return Characters.isDigit(here) || (here == '.' && Characters.isDigit(cursor.at(cursor.position() + 1)));
    }

    static NumberLiteral parse(Cursor cursor) {
        int start = cursor.position();
        cursor.takeWhile(Characters::isDigit);
        if (cursor.peek() == '.') {
            cursor.take();
            cursor.takeWhile(Characters::isDigit);
        }
        exponent(cursor);
        if (Characters.inWord(cursor.peek())) {
            throw cursor.fail("the end of the number (give times in seconds, without a unit)");
        }
        return literal(cursor, start);
    }

    private static void exponent(Cursor cursor) {
        if (cursor.peek() != 'e' && cursor.peek() != 'E') {
            return;
        }
        char sign = cursor.at(cursor.position() + 1);
        int digits = cursor.position() + (sign == '+' || sign == '-' ? 2 : 1);
        if (Characters.isDigit(cursor.at(digits))) {
            cursor.moveTo(digits);
            cursor.takeWhile(Characters::isDigit);
        }
    }

    private static NumberLiteral literal(Cursor cursor, int start) {
        String written = cursor.textFrom(start);
        try {
            if (written.length() <= MAX_CHARACTERS && Double.isFinite(Double.parseDouble(written))) {
                return new NumberLiteral(new BigDecimal(written));
            }
        } catch (ArithmeticException | IllegalArgumentException outOfBounds) {
            // An exponent beyond what BigDecimal or NumberLiteral holds; refused like the others below.
        }
        cursor.moveTo(start);
        throw cursor.fail(Reason.TOO_LARGE, "a number of at most " + MAX_CHARACTERS + " characters, below 1e308");
    }
}
