package dashwright.dashboards.live;

import java.util.List;

/** Runs queries over live data. */
public interface QueryRunner {
    /**
     * Runs the requests, batched as the service allows.
     *
     * @return one result for each request, in the same order; a request that fails yields {@link QueryResult.Failed},
     *     never an exception
     */
    List<QueryResult> run(List<QueryRequest> requests);
}
