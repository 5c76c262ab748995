package dashwright.dashboards.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Words of things that go wrong, of which none is good news. */
public final class ErrorWords {
    private static final Set<String> BEGINNINGS = Set.of(
            "err",
            "error",
            "fail",
            "exception",
            "timeout",
            "reject",
            "denied",
            "dropped",
            "drops",
            "discard",
            "crash",
            "panic",
            "oom",
            "fault",
            "fatal",
            "abort",
            "invalid",
            "unreconciled",
            "retried",
            "retries",
            "corrupt",
            "deadletter",
            "lost",
            "unhealthy",
            "5xx");

    private ErrorWords() {}

    /** True where a word of the text begins with one of them: failed, failures, errors. */
    public static boolean speakOfErrors(String text) {
        String[] words = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+", -1);
        return Arrays.stream(words).anyMatch(ErrorWords::isOne);
    }

    private static boolean isOne(String word) {
        return BEGINNINGS.stream().anyMatch(begin -> begin.length() <= 3 ? word.equals(begin) : word.startsWith(begin));
    }
}
