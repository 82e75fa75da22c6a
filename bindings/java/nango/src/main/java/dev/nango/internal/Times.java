package dev.nango.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps: RFC 3339 in the forms that Nango servers of all ages send. */
public final class Times {
    private static final Pattern TIMESTAMP = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt ](\\d{2}):(\\d{2}):(\\d{2})(?:[.,](\\d+))?"
                    + "(?:[Zz]|([+-])(\\d{2})(?::?(\\d{2}))?)");

    /** Where the milliseconds of a timestamp end. */
    private static final int MILLISECONDS = 23;

    private Times() {}

    /** Reads a timestamp; null if it is absent, invalid, or has no offset from UTC. */
    public static Instant parse(String text) {
        if (text == null) {
            return null;
        }
        Instant usual = parseUsual(text);
        return usual == null ? parseAny(text) : usual;
    }

    /** Reads a timestamp as Nango writes most, milliseconds in UTC, for which a pattern takes far longer; null for any other. */
    private static Instant parseUsual(String text) {
        int length = text.length();
        boolean isUtc = length == MILLISECONDS + 1 && text.endsWith("Z")
                || length == MILLISECONDS + 6 && text.endsWith("+00:00");
        if (!isUtc || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T'
                || text.charAt(13) != ':' || text.charAt(16) != ':' || text.charAt(19) != '.') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int millis = digits(text, 20, MILLISECONDS);
        // A leap second is left to the pattern.
        if ((year | month | day | hour | minute | second | millis) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * 86_400 + hour * 3_600 + minute * 60 + second, millis * 1_000_000L);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The number that these digits are; less than 0 if they are not. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static Instant parseAny(String text) {
        Matcher match = TIMESTAMP.matcher(text);
        if (!match.matches()) {
            return null;
        }
        int second = number(match, 6);
        // A leap second, which Java does not have, becomes the second after.
        boolean isLeap = second == 60;
        String fraction = match.group(7) == null ? "" : match.group(7);
        int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
        try {
            Instant moment = LocalDateTime.of(
                            number(match, 1),
                            number(match, 2),
                            number(match, 3),
                            number(match, 4),
                            number(match, 5),
                            isLeap ? 59 : second,
                            nanos)
                    .toInstant(ZoneOffset.UTC)
                    .plusSeconds(isLeap ? 1 : 0);
            if (match.group(8) == null) {
                return moment;
            }
            int minutes = number(match, 9) * 60 + (match.group(10) == null ? 0 : number(match, 10));
            return moment.minusSeconds((match.group(8).equals("-") ? -60L : 60L) * minutes);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
