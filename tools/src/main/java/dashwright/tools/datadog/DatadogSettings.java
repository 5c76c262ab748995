package dashwright.tools.datadog;

import dashwright.tools.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How Datadog is reached.
 *
 * @param api the API's base address, without a slash at its end
 * @param app the base address of the pages that people open
 * @param apiKey the organisation's API key
 * @param appKey the application key; its scopes decide what may be read and written
 * @param timeouts how long to wait
 */
public record DatadogSettings(URI api, URI app, Secret apiKey, Secret appKey, Timeouts timeouts) {
    public DatadogSettings {
        api = base(api);
        app = base(app);
    }

    /**
     * Settings for one of Datadog's sites.
     *
     * @param site a site's name, {@code datadoghq.eu} for one
     */
    public static DatadogSettings forSite(String site, Secret apiKey, Secret appKey) {
        String name = DatadogSite.named(site);
        return new DatadogSettings(DatadogSite.api(name), DatadogSite.app(name), apiKey, appKey, Timeouts.DEFAULT);
    }

    /**
     * Settings for a full base address: a proxy before Datadog, or a server that speaks as it does.
     *
     * @param url {@code http} or {@code https}, a host, optionally a port and a path
     */
    public static DatadogSettings forUrl(String url, Secret apiKey, Secret appKey) {
        URI api;
        try {
            api = base(URI.create(url.strip()));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "DD_URL must be a full address as in https://api.datadoghq.eu; it is '" + ForeignText.clean(url, 80)
                            + "'",
                    unreadable);
        }
        String host = api.getHost().toLowerCase(Locale.ROOT);
        boolean known = host.startsWith("api.") && DatadogSite.KNOWN.contains(host.substring("api.".length()));
        URI app = known ? DatadogSite.app(host.substring("api.".length())) : api;
        return new DatadogSettings(api, app, apiKey, appKey, Timeouts.DEFAULT);
    }

    /**
     * Settings from what the environment says: an address wins over a site, and without both it is {@code datadoghq.com}.
     */
    public static DatadogSettings of(@Nullable String site, @Nullable String url, Secret apiKey, Secret appKey) {
        if (url != null && !url.isBlank()) {
            return forUrl(url, apiKey, appKey);
        }
        return forSite(site == null || site.isBlank() ? DatadogSite.KNOWN.getFirst() : site, apiKey, appKey);
    }

    /** The same with other timeouts. */
    public DatadogSettings with(Timeouts other) {
        return new DatadogSettings(api, app, apiKey, appKey, other);
    }

    /** The address of a page, from the path that Datadog gives ({@code /dashboard/abc-def-ghi/title}). */
    public URI page(String path) {
        return URI.create(app + (path.startsWith("/") ? path : "/" + path));
    }

    private static URI base(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || address.getHost() == null || address.getUserInfo() != null || address.getQuery() != null) {
            throw new IllegalArgumentException(
                    "an address needs http or https and a host, and neither a user nor a query");
        }
        String text = address.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /**
     * How long to wait. Datadog's client waits for ever unless it is told.
     *
     * @param connect for a connection
     * @param answer for one complete answer
     * @param deadline for one reading with all its repetitions
     */
    public record Timeouts(Duration connect, Duration answer, Duration deadline) {
        /** Enough for a query over a month; a person who waits on Slack gives up later than this. */
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(45));

        public Timeouts {
            for (Duration each : new Duration[] {connect, answer, deadline}) {
                if (each.isNegative() || each.isZero()) {
                    throw new IllegalArgumentException("a timeout must be positive: " + each);
                }
            }
        }
    }
}
