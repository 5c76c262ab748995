package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.Panel;

/** A panel with its widget definition, before it has a place. */
record Drawing(Panel panel, ObjectNode definition) {}
