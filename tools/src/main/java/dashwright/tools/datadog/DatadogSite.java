package dashwright.tools.datadog;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Datadog's sites: one name, and from it the address of the API and of the pages that people open. */
final class DatadogSite {
    /** The sites that Datadog's API description lists (November 2026). */
    static final List<String> KNOWN = List.of(
            "datadoghq.com",
            "us3.datadoghq.com",
            "us5.datadoghq.com",
            "datadoghq.eu",
            "ap1.datadoghq.com",
            "ap2.datadoghq.com",
            "uk1.datadoghq.com",
            "ddog-gov.com",
            "us2.ddog-gov.com");

    private DatadogSite() {}

    /** The site's own name; a host of the site ({@code app.datadoghq.eu}) is understood as the site. */
    static String named(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        for (String prefix : List.of("https://", "app.", "api.")) {
            host = host.startsWith(prefix) ? host.substring(prefix.length()) : host;
        }
        host = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
        if (!KNOWN.contains(host)) {
            throw new IllegalArgumentException(
                    "'" + ForeignText.clean(text, 80) + "' is not a Datadog site; set DD_SITE" + " to one of "
                            + String.join(", ", KNOWN) + ", or DD_URL to the full address of another server");
        }
        return host;
    }

    static URI api(String site) {
        return URI.create("https://api." + site);
    }

    /** Sites with a region in their name serve their pages there; the two plain ones and the first for government on app. */
    static URI app(String site) {
        boolean regional = site.chars().filter(letter -> letter == '.').count() > 1;
        return URI.create("https://" + (regional ? "" : "app.") + site);
    }
}
