package dev.nango.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps: RFC 3339 in the forms that Nango servers of all ages send. */
public final class Times {
    private static final Pattern TIMESTAMP = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[Tt ](\\d{2}):(\\d{2}):(\\d{2})(?:[.,](\\d+))?"
                    + "(?:[Zz]|([+-])(\\d{2})(?::?(\\d{2}))?)");

    private Times() {}

    /** Reads a timestamp; null if it is absent, invalid, or has no offset from UTC. */
    public static Instant parse(String text) {
        Matcher match = text == null ? null : TIMESTAMP.matcher(text);
        if (match == null || !match.matches()) {
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
