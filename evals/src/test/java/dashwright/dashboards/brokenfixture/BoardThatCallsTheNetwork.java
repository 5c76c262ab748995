package dashwright.dashboards.brokenfixture;

import java.net.http.HttpClient;

/** What a dashboard must never do by itself. */
public record BoardThatCallsTheNetwork(HttpClient client) {}
