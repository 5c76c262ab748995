package dashwright.catalog.brokenfixture;

import dashwright.dashboards.plan.DashboardPlan;
import java.net.http.HttpClient;

/** What the catalog must never hold. */
public record CatalogThatKnowsTooMuch(HttpClient client, DashboardPlan plan) {}
