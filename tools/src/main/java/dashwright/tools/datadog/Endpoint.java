package dashwright.tools.datadog;

/** The calls that this door makes, each with the permission that Datadog asks for it. */
enum Endpoint {
    METRIC_NAMES("GET", "/api/v2/metrics", "metrics_read"),
    ACTIVE_METRICS("GET", "/api/v1/metrics", "metrics_read"),
    METRIC_METADATA("GET", "/api/v1/metrics/{}", "metrics_read"),
    METRIC_TAGS("GET", "/api/v2/metrics/{}/all-tags", "metrics_read"),
    TIMESERIES("POST", "/api/v2/query/timeseries", "timeseries_query"),
    SCALAR("POST", "/api/v2/query/scalar", "timeseries_query"),
    SPANS("POST", "/api/v2/spans/analytics/aggregate", "apm_read"),
    MONITOR_SEARCH("GET", "/api/v1/monitor/search", "monitors_read"),
    SLO_SEARCH("GET", "/api/v1/slo/search", "slos_read"),
    DASHBOARDS("GET", "/api/v1/dashboard", "dashboards_read"),
    DASHBOARD("GET", "/api/v1/dashboard/{}", "dashboards_read"),
    CREATE_DASHBOARD("POST", "/api/v1/dashboard", "dashboards_write"),
    UPDATE_DASHBOARD("PUT", "/api/v1/dashboard/{}", "dashboards_write"),
    DELETE_DASHBOARD("DELETE", "/api/v1/dashboard/{}", "dashboards_write"),
    RESTORE_DASHBOARDS("PATCH", "/api/v1/dashboard", "dashboards_write"),
    VALIDATE("GET", "/api/v1/validate", "");

    private final String method;
    private final String path;
    private final String permission;

    Endpoint(String method, String path, String permission) {
        this.method = method;
        this.path = path;
        this.permission = permission;
    }

    String method() {
        return method;
    }

    /** The path, with {@code {}} where a name belongs. */
    String path() {
        return path;
    }

    /** The scope that the application key needs, empty where the API key is enough. */
    String permission() {
        return permission;
    }
}
