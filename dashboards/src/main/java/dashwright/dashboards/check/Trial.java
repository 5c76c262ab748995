package dashwright.dashboards.check;

import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.live.QueryResult;

/**
 * A request of a widget as it is tried.
 *
 * @param request the request on the board
 * @param asked what is asked of the service
 */
record Trial(Request request, QueryRequest asked) {
    boolean isNumber() {
        return asked.form() == Form.SCALAR;
    }

    /** A trial and what came of it. */
    record Done(Trial trial, QueryResult result) {
        boolean hasData() {
            return result instanceof QueryResult.Answered answered && answered.pointCount() > 0;
        }
    }
}
